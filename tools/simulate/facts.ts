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

export async function stateOf(admin: Trx, childId: string, id: string) {
  const row = await admin
    .selectFrom('handover')
    .select('state')
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.state
}

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
