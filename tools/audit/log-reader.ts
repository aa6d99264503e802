import type { Sql } from '#shared/pool.ts'
import type { KeptDrop, KeptProtocol, LinkedRow, Standing } from './chain-check.ts'
import type { KeptHead } from './head-follower.ts'

/** One snapshot of the log, as whoever verifies sees it. */
export type LogTrx = Parameters<Parameters<Sql['begin']>[1]>[0]

export const inSnapshot = <T>(sql: Sql, work: (trx: LogTrx) => Promise<T>) =>
  sql.begin('isolation level repeatable read read only', async (trx) => {
    // Moments are read as text: the driver's own dates would lose what is smaller than a thousandth of a second.
    await trx
      .unsafe(`set local role kb_audit; set local timezone to 'UTC'; set local work_mem to '256MB'`)
      .simple()
    return work(trx)
  })

// A row is joined by moment and id, so those stand in its link already.
const link = 'l.at, l.event_id, l.digest, e.digest = l.digest'
const row = 'e.child_id, e.actor_id, e.engagement_id, e.act, e.outcome, e.object_id, e.request_id, s.children'
const joined = (from: string) => `
  ${from} left join public.audit_event e on e.at = l.at and e.id = l.event_id
    left join (select event_id, string_agg(child_id::text, ',' order by child_id) as children
      from public.audit_subject group by event_id) s on s.event_id = e.id`

/** A row of COPY: fields in text, in the order that was asked for; empty is `\\N`. */
type Fields = readonly string[]
const empty = '\\N'
const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }
const unescaped = (field: string) =>
  field.includes('\\') ? field.replace(/\\(.)/gs, (_, sign: string) => escaped[sign] ?? sign) : field
const text = (field: string | undefined) => unescaped(field ?? '')
const maybe = (field: string | undefined) =>
  field === undefined || field === empty ? null : unescaped(field)
/** The bytes of `\\xab12`, which COPY writes with one more backslash. */
const hex = (field: string | undefined) => (field ?? '').slice('\\\\x'.length)

/** The columns of `link` and `row`, from a place on. */
function waitingOf(fields: Fields, from: number): Waiting {
  const at = momentOf(text(fields[from]))
  const event = text(fields[from + 1])
  return { at, event, digest: hex(fields[from + 2]), standing: standingOf(fields, from + 3, at, event) }
}

function standingOf(fields: Fields, from: number, at: string, id: string): Standing {
  const sameDigest = fields[from]
  if (sameDigest === empty) return null
  const field = (place: number) => maybe(fields[from + place])
  return {
    row: {
      child_id: field(1),
      id,
      at,
      actor_id: field(2),
      engagement_id: field(3),
      act: field(4),
      outcome: field(5),
      object_id: field(6),
      request_id: field(7),
    },
    sameDigest: sameDigest === 't',
    children: field(8)?.split(',') ?? [],
  }
}

/** `2026-11-24 11:00:00.12+00` as JSON writes it. Smaller parts than a thousandth stay, and then nothing matches. */
export const momentOf = (moment: string) =>
  `${moment.slice(0, 10)}T${moment.slice(11, 19)}.${moment.slice(20, -3).padEnd(3, '0')}Z`

/** Every link with what it was made of, in the order of chain and place. */
export const eachLink = (trx: LogTrx, work: (link: LinkedRow) => void): Promise<void> =>
  eachRow(
    trx,
    `select l.chain_id, l.seq, l.sealed_at, l.hash, ${link}, ${row}
    ${joined('from public.audit_link l')} order by l.chain_id, l.seq`,
    (fields) =>
      work({
        chain: text(fields[0]),
        seq: Number(fields[1]),
        sealedAt: momentOf(text(fields[2])),
        hash: hex(fields[3]),
        ...waitingOf(fields, 4),
      }),
  )

/** With COPY, which costs the least at both ends. Rows are worked through as they arrive, and none is kept. */
async function eachRow(trx: LogTrx, query: string, work: (fields: Fields) => void): Promise<void> {
  const lines = await trx.unsafe(`copy (${query}) to stdout`).readable()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let rest = ''
  lines.setEncoding('utf8')
  lines.on('data', (piece: string) => {
    const whole = (rest + piece).split('\n')
    rest = whole.pop() ?? ''
    for (const line of whole) work(line.split('\t'))
  })
  lines.on('end', resolve)
  lines.on('error', reject)
  return promise
}

export type Waiting = Pick<LinkedRow, 'at' | 'event' | 'digest' | 'standing'>

/** Rows that the sealer has not yet come to, oldest first. */
export async function waitingRows(trx: LogTrx): Promise<Waiting[]> {
  const waiting: Waiting[] = []
  const query = `select ${link}, ${row} ${joined('from public.audit_waiting l')} order by l.at, l.event_id`
  await eachRow(trx, query, (fields) => waiting.push(waitingOf(fields, 0)))
  return waiting
}

/** The longest that a row has waited for its link, in seconds. Long: the sealer stood still, or a row was dated back. */
export async function longestWait(trx: LogTrx): Promise<number> {
  const [row] = await trx<{ seconds: number | null }[]>`
    select extract(epoch from max(sealed_at - at))::float8 as seconds from public.audit_link`
  return row?.seconds ?? 0
}

/**
 * The first row of the log, if any, that was never linked and does not wait: somebody put it there. Rows are told apart
 * by their links and by what waits; when those are as many as there are rows, nobody need look for it.
 */
export async function strangeRow(trx: LogTrx, known: number) {
  const [all] = await trx<{ rows: number; twice: number }[]>`
    select (select count(*)::int from public.audit_event) as rows,
      (select count(*)::int from public.audit_waiting w
        join public.audit_link l on l.at = w.at and l.event_id = w.event_id
        join public.audit_event e on e.at = w.at and e.id = w.event_id) as twice`
  if (all && all.rows + all.twice === known) return undefined
  const find = (more: string) =>
    trx.unsafe<{ id: string; at: string }[]>(`select e.id, e.at::text from public.audit_event e
      where not exists (select from public.audit_link l where l.at = e.at and l.event_id = e.id)
        and not exists (select from public.audit_waiting w where w.at = e.at and w.event_id = e.id) ${more}
      order by e.at limit 1`)
  const [some] = await find('')
  // Its link has another moment: the chain tells of that one. Asked only now, since it costs a look at every link.
  const [row] = some
    ? await find('and not exists (select from public.audit_link l where l.event_id = e.id)')
    : []
  return row && { id: row.id, at: momentOf(row.at) }
}

/** A child in a list that no row of the log tells of. */
export async function strangeSubject(trx: LogTrx) {
  const [row] = await trx<{ event: string }[]>`
    select s.event_id as event from public.audit_subject s
    where not exists (select from public.audit_event e where e.id = s.event_id) limit 1`
  return row?.event
}

/** Every signed head, in order, with the ends of the chains that had moved. */
export const eachHead = (trx: LogTrx, work: (head: KeptHead) => void): Promise<void> =>
  eachRow(
    trx,
    `select number, made_at, previous, root, key, signature, chains from public.audit_head order by number`,
    (fields) =>
      work({
        number: Number(fields[0]),
        madeAt: momentOf(text(fields[1])),
        previous: text(fields[2]),
        root: text(fields[3]),
        key: text(fields[4]),
        signature: text(fields[5]),
        chains: JSON.parse(text(fields[6])),
      }),
  )

export async function droppedMonths(trx: LogTrx): Promise<KeptDrop[]> {
  const rows = await trx<KeptDrop[]>`
    select id, month::text, rows::int, at::text, encode(digest, 'hex') as digest from public.audit_drop order by month`
  return rows.map((row) => ({ ...row, at: momentOf(row.at) }))
}

export async function retentionProtocols(trx: LogTrx): Promise<KeptProtocol[]> {
  const rows = await trx<KeptProtocol[]>`
    select id, at::text, proposed_by, approved_by, done_by, counts, list_digest, encode(digest, 'hex') as digest
    from public.retention_protocol`
  return rows.map((row) => ({ ...row, at: momentOf(row.at) }))
}
