import type { Work } from '#modules/audit'
import { type KnownChild, openChild, type Standing } from '#modules/children'
import { type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { OfKind, Part, Plan } from './plan.ts'
import { mayWritePlan } from './plan-policy.ts'
import { findPartRows, findPlan, openParts } from './plan-store.ts'

export type OpenedPlan = { known: KnownChild; plan: Plan; parts: readonly Part[] }

/** The same moment, asked for together: no query waits for another. */
export async function readPlan(
  work: Work,
  childId: string,
  may: (standing: Standing) => boolean,
  which: 'now' | 'news' | 'all' = 'now',
): Promise<Result<{ known: KnownChild; plan: Plan | undefined; parts: readonly Part[] }, Hidden>> {
  const [known, plan, rows] = await Promise.all([
    openChild(work, childId, may),
    findPlan(work, childId),
    findPartRows(work, childId, which),
  ])
  if (!known.ok) return known
  if (plan) work.about(plan.id)
  return ok({ known: known.value, plan, parts: openParts(await work.box(childId), rows) })
}

/** How every use-case on a plan begins: load, ask whether this person may, and see that there is a plan. */
export async function openPlan(
  work: Work,
  childId: string,
  may: (standing: Standing) => boolean,
  which: 'now' | 'news' | 'all' = 'now',
): Promise<Result<OpenedPlan, Hidden>> {
  const read = await readPlan(work, childId, may, which)
  if (!read.ok) return read
  const { plan } = read.value
  return plan ? ok({ ...read.value, plan }) : refuse.notFound()
}

/** A plan to write in: one that has not ended. */
export type OpenPlan = OpenedPlan & { plan: Plan & { version: number } }

export async function openPlanToWrite(work: Work, childId: string): Promise<Result<OpenPlan, Hidden>> {
  const opened = await openPlan(work, childId, mayWritePlan, 'all')
  if (!opened.ok) return opened
  const { plan } = opened.value
  if (plan.endedAt || plan.version === undefined) return refuse.notFound()
  return ok({ ...opened.value, plan: { ...plan, version: plan.version } })
}

/**
 * The plan with one of its parts, as it stands or, when somebody else has ended it meanwhile, as it last stood; or with
 * room for a new one when no id is given.
 */
export async function openPartToWrite<K extends 'goal' | 'action'>(
  work: Work,
  childId: string,
  kind: K,
  partId: string | undefined,
): Promise<Result<OpenPlan & { part: OfKind<K> | undefined }, Hidden>> {
  const opened = await openPlanToWrite(work, childId)
  if (!opened.ok) return opened
  if (partId === undefined) return ok({ ...opened.value, part: undefined })
  const part = opened.value.parts.findLast((one): one is OfKind<K> => one.id === partId && one.kind === kind)
  return part ? ok({ ...opened.value, part }) : refuse.notFound()
}
