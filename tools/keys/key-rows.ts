import type { KeyVersion, SubjectKey } from '#shared/keys.ts'
import type { Sql } from '#shared/pool.ts'

// The wrapped keys in the database, through the functions of 0007. Only the owner may call them.

export type KeyRow = SubjectKey & { madeAt: Date }

const first = '00000000-0000-0000-0000-000000000000'

/** All wrapped keys in the order of their subjects, `most` at a time; without those that one version has wrapped. */
export async function* keyRows(sql: Sql, most: number, butVersion?: number): AsyncGenerator<KeyRow[]> {
  for (let previous = first; ; ) {
    const rows = await sql<KeyRow[]>`
      select subject_id as "subjectId", kek_version as version, wrapped, made_at as "madeAt",
        compartment
      from subject_keys_after(${previous}, ${most}, ${butVersion ?? null})`
    const last = rows.at(-1)
    if (!last) return
    yield rows
    previous = last.subjectId
  }
}

/** How many keys each version has wrapped. */
export async function versionsInUse(sql: Sql): Promise<Map<number, number>> {
  const rows = await sql<{ version: number; subjects: number }[]>`
    select kek_version as version, subjects::int as subjects from key_versions_in_use()`
  return new Map(rows.map(({ version, subjects }) => [version, subjects]))
}

/** Puts the rewrapped keys in place of the old; answers with how many it did. */
export async function putRewrapped(sql: Sql, were: readonly SubjectKey[], are: readonly SubjectKey[]) {
  const keys = are.map(({ subjectId, version, wrapped }, at) => ({
    subject: subjectId,
    was: were[at]?.wrapped.toString('base64') ?? '',
    version,
    wrapped: wrapped.toString('base64'),
  }))
  const [row] = await sql<{ done: number }[]>`
    select rewrap_subject_keys(${JSON.stringify(keys)}::text::jsonb)::int as done`
  return row?.done ?? 0
}

export async function putKeys(sql: Sql, rows: readonly KeyRow[]): Promise<void> {
  const keys = rows.map(({ subjectId, version, wrapped, madeAt, compartment }) => ({
    subject: subjectId,
    version,
    wrapped: wrapped.toString('base64'),
    made: madeAt.toISOString(),
    compartment,
  }))
  await sql`select restore_subject_keys(${JSON.stringify(keys)}::text::jsonb)`
}

/**
 * Destroys what everything about a subject was sealed with. It bites at the next request; older copies of the key are
 * dead when the version that wrapped them is. False: there was no key.
 */
export async function shred(sql: Sql, subjectId: string, at: Date): Promise<boolean> {
  const [row] = await sql<{ gone: boolean }[]>`
    select shred_subject(${subjectId}, ${at.toISOString()}::timestamptz) as gone`
  return row?.gone ?? false
}

export const shreddedSubjects = (sql: Sql): Promise<{ subjectId: string; at: Date }[]> =>
  sql<{ subjectId: string; at: Date }[]>`
    select subject_id as "subjectId", shredded_at as at from shredded_subjects()`

export const newest = (versions: readonly KeyVersion[]): KeyVersion => {
  const [last] = versions.toSorted((a, b) => b.version - a.version)
  if (!last) throw new Error('there is no key')
  return last
}
