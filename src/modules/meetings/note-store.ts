import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Party } from './meeting.ts'
import { bodies, places } from './meeting-bodies.ts'
import { listParties } from './meeting-store.ts'
import { leadTells, type MeetingNote, type WrittenNote } from './note.ts'

/** What is written of the meeting, newest; for those who take part wholly. */
export async function findNote(
  { trx, box }: Work,
  childId: string,
  meetingId: string,
): Promise<WrittenNote | undefined> {
  const row = await trx
    .selectFrom('meeting_note as n')
    .innerJoin('person_here as p', 'p.id', 'n.written_by')
    .select(['n.version', 'n.body', 'n.written_at', 'p.given_name', 'p.family_name'])
    .where('n.child_id', '=', childId)
    .where('n.meeting_id', '=', meetingId)
    .orderBy('n.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const note = (await box(childId)).open(places.note(meetingId, row.version), row.body, bodies.note)
  const by = printedName(row)
  return { version: row.version, note, by, at: row.written_at }
}

/** Writes the next version. False when somebody else wrote it first. */
export async function addNote(
  { trx, at, actor, box }: Work,
  {
    childId,
    meetingId,
    version,
    note,
  }: { childId: string; meetingId: string; version: number; note: MeetingNote },
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
  {
    childId,
    meetingId,
    partyIds,
    there,
  }: { childId: string; meetingId: string; partyIds: readonly string[]; there: boolean },
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

/** What the newest meeting that was held agreed on, for those who write the plan. */
export type MeetingAgreed = {
  meetingId: string
  heldOn: Day
  followUpOn: Day | undefined
  actions: readonly {
    what: SealedText
    when: SealedText | undefined
    /** `lead` is the BBA; undefined when nobody was named. */
    who: Party | typeof leadTells | undefined
  }[]
}

export async function findAgreed(
  work: Work,
  childId: string,
  matterId: string,
): Promise<MeetingAgreed | undefined> {
  const meeting = await work.trx
    .selectFrom('meeting')
    .select(['id', 'starts_at'])
    .where('child_id', '=', childId)
    .where('matter_id', '=', matterId)
    .where('state', '=', 'held')
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!meeting) return undefined
  const [written, parties] = await Promise.all([
    findNote(work, childId, meeting.id),
    listParties(work, childId, meeting.id),
  ])
  const whoIs = (id: string | undefined) =>
    id === leadTells ? leadTells : parties.find((party) => party.id === id)
  return {
    meetingId: meeting.id,
    heldOn: swedishDay(meeting.starts_at),
    followUpOn: written?.note.followUpOn,
    actions: (written?.note.actions ?? []).map(({ what, when, who }) => ({ what, when, who: whoIs(who) })),
  }
}
