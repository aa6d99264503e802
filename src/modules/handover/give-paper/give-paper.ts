import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type Ground, groundsBesidesConsent } from '#modules/knowledge'
import { findUnit } from '#modules/organisations'
import { mayDecide } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { asKept, changedSince, type PossibleLine, paperKinds } from '../page-line.ts'
import { findPossibleLines, findWorkingLines } from '../page-line-store.ts'
import type { Paper } from '../paper.ts'
import { addPaper, findPaper } from '../paper-store.ts'
import { type GivePaperInput, isSame, noGround } from './give-paper.form.ts'

export type GivePaperForm = {
  child: Child
  grounds: readonly Ground[]
  lines: readonly PossibleLine[]
  /** From this very page a paper was made, with other words; `anew` is the id of one more. */
  made?: { paper: Paper; anew: string }
}

export const openGivePaper = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<GivePaperForm, Hidden | Misplaced>> =>
  audited(deps, 'handover.open-paper', asking, (work) => openForm(work, asking.childId))

async function openForm(work: Work, childId: string): Promise<Result<GivePaperForm, Hidden>> {
  const known = await openChild(work, childId, mayDecide)
  if (!known.ok) return known
  const { child, standing } = known.value
  const here = work.actor.unitId && (await findUnit(work, work.actor.unitId))
  if (!standing.matterId || !here) return refuse.notAllowed()
  const lines = [
    ...(await findWorkingLines(work, childId)),
    ...(await findPossibleLines(work, child, standing.matterId)),
  ]
  return ok({ child, grounds: groundsBesidesConsent(here.secrecyKind), lines })
}

/** Writes the paper: what was chosen, why, and on what ground. Nobody else is let in, and the giver is responsible. */
export function givePaper(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<GivePaperInput, FieldErrors>,
): Promise<Sent<GivePaperForm>> {
  return audited(deps, 'handover.give-paper', asking, async (work): Promise<Sent<GivePaperForm>> => {
    const { childId } = asking
    const form = await openForm(work, childId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { submission: id, receiver, why, familyThinks, yes, reason } = input.value
    const ground = yes ? 'samtycke' : form.value.grounds.find(({ code }) => code === input.value.ground)?.code
    if (!ground) return refuse.invalid(form.value, noGround)
    const chosen = paperKinds.flatMap((kind) => input.value[kind])
    const lines = form.value.lines.filter((line) => chosen.includes(line.id)).map(asKept)
    const body = { receiver, why, familyThinks, lines, yes, reason }
    const before = await findPaper(work, childId, id)
    const changed = changedSince(chosen, form.value.lines).length > 0
    if (!before && changed) return refuse.conflict(form.value)
    if (before || !(await addPaper(work, { id, childId, ground, body }))) {
      const paper = before ?? (await findPaper(work, childId, id))
      if (!paper || !isSame(paper, { ground, ...body }))
        return refuse.conflict({ ...form.value, ...(paper && { made: { paper, anew: work.newId() } }) })
    }
    work.about(id)
    return ok(paths.handover.paper.to({ childId, paperId: id }))
  })
}
