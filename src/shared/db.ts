import { type CompiledQuery, Kysely, sql } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import postgres from 'postgres'
import type { KeyRing } from './keys.ts'
import type { DB, SessionKind } from './schema.ts'
import type { Vault } from './vault.ts'

/** Queries inside one transaction, as the person of a session. Only the audit module makes one. */
export type Trx = Kysely<DB> & { readonly insideTransaction: true }

/** What comes from outside. Nothing else, SQL included, reads a clock, makes an id or draws a random number. */
export type Deps = {
  pool: Pool
  now: () => Date
  newId: () => string
  randomBytes: (size: number) => Buffer
  keys: KeyRing
  vault: Vault
}

/** Who asks, as the database knows it from the session. */
export type Actor = {
  personId: string
  kind: SessionKind
  engagementId: string | undefined
  unitId: string | undefined
  secrecyUnitId: string | undefined
  sessionEnds: Date
  name: string
  acting: string | undefined
}

/** Days stay days: the driver would else make them moments. */
const types = { date: { to: 1082, from: [1082], serialize: String, parse: String } }

/** A pool of connections. Nothing is asked of it but by `inTransaction`. */
export type Pool = postgres.Sql<{ date: string }>

export const connect = (options: postgres.Options<Record<string, postgres.PostgresType>>): Pool =>
  postgres({ ...options, types, onnotice: () => {} }) as unknown as Pool

/** Queries on a pool or on one connection, with types. */
export const queriesOn = (pool: Pool) =>
  new Kysely<DB>({ dialect: new PostgresJSDialect({ postgres: pool }) })

const isolation = { reads: 'repeatable read', changes: 'serializable' } as const
const clashes = new Set(['40001', '40P01'])

export type Entry = { session: string; childId: string | undefined }
export type Entered = { trx: Trx; at: Date; actor: Actor | undefined }
/** An answer, and the statements that go with the commit. */
export type Ended<T> = { answer: T; last: readonly CompiledQuery[] }

/**
 * Runs the work as the session's person, at one moment, in one snapshot. What `last` holds is sent together with the
 * commit. After a clash with another transaction all of it runs again.
 */
export async function inTransaction<T>(
  { pool, now }: Pick<Deps, 'pool' | 'now'>,
  kind: keyof typeof isolation,
  entry: Entry,
  work: (entered: Entered) => Promise<Ended<T>>,
): Promise<T> {
  const at = now()
  for (let triesLeft = 9; ; triesLeft--) {
    const connection = await pool.reserve()
    try {
      return await attempt(queriesOnOne(connection), kind, entry, at, work)
    } catch (error) {
      if (triesLeft === 0 || !(error instanceof postgres.PostgresError && clashes.has(error.code)))
        throw error
    } finally {
      connection.release()
    }
  }
}

/** Statements that are sent without waiting for each other arrive in order: several in one round trip. */
function queriesOnOne(connection: postgres.ReservedSql): Trx {
  const reserved = { unsafe: connection.unsafe, release: () => {} }
  const pinned = Object.assign(() => {}, { reserve: async () => reserved, end: async () => {} })
  return queriesOn(pinned as unknown as Pool) as Trx
}

async function attempt<T>(
  trx: Trx,
  kind: keyof typeof isolation,
  entry: Entry,
  at: Date,
  work: (entered: Entered) => Promise<Ended<T>>,
): Promise<T> {
  // The savepoint keeps what `enter` notes when a refusal takes back the rest.
  const begun = [
    sql`begin isolation level ${sql.raw(isolation[kind])}`.compile(trx),
    enter(entry, at).compile(trx),
    ...(kind === 'changes' ? [sql`savepoint untouched`.compile(trx)] : []),
  ]
  try {
    const [, entered] = await sendTogether(trx, begun)
    const { answer, last } = await work({
      trx,
      at,
      actor: actorOf(entered?.rows[0] as EnteredRow | undefined),
    })
    await sendTogether(trx, [...last, sql`commit`.compile(trx)])
    return answer
  } catch (error) {
    // A connection that is gone cannot roll back, and need not.
    await sql`rollback`.execute(trx).catch(() => {})
    throw error
  }
}

/** Waits for all before it tells of the first failure, so that no statement is still under way. */
async function sendTogether(trx: Trx, statements: readonly CompiledQuery[]) {
  const sent = statements.map((statement) => trx.executeQuery(statement))
  await Promise.allSettled(sent)
  return Promise.all(sent)
}

const enter = ({ session, childId }: Entry, at: Date) => sql<EnteredRow>`
  select * from enter(${session}, ${at.toISOString()}::timestamptz, ${childId ?? null}::uuid)`

function actorOf(row: EnteredRow | undefined): Actor | undefined {
  if (!row) return undefined
  return {
    personId: row.person_id,
    kind: row.kind,
    engagementId: row.engagement_id ?? undefined,
    unitId: row.unit_id ?? undefined,
    secrecyUnitId: row.secrecy_unit_id ?? undefined,
    sessionEnds: row.ends_at,
    name: row.given_name ? `${row.given_name} ${row.family_name}` : 'Du',
    acting: row.title ? `${row.title}, ${row.unit_name}` : undefined,
  }
}

type EnteredRow = {
  person_id: string
  kind: SessionKind
  engagement_id: string | null
  unit_id: string | null
  secrecy_unit_id: string | null
  ends_at: Date
  given_name: string | null
  family_name: string | null
  title: string | null
  unit_name: string | null
}
