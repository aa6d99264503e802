import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from '#shared/pool.ts'
import { PlainError } from '../src/plain-error.ts'
import { openDatabase } from './open-database.ts'
import { countsIn, listText, readList } from './retention/list-file.ts'
import { addRules, approve, carryOut, hold, holdGrounds, propose, release } from './retention/retention.ts'
import { readRules } from './retention/rules-file.ts'
import { run } from './run.ts'

// npm run retention -- --dry-run FILE | approve FILE | run FILE | rules FILE | hold CHILD GROUND | release CHILD
const [command = '', first = '', second = ''] = process.argv.slice(2)
const now = () => new Date()

await run(async () => {
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  try {
    await perform({ sql, now, newId: randomUUID })
  } finally {
    await sql.end()
    await stop()
  }
})

async function perform(does: Parameters<typeof propose>[0]) {
  if (command === '--dry-run') await tellProposal(does, first || 'gallringsforslag.txt')
  else if (command === 'approve') {
    await approve(does, readList(textOf(first)))
    console.log('Listan är godkänd. Den kan utföras inom 30 dagar.')
  } else if (command === 'run') {
    console.log(`Borttaget: ${await carryOut(does, readList(textOf(first)).run)}`)
    console.log('Kör npm run keys:export nu, så att kopian av nycklarna är den nyaste.')
  } else if (command === 'rules') {
    await addRules(does, readRules(textOf(first)))
    console.log('Reglerna är sparade.')
  } else if (command === 'hold') await hold(does, child(first), groundNamed(second))
  else if (command === 'release') await release(does, child(first))
  else
    throw new PlainError(
      'Välj --dry-run FIL, approve FIL, run FIL, rules FIL, hold BARN SKÄL eller release BARN.',
    )
}

async function tellProposal(does: Parameters<typeof propose>[0], file: string) {
  const proposed = await propose(does)
  writeFileSync(file, listText(proposed), { mode: 0o600 })
  if (proposed.lines.length === 0) console.log('Inget får tas bort: ingen regel säger det.')
  for (const [name, count] of countsIn(proposed)) console.log(`${count}  ${name}`)
  console.log(`Inget är borttaget. Listan ligger i ${file}: någon annan läser den och kör approve.`)
}

function textOf(file: string) {
  if (!file) throw new PlainError('Ange filen.')
  return readFileSync(file, 'utf8')
}

function child(id: string) {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return id
  throw new PlainError('Ange barnets id.')
}

function groundNamed(name: string) {
  const ground = holdGrounds.find((one) => one === name)
  if (ground) return ground
  throw new PlainError(`Ange skälet: ${holdGrounds.join(', ')}.`)
}
