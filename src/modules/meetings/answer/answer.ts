import { audited, type Work } from '#modules/audit'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isSaved, saveAnswer, saveWishes, saveWords } from '../answer-store.ts'
import { type ChildsWishes, isAhead, type Party, type Words } from '../meeting.ts'
import { type OpenMeeting, openMeeting } from '../meeting-access.ts'
import { mayAnswerFor, mayRead } from '../meeting-policy.ts'
import { findWishes, listWords } from '../meeting-store.ts'
import { type AnswerInput, wishesAnything } from './answer.form.ts'

/** Whose answer it is, and what they have said before. */
export type AnswerForm = OpenMeeting & {
  party: Party
  words: Words | undefined
  wishes: ChildsWishes | undefined
}

export function openAnswer(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
  partyId: string | undefined,
): Promise<Result<AnswerForm, Hidden | Misplaced>> {
  return audited(deps, 'meeting.open-answer', asking, (work) => openForm(work, asking, meetingId, partyId))
}

async function openForm(
  work: Work,
  { childId }: AskingOfChild,
  meetingId: string,
  partyId: string | undefined,
): Promise<Result<AnswerForm, Hidden>> {
  const opened = await openMeeting(work, childId, meetingId, mayRead)
  if (!opened.ok) return opened
  const { known, parties, meeting } = opened.value
  const party = parties.find((one) => (partyId ? one.id === partyId : one.mine))
  if (!party || !isAhead(meeting)) return refuse.notFound()
  if (!mayAnswerFor(known.standing, party)) return refuse.notAllowed()
  const words = (await listWords(work, childId, meetingId)).find((one) => one.partyId === party.id)
  const wishes = party.role === 'child' ? await findWishes(work, childId, meetingId) : undefined
  return ok({ ...opened.value, party, words, wishes })
}

/** `sent`: a child's words to the BBA only, which are not to be seen afterwards: told here that they have come. */
type Answer = 'answered' | 'sent'
type Answered = Result<Answer, Hidden | Declined<AnswerForm, FieldErrors>>

/** One's own answer, or somebody else's that was told to those who carry the matter. */
export function answerInvitation(
  deps: Deps,
  asking: AskingOfChild,
  meetingId: string,
  partyId: string | undefined,
  input: Result<AnswerInput, FieldErrors>,
): Promise<Result<Answer, Hidden | Misplaced | Declined<AnswerForm, FieldErrors>>> {
  return audited(deps, 'meeting.answer', asking, async (work): Promise<Answered> => {
    const form = await openForm(work, asking, meetingId, partyId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { party, wishes: wishedBefore } = form.value
    const { childId } = asking
    const { answer, words, readers, wishes, submission: id, version } = input.value
    const where = { childId, meetingId, partyId: party.id }
    const isWished = party.role === 'child' && (wishesAnything(wishes) || wishedBefore !== undefined)
    const isHidden = party.role === 'child' && party.mine && ((words && readers !== 'meeting') || isWished)
    const done = ok<Answer>(isHidden ? 'sent' : 'answered')
    if (party.version !== version) {
      const again = words ? await isSaved(work, { ...where, id }) : party.answer === answer
      return again ? done : refuse.conflict(form.value)
    }
    if (!(await saveAnswer(work, { ...where, seenVersion: version, answer })))
      return refuse.conflict(form.value)
    if (words) await saveWords(work, { ...where, id }, { text: words, open: readers === 'meeting' })
    if (isWished) await saveWishes(work, { ...where, id: work.newId() }, wishes)
    const { engagementId } = party
    if (engagementId)
      await finishTasks(work, { childId, kinds: ['answer_invitation'], aboutId: meetingId, engagementId })
    return done
  })
}
