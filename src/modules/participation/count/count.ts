import { audited, type Work } from '#modules/audit'
import { type KnownChild, openChild } from '#modules/children'
import { findResponsible, type Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Most, Occasion } from '../participation.ts'
import { mayCount } from '../participation-policy.ts'
import { addCounts, type Counting, findCounting, findMost, listOccasions } from '../participation-store.ts'
import { readCounts } from './count.form.ts'

export type CountForm = {
  known: KnownChild
  occasion: Occasion
  /** Who has counted the papers of this one, and when. */
  counting: Counting | undefined
  most: Most
}

export const openCount = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
): Promise<Result<CountForm, Hidden | Misplaced>> =>
  audited(deps, 'participation.open-count', asking, (work) => openForm(work, asking.childId, id))

async function openForm(work: Work, childId: string, id: string): Promise<Result<CountForm, Hidden>> {
  const known = await openChild(work, childId, mayCount)
  if (!known.ok) return known
  const occasion = (await listOccasions(work, childId)).find((one) => one.id === id)
  if (!occasion) return refuse.notFound()
  work.about(id)
  const [counting, most] = await Promise.all([findCounting(work, childId, id), findMost(work, childId)])
  return ok({ known: known.value, occasion, counting, most })
}

/** Added to the counts, once for each meeting or follow-up. Nothing of a single paper is kept. */
export function count(
  deps: Deps,
  asking: AskingOfChild,
  id: string,
  form: ReadForm,
): Promise<Sent<CountForm>> {
  return audited(deps, 'participation.count', asking, async (work): Promise<Sent<CountForm>> => {
    const { childId } = asking
    const opened = await openForm(work, childId, id)
    if (!opened.ok) return opened
    const read = readCounts(form, opened.value.most)
    if (!read.ok) return refuse.invalid(opened.value, read.error)
    if (!(await addCounts(work, childId, id, read.value))) return refuse.conflict(opened.value)
    return ok(paths.participation.count.to({ childId, occasionId: id }))
  })
}

export type Slips = { occasion: Occasion; most: Most; lead: Responsible | undefined; at: Date }

/** Paper to answer on: it says which meeting, and nothing of anybody. */
export const printSlips = (
  deps: Deps,
  asking: AskingOfChild,
  id: string,
): Promise<Result<Slips, Hidden | Misplaced>> =>
  audited(deps, 'participation.print-slips', asking, async (work): Promise<Result<Slips, Hidden>> => {
    const opened = await openForm(work, asking.childId, id)
    if (!opened.ok) return opened
    const lead = await findResponsible(work, asking.childId, 'best_interests_lead')
    const { occasion, most } = opened.value
    return ok({ occasion, most, lead, at: work.at })
  })
