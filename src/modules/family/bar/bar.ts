import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { findResponsible } from '#modules/responsibility'
import { addTask, finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addMonths, addWorkingDays, type Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addBar, endBar, keepBar, listBars, listThings, type Thing } from '../bar-store.ts'
import { type Bar, familyIsSettled, type Listener, reconsideredWithinMonths } from '../family.ts'
import { mayBar } from '../family-policy.ts'
import { listListeners } from '../family-store.ts'
import { settle } from '../talk/talk.ts'
import { type BarInput, everything } from './bar.form.ts'

/** Once nothing hides it any more, the family is to be told by a person, soon. */
const talkWithinWorkingDays = 2

export type BarForm = {
  child: Child
  matterId: string | undefined
  guardians: readonly Listener[]
  bars: readonly Bar[]
  things: readonly Thing[]
  /** Chosen beforehand. */
  thing?: string | undefined
}

type Opened = Result<BarForm, Hidden | Misplaced>

export const openBars = (deps: Deps, asking: AskingOfChild, thing: string | undefined): Promise<Opened> =>
  audited(deps, 'family.open-bars', asking, async (work): Promise<Result<BarForm, Hidden>> => {
    const form = await openForm(work, asking)
    return form.ok ? ok({ ...form.value, thing }) : form
  })

const pageOf = (child: Child) => paths.family.bar.to({ childId: child.id })

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<BarForm, Hidden>> {
  const known = await openChild(work, childId, mayBar)
  if (!known.ok) return known
  const { child, standing } = known.value
  const { matterId } = standing
  const listeners = await listListeners(work, child, matterId)
  const bars = await listBars(work, childId)
  const things = await listThings(work, childId)
  return ok({ child, matterId, guardians: listeners.filter(({ isChild }) => !isChild), bars, things })
}

/** Adds a bar, or ends one. Both hold from the next request on. */
export function changeBar(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<BarInput, FieldErrors>,
): Promise<Sent<BarForm>> {
  return audited(deps, 'family.change-bar', asking, async (work): Promise<Sent<BarForm>> => {
    const form = await openForm(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    switch (input.value.act) {
      case 'add':
        return add(work, form.value, input.value)
      case 'keep':
        return keep(work, form.value, input.value.bar)
      case 'end':
        return end(work, form.value, input.value.bar)
    }
  })
}

async function add(work: Work, form: BarForm, input: BarInput & { act: 'add' }): Promise<Sent<BarForm>> {
  const { child, guardians, things, matterId } = form
  if (!guardians.some(({ personId }) => personId === input.person))
    return refuse.invalid(form, { person: 'Välj vem som inte ska se' })
  if (input.thing !== everything && !things.some(({ id }) => id === input.thing))
    return refuse.invalid(form, { thing: 'Välj vad det gäller' })
  const latest = addMonths(work.today, reconsideredWithinMonths)
  const { ground: code, reconsiderOn = latest } = input
  if (code && (reconsiderOn <= work.today || reconsiderOn > latest))
    return refuse.invalid(form, { reconsiderOn: 'Beslutet ska övervägas inom tre månader' })
  const thingId = input.thing === everything ? undefined : input.thing
  const ground = code && { code, reconsiderOn }
  const { person: personId, why } = input
  const barId = await addBar(work, { childId: child.id, personId, thingId, why, ground })
  if (barId && ground) await remind(work, child.id, barId, ground.reconsiderOn)
  if (matterId) await settle(work, child, matterId)
  return ok(pageOf(child))
}

/** Considered anew, and still needed. The unit that decided is reminded again. */
async function keep(work: Work, { child }: BarForm, barId: string): Promise<Sent<BarForm>> {
  const next = addMonths(work.today, reconsideredWithinMonths)
  work.about(barId)
  if (!(await keepBar(work, child.id, barId, next))) return refuse.notFound()
  await finishTasks(work, { childId: child.id, kinds: ['reconsider_bar'], aboutId: barId })
  await remind(work, child.id, barId, next)
  return ok(pageOf(child))
}

async function remind(work: Work, childId: string, barId: string, dueOn: Day): Promise<void> {
  const engagementId = work.actor.engagementId
  if (engagementId)
    await addTask(work, { childId, kind: 'reconsider_bar', engagementId, aboutId: barId, dueOn })
}

async function end(work: Work, { child, matterId }: BarForm, barId: string): Promise<Sent<BarForm>> {
  const childId = child.id
  await endBar(work, childId, barId)
  await finishTasks(work, { childId, kinds: ['reconsider_bar'], aboutId: barId })
  work.about(barId)
  if (!matterId || familyIsSettled(await listListeners(work, child, matterId))) return ok(pageOf(child))
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  await finishTasks(work, { childId, kinds: ['talk_with_family'] })
  const dueOn = addWorkingDays(work.today, talkWithinWorkingDays)
  if (lead) await addTask(work, { childId, kind: 'talk_with_family', engagementId: lead.engagementId, dueOn })
  return ok(pageOf(child))
}

/** What somebody must not see of one child they must not see of another: by bars of its own, which are ended one by one. */
export async function barAlso(work: Work, childId: string, bars: readonly Bar[]): Promise<void> {
  for (const { personId, thingId, why, ground } of bars) {
    const barId = await addBar(work, { childId, personId, thingId, why, ground })
    if (barId && ground) await remind(work, childId, barId, ground.reconsiderOn)
  }
}
