import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { addWorkingDays } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'

/** Was the child told first, and why not if not: for those who write the plan. */
export async function addEnding(
  { trx, at, actor, box }: Work,
  ending: {
    childId: string
    planId: string
    childFirst: 'told' | 'not_told' | undefined
    about: SealedText | undefined
  },
): Promise<void> {
  const { childId, planId, childFirst, about } = ending
  if (!childFirst && !about) return
  const place = { table: 'plan_ending', column: 'body', row: planId, version: 1 }
  await trx
    .insertInto('plan_ending')
    .values({
      child_id: childId,
      plan_id: planId,
      body: (await box(childId)).seal(place, { childFirst, about }),
      written_by: actor.personId,
      written_at: at,
    })
    .execute()
}

/** The BBA gets to know within so many working days. */
const tellWithin = 2

/** The family ends the collaboration, and everything that rests on its yes. False when there is none to end. */
export async function endByFamily({ trx, newId, today }: Work, childId: string): Promise<boolean> {
  const due = addWorkingDays(today, tellWithin)
  const { rows } = await sql<{ done: boolean }>`
    select end_collaboration(${childId}, ${[newId(), newId()]}::uuid[], ${due}::date) as done`.execute(trx)
  return rows[0]?.done ?? false
}

/** No other unit takes part any more, from this moment on. */
export async function endParties({ trx, at, actor }: Work, childId: string): Promise<void> {
  await trx
    .updateTable('access_grant')
    .set({ ended_at: at, ended_by: actor.personId })
    .where('child_id', '=', childId)
    .where('kind', '=', 'party')
    .where('ended_at', 'is', null)
    .execute()
}
