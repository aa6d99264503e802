import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'

type Named = { childId: string; givenName: string; familyName: string; custody: readonly string[] }

/** The child is born. False: noted already, or not for this person to say. */
export async function noteBirth(
  { trx }: Work,
  { childId, ...born }: Named & { bornOn: Day },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select note_birth(${childId}, ${born.givenName}, ${born.familyName}, ${born.bornOn}::date,
      ${[...born.custody]}::uuid[]) as done`.execute(trx)
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
