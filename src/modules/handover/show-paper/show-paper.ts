import { audited, type Work } from '#modules/audit'
import { type Child, openChild, type Standing, veilWhatLeaves } from '#modules/children'
import { closeMatter, hasOpenPlan, mayDecide } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Paper } from '../paper.ts'
import { findPaper, noteReceived } from '../paper-store.ts'
import { notYet, type ReceivedInput, tooEarly } from './show-paper.form.ts'

export type PaperView = {
  child: Child
  paper: Paper
  /** What goes on here; undefined when it has ended. */
  matterId: string | undefined
  /** May note who has it. */
  decides: boolean
  hasPlan: boolean
  today: Day
}

/** Whoever can read the paper at all; its own walls decide that. */
const anyone = (_standing: Standing): boolean => true

type Shown = Result<PaperView, Hidden | Misplaced>

export const showPaper = (deps: Deps, asking: AskingOfChild, id: string): Promise<Shown> =>
  audited(deps, 'handover.show-paper', asking, (work) => openView(work, asking.childId, id))

async function openView(work: Work, childId: string, id: string): Promise<Result<PaperView, Hidden>> {
  const known = await openChild(work, childId, anyone)
  if (!known.ok) return known
  const paper = await findPaper(work, childId, id)
  if (!paper) return refuse.notFound()
  work.about(id)
  const { child, standing } = known.value
  return ok({
    child,
    paper,
    matterId: standing.matterId,
    decides: mayDecide(standing),
    hasPlan: await hasOpenPlan(work, childId),
    today: work.today,
  })
}

export type PrintablePaper = PaperView & {
  /** Who took it out, and where they work. */
  printedBy: string
  at: Date
}

/** The paper itself. Where a protected child is must not stand on it. */
export const printPaper = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
): Promise<Result<PrintablePaper, Hidden | Misplaced>> =>
  audited(deps, 'handover.print-paper', asking, async (work): Promise<Result<PrintablePaper, Hidden>> => {
    const hides = await veilWhatLeaves(work, asking.childId)
    const view = await openView(work, asking.childId, id)
    if (!view.ok) return view
    const { name, givenName, acting } = work.actor
    const printedBy = hides ? (givenName ?? name) : [name, acting].filter(Boolean).join(', ')
    return ok({ ...view.value, printedBy, at: work.at })
  })

/** Somebody outside has it. What goes on here ends, unless there is a plan: that ends on its own page, the child first. */
export const receivePaper = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
  input: Result<ReceivedInput, FieldErrors>,
): Promise<Sent<PaperView>> =>
  audited(deps, 'handover.receive-paper', asking, async (work): Promise<Sent<PaperView>> => {
    const { childId } = asking
    const view = await openView(work, childId, id)
    if (!view.ok) return view
    const { decides, matterId, hasPlan, paper } = view.value
    if (paper.received) return refuse.conflict(view.value)
    if (!decides || !matterId) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(view.value, input.error)
    if (input.value.on > work.today) return refuse.invalid(view.value, notYet)
    if (input.value.on < paper.madeOn) return refuse.invalid(view.value, tooEarly)
    if (!(await noteReceived(work, childId, id, input.value))) return refuse.conflict(view.value)
    if (!hasPlan) await closeMatter(work, { childId, matterId, outcome: 'handed_over' })
    return ok(paths.handover.paper.to({ childId, paperId: id }))
  })
