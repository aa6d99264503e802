import { sql } from 'kysely'
import type { Day } from '#shared/dates.ts'
import type { Trx } from '#shared/db.ts'

// What stands in the database, for whoever must know what became of an act whose answer was lost.

export async function isClosed(admin: Trx, childId: string): Promise<boolean> {
  const open = await admin
    .selectFrom('matter')
    .select('id')
    .where('child_id', '=', childId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return open === undefined
}

export const handoverOf = (admin: Trx, childId: string, id: string) =>
  admin
    .selectFrom('handover')
    .select(['state', 'lapsed_at'])
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Who is to see to an offer that nobody has answered, where somebody has been told. */
export async function seesTo(admin: Trx, childId: string, handoverId: string): Promise<string | undefined> {
  const task = await admin
    .selectFrom('task')
    .select('engagement_id')
    .where('child_id', '=', childId)
    .where('about_id', '=', handoverId)
    .where('kind', '=', 'see_to_handover')
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return task?.engagement_id
}

/** The tenure that goes on: whose it is, and since when. */
export async function tenureOf(admin: Trx, childId: string) {
  const tenure = await admin
    .selectFrom('responsibility')
    .select(['id', 'engagement_id'])
    .where('child_id', '=', childId)
    .where('kind', '=', 'best_interests_lead')
    .where(sql<boolean>`upper_inf(during)`)
    .executeTakeFirst()
  return tenure && { id: tenure.id, engagementId: tenure.engagement_id }
}

/** The children of whom it is proposed to prepare a hand-over, and the day when somebody else is to be BBA. */
export async function proposed(admin: Trx): Promise<Map<string, Day>> {
  const tasks = await admin
    .selectFrom('task')
    .select(['child_id', 'due_on'])
    .where('kind', '=', 'plan_handover')
    .where('done_at', 'is', null)
    .execute()
  return new Map(tasks.map(({ child_id, due_on }) => [child_id, due_on]))
}

/** What registers have said of a child that nobody has answered. */
export const unanswered = (admin: Trx, childId: string) =>
  admin
    .selectFrom('register_says')
    .select(['id', 'fact'])
    .where('child_id', '=', childId)
    .where('answered_at', 'is', null)
    .execute()

export const employmentOf = (admin: Trx, engagementId: string) =>
  admin
    .selectFrom('engagement')
    .select(['person_id', 'valid_from', 'valid_to'])
    .where('id', '=', engagementId)
    .executeTakeFirst()

export async function isApproved(admin: Trx, appointmentId: string): Promise<boolean> {
  const row = await admin
    .selectFrom('appointment')
    .select('approved')
    .where('id', '=', appointmentId)
    .executeTakeFirst()
  return row?.approved === true
}

/** The children whom somebody has had to do with. */
export async function childrenOf(admin: Trx, engagementId: string): Promise<string[]> {
  const rows = await admin
    .selectFrom('assignment')
    .select('child_id')
    .distinct()
    .where('engagement_id', '=', engagementId)
    .orderBy('child_id')
    .limit(3)
    .execute()
  return rows.map(({ child_id }) => child_id)
}
