import { type CompiledQuery, Kysely, sql } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import postgres from 'postgres'
import { isLanguage, type Language } from '#ui/languages.ts'
import type { KeyRing } from './keys.ts'
import { printedName } from './person.ts'
import type { Line, Pool, Sql } from './pool.ts'
import type { DB, Engagement, Person, SessionKind, Unit } from './schema.ts'
import type { Vault } from './vault.ts'

/** Units and those who work there, as a page about a child may print them. The generator takes all of a view to be null. */
type Here = {
  unit_here: Unit
  engagement_here: Engagement
  person_here: Omit<Person, 'identity_sealed'>
  /** All units by name, for whoever chooses among them or asks about their own work; never about a child's places. */
  unit_directory: Unit
}
type Tables = Omit<DB, keyof Here> & Here

/** Queries inside one transaction, as the person of a session. Only the audit module makes one. */
export type Trx = Kysely<Tables> & { readonly insideTransaction: true }

/** What comes from outside. Nothing else, SQL included, reads a clock, makes an id or draws a random number. */
export type Deps = {
  pool: Pick<Pool, 'reserve' | 'answers' | 'end'>
  now: () => Date
  newId: () => string
  randomBytes: (size: number) => Buffer
  keys: KeyRing
  vault: Vault
  /** Takes the lines that are for a collector outside; nobody need listen. */
  tell?: (line: string) => void
}

/** Who asks, as the database knows it from the session. */
export type Actor = {
  personId: string
  kind: SessionKind
  engagementId: string | undefined
  unitId: string | undefined
  secrecyUnitId: string | undefined
  sessionEnds: Date
  /** For others to read; of somebody protected there is none to print. */
  name: string
  /** How one greets; undefined for somebody protected. */
  givenName: string | undefined
  acting: string | undefined
  /** What somebody in a family has chosen to read in. */
  language: Language | undefined
  /** The child that it is, until it is grown up. */
  selfId: string | undefined
  /** The engagement of the adult who has handed the child the device: then only the child's own pages open. */
  handedBy: string | undefined
  /** The meeting that a code on paper opened: then nothing but what is about it opens. */
  paperMeetingId: string | undefined
}

/** A child at one of its own doors: beside an adult, or with a paper. */
export const isAtDoor = ({ handedBy, paperMeetingId }: Actor): boolean =>
  handedBy !== undefined || paperMeetingId !== undefined

/** Queries on the driver's pool, with types; the application's go through `inTransaction`. */
export const queriesOn = (pool: Sql) =>
  new Kysely<Tables>({ dialect: new PostgresJSDialect({ postgres: pool }) })

/**
 * A read is one snapshot. A change first takes the child's lock, so that changes about a child come one after another,
 * and from then on sees what is there now.
 */
const isolation = { reads: 'repeatable read', changes: 'read committed' } as const
/**
 * Serialization, deadlock; the same form twice at once, which makes the same thing: run again, the second finds it there; and
 * the walls' refusal, when a session or an employment ended while the change was under way: run again, it is refused like the rest.
 */
const clashes = new Set(['40001', '40P01', '23505', '42501'])

export type Entry = { session: string; childId: string | undefined }
/** `knows`: the child that is asked about is one whose name this person may know; true where it is about no child. */
export type Entered = { trx: Trx; at: Date; actor: Actor | undefined; knows: boolean }
/** An answer, and the statements that go with the commit. */
export type Ended<T> = { answer: T; last: readonly CompiledQuery[] }

/**
 * Runs the work as the session's person, at one moment, in one snapshot. After a clash with another transaction all of it
 * runs again. What a read ends with is sent together with the commit. A change is committed only when all the rest has
 * been answered: a statement that fails in the driver is never sent, and the database would commit without it.
 */
export async function inTransaction<T>(
  { pool, now }: Pick<Deps, 'pool' | 'now'>,
  kind: keyof typeof isolation,
  entry: Entry,
  work: (entered: Entered) => Promise<Ended<T>>,
): Promise<T> {
  for (let triesLeft = 9; ; triesLeft--) {
    const line = await pool.reserve()
    try {
      return await attempt(line, kind, entry, now, work)
    } catch (error) {
      if (triesLeft === 0 || !(error instanceof postgres.PostgresError && clashes.has(error.code)))
        throw error
    } finally {
      line.release()
    }
  }
}

/** Statements that are sent without waiting for each other arrive in order: several in one round trip. */
function queriesOnOne({ unsafe }: Line): Trx {
  const pinned = Object.assign(() => {}, {
    reserve: async () => ({ unsafe, release: () => {} }),
    end: async () => {},
  })
  return queriesOn(pinned as unknown as Sql) as Trx
}

async function attempt<T>(
  line: Line,
  kind: keyof typeof isolation,
  entry: Entry,
  now: () => Date,
  work: (entered: Entered) => Promise<Ended<T>>,
): Promise<T> {
  const trx = queriesOnOne(line)
  const changes = kind === 'changes'
  try {
    const opened = line.open(`begin isolation level ${isolation[kind]}`)
    // Whoever waited for the lock acts at the moment it was given: time does not run backwards for a child.
    if (changes && entry.childId)
      await sendTogether(trx, [enter(entry, now()).compile(trx), lock(entry.childId).compile(trx)], opened)
    const at = now()
    // The savepoint keeps what `enter` notes when a refusal takes back the rest.
    const entering = [
      enter(entry, at).compile(trx),
      knows(entry.childId).compile(trx),
      ...(changes ? [sql`savepoint untouched`.compile(trx)] : []),
    ]
    const [entered, known] = await sendTogether(trx, entering, opened)
    const about = known?.rows[0] as { known: boolean; language: string | null } | undefined
    const { answer, last } = await work({
      trx,
      at,
      actor: actorOf(entered?.rows[0] as EnteredRow | undefined, about?.language),
      knows: about?.known === true,
    })
    const commit = sql`commit`.compile(trx)
    await sendTogether(trx, changes ? last : [...last, commit])
    if (changes) await trx.executeQuery(commit)
    return answer
  } catch (error) {
    // A connection that is gone cannot roll back, and need not.
    await sql`rollback`.execute(trx).catch(() => {})
    throw error
  }
}

/** Waits for all before it tells of the first failure, so that no statement is still under way. */
async function sendTogether(trx: Trx, statements: readonly CompiledQuery[], before?: Promise<void>) {
  const sent = statements.map((statement) => trx.executeQuery(statement))
  await Promise.allSettled([before, ...sent])
  await before
  return Promise.all(sent)
}

/** Only a child that one knows of: else the lock would tell, by the time it takes, that there is one. */
const lock = (childId: string) => sql`
  select lock_child(asked.child) from (select ${childId}::uuid as child) asked where asked.child = any (my_children())`

const knows = (childId: string | undefined) => sql`
  select coalesce(${childId ?? null}::uuid = any (my_children()), ${childId === undefined}) as known,
    my_language() as language`

const enter = ({ session, childId }: Entry, at: Date) => sql<EnteredRow>`
  select * from enter(${session}, ${at.toISOString()}::timestamptz, ${childId ?? null}::uuid)`

function actorOf(row: EnteredRow | undefined, language: string | null | undefined): Actor | undefined {
  if (!row) return undefined
  return {
    personId: row.person_id,
    kind: row.kind,
    engagementId: row.engagement_id ?? undefined,
    unitId: row.unit_id ?? undefined,
    secrecyUnitId: row.secrecy_unit_id ?? undefined,
    sessionEnds: row.ends_at,
    name: printedName(row),
    givenName: row.given_name ?? undefined,
    acting: row.title ? `${row.title}, ${row.unit_name}` : undefined,
    language: isLanguage(language) ? language : undefined,
    selfId: row.self_id ?? undefined,
    handedBy: row.handed_by ?? undefined,
    paperMeetingId: row.paper_meeting_id ?? undefined,
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
  self_id: string | null
  handed_by: string | null
  paper_meeting_id: string | null
}
