import type { Work } from '#modules/audit'
import type { InvitationAnswer } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
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

type NewWords = {
  childId: string
  meetingId: string
  partyId: string
  id: string
  text: SealedText
  open: boolean
}

/** What somebody wants to say, instead of what they said before. */
export async function saveWords({ trx, at, actor, box }: Work, words: NewWords): Promise<void> {
  await trx
    .updateTable('meeting_words')
    .set({ replaced_at: at })
    .where('child_id', '=', words.childId)
    .where('meeting_id', '=', words.meetingId)
    .where('party_id', '=', words.partyId)
    .where('replaced_at', 'is', null)
    .execute()
  await trx
    .insertInto('meeting_words')
    .values({
      child_id: words.childId,
      meeting_id: words.meetingId,
      id: words.id,
      party_id: words.partyId,
      body: (await box(words.childId)).seal(places.words(words.id), { text: words.text }),
      is_open: words.open,
      written_by: actor.personId,
      written_at: at,
    })
    .execute()
}

/** Was this very form saved already? */
export async function isSaved(
  { trx }: Work,
  { childId, meetingId, id }: Pick<NewWords, 'childId' | 'meetingId' | 'id'>,
): Promise<boolean> {
  const row = await trx
    .selectFrom('meeting_words')
    .select('id')
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
