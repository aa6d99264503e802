import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { swedishDay } from '#shared/dates.ts'
import { personOf, printedName } from '#shared/person.ts'
import {
  type Kind,
  kinds,
  type Mark,
  type Member,
  type Somebody,
  type Source,
  sources,
} from './protection.ts'

/** The marks on the child and on its guardians, the newest first: those that stand, and those that have something left. */
export async function listMarks({ trx }: Work, childId: string): Promise<Mark[]> {
  const rows = await trx
    .selectFrom('protection_mark')
    .select(['id', 'person_id', 'kind', 'source', 'marked_on', 'lifted_at'])
    .select(['name_shown_at', 'birth_shown_at', 'places_shown_at', 'contact_shown_at'])
    .where('child_id', '=', childId)
    .orderBy('marked_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id ?? undefined,
    kind: kindOf(row.kind),
    source: sourceOf(row.source),
    markedOn: row.marked_on,
    liftedOn: row.lifted_at ? swedishDay(row.lifted_at) : undefined,
    shown: {
      name: row.name_shown_at !== null,
      birth: row.birth_shown_at !== null,
      places: row.places_shown_at !== null,
      contact: row.contact_shown_at !== null,
    },
  }))
}
const kindOf = (text: string): Kind => kinds.find((kind) => kind === text) ?? 'sekretessmarkering'
const sourceOf = (text: string): Source => sources.find((source) => source === text) ?? 'annan'

/** Those who are told, by name. */
export async function listMembers({ trx, actor, at }: Work, childId: string): Promise<Member[]> {
  const rows = await trx
    .selectFrom('protection_member as m')
    .leftJoin('engagement as e', 'e.id', 'm.engagement_id')
    .leftJoin('person as p', (join) => join.on(sql<boolean>`p.id = coalesce(e.person_id, m.person_id)`))
    .select(['m.id', 'm.engagement_id', 'm.person_id', 'e.title', 'p.given_name', 'p.family_name'])
    .where('m.child_id', '=', childId)
    .where((eb) => eb.or([eb('m.valid_to', 'is', null), eb('m.valid_to', '>', at)]))
    .orderBy('m.valid_from')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    who: row.engagement_id ?? row.person_id ?? '',
    name: printedName(row),
    title: row.title ?? undefined,
    isMe: row.engagement_id !== null && row.engagement_id === actor.engagementId,
  }))
}

/** Those whom two administrators have chosen: the group may let them know. */
export async function whoMayBeTold({ trx }: Work, engagementIds: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    select one as id from unnest(${[...engagementIds]}::uuid[]) one where may_be_told(one)`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

/** The child's guardians at this moment. */
export async function listFamily({ trx, today }: Work, childId: string): Promise<Somebody[]> {
  const rows = await trx
    .selectFrom('guardianship as g')
    .innerJoin('person_here as p', 'p.id', 'g.person_id')
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.protection', 'g.called'])
    .where('g.child_id', '=', childId)
    .where('g.valid_from', '<=', today)
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', today)]))
    .orderBy('g.called')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ id: row.id, person: personOf(row), called: row.called }))
}

/** Lets somebody know who and where. In the group already: nothing more happens. */
export async function addMember(
  { trx, at, actor }: Work,
  childId: string,
  member: { id: string } & ({ engagementId: string } | { personId: string }),
): Promise<void> {
  const engagement_id = 'engagementId' in member ? member.engagementId : null
  const person_id = 'personId' in member ? member.personId : null
  const had = await trx
    .selectFrom('protection_member')
    .select('id')
    .where('child_id', '=', childId)
    .where('valid_to', 'is', null)
    .where(engagement_id ? 'engagement_id' : 'person_id', '=', engagement_id ?? person_id)
    .executeTakeFirst()
  if (had) return
  await trx
    .insertInto('protection_member')
    .values({
      child_id: childId,
      id: member.id,
      engagement_id,
      person_id,
      added_by: actor.personId,
      valid_from: at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** From the next request on they are told no longer. */
export async function removeMember({ trx, at }: Work, childId: string, memberId: string): Promise<void> {
  await trx
    .updateTable('protection_member')
    .set({ valid_to: at })
    .where('child_id', '=', childId)
    .where('id', '=', memberId)
    .where('valid_to', 'is', null)
    .execute()
}
