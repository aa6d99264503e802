import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { addEvent, findResponsible } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays, type Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addBar } from '../bar-store.ts'
import {
  type Answer,
  contradicts,
  familyIsSettled,
  isSettled,
  type Listener,
  lacksGuardian,
} from '../family.ts'
import { mayTalkWithFamily } from '../family-policy.ts'
import { addTalk, findMilestones, listListeners } from '../family-store.ts'

/** How long the gathering may wait once the family knows. */
const gatherWithinWorkingDays = 5

export type TalkForm = {
  child: Child
  /** Undefined when nothing is going on: there is nothing to tell, but bars can still be seen to. */
  matterId: string | undefined
  listeners: readonly Listener[]
  gathers: boolean
  today: Day
}

type Opened = Result<TalkForm, Hidden | Misplaced>

export const openTalk = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'family.open', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<TalkForm, Hidden>> {
  const known = await openChild(work, childId, mayTalkWithFamily)
  if (!known.ok) return known
  const { child, standing } = known.value
  const { matterId } = standing
  const listeners = await listListeners(work, child, matterId)
  const gathers = matterId ? (await findMilestones(work, childId, matterId)).gathers : false
  return ok({ child, matterId, listeners, gathers, today: work.today })
}

/** What was posted: what it says of each, and what the unsettled ones' fields hold. */
export type Posted = {
  claim: (listener: Listener) => string
  read: (unsettled: readonly Listener[], today: Day) => Result<ReadonlyMap<string, Answer>, FieldErrors>
}

/** Notes who was told, when and how, and who must not know. Bars come first: nothing shows for a moment. */
export function noteTalk(deps: Deps, asking: AskingOfChild, posted: Posted): Promise<Sent<TalkForm>> {
  return audited(deps, 'family.note-talk', asking, async (work): Promise<Sent<TalkForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const { listeners, matterId } = form.value
    if (!matterId) return refuse.notAllowed()
    if (listeners.some((listener) => contradicts(listener, posted.claim(listener))))
      return refuse.conflict(form.value)
    const unsettled = listeners.filter((listener) => !isSettled(listener))
    const answers = posted.read(unsettled, work.today)
    if (!answers.ok) return refuse.invalid(form.value, answers.error)

    const said = unsettled.map((listener) => ({ listener, answer: answers.value.get(listener.key) }))
    await write(work, { childId: asking.childId, matterId }, said)
    await settle(work, form.value.child, matterId)
    return ok(paths.family.talk.to({ childId: asking.childId }))
  })
}

type About = { childId: string; matterId: string }
type Said = readonly { listener: Listener; answer: Answer | undefined }[]

async function write(work: Work, about: About, said: Said): Promise<void> {
  for (const { listener, answer } of said)
    if (answer?.kind === 'barred' && listener.personId)
      await addBar(work, { childId: about.childId, personId: listener.personId, why: answer.why })
  let told = false
  for (const { listener: to, answer } of said)
    if (answer?.kind === 'told') {
      await addTalk(work, { ...about, to, on: answer.on, way: answer.way, note: answer.note })
      told = true
    }
  if (told && !(await findMilestones(work, about.childId, about.matterId)).told)
    await addEvent(work, { ...about, kind: 'family_told' })
}

/** When the talk is done and was the way to a gathering, that is next, and waits for the BBA. */
export async function settle(work: Work, child: Child, matterId: string): Promise<void> {
  const childId = child.id
  const listeners = await listListeners(work, child, matterId)
  if (lacksGuardian(listeners, child, work.today) || !familyIsSettled(listeners)) return
  const finished = await finishTasks(work, { childId, kinds: ['talk_with_family'] })
  if (finished === 0 || (await findMilestones(work, childId, matterId)).gathers) return
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  const dueOn = addWorkingDays(work.today, gatherWithinWorkingDays)
  if (lead) await addTask(work, { childId, kind: 'gather', engagementId: lead.engagementId, dueOn })
}
