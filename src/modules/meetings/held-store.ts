import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Party } from './meeting.ts'
import { findAfterwards, listParties } from './meeting-store.ts'
import type { MeetingNote } from './note.ts'
import { findNote } from './note-store.ts'

/** A meeting that was: who came, and what was written, as far as the person may read it. */
export type HeldMeeting = {
  heldOn: Day
  came: readonly Party[]
  note: MeetingNote | undefined
  /** What was decided, as the child said it afterwards. */
  inOwnWords: SealedText | undefined
}

/** Every meeting that was held, the first first. */
export async function findHeldMeetings(work: Work, childId: string): Promise<HeldMeeting[]> {
  const rows = await work.trx
    .selectFrom('meeting')
    .select(['id', 'starts_at'])
    .where('child_id', '=', childId)
    .where('state', '=', 'held')
    .orderBy('starts_at')
    .execute()
  const held: HeldMeeting[] = []
  for (const { id, starts_at } of rows) {
    const parties = await listParties(work, childId, id)
    const written = await findNote(work, childId, id)
    held.push({
      heldOn: swedishDay(starts_at),
      came: parties.filter(({ attended }) => attended),
      note: written?.note,
      inOwnWords: (await findAfterwards(work, childId, id))?.text,
    })
  }
  return held
}
