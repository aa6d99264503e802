import { audited, type Work } from '#modules/audit'
import type { Child } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { decideLift, findProposal, proposeLift } from '../lift-store.ts'
import { shieldOf } from '../mark/mark.ts'
import { fields, type Mark, type Proposal, stillSealed } from '../protection.ts'
import { showAgain } from '../sealed-store.ts'
import {
  type AgainInput,
  type AnswerInput,
  answerErrors,
  type ProposalInput,
  proposalErrors,
} from './lift.form.ts'

export type Again = {
  child: Child
  mark: Mark
  proposal: Proposal | undefined
  /** How many others in the group there are to answer. */
  others: number
}

/** So long the others in the group have. */
const answerWithinWorkingDays = 5

async function againOf(work: Work, childId: string, markId: string): Promise<Result<Again, Hidden>> {
  const shield = await shieldOf(work, childId)
  if (!shield.ok) return shield
  const { child, marks, members, told } = shield.value
  const mark = marks.find(({ id }) => id === markId)
  if (!mark) return refuse.notFound()
  if (!told) return refuse.notAllowed()
  const proposal = await findProposal(work, childId, markId)
  return ok({ child, mark, proposal, others: members.filter(({ isMe, title }) => title && !isMe).length })
}

export const openAgain = (
  deps: Deps,
  asking: AskingOfChild,
  markId: string,
): Promise<Result<Again, Hidden | Misplaced>> =>
  audited(deps, 'protection.open-again', asking, (work) => againOf(work, asking.childId, markId))

/** The mark is gone from the register, says one in the group. Nothing is changed until another one says so too. */
export function propose(
  deps: Deps,
  asking: AskingOfChild,
  markId: string,
  input: Result<ProposalInput, FieldErrors>,
): Promise<Sent<Again>> {
  const { childId } = asking
  return audited(deps, 'protection.propose-lift', asking, async (work): Promise<Sent<Again>> => {
    const again = await againOf(work, childId, markId)
    if (!again.ok) return again
    if (!input.ok) return refuse.invalid(again.value, input.error)
    const { submission: proposalId, source } = input.value
    work.about(proposalId)
    const dueOn = addWorkingDays(work.today, answerWithinWorkingDays)
    const said = await proposeLift(
      work,
      { childId, markId, proposalId },
      { source, dueOn, others: again.value.others },
    )
    if (said === 'refused') return refuse.notAllowed()
    return said
      ? refuse.invalid(again.value, { form: proposalErrors[said] })
      : ok(paths.shield.again.to({ childId, markId }))
  })
}

/** Another one in the group agrees, or says why not. That the mark is lifted is noted, and nothing is shown by that. */
export function decide(
  deps: Deps,
  asking: AskingOfChild,
  markId: string,
  input: Result<AnswerInput, FieldErrors>,
): Promise<Sent<Again>> {
  const { childId } = asking
  return audited(deps, 'protection.answer-lift', asking, async (work): Promise<Sent<Again>> => {
    const again = await againOf(work, childId, markId)
    if (!again.ok) return again
    if (!input.ok) return refuse.invalid(again.value, input.error)
    const { proposal: proposalId, answer, why } = input.value
    work.about(proposalId)
    const said = await decideLift(work, { childId, markId, proposalId }, { accepts: answer === 'ja', why })
    if (said === 'refused') return refuse.notAllowed()
    if (said === 'decided') {
      const now = await againOf(work, childId, markId)
      return now.ok ? refuse.conflict(now.value) : now
    }
    return said
      ? refuse.invalid(again.value, { form: answerErrors[said] })
      : ok(paths.shield.again.to({ childId, markId }))
  })
}

/** Somebody in the group has decided, field by field, what can be seen again. What is not chosen stays sealed. */
export function show(
  deps: Deps,
  asking: AskingOfChild,
  markId: string,
  input: Result<AgainInput, FieldErrors>,
): Promise<Sent<Again>> {
  const { childId } = asking
  return audited(deps, 'protection.show-again', asking, async (work): Promise<Sent<Again>> => {
    const again = await againOf(work, childId, markId)
    if (!again.ok) return again
    if (!input.ok) return refuse.invalid(again.value, input.error)
    const { mark } = again.value
    if (!mark.liftedOn) return refuse.notAllowed()
    const wanted = input.value.show
    if (wanted.includes('birth') && !wanted.includes('name') && !mark.shown.name)
      return refuse.invalid(again.value, { show: 'Födelsedagen visas bara tillsammans med namnet' })
    const left = stillSealed(mark)
    for (const field of fields)
      if (wanted.includes(field) && left.includes(field)) await showAgain(work, childId, mark, field)
    work.about(markId)
    return ok(paths.shield.show.to({ childId }))
  })
}
