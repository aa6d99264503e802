import { sql } from 'kysely'
import type { z } from 'zod'
import type { Work } from '#modules/audit'
import { personOf } from '#shared/person.ts'
import type { MeetingTextKind, PartyPart } from '#shared/schema.ts'
import type { Afterwards, ChildsWishes, Meeting, Party, Words } from './meeting.ts'
import { bodies, places } from './meeting-bodies.ts'

/** The meeting as far as the person who asks may know it; undefined when it is not known to them. */
export async function findMeeting(
  { trx, box }: Work,
  childId: string,
  meetingId: string,
): Promise<Meeting | undefined> {
  const [row, texts] = await Promise.all([
    trx
      .selectFrom('meeting')
      .select(['child_id', 'id', 'state', 'starts_at', 'minutes', 'version', 'group_id'])
      .where('child_id', '=', childId)
      .where('id', '=', meetingId)
      .executeTakeFirst(),
    trx
      .selectFrom('meeting_text')
      .select(['kind', 'body', 'version'])
      .where('child_id', '=', childId)
      .where('meeting_id', '=', meetingId)
      .execute(),
  ])
  if (!row) return undefined
  const childsBox = await box(childId)
  const textOf = <S extends z.ZodType>(kind: MeetingTextKind, schema: S) => {
    const text = texts.find((found) => found.kind === kind)
    return text && childsBox.open(places.text(meetingId, kind, text.version), text.body, schema)
  }
  return {
    childId,
    id: meetingId,
    state: row.state,
    startsAt: row.starts_at,
    minutes: row.minutes,
    version: row.version,
    groupId: row.group_id ?? undefined,
    place: textOf('place', bodies.place)?.place,
    purpose: textOf('purpose', bodies.purpose),
    wishes: textOf('wishes', bodies.wishes),
  }
}

const partyRows = ({ trx }: Work, childId: string, meetingId: string) =>
  trx
    .selectFrom('meeting_party as m')
    .leftJoin('unit_here as u', 'u.id', 'm.unit_id')
    .leftJoin('engagement_here as e', 'e.id', 'm.engagement_id')
    .leftJoin('person_here as p', (join) => join.on(sql<boolean>`p.id = coalesce(m.person_id, e.person_id)`))
    .leftJoin('meeting_invitation as i', (join) =>
      join
        .onRef('i.child_id', '=', 'm.child_id')
        .onRef('i.meeting_id', '=', 'm.meeting_id')
        .onRef('i.party_id', '=', 'm.id'),
    )
    .leftJoin('child as c', (join) => join.onRef('c.id', '=', 'm.child_id').on('m.is_child', '=', true))
    .select([
      'm.id',
      'm.unit_id',
      'm.engagement_id',
      'm.person_id',
      'm.is_child',
      'm.answer',
      'm.attended',
      'm.called',
      'i.body',
      'm.version',
      'u.name as unit_name',
      'e.title',
      sql<string | null>`coalesce(c.given_name, p.given_name)`.as('given_name'),
      sql<string | null>`coalesce(c.family_name, p.family_name)`.as('family_name'),
      sql<string>`coalesce(c.protection, p.protection, 'none')`.as('protection'),
      sql<string | null>`c.person_id`.as('childs_person'),
      sql<PartyPart | null>`(select g.part from access_grant g where g.child_id = m.child_id and g.kind = 'party'
        and g.to_unit_id = m.unit_id and grant_lives(g) limit 1)`.as('part'),
      sql<boolean>`exists (select from responsibility r where r.child_id = m.child_id and r.unit_id = m.unit_id
        and r.kind = 'best_interests_lead' and r.during @> asked_at())`.as('inside'),
    ])
    .where('m.child_id', '=', childId)
    .where('m.meeting_id', '=', meetingId)
    .orderBy('m.is_child', 'desc')
    .orderBy(sql`m.person_id is null`)
    .orderBy(sql`u.name collate "sv-SE-x-icu"`)
    .orderBy('m.id')

/** Those who are invited, as far as the person who asks may know of them: the child first, then the family. */
export async function listParties(work: Work, childId: string, meetingId: string): Promise<Party[]> {
  const { actor, box } = work
  const rows = await partyRows(work, childId, meetingId).execute()
  const childsBox = await box(childId)
  return rows.map((row): Party => {
    const invitation = row.body ? childsBox.open(places.invitation(row.id), row.body, bodies.invitation) : {}
    const family = actor.kind === 'family'
    return {
      id: row.id,
      role: row.is_child ? 'child' : row.unit_id ? 'unit' : 'guardian',
      person: personOf({ ...row, id: row.person_id ?? row.engagement_id ?? childId }),
      called: row.called ?? undefined,
      unitId: row.unit_id ?? undefined,
      unitName: row.unit_name ?? undefined,
      engagementId: row.engagement_id ?? undefined,
      title: row.title ?? undefined,
      inside: row.inside,
      part: row.part ?? undefined,
      prepare: invitation.prepare,
      answer: row.answer ?? undefined,
      attended: row.attended ?? undefined,
      version: row.version,
      mine: family
        ? row.person_id === actor.personId || row.childs_person === actor.personId
        : row.unit_id !== null && row.unit_id === actor.unitId,
    }
  })
}

/** What those invited want to say, as far as it may be read. */
export async function listWords({ trx, box }: Work, childId: string, meetingId: string): Promise<Words[]> {
  const rows = await trx
    .selectFrom('meeting_words')
    .select(['id', 'party_id', 'body', 'is_open'])
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .where('replaced_at', 'is', null)
    .where('is_wishes', '=', false)
    .where('is_after', '=', false)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  const childsBox = await box(childId)
  return rows.map((row) => ({
    partyId: row.party_id,
    open: row.is_open,
    text: childsBox.open(places.words(row.id), row.body, bodies.words).text,
  }))
}

/** What the child wishes for the meeting, for those who may know; the child itself does not read it again. */
export async function findWishes(
  { trx, box }: Work,
  childId: string,
  meetingId: string,
): Promise<ChildsWishes | undefined> {
  const row = await trx
    .selectFrom('meeting_words')
    .select(['id', 'body'])
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .where('is_wishes', '=', true)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return row && (await box(childId)).open(places.words(row.id), row.body, bodies.childsWishes)
}

/** What was decided, in the child's own words. */
export async function findAfterwards(
  { trx, box }: Work,
  childId: string,
  meetingId: string,
): Promise<Afterwards | undefined> {
  const row = await trx
    .selectFrom('meeting_words')
    .select(['id', 'body'])
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .where('is_after', '=', true)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return row && { text: (await box(childId)).open(places.words(row.id), row.body, bodies.afterwards).text }
}
