import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { InvitationAnswer } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { ChildsWishes } from './meeting.ts'
import { places } from './meeting-bodies.ts'

type Answered = {
  childId: string
  meetingId: string
  partyId: string
  seenVersion: number
  answer: InvitationAnswer
}

/** False when somebody else answered first. */
export async function saveAnswer({ trx, at }: Work, answered: Answered): Promise<boolean> {
  const saved = await trx
    .updateTable('meeting_party')
    .set({ answer: answered.answer, answered_at: at, version: answered.seenVersion + 1 })
    .where('child_id', '=', answered.childId)
    .where('meeting_id', '=', answered.meetingId)
    .where('id', '=', answered.partyId)
    .where('version', '=', answered.seenVersion)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}

type Place = { childId: string; meetingId: string; partyId: string; id: string }

/** What somebody wants to say; the database lets it replace what they said before. */
export const saveWords = (work: Work, place: Place, said: { text: SealedText; open: boolean }) =>
  save(work, place, { text: said.text }, { is_open: said.open })

/** What the child wishes, in the same way. */
export const saveWishes = (work: Work, place: Place, wishes: ChildsWishes) =>
  save(work, place, wishes, { is_open: false, is_wishes: true })

/** What was decided, in the child's own words, for all who read of the meeting. */
export const saveAfterwards = (work: Work, place: Place, text: SealedText | undefined) =>
  save(work, place, { text }, { is_open: true, is_after: true })

async function save(
  { trx, at, actor, box }: Work,
  { childId, meetingId, partyId, id }: Place,
  body: object,
  kind: { is_open: boolean; is_wishes?: true; is_after?: true },
): Promise<void> {
  await trx
    .insertInto('meeting_words')
    .values({
      child_id: childId,
      meeting_id: meetingId,
      id,
      party_id: partyId,
      body: (await box(childId)).seal(places.words(id), body),
      ...kind,
      written_by: actor.personId,
      written_at: at,
    })
    .execute()
}

/** Was this very form saved already? A child may not read its words again, and may still send them twice. */
export async function isSaved(
  { trx }: Work,
  { childId, meetingId, id }: Omit<Place, 'partyId'>,
): Promise<boolean> {
  const { rows } = await sql<{ sent: boolean }>`
    select words_are_sent(${childId}, ${meetingId}, ${id}) as sent`.execute(trx)
  return rows[0]?.sent === true
}
