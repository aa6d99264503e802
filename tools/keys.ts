import { randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync, renameSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileVersions } from '#shared/key-file.ts'
import type { KeyVersions } from '#shared/keys.ts'
import { connect, type Sql } from '#shared/pool.ts'
import { transitFaults, transitVersions } from '#shared/transit-keys.ts'
import { transitIn } from '../src/key-source.ts'
import { PlainError } from '../src/plain-error.ts'
import { keyFileIn, pathOfKeyFile, replaceKeyFile } from './key-file.ts'
import { copyOfKeys, restoreKeys } from './keys/copy.ts'
import { newest, shreddedSubjects, versionsInUse } from './keys/key-rows.ts'
import { type Rotated, rotateKeys, rotateWhatIsDue } from './keys/rotate.ts'
import { dataDir, openDatabase } from './open-database.ts'
import { run } from './run.ts'

// npm run keys:status, keys:rotate (-- --due), keys:export -- FILE, keys:restore -- FILE
const [command, argument] = process.argv.slice(2)
const now = () => new Date()

await run(async () => {
  const { owner, stop } = await openDatabase()
  const sql = connect({ ...owner, max: 1 })
  try {
    // One at a time, and let go with the connection.
    await sql`select pg_advisory_lock(717271)`
    await perform(sql)
  } finally {
    await sql.end()
    await stop()
  }
})

async function perform(sql: Sql) {
  if (command === 'status') await tellStatus(sql)
  else if (command === 'rotate') {
    const rotate = argument === '--due' ? rotateWhatIsDue : rotateKeys
    console.log(rotatedInWords(await rotate({ sql, keys: await keyVersions(), now })))
  } else if (command === 'export') console.log(`${await exportTo(sql, fileNamed())} nycklar är kopierade.`)
  else if (command === 'restore') {
    const { keys, shredded } = await restoreKeys(sql, linesOf(fileNamed()))
    console.log(`${keys} nycklar är på plats. ${shredded} är förstörda och förblir det.`)
  } else throw new PlainError('Välj keys:status, keys:rotate, keys:export eller keys:restore.')
}

async function keyVersions(): Promise<KeyVersions> {
  const path = process.env['KRONOBARN_KEY_FILE'] || pathOfKeyFile(dataDir)
  const read = () => (process.env['KRONOBARN_KEY_FILE'] ? readFileSync(path, 'utf8') : keyFileIn(dataDir))
  const address = transitIn(read(), (file) => readFileSync(file, 'utf8'))
  if (!address) return fileVersions({ read, write: (text) => replaceKeyFile(path, text), now, randomBytes })
  const faults = await transitFaults(address)
  if (faults.length > 0) throw new PlainError(faults.join('\n'))
  return transitVersions(address)
}

async function tellStatus(sql: Sql) {
  const versions = await (await keyVersions()).versions()
  const [inUse, shredded] = [await versionsInUse(sql), await shreddedSubjects(sql)]
  const current = newest(versions).version
  for (const { version, madeAt } of versions) {
    const made = madeAt?.toISOString().slice(0, 10) ?? 'okänt när'
    const role = version === current ? 'låser nu' : 'läser bara'
    console.log(`version ${version}  gjord ${made}  ${role}  ${inUse.get(version) ?? 0} nycklar`)
  }
  const lost = [...inUse].filter(([version]) => !versions.some((known) => known.version === version))
  for (const [version, subjects] of lost)
    console.log(`version ${version}  FINNS INTE  ${subjects} nycklar går inte att läsa`)
  console.log(`${shredded.length} nycklar är förstörda för gott.`)
  if (lost.length > 0) process.exitCode = 1
}

function rotatedInWords({ added, version, rewrapped, destroyed }: Rotated): string {
  return [
    added ? `Version ${version} låser från och med nu.` : `Version ${version} låser fortfarande.`,
    `${rewrapped} nycklar är låsta om.`,
    destroyed.length > 0
      ? `Förstörd för gott: version ${destroyed.join(', ')}.`
      : 'Ingen version var att förstöra.',
  ].join(' ')
}

function fileNamed(): string {
  if (argument && !argument.startsWith('-')) return argument
  throw new PlainError(`Ange filen: npm run keys:${command} -- FIL`)
}

/** Replaces the older copy when the new is whole. */
async function exportTo(sql: Sql, file: string): Promise<number> {
  let keys = -1 // the first line is no key
  async function* lines() {
    for await (const line of copyOfKeys(sql, now())) {
      keys++
      yield `${line}\n`
    }
  }
  const draft = `${file}.new`
  await pipeline(Readable.from(lines()), createWriteStream(draft, { mode: 0o600, flush: true }))
  renameSync(draft, file)
  return keys
}

function linesOf(file: string) {
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
}
