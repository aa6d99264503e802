import { audited, type Work } from '#modules/audit'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { bodyAsText, type SealedText } from '#shared/sealed.ts'
import { saveAfterwards } from '../answer-store.ts'
import type { Afterwards, Party } from '../meeting.ts'
import { type OpenMeeting, openMeeting } from '../meeting-access.ts'
import { mayTellAfterwards } from '../meeting-policy.ts'
import { findAfterwards } from '../meeting-store.ts'
import { findNote } from '../note-store.ts'
import type { OwnWordsInput } from './own-words.form.ts'

export type OwnWords = OpenMeeting & {
  party: Party
  /** What was decided, as it has been said to the child. */
  toChild: SealedText | undefined
  /** What the child has said before. */
  before: Afterwards | undefined
  isHanded: boolean
}

export const openOwnWords = (
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
): Promise<Result<OwnWords, Hidden | Misplaced>> =>
  audited(deps, 'meeting.open-own-words', asking, (work) => open(work, asking.childId, meetingId))

async function open(work: Work, childId: string, meetingId: string): Promise<Result<OwnWords, Hidden>> {
  const opened = await openMeeting(work, childId, meetingId, mayTellAfterwards)
  if (!opened.ok) return opened
  const { meeting, parties } = opened.value
  const party = parties.find(({ role }) => role === 'child')
  if (!party || meeting.state !== 'held') return refuse.notFound()
  const [note, before] = await Promise.all([
    findNote(work, childId, meetingId),
    findAfterwards(work, childId, meetingId),
  ])
  const isHanded = work.actor.handedBy !== undefined
  return ok({ ...opened.value, party, toChild: note?.note.toChild, before, isHanded })
}

/** The child says how it has understood it; the next time replaces what it said before. */
export function tellOwnWords(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
  input: Result<OwnWordsInput, FieldErrors>,
): Promise<Sent<OwnWords>> {
  return audited(deps, 'meeting.own-words', asking, async (work): Promise<Sent<OwnWords>> => {
    const { childId } = asking
    const opened = await open(work, childId, meetingId)
    if (!opened.ok) return opened
    if (!input.ok) return refuse.invalid(opened.value, input.error)
    const { party, before, isHanded } = opened.value
    const { text } = input.value
    const isSame = before !== undefined && bodyAsText({ text: before.text }) === bodyAsText({ text })
    const id = work.newId()
    if (!isSame) await saveAfterwards(work, { childId, meetingId, partyId: party.id, id }, text)
    return ok(
      isHanded ? paths.childsDoor.home.to({ childId }) : paths.meeting.show.to({ childId, meetingId }),
    )
  })
}
