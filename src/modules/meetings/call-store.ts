import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { MeetingState, MeetingTextKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Purpose, Wishes } from './meeting.ts'
import { places } from './meeting-bodies.ts'

export type NewMeeting = {
  childId: string
  id: string
  matterId: string
  groupId: string | undefined
  startsAt: Date
  minutes: number
  place: SealedText
  purpose: Purpose
  wishes: Wishes
}

/** False when it is there already: the form was sent twice. */
export async function addMeeting(work: Work, meeting: NewMeeting): Promise<boolean> {
  const added = await work.trx
    .insertInto('meeting')
    .values({
      child_id: meeting.childId,
      id: meeting.id,
      matter_id: meeting.matterId,
      group_id: meeting.groupId ?? null,
      state: 'called',
      starts_at: meeting.startsAt,
      minutes: meeting.minutes,
      made_by: work.actor.personId,
      made_at: work.at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  const texts = [
    ['place', { place: meeting.place }],
    ['purpose', meeting.purpose],
    ['wishes', meeting.wishes],
  ] as const
  await work.trx
    .insertInto('meeting_text')
    .values(
      await Promise.all(
        texts.map(async ([kind, body]) => ({
          child_id: meeting.childId,
          meeting_id: meeting.id,
          kind,
          body: await sealedText(work, meeting.childId, meeting.id, kind, 1, body),
        })),
      ),
    )
    .execute()
  return true
}

const sealedText = async (
  { box }: Work,
  childId: string,
  meetingId: string,
  kind: MeetingTextKind,
  version: number,
  body: unknown,
) => (await box(childId)).seal(places.text(meetingId, kind, version), body)

export type NewParty = {
  childId: string
  meetingId: string
  unitId?: string | undefined
  engagementId?: string | undefined
  personId?: string | undefined
  isChild: boolean
  called?: string | undefined
  prepare?: SealedText | undefined
}

/** Invites somebody. Undefined when they are invited already. */
export async function addParty(
  { trx, at, newId, box }: Work,
  { called, prepare, ...party }: NewParty,
): Promise<string | undefined> {
  const id = newId()
  const added = await trx
    .insertInto('meeting_party')
    .values({
      child_id: party.childId,
      meeting_id: party.meetingId,
      id,
      unit_id: party.unitId ?? null,
      engagement_id: party.engagementId ?? null,
      person_id: party.personId ?? null,
      is_child: party.isChild,
      invited_at: at,
      called: called ?? null,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return undefined
  if (!prepare) return id
  await trx
    .insertInto('meeting_invitation')
    .values({
      child_id: party.childId,
      meeting_id: party.meetingId,
      party_id: id,
      body: (await box(party.childId)).seal(places.invitation(id), { prepare }),
    })
    .execute()
  return id
}

type Moved = {
  childId: string
  meetingId: string
  seenVersion: number
  startsAt: Date
  minutes: number
  place: SealedText
}

/** Another time or place. Those who had answered are asked again. False when somebody else saved first. */
export async function moveMeeting(
  work: Work,
  { childId, meetingId, seenVersion, startsAt, minutes, place }: Moved,
): Promise<boolean> {
  const version = seenVersion + 1
  const moved = await bump(work, { childId, meetingId, seenVersion })
    .set({ starts_at: startsAt, minutes })
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  await work.trx
    .updateTable('meeting_text')
    .set({ version, body: await sealedText(work, childId, meetingId, 'place', version, { place }) })
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .where('kind', '=', 'place')
    .execute()
  return true
}

/** Everybody is asked anew; an earlier answer was to another time. */
export async function askAgain({ trx, at }: Work, childId: string, meetingId: string): Promise<void> {
  await trx
    .updateTable('meeting_party')
    .set({ answer: null, answered_at: null, invited_at: at, version: sql`version + 1` })
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .execute()
}

/** Called off, or held. False when somebody else saved first. */
export async function endMeeting(
  work: Work,
  meeting: { childId: string; meetingId: string; seenVersion: number; state: MeetingState },
): Promise<boolean> {
  const ended = await bump(work, meeting).set({ state: meeting.state }).executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

const bump = (
  { trx }: Work,
  { childId, meetingId, seenVersion }: { childId: string; meetingId: string; seenVersion: number },
) =>
  trx
    .updateTable('meeting')
    .set({ version: seenVersion + 1 })
    .where('child_id', '=', childId)
    .where('id', '=', meetingId)
    .where('version', '=', seenVersion)
    .where('state', 'in', ['planned', 'called'])
