import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { SharingTest } from './sharing.ts'

// What is owed when something is shared without the family's yes.

const place = (table: 'family_informed' | 'sharing_reason', row: string) => ({
  table,
  column: 'body',
  row,
  version: 1,
})

/** The family was informed, not asked; or it was not, and it is written why. */
export async function addInformed(
  { trx, at, actor, box }: Work,
  note: { childId: string; grantId: string; informed: boolean; how: SealedText },
): Promise<void> {
  const { childId, grantId, informed, how } = note
  await trx
    .insertInto('family_informed')
    .values({
      child_id: childId,
      grant_id: grantId,
      informed,
      body: (await box(childId)).seal(place('family_informed', grantId), { how }),
      noted_by: actor.personId,
      noted_at: at,
    })
    .execute()
}

/** Something that was shared in an emergency, as the one who did it meets it afterwards. */
export type Emergency = { unitName: string; sharedOn: Day; explained: boolean }

export async function findEmergency(
  { trx, actor }: Work,
  childId: string,
  grantId: string,
): Promise<Emergency | undefined> {
  const row = await trx
    .selectFrom('access_grant as g')
    .innerJoin('unit_here as u', 'u.id', 'g.to_unit_id')
    .leftJoin('sharing_reason as r', (join) =>
      join.onRef('r.child_id', '=', 'g.child_id').onRef('r.grant_id', '=', 'g.id'),
    )
    .select(['u.name', 'g.decided_at', 'g.sharing_test', 'r.grant_id as explained'])
    .where('g.child_id', '=', childId)
    .where('g.id', '=', grantId)
    .where('g.legal_ground', '=', 'nod')
    .where('g.decided_by', '=', actor.personId)
    .executeTakeFirst()
  return (
    row && {
      unitName: row.name,
      sharedOn: swedishDay(row.decided_at),
      explained: row.explained !== null || row.sharing_test !== null,
    }
  )
}

/** Once. Explained already: nothing more happens. */
export async function addReason(
  { trx, at, actor, box }: Work,
  { childId, grantId, why }: { childId: string; grantId: string; why: SharingTest },
): Promise<void> {
  await trx
    .insertInto('sharing_reason')
    .values({
      child_id: childId,
      grant_id: grantId,
      body: (await box(childId)).seal(place('sharing_reason', grantId), why),
      written_by: actor.personId,
      written_at: at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}
