import { audited, type Work } from '#modules/audit'
import { type Child, openChild, type Standing } from '#modules/children'
import { type ImportantAdult, listImportantAdults } from '#modules/family'
import { type Ground, groundsBesidesConsent } from '#modules/knowledge'
import { findUnit } from '#modules/organisations'
import { mayWork } from '#modules/responsibility'
import type { SharingTest } from '#modules/sharing'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Link } from '../link.ts'
import { codeOf } from '../link-access.ts'
import { findLink } from '../link-store.ts'
import type { Question } from '../source.ts'
import { findQuestion, findQuestionGrant, grantAnswer } from '../source-store.ts'
import { findStatements, type Spoken } from '../wheel-store.ts'
import { type AnswerInput, answerErrors } from './answer-source.form.ts'
import { writeAnswer } from './write-answer.ts'

export type QuestionView = {
  child: Child
  question: Question
  /** The unit that asked sees how it went; the unit that is asked sees the name and the question, nothing else. */
  side: 'asks' | 'is_asked'
  /** The answer, for the unit that asked. */
  said: Spoken | undefined
  /** To choose from when the question does not rest on the family's yes. */
  grounds: readonly Ground[]
  /** Those near the child, when one of them is asked; and the link, with its address while it takes an answer. */
  adults: readonly ImportantAdult[]
  link: (Link & { address: string | undefined }) | undefined
}

type Shown = Result<QuestionView, Hidden | Misplaced>
/** Whoever can read the question at all; the question's own walls decide that. */
const anyone = (_standing: Standing): boolean => true

export const openQuestion = (deps: Deps, asking: AskingOfChild, itemId: string): Promise<Shown> =>
  audited(deps, 'wheel.open-question', asking, (work) => openForm(deps, work, asking.childId, itemId))

export async function openForm(
  deps: Deps,
  work: Work,
  childId: string,
  itemId: string,
): Promise<Result<QuestionView, Hidden>> {
  const known = await openChild(work, childId, anyone)
  if (!known.ok) return known
  const question = await findQuestion(work, childId, itemId)
  if (!question) return refuse.notFound()
  work.about(itemId)
  const { child, standing } = known.value
  const { toUnitId, toAdultId } = question
  const nobodyNear = { adults: [], link: undefined }
  if (toUnitId && toUnitId === work.actor.unitId) {
    const here = await findUnit(work, toUnitId)
    const grounds = question.consentId || !here ? [] : groundsBesidesConsent(here.secrecyKind)
    return ok({ child, question, side: 'is_asked', said: undefined, grounds, ...nobodyNear })
  }
  if (!mayWork(standing)) return refuse.notAllowed()
  const [said] = question.answerItemId ? await findStatements(work, childId, question.answerItemId) : []
  const asked = { child, question, side: 'asks', said, grounds: [] } as const
  if (!toAdultId) return ok({ ...asked, ...nobodyNear })
  const adults = await listImportantAdults(work, childId)
  return ok({ ...asked, adults, link: await linkOf(deps, work, childId, question) })
}

async function linkOf(deps: Deps, work: Work, childId: string, { itemId, answer }: Question) {
  const link = await findLink(deps, work, childId, itemId)
  if (!link) return undefined
  // Answered otherwise, such as by telephone, the link is over too.
  const state = link.state === 'open' && answer ? 'over' : link.state
  const isShown = state === 'open' && link.byMe
  const address = isShown ? paths.answerLink.answer.to({ code: codeOf(deps, itemId) }) : undefined
  return { ...link, state, address }
}

/** The unit that was asked answers, or cannot. That looks the same whether it knows anything or not. */
export function answerQuestion(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
  input: Result<AnswerInput, FieldErrors>,
): Promise<Sent<QuestionView>> {
  return audited(deps, 'wheel.answer-question', asking, async (work): Promise<Sent<QuestionView>> => {
    const { childId } = asking
    const view = await openForm(deps, work, childId, itemId)
    if (!view.ok) return view
    const { question, side, grounds } = view.value
    if (side !== 'is_asked') return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(view.value, input.error)
    const here = paths.wheel.answer.to({ childId, itemId })
    if (question.answer) return isMine(question, input.value) ? ok(here) : refuse.conflict(view.value)
    const basis = settle(question, grounds, input.value)
    if (!basis.ok) return refuse.invalid(view.value, basis.error)

    const { secrecyUnitId } = work.actor
    const grant = await findQuestionGrant(work, childId, itemId)
    if (!secrecyUnitId || !grant) return refuse.notAllowed()
    const answerItemId = await writeAnswer(work, childId, question, input.value, {
      secrecyUnitId,
      byTelephone: false,
      saidOn: work.today,
    })
    if (answerItemId)
      await grantAnswer(work, {
        childId,
        itemId: answerItemId,
        toUnitId: question.fromUnitId,
        ground: basis.value.ground,
        why: basis.value.why,
        until: grant.valid_to,
      })
    await finish(work, childId, question)
    return ok(here)
  })
}

/** The one who asked got the answer on the telephone, and writes it down. It is then the asking unit's own note. */
export function noteAnswer(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
  input: Result<AnswerInput, FieldErrors>,
): Promise<Sent<QuestionView>> {
  return audited(deps, 'wheel.note-answer', asking, async (work): Promise<Sent<QuestionView>> => {
    const { childId } = asking
    const view = await openForm(deps, work, childId, itemId)
    if (!view.ok) return view
    const { question, side } = view.value
    const { secrecyUnitId } = work.actor
    if (side !== 'asks' || !secrecyUnitId) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(view.value, input.error)
    const here = paths.wheel.answer.to({ childId, itemId })
    if (question.answer) return isMine(question, input.value) ? ok(here) : refuse.conflict(view.value)

    const saidOn = work.today
    await writeAnswer(work, childId, question, input.value, { secrecyUnitId, byTelephone: true, saidOn })
    await finishTasks(work, { childId, kinds: ['answer_question'], aboutId: itemId })
    return ok(here)
  })
}

/** Nothing waits any more: the one who asked has read the answer. */
export function answerIsRead(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
): Promise<Result<string, Hidden | Misplaced>> {
  return audited(deps, 'wheel.read-answer', asking, async (work): Promise<Result<string, Hidden>> => {
    const { childId } = asking
    const view = await openForm(deps, work, childId, itemId)
    if (!view.ok) return view
    if (view.value.side !== 'asks') return refuse.notAllowed()
    await finishTasks(work, { childId, kinds: ['question_answered'], aboutId: itemId })
    return ok(paths.wheel.show.to({ childId }))
  })
}

/** Sent twice: the answer that is there already is this one. */
const isMine = ({ answerItemId, answer }: Question, input: AnswerInput): boolean =>
  answer === 'cannot_answer' ? input.answer === answer : answerItemId === input.submission

/** On the same yes as the question; else the answering unit chooses a ground of its own. */
function settle(
  { consentId }: Question,
  grounds: readonly Ground[],
  input: AnswerInput,
): Result<{ ground: string; why: SharingTest | undefined }, FieldErrors> {
  if (consentId || input.answer === 'cannot_answer') return ok({ ground: 'samtycke', why: undefined })
  const ground = grounds.find(({ code }) => code === input.ground)
  if (!ground) return fail(answerErrors.ground)
  return input.why.ok ? ok({ ground: ground.code, why: input.why.value }) : input.why
}

async function finish(work: Work, childId: string, { itemId, askedByEngagement }: Question): Promise<void> {
  await finishTasks(work, { childId, kinds: ['answer_question'], aboutId: itemId })
  if (askedByEngagement)
    await addTask(work, {
      childId,
      kind: 'question_answered',
      engagementId: askedByEngagement,
      aboutId: itemId,
      dueOn: work.today,
    })
}
