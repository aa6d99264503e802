import { audited, type Work } from '#modules/audit'
import { addEvent } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { bodyAsText } from '#shared/sealed.ts'
import { type FromWheel, readFromWheel } from '../agenda-access.ts'
import { endMeeting } from '../call-store.ts'
import { releaseAllHolds } from '../hold-store.ts'
import { isAhead, type Words, writePlanBy } from '../meeting.ts'
import { type OpenMeeting, openMeeting } from '../meeting-access.ts'
import { mayCall } from '../meeting-policy.ts'
import { listWords } from '../meeting-store.ts'
import { leadTells, type MeetingNote, type Outcome, type WrittenNote } from '../note.ts'
import { addNote, findNote, saveAttendance } from '../note-store.ts'
import type { NoteInput } from './hold.form.ts'

export type NoteForm = OpenMeeting &
  FromWheel & {
    note: WrittenNote | undefined
    words: readonly Words[]
  }

/** What comes next: more to write, where the meeting led, or back when it was held before. */
export type Noted = Outcome | 'more' | 'saved'

export function openNotes(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
): Promise<Result<NoteForm, Hidden | Misplaced>> {
  return audited(deps, 'meeting.open-notes', asking, (work) => openForm(work, asking, meetingId))
}

async function openForm(
  work: Work,
  { childId }: AskingOfChild,
  meetingId: string,
): Promise<Result<NoteForm, Hidden>> {
  const opened = await openMeeting(work, childId, meetingId, mayCall)
  if (!opened.ok) return opened
  if (opened.value.meeting.state === 'cancelled') return refuse.notFound()
  const [note, fromWheel, words] = await Promise.all([
    findNote(work, childId, meetingId),
    readFromWheel(work, childId),
    listWords(work, childId, meetingId),
  ])
  return ok({ ...opened.value, note, ...fromWheel, words })
}

type Answer = Result<Noted, Hidden | Declined<NoteForm, FieldErrors>>

/** Writes what was said in the room, and ends the meeting when it is done. */
export function noteMeeting(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
  input: Result<NoteInput, FieldErrors>,
): Promise<Result<Noted, Hidden | Misplaced | Declined<NoteForm, FieldErrors>>> {
  return audited(deps, 'meeting.note', asking, async (work): Promise<Answer> => {
    const form = await openForm(work, asking, meetingId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { version, attended, ends } = input.value
    const { childId } = asking
    const { note: seen, meeting, parties } = form.value
    const note = isAhead(meeting) ? input.value.note : asDecided(input.value.note, seen?.note)
    if (!isSame(seen, version, note)) {
      const next = { childId, meetingId, version: version + 1, note }
      if ((seen?.version ?? 0) !== version || !(await addNote(work, next))) return refuse.conflict(form.value)
    }
    for (const there of [true, false]) {
      const partyIds = parties.map(({ id }) => id).filter((id) => attended.includes(id) === there)
      await saveAttendance(work, { childId, meetingId, partyIds, there })
    }
    if (!isAhead(meeting)) return ok(ends && note.outcome ? note.outcome : 'saved')
    if (!ends || !note.outcome) return ok('more')
    await end(work, form.value, note, note.outcome)
    return ok(note.outcome)
  })
}

/** What the meeting led to was decided in the room; only the notes may be made better afterwards. */
const asDecided = (note: MeetingNote, was: MeetingNote | undefined): MeetingNote => ({
  ...note,
  tells: was?.tells,
  outcome: was?.outcome,
  reason: was?.reason,
})

/** The same form sent twice, or nothing new written: nothing more to save. */
const isSame = (seen: WrittenNote | undefined, version: number, note: MeetingNote): boolean =>
  seen !== undefined && version <= seen.version && inOrder(seen.note) === inOrder(note)

const inOrder = (note: MeetingNote): string =>
  bodyAsText([
    [
      note.toChild,
      note.childsWords,
      note.working,
      note.challenging,
      note.canDo,
      note.followUpOn,
      note.outcome,
      note.reason,
    ],
    note.actions.map(({ what, who, when }) => [what, who, when]),
    [note.tells?.who, note.tells?.on],
  ])

async function end(work: Work, form: NoteForm, note: MeetingNote, outcome: Outcome): Promise<void> {
  const { meeting, known, lead, parties } = form
  const { childId, id: meetingId } = meeting
  const { matterId } = known.standing
  await endMeeting(work, { childId, meetingId, seenVersion: meeting.version, state: 'held' })
  if (matterId) await addEvent(work, { childId, matterId, kind: 'meeting_held', aboutId: meetingId })
  await finishTasks(work, { childId, kinds: ['answer_invitation'], aboutId: meetingId })
  await finishTasks(work, { childId, kinds: ['call_meeting'] })
  await releaseAllHolds(work, childId, meetingId)
  if (!lead) return
  const task = { childId, aboutId: meetingId }
  if (outcome === 'plan') {
    const dueOn = writePlanBy(work.today)
    await addTask(work, { ...task, kind: 'write_plan', engagementId: lead.engagementId, dueOn })
  }
  const { tells } = note
  const teller =
    tells?.who === leadTells ? lead.engagementId : parties.find(({ id }) => id === tells?.who)?.engagementId
  if (tells && teller)
    await addTask(work, { ...task, kind: 'tell_child', engagementId: teller, dueOn: tells.on })
}
