import type { Work } from '#modules/audit'
import type { Hidden } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isAhead } from './meeting.ts'
import { type OpenMeeting, openMeeting } from './meeting-access.ts'
import { mayRead } from './meeting-policy.ts'
import type { WrittenNote } from './note.ts'
import { findNote } from './note-store.ts'

/** A meeting as the child reads it on a page of its own. */
export type ReadMeeting = OpenMeeting & { note: WrittenNote | undefined }

export async function readChildsMeeting(
  work: Work,
  childId: string,
  meetingId: string,
): Promise<Result<ReadMeeting, Hidden>> {
  const opened = await openMeeting(work, childId, meetingId, mayRead)
  if (!opened.ok) return opened
  const note = isAhead(opened.value.meeting) ? undefined : await findNote(work, childId, meetingId)
  return ok({ ...opened.value, note })
}
