import { audited, type Work } from '#modules/audit'
import { type Child, openChild, type Standing } from '#modules/children'
import { findUnit } from '#modules/organisations'
import { addEvent, mayDecide } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import { findStatements, type Spoken } from '#modules/wheel'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays, type Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { after, type Handover, type HandoverAct, isSchoolChange, type Unanswered } from '../handover.ts'
import { accept, end, findHandover } from '../handover-store.ts'
import { findUnanswered } from '../waiting-store.ts'

const nextWithinWorkingDays = 5

type Whole = {
  child: Child
  handover: Handover
  side: 'gives' | 'receives'
  /** The giver who may offer it, or take it back. */
  decides: boolean
  /** Between schools the law on change of school is the ground. */
  isSchoolChange: boolean
  /** What goes along, for the receiver. */
  statements: readonly Spoken[]
  today: Day
}
/** For the one who sees to that somebody answers: from whom, to whom, since when, and nothing of what it is about. */
type SeenTo = { side: 'sees_to'; child: Child; offer: Unanswered }
export type HandoverView = Whole | SeenTo

/** Whoever can read the hand-over at all; its own walls decide that. */
const anyone = (_standing: Standing): boolean => true

export const showHandover = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
): Promise<Result<HandoverView, Hidden | Misplaced>> =>
  audited(deps, 'handover.show', asking, (work) => openView(work, asking.childId, id))

async function openView(work: Work, childId: string, id: string): Promise<Result<HandoverView, Hidden>> {
  const known = await openChild(work, childId, anyone)
  if (!known.ok) return known
  const handover = await findHandover(work, childId, id)
  const { child, standing } = known.value
  if (!handover) return openSeenTo(work, child, id)
  work.about(id)
  const [from, to] = await Promise.all([
    findUnit(work, handover.from.unitId),
    findUnit(work, handover.to.unitId),
  ])
  const side = handover.to.unitId === work.actor.unitId ? 'receives' : 'gives'
  return ok({
    child,
    handover,
    side,
    decides: side === 'gives' && mayDecide(standing),
    isSchoolChange: from && to ? isSchoolChange(from, to) : false,
    statements: side === 'receives' ? await findStatements(work, childId) : [],
    today: work.today,
  })
}

async function openSeenTo(work: Work, child: Child, id: string): Promise<Result<HandoverView, Hidden>> {
  const offer = await findUnanswered(work, child.id, id)
  if (!offer) return refuse.notFound()
  work.about(id)
  return ok({ side: 'sees_to', child, offer })
}

type Answered = Sent<HandoverView>

/** The receiver says yes: the matter, and the responsibility, are theirs from this moment. */
export const acceptHandover = (deps: Deps, asking: AskingOfChild, id: string): Promise<Answered> =>
  audited(deps, 'handover.accept', asking, async (work): Promise<Answered> => {
    const { childId } = asking
    const view = await viewFor(work, childId, id, 'receives', 'accept')
    if (!view.ok) return view
    if (!(await accept(work, childId, id))) return refuse.conflict(view.value)
    const { engagementId } = work.actor
    const { matterId } = view.value.handover
    await addEvent(work, { childId, matterId, kind: 'lead_changed' })
    await finishTasks(work, {
      childId,
      kinds: [
        'receive_handover',
        'see_to_handover',
        'plan_handover',
        'gather',
        'analyse',
        'ask_consent',
        'handover_returned',
        'question_answered',
      ],
    })
    const dueOn = addWorkingDays(work.today, nextWithinWorkingDays)
    if (engagementId) await addTask(work, { childId, kind: 'gather', engagementId, dueOn })
    return ok(paths.wheel.show.to({ childId }))
  })

/** The receiver, or whoever sees to it, sends it back with a reason, and from that moment sees nothing more of the child. */
export const sendBackHandover = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
  input: Result<{ answer: Parameters<typeof end>[3] }, FieldErrors>,
): Promise<Answered> =>
  audited(deps, 'handover.send-back', asking, async (work): Promise<Answered> => {
    const { childId } = asking
    const seen = await openView(work, childId, id)
    if (!seen.ok) return seen
    const view = seen.value.side === 'sees_to' ? seen : inTime(seen.value, 'receives', 'send_back')
    if (!view.ok) return view
    if (!input.ok) return refuse.invalid(view.value, input.error)
    const ended = await end(work, childId, id, input.value.answer, work.today)
    return ended ? ok(paths.tasks.to({})) : refuse.conflict(view.value)
  })

/** The giver changes its mind before anybody has answered. */
export const takeBackHandover = (deps: Deps, asking: AskingOfChild, id: string): Promise<Answered> =>
  audited(deps, 'handover.take-back', asking, async (work): Promise<Answered> => {
    const { childId } = asking
    const view = await viewFor(work, childId, id, 'gives', 'take_back')
    if (!view.ok) return view
    if (!view.value.decides) return refuse.notAllowed()
    const ended = await end(work, childId, id, undefined, work.today)
    return ended ? ok(paths.wheel.analyse.to({ childId })) : refuse.conflict(view.value)
  })

type Doable = Result<Whole, Hidden | { kind: 'conflict'; now: HandoverView }>

/** The hand-over, if the person is on the side that does this, and it can still be done. */
async function viewFor(
  work: Work,
  childId: string,
  id: string,
  side: Whole['side'],
  act: HandoverAct,
): Promise<Doable> {
  const view = await openView(work, childId, id)
  return view.ok ? inTime(view.value, side, act) : view
}

function inTime(view: HandoverView, side: Whole['side'], act: HandoverAct): Doable {
  if (view.side !== side) return refuse.notAllowed()
  return after(view.handover.state, act) === undefined ? refuse.conflict(view) : ok(view)
}
