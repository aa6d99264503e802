import { audited, type Work } from '#modules/audit'
import { type Child, findMerged, lookAmongAll, lookAtOne, openChild } from '#modules/children'
import { findMine, findNamed, findOpenMatter, nameWords } from '#modules/noticing'
import { mayDecide, mayWork } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { answerSame, findProposal, type Proposal, propose, type WhyNot } from '../same-store.ts'
import { becomeOne, lacksNumbers } from './become-one.ts'
import type { SameInput } from './same-child.form.ts'

export type SameForm = {
  child: Child
  /** Those whom I work with too, and whose name is like this one's. */
  alike: readonly Child[]
  /** What waits, and whom it says that this is, for whoever knows that child. */
  waiting: (Proposal & { other: Child | undefined }) | undefined
  /** The BBA or the function proposes. */
  proposes: boolean
  /** Why it could not be, when somebody has just tried. */
  whyNot?: WhyNot
}

export const openSame = (deps: Deps, asking: AskingOfChild): Promise<Result<SameForm, Hidden | Misplaced>> =>
  audited(deps, 'particulars.open-same-child', asking, (work) => formOf(work, asking))

/** Looks among the person's own children only. */
async function formOf(work: Work, { childId }: AskingOfChild): Promise<Result<SameForm, Hidden>> {
  const known = await openChild(work, childId, mayWork)
  if (!known.ok) return known
  const { child, standing } = known.value
  if (child.person.kind !== 'visible') return refuse.notAllowed()
  const proposal = await findProposal(work, childId)
  await lookAmongAll(work)
  const other = proposal && (await findMine(work, proposal.sameAs))
  const named = proposal ? [] : await findNamed(work, nameWords(nameOf(child.person)))
  const alike = named.filter(({ id }) => id !== childId)
  await lookAtOne(work, childId)
  work.shown([...alike, ...(other ? [other] : [])].map(({ id }) => id))
  const waiting = proposal && { ...proposal, other }
  return ok({ child, alike, waiting, proposes: mayDecide(standing) && !proposal })
}

/** Says that this record is the same child as another. Nothing happens before somebody else has said so too. */
export const proposeSame = (
  deps: Deps,
  asking: AskingOfChild,
  input: Result<SameInput, FieldErrors>,
): Promise<Sent<SameForm>> =>
  audited(deps, 'particulars.propose-same-child', asking, async (work): Promise<Sent<SameForm>> => {
    const form = await formOf(work, asking)
    if (!form.ok) return form
    const { childId } = asking
    const { waiting, proposes } = form.value
    const here = ok(paths.particulars.sameChild.to({ childId }))
    if (input.ok && waiting?.id === input.value.submission) return here
    if (!proposes) return waiting ? refuse.conflict(form.value) : refuse.notAllowed()
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { submission: id, sameAs, why } = input.value
    if (!form.value.alike.some((one) => one.id === sameAs))
      return refuse.invalid(form.value, { sameAs: 'Välj vilket barn det är' })
    const lacks = await lacksNumbers(work, childId, sameAs)
    await lookAmongAll(work)
    const how = lacks ? 'numbers' : await propose(work, { childId, id, sameAs, why })
    if (how !== 'done')
      return refuse.invalid({ ...form.value, whyNot: how }, { sameAs: 'De kan inte bli en än' })
    await lookAtOne(work, childId)
    work.about(id)
    return here
  })

type NotYet = Extract<Declined<SameForm, FieldErrors>, { kind: 'invalid' }>
type Answered = Result<string, Hidden | Misplaced | NotYet>

/** What somebody else says. A yes makes them one child, and goes on to it. Answered already: nothing more happens. */
export const answerProposal = (
  deps: Deps,
  asking: AskingOfChild,
  proposalId: string,
  yes: boolean,
): Promise<Answered> =>
  audited(deps, 'particulars.answer-same-child', asking, async (work): Promise<Answered> => {
    const { childId } = asking
    const known = await openChild(work, childId, ({ relation }) => relation === 'lead')
    if (!known.ok) return known
    const merged = known.value.child.provisional ? await findMerged(work, childId) : undefined
    if (merged) return ok(paths.child.to({ childId: merged }))
    const form = await formOf(work, asking)
    if (!form.ok) return form
    const { waiting } = form.value
    if (waiting?.id !== proposalId) return ok(paths.child.to({ childId }))
    if (yes && waiting.byMe) return refuse.notAllowed()
    work.about(proposalId)
    await lookAmongAll(work)
    const to = await findOpenMatter(work, waiting.sameAs)
    const lacks = yes && (await lacksNumbers(work, childId, waiting.sameAs))
    if (yes && to && !lacks) await becomeOne(work, childId, { childId: waiting.sameAs, matterId: to })
    await lookAmongAll(work)
    const how = lacks ? 'numbers' : await answerSame(work, childId, proposalId, yes)
    if (how !== 'done')
      return refuse.invalid({ ...form.value, whyNot: how }, { form: 'De kan inte bli en än' })
    await lookAtOne(work, childId)
    return ok(yes ? paths.child.to({ childId: waiting.sameAs }) : paths.particulars.sameChild.to({ childId }))
  })
