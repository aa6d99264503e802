import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { sql } from 'kysely'
import { afterAll, inject, vi } from 'vitest'
import { connect } from '#shared/pool.ts'
import { everyAddress } from '#test/noninterference/addresses.ts'
import { admin, as, deps, type Person } from '#test/world.ts'
import { birdsIn, found, hatch } from './birds.ts'

// The ways by which something can leave: what each of them has let out is searched for every canary.

export type Reader = Person | 'nobody'

/** A document as it is handed over to be set: the letters of a finished one are numbers in a font. */
vi.spyOn(NodeCompiler.prototype, 'pdf').mockImplementation((document) =>
  Buffer.from(JSON.stringify(document)),
)

/** Everything that a collector, or whoever reads what the program says, is told. */
export const lines: string[] = []
export function listen() {
  deps.tell = (line) => void lines.push(line)
  for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void lines.push(words.map(String).join(' ')))
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((bytes) => Boolean(lines.push(String(bytes))))
}
export function stopListening() {
  delete deps.tell
  vi.mocked(process.stdout.write).mockRestore()
  vi.mocked(process.stderr.write).mockRestore()
  for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const)
    vi.mocked(console[method]).mockRestore()
}

/** An answer whole: its headers with address, cookies and file name, and what stands in it. */
const wholeOf = async (answer: Response) => ({
  headers: JSON.stringify([...answer.headers]),
  body: Buffer.from(await answer.arrayBuffer()).toString(),
})

/** The names of all fields that somebody can write in, as the pages have them. */
export const fields = new Set<string>()
const writable =
  /<(?:textarea|input)(?![^>]*type="(?:hidden|radio|checkbox|date|time)")[^>]*\bname="([^"]+)"/g

export type Seen = { opened: number; inHeaders: string[]; birds: Set<string> }

/** Every page there is, with every id there is, as one person. */
export async function crawl(who: Reader): Promise<Seen> {
  const seen: Seen = { opened: 0, inHeaders: [], birds: new Set() }
  for (const { path } of await everyAddress('GET')) {
    const answer = await as(who).get(path)
    if (answer.status === 200) seen.opened++
    const { headers, body } = await wholeOf(answer)
    for (const name of found(headers)) seen.inHeaders.push(`${path}: ${name}`)
    for (const name of found(body)) seen.birds.add(name)
    for (const [, name = ''] of body.matchAll(writable)) fields.add(name)
  }
  return seen
}

export type Sent = { statuses: Map<number, number>; inHeaders: string[]; others: string[] }

/** Every form there is, with something of one's own in every field; what comes back may say that again, and no more. */
export async function sendEverything(who: Reader): Promise<Sent> {
  const sent: Sent = { statuses: new Map(), inHeaders: [], others: [] }
  const form = Object.fromEntries([...fields].map((name) => [name, `Ord ${hatch(`${who}, ${name}`)}`]))
  const mine = new Set(birdsIn(Object.values(form).join(' ')))
  for (const { path } of await everyAddress('POST')) {
    const answer = await as(who).post(path, form)
    sent.statuses.set(answer.status, (sent.statuses.get(answer.status) ?? 0) + 1)
    const { headers, body } = await wholeOf(answer)
    for (const name of found(headers)) sent.inHeaders.push(`${path}: ${name}`)
    for (const name of found(body)) if (!mine.has(name)) sent.others.push(`${path}: ${name}`)
  }
  return sent
}

const superuser = connect({
  ...inject('database').superuser,
  database:
    (await sql<{ name: string }>`select current_database() as name`.execute(admin)).rows[0]?.name ?? '',
  max: 1,
})
afterAll(() => superuser.end())

/** What lies in clear in the database, column by column, as pg_dump would write it: 'table.column' and the canary. */
export async function atRest(): Promise<string[]> {
  const columns = await superuser<{ table: string; column: string }[]>`
    select c.relname as table, a.attname as column from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1, 2`
  const there: string[] = []
  for (const { table, column } of columns) {
    let text = ''
    const copied = superuser`copy (select ${superuser(column)} from ${superuser(table)}) to stdout`
    for await (const piece of await copied.readable()) text += piece
    for (const name of found(text)) there.push(`${table}.${column} ${name}`)
  }
  return there
}

/**
 * Where the write-ahead log is now. From now on it is kept until it has been read: other files drop their databases
 * meanwhile, and after that the server throws away what it no longer needs. The slot is the connection's, and goes with it.
 */
export async function walPosition(): Promise<string> {
  await superuser`select pg_create_physical_replication_slot('canaries_' || pg_backend_pid(), true, true)`
  return (await superuser<{ at: string }[]>`select pg_current_wal_insert_lsn()::text as at`)[0]?.at ?? '0/0'
}

/** The bytes of the write-ahead log from a position until now, at most so many files: what a replica or a back-up carries away. */
export async function writeAhead(since: string, atMost = 24): Promise<string[]> {
  const files = await superuser<{ name: string }[]>`select name from pg_ls_waldir()
    where name between pg_walfile_name(${since}::pg_lsn) and pg_walfile_name(pg_current_wal_lsn()) order by name limit ${atMost}`
  const there = new Set<string>()
  for (const { name } of files) {
    const [file] = await superuser<
      { bytes: Buffer }[]
    >`select pg_read_binary_file('pg_wal/' || ${name}) as bytes`
    for (const one of birdsIn(file?.bytes.toString('latin1') ?? '')) there.add(one)
  }
  await superuser`select pg_drop_replication_slot('canaries_' || pg_backend_pid())`
  return [...there]
}
