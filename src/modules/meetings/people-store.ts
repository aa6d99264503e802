import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Child, childOf } from '#modules/children'
import { nameOf } from '#shared/person.ts'

/** A unit that the family has been asked about, and that nobody has said no to. */
export type WaitingUnit = { unitId: string; name: string; holderEngagementId: string | undefined }

export async function listWaitingUnits({ trx }: Work, childId: string): Promise<WaitingUnit[]> {
  const { rows } = await sql<{ unitId: string; name: string; holderEngagementId: string | null }>`
    select distinct u.id as "unitId", u.name, f.holder_engagement_id as "holderEngagementId"
    from consent_unit cu
      join consent c on c.child_id = cu.child_id and c.id = cu.consent_id
      join unit_here u on u.id = cu.unit_id
      left join unit_function f on f.unit_id = u.id and f.kind = 'best_interests_lead'
    where cu.child_id = ${childId} and cu.child_id in (select unnest(my_lead_children()))
      and cu.complete_since is null and c.valid_to > asked_at()
      and not exists (select from consent_answer a where a.child_id = cu.child_id and a.consent_id = cu.consent_id
        and a.unit_id = cu.unit_id and a.answer <> 'yes' and not exists (select from consent_answer later
          where later.child_id = a.child_id and later.consent_id = a.consent_id and later.unit_id = a.unit_id
            and later.signer_id = a.signer_id and later.seq > a.seq))
    order by u.name`.execute(trx)
  return rows.map((row) => ({ ...row, holderEngagementId: row.holderEngagementId ?? undefined }))
}

export type Sibling = { child: Child; meetingId: string | undefined }

/** Children with the same guardians as this one, and their part of the same meeting if they have one. */
export async function listSiblings({ trx }: Work, childId: string, groupId: string): Promise<Sibling[]> {
  const rows = await trx
    .selectFrom('child as c')
    .leftJoin('meeting as m', (join) =>
      join.onRef('m.child_id', '=', 'c.id').on('m.group_id', '=', groupId).on('m.state', '<>', 'cancelled'),
    )
    .select([
      'c.id',
      'c.given_name',
      'c.family_name',
      'c.protection',
      'c.provisional',
      'c.born_on',
      'c.expected_on',
      'm.id as meeting_id',
    ])
    .where(sql<boolean>`c.id in (select unnest(siblings_of(${childId}::uuid)))`)
    .execute()
  return rows
    .map((row) => ({ child: childOf(row), meetingId: row.meeting_id ?? undefined }))
    .sort((one, other) => nameOf(one.child.person).localeCompare(nameOf(other.child.person), 'sv'))
}

/** Is the meeting one that a sibling has, with the same guardians? */
export async function isSiblingsMeeting({ trx }: Work, childId: string, groupId: string): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select meeting_is_of_sibling(${childId}::uuid, ${groupId}::uuid) as yes`.execute(trx)
  return rows[0]?.yes === true
}
