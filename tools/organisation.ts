import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from '#shared/pool.ts'
import { keyRingOf } from '../src/key-source.ts'
import { PlainError } from '../src/plain-error.ts'
import { keyFileIn } from './key-file.ts'
import { dataDir, openDatabase } from './open-database.ts'
import { found, linkDays, readFounding } from './organisation/found.ts'
import { run } from './run.ts'

// npm run organisation -- FILE: a new organisation with its first two administrators
const [path = ''] = process.argv.slice(2)
const read = (file: string) => readFileSync(file, 'utf8')
const { KRONOBARN_KEY_FILE: keyFile, KRONOBARN_ORIGIN: origin = '' } = process.env

await run(async () => {
  if (!path) throw new PlainError('Ange filen: npm run organisation -- FIL')
  const founding = readFounding(read(path))
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  try {
    const keys = keyRingOf(() => (keyFile ? read(keyFile) : keyFileIn(dataDir)), read)
    const links = await found({ sql, keys, now: () => new Date(), newId: randomUUID, randomBytes }, founding)
    for (const { name, path } of links) console.log(`${name}: ${origin}${path}`)
    console.log(`Ge var och en sin länk för hand. Den går att använda en gång, i ${linkDays} dagar.`)
  } finally {
    await sql.end()
    await stop()
  }
})
