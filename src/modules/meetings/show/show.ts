import { audited } from '#modules/audit'
import { aboutText, findObjections, type Objection } from '#modules/objections'
import { listOccasions, type Occasion } from '#modules/participation'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type FromWheel, nothingFromWheel, readFromWheel } from '../agenda-access.ts'
import { listHoldsOf, type MeetingHold } from '../hold-store.ts'
import type { Afterwards, ChildsWishes, Words } from '../meeting.ts'
import { type OpenMeeting, openMeeting } from '../meeting-access.ts'
import { mayCall, mayRead } from '../meeting-policy.ts'
import { findAfterwards, findWishes, listWords } from '../meeting-store.ts'
import type { WrittenNote } from '../note.ts'
import { findNote } from '../note-store.ts'

export type ShownMeeting = OpenMeeting &
  FromWheel & {
    at: Date
    words: readonly Words[]
    note: WrittenNote | undefined
    holds: readonly MeetingHold[]
    /** What somebody in the family does not agree with in what is written. */
    objections: readonly Objection[]
    /** This meeting, when the person has not been asked yet how it was. */
    occasions: readonly Occasion[]
    /** What the child has written about the meeting, for those who carry the matter. */
    childsWishes: ChildsWishes | undefined
    /** What was decided, in the child's own words. */
    afterwards: Afterwards | undefined
    /** Calls, changes and holds. */
    writes: boolean
  }

export function showMeeting(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
): Promise<Result<ShownMeeting, Hidden | Misplaced>> {
  return audited(deps, 'meeting.show', asking, async (work) => {
    const { childId } = asking
    const opened = await openMeeting(work, childId, meetingId, mayRead)
    if (!opened.ok) return opened
    const { standing } = opened.value.known
    const wholly = standing.part === 'whole'
    const [fromWheel, words, note, holds, objections, occasions, childsWishes, afterwards] =
      await Promise.all([
        wholly ? readFromWheel(work, childId) : nothingFromWheel,
        listWords(work, childId, meetingId),
        wholly ? findNote(work, childId, meetingId) : undefined,
        listHoldsOf(work, childId, meetingId),
        wholly ? findObjections(work, childId) : [],
        opened.value.meeting.state === 'held' ? listOccasions(work, childId) : [],
        mayCall(standing) ? findWishes(work, childId, meetingId) : undefined,
        opened.value.meeting.state === 'held' ? findAfterwards(work, childId, meetingId) : undefined,
      ])
    const writes = mayCall(standing)
    return ok({
      ...opened.value,
      at: work.at,
      ...fromWheel,
      words,
      note,
      holds,
      objections: aboutText(objections, meetingId),
      occasions: occasions.filter(({ id }) => id === meetingId),
      childsWishes,
      afterwards,
      writes,
    })
  })
}
