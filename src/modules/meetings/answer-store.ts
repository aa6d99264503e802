import { sql } from 'kysely'
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

/** What somebody wants to say; the database lets it replace what they said before. */
export async function saveWords({ trx, at, actor, box }: Work, words: NewWords): Promise<void> {
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

/** Was this very form saved already? A child may not read its words again, and may still send them twice. */
export async function isSaved(
  { trx }: Work,
  { childId, meetingId, id }: Pick<NewWords, 'childId' | 'meetingId' | 'id'>,
): Promise<boolean> {
  const { rows } = await sql<{ sent: boolean }>`
    select words_are_sent(${childId}, ${meetingId}, ${id}) as sent`.execute(trx)
  return rows[0]?.sent === true
}
