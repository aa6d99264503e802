import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { sealIdentity } from '#modules/protection'
import type { Day } from '#shared/dates.ts'

type Named = { childId: string; givenName: string; familyName: string; custody: readonly string[] }

/** The child is born. False: noted already, or not for this person to say. */
export async function noteBirth(
  work: Work,
  { childId, custody, bornOn, ...name }: Named & { bornOn: Day },
  isProtected: boolean,
): Promise<boolean> {
  const identity = { ...name, bornOn, expectedOn: undefined }
  const sealed = isProtected ? await sealIdentity(work, childId, identity) : undefined
  if (isProtected && !sealed) return false
  const { givenName, familyName } = sealed ? { givenName: null, familyName: null } : name
  const { rows } = await sql<{ done: boolean }>`
    select note_birth(${childId}, ${givenName}, ${familyName}, ${bornOn}::date, ${[...custody]}::uuid[],
      ${sealed ?? null}::bytea) as done`.execute(work.trx)
  return rows[0]?.done ?? false
}

/** One more child, born with the first, with a key of its own. False: there already, or not for this person to say. */
export async function addTwin(
  { trx, newId, newBox }: Work,
  { childId, twinId, ...twin }: Named & { twinId: string; matterId: string; due: Day },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select add_twin(${childId}, ${twinId}, ${twin.givenName}, ${twin.familyName}, ${[...twin.custody]}::uuid[],
      ${[twin.matterId, newId(), newId(), newId()]}::uuid[], ${twin.due}::date) as done`.execute(trx)
  if (!rows[0]?.done) return false
  await newBox(twinId)
  return true
}
