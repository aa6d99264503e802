import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'
import type { PartyPart, SecrecyKind, UnitKind, WheelArea } from '#shared/schema.ts'
import type { PartyUnit, Share, SharingTest } from './sharing.ts'

type PartyRow = {
  unit_id: string
  name: string
  kind: UnitKind
  secrecy_unit_id: string
  secrecy_kind: SecrecyKind
  consent_id: string | null
  living_consent_id: string | null
  agreed_until: Date | null
  areas: WheelArea[] | null
  grant_id: string | null
  part: PartyPart | null
  since: Date | null
  until: Date
  engagement_id: string | null
  person_id: string | null
  given_name: string | null
  family_name: string | null
  title: string | null
  phone: string | null
}

/**
 * The units that take part around the child. Those who carry the matter also get the units that everybody has said yes
 * to but that are not let in yet (`grantId` is undefined). The family gets what is not barred for it.
 */
export async function findPartyUnits({ trx }: Work, childId: string): Promise<PartyUnit[]> {
  const { rows } = await sql<PartyRow>`
    with living as (
      select distinct on (g.to_unit_id) g.to_unit_id, g.id, g.part, g.contact_engagement_id, g.consent_id, g.valid_to,
        g.decided_at
      from access_grant g
      where g.child_id = ${childId} and g.kind = 'party' and g.to_unit_id is not null and grant_lives(g)
      order by g.to_unit_id, g.decided_at desc),
    agreed as (
      select distinct on (cu.unit_id) cu.unit_id, cu.consent_id, c.valid_to, consented_areas(cu)::text[] as areas
      from consent_unit cu join consent c on c.child_id = cu.child_id and c.id = cu.consent_id
      where cu.child_id = ${childId} and cu.child_id in (select unnest(my_lead_children()))
        and cu.complete_since is not null and c.valid_from <= asked_at() and c.valid_to > asked_at()
      order by cu.unit_id, c.valid_to desc)
    select u.id as unit_id, u.name, u.kind, u.secrecy_unit_id, s.kind as secrecy_kind,
      agreed.consent_id, agreed.valid_to as agreed_until, agreed.areas, living.consent_id as living_consent_id,
      living.id as grant_id, living.part, living.decided_at as since,
      coalesce(living.valid_to, agreed.valid_to) as until,
      e.id as engagement_id, p.id as person_id, p.given_name, p.family_name, e.title, coalesce(e.phone, u.phone) as phone
    from unit_here u
      join secrecy_unit s on s.id = u.secrecy_unit_id
      left join living on living.to_unit_id = u.id
      left join agreed on agreed.unit_id = u.id
      left join unit_function f on f.unit_id = u.id and f.kind = 'best_interests_lead'
      left join engagement_here e on e.id = coalesce(living.contact_engagement_id, f.holder_engagement_id)
      left join person_here p on p.id = e.person_id
    where living.id is not null or agreed.consent_id is not null
    order by u.name collate "sv-SE-x-icu"`.execute(trx)
  return rows.map(partyUnitOf)
}

const partyUnitOf = (row: PartyRow): PartyUnit => ({
  unitId: row.unit_id,
  name: row.name,
  kind: row.kind,
  secrecyUnitId: row.secrecy_unit_id,
  secrecyKind: row.secrecy_kind,
  consentId: row.consent_id ?? undefined,
  areas: row.areas ?? [],
  grantId: row.grant_id ?? undefined,
  part: row.part ?? undefined,
  contact:
    row.engagement_id && row.person_id && row.title
      ? {
          engagementId: row.engagement_id,
          personId: row.person_id,
          name: printedName(row),
          title: row.title,
          phone: row.phone ?? undefined,
        }
      : undefined,
  until: row.until,
  renewal:
    row.grant_id && row.consent_id && row.agreed_until && row.consent_id !== row.living_consent_id
      ? { until: row.agreed_until }
      : undefined,
  since: row.since ?? undefined,
})

export type NewParty = {
  grantId: string
  childId: string
  unitId: string
  consentId: string
  part: PartyPart
  contactEngagementId: string
  until: Date
}

/** A part in plan and meetings, from what stands in the plan now. False when the form was sent twice. */
export async function addParty({ trx, at, actor }: Work, party: NewParty): Promise<boolean> {
  const added = await trx
    .insertInto('access_grant')
    .values({
      child_id: party.childId,
      id: party.grantId,
      kind: 'party',
      part: party.part,
      reads_from: at,
      from_secrecy_unit_id: actor.secrecyUnitId ?? '',
      to_unit_id: party.unitId,
      contact_engagement_id: party.contactEngagementId,
      legal_ground: 'samtycke',
      consent_id: party.consentId,
      decided_by: actor.personId,
      decided_at: at,
      valid_to: party.until,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Lets the one in the unit who is named reach the child until a day. Twice is once. */
export async function assignParty(
  { trx, at, actor, newId }: Work,
  party: { childId: string; engagementId: string; until: Date },
): Promise<void> {
  await sql`
    insert into assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from, valid_to)
    select ${party.childId}, ${newId()}, 'party', e.id, u.secrecy_unit_id, ${actor.personId},
      ${at.toISOString()}::timestamptz, ${party.until.toISOString()}::timestamptz
    from engagement_here e join unit_here u on u.id = e.unit_id
    where e.id = ${party.engagementId} and not exists (select from assignment a
      where a.child_id = ${party.childId} and a.engagement_id = e.id and a.kind = 'party'
        and (a.valid_to is null or a.valid_to >= ${party.until.toISOString()}::timestamptz))`.execute(trx)
}

/** The one who is named reaches the child no longer, unless something else than a party's grant lets them. */
export async function unassignParty(
  { trx, at }: Work,
  { childId, engagementId }: { childId: string; engagementId: string },
): Promise<void> {
  await trx
    .updateTable('assignment')
    .set({ valid_to: at })
    .where('child_id', '=', childId)
    .where('kind', '=', 'party')
    .where('engagement_id', '=', engagementId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', at)]))
    .execute()
}

/** What is known of an item that somebody wants to share; undefined when the person cannot see it. */
export const findShareable = ({ trx }: Work, childId: string, itemId: string) =>
  trx
    .selectFrom('item as i')
    .leftJoin('statement as s', (join) =>
      join.onRef('s.child_id', '=', 'i.child_id').onRef('s.item_id', '=', 'i.id'),
    )
    .select(['i.readers', 'i.version', 's.area'])
    .where('i.child_id', '=', childId)
    .where('i.id', '=', itemId)
    .executeTakeFirst()

const testPlace = (grantId: string) => ({
  table: 'access_grant',
  column: 'sharing_test',
  row: grantId,
  version: 1,
})

export async function addItemGrant(
  work: Work,
  grantId: string,
  share: Share & { contactEngagementId: string | undefined },
): Promise<void> {
  const { trx, at, actor } = work
  const { childId, to, why } = share
  await trx
    .insertInto('access_grant')
    .values({
      child_id: childId,
      id: grantId,
      kind: 'item_version',
      item_id: share.itemId,
      item_version: share.version,
      from_secrecy_unit_id: actor.secrecyUnitId ?? '',
      to_unit_id: 'unitId' in to ? to.unitId : null,
      to_person_id: 'personId' in to ? to.personId : null,
      contact_engagement_id: share.contactEngagementId ?? null,
      legal_ground: share.ground,
      consent_id: share.consentId ?? null,
      sharing_test: why ? await sealTest(work, childId, grantId, why) : null,
      decided_by: actor.personId,
      decided_at: at,
      valid_to: share.until,
    })
    .execute()
}

const sealTest = async ({ box }: Work, childId: string, grantId: string, why: SharingTest) =>
  (await box(childId)).seal(testPlace(grantId), why)

/** The grant that opens this version to the recipient already. */
export async function findShared(
  { trx }: Work,
  { childId, itemId, version, to }: Share,
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('access_grant as g')
    .select('g.id')
    .where('g.child_id', '=', childId)
    .where('g.item_id', '=', itemId)
    .where('g.item_version', '=', version)
    .where((eb) =>
      'unitId' in to ? eb('g.to_unit_id', '=', to.unitId) : eb('g.to_person_id', '=', to.personId),
    )
    .where(sql<boolean>`grant_lives(g)`)
    .executeTakeFirst()
  return row?.id
}

/** Ends a grant at this moment. False when there is none of that id to end. */
export async function endGrant(
  { trx, at, actor }: Work,
  { childId, grantId }: { childId: string; grantId: string },
): Promise<boolean> {
  const ended = await trx
    .updateTable('access_grant')
    .set({ ended_at: at, ended_by: actor.personId })
    .where('child_id', '=', childId)
    .where('id', '=', grantId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

export async function findGrant({ trx }: Work, childId: string, grantId: string) {
  const row = await trx
    .selectFrom('access_grant')
    .select(['kind', 'to_unit_id'])
    .where('child_id', '=', childId)
    .where('id', '=', grantId)
    .executeTakeFirst()
  return row && { kind: row.kind, unitId: row.to_unit_id ?? undefined }
}

/** Nobody in the unit reaches the child any longer, unless something else is still shared with it. */
export async function unassignUnit(
  { trx, at }: Work,
  { childId, unitId }: { childId: string; unitId: string },
): Promise<void> {
  await trx
    .updateTable('assignment')
    .set({ valid_to: at })
    .where('child_id', '=', childId)
    .where('kind', '=', 'party')
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', at)]))
    .where(sql<boolean>`engagement_id in (select e.id from engagement_here e where e.unit_id = ${unitId})`)
    .where(sql<boolean>`not exists (select from access_grant g
      where g.child_id = ${childId} and g.to_unit_id = ${unitId} and grant_lives(g))`)
    .where(sql<boolean>`not exists (select from handover h
      where h.child_id = ${childId} and h.to_unit_id = ${unitId} and h.state = 'offered')`)
    .execute()
}
