import type { Work } from '#modules/audit'
import { bodies, places } from './meeting-bodies.ts'
import type { MeetingNote, WrittenNote } from './note.ts'

/** What is written of the meeting, newest; for those who take part wholly. */
export async function findNote(
  { trx, box }: Work,
  childId: string,
  meetingId: string,
): Promise<WrittenNote | undefined> {
  const row = await trx
    .selectFrom('meeting_note as n')
    .innerJoin('person as p', 'p.id', 'n.written_by')
    .select(['n.version', 'n.body', 'n.written_at', 'p.given_name', 'p.family_name'])
    .where('n.child_id', '=', childId)
    .where('n.meeting_id', '=', meetingId)
    .orderBy('n.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const note = (await box(childId)).open(places.note(meetingId, row.version), row.body, bodies.note)
  const by = row.given_name ? `${row.given_name} ${row.family_name}` : 'Skyddad person'
  return { version: row.version, note, by, at: row.written_at }
}

/** Writes the next version. False when somebody else wrote it first. */
export async function addNote(
  { trx, at, actor, box }: Work,
  { childId, meetingId, version, note }: { childId: string; meetingId: string; version: number; note: MeetingNote },
): Promise<boolean> {
  const added = await trx
    .insertInto('meeting_note')
    .values({
      child_id: childId,
      meeting_id: meetingId,
      version,
      body: (await box(childId)).seal(places.note(meetingId, version), note),
      written_by: actor.personId,
      written_at: at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Who was there. */
export async function saveAttendance(
  { trx }: Work,
  { childId, meetingId, partyIds, there }: { childId: string; meetingId: string; partyIds: readonly string[]; there: boolean },
): Promise<void> {
  if (partyIds.length === 0) return
  await trx
    .updateTable('meeting_party')
    .set({ attended: there })
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .where('id', 'in', [...partyIds])
    .execute()
}

/** The day of the meeting that a plan can be written from: the newest that was held in the open matter. */
export async function findHeldMeeting({ trx }: Work, childId: string, matterId: string) {
  return trx
    .selectFrom('meeting')
    .select(['id', 'starts_at as startsAt'])
    .where('child_id', '=', childId)
    .where('matter_id', '=', matterId)
    .where('state', '=', 'held')
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
