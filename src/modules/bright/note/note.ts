import { audited, type Work } from '#modules/audit'
import { type KnownChild, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { idFrom } from '#shared/keys.ts'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Bright, opensOn } from '../bright.ts'
import { mayNoteBright } from '../bright-policy.ts'
import { addBright, findBright, findItsPlan, type ItsPlan, takeBackBright } from '../bright-store.ts'
import { type NoteInput, whatIsNoted } from './note.form.ts'

export type Noting = {
  known: KnownChild
  plan: ItsPlan
  moments: readonly Bright[]
  isChild: boolean
  /** When the others see what is written today. */
  opensOn: Day
  today: Day
}

export const openNoting = (deps: Deps, asking: AskingOfChild): Promise<Result<Noting, Hidden | Misplaced>> =>
  audited(deps, 'bright.open', asking, (work) => open(work, asking.childId))

async function open(work: Work, childId: string): Promise<Result<Noting, Hidden>> {
  const [known, plan, moments] = await Promise.all([
    openChild(work, childId, mayNoteBright),
    findItsPlan(work, childId),
    findBright(work, childId),
  ])
  if (!known.ok) return known
  if (!plan) return refuse.notFound()
  work.about(plan.id)
  const isChild = known.value.standing.relation === 'self'
  const { today } = work
  return ok({ known: known.value, plan, moments, isChild, opensOn: opensOn(isChild, today), today })
}

/** Notes what went well, in a plan that goes on. */
export function noteBright(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<NoteInput, FieldErrors>,
): Promise<Sent<Noting>> {
  return audited(deps, 'bright.note', asking, async (work): Promise<Sent<Noting>> => {
    const { childId } = asking
    const opened = await open(work, childId)
    if (!opened.ok) return opened
    const { plan, isChild, opensOn } = opened.value
    if (!plan.isOpen) return refuse.notFound()
    if (!input.ok) return refuse.invalid(opened.value, input.error)
    const { words } = input.value
    const id = idFrom(deps.keys.hash('bright_moment', whatIsNoted(input.value)))
    await addBright(work, { childId, planId: plan.id, id, words, isChild, opensOn })
    return ok(paths.bright.note.to({ childId }))
  })
}

/** Whoever wrote it takes it back; for anybody else it is not there. */
export const takeBack = (
  deps: Deps,
  asking: AskingOfChild,
  input: Result<{ moment: string }, FieldErrors>,
): Promise<Result<string, Hidden | Misplaced>> =>
  audited(deps, 'bright.take-back', asking, async (work): Promise<Result<string, Hidden>> => {
    const opened = await open(work, asking.childId)
    if (!opened.ok) return opened
    if (!input.ok) return refuse.notFound()
    const taken = await takeBackBright(work, asking.childId, input.value.moment)
    return taken ? ok(paths.bright.note.to(asking)) : refuse.notFound()
  })
