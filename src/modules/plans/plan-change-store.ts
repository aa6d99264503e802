import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import type { PlanEnd, PlanPartKind, PlanPartState, WheelArea } from '#shared/schema.ts'
import { partPlace } from './plan-store.ts'

/** A part as it is to be written. */
export type NewPart = {
  id: string
  /** When it first came into the plan; now, when left out. */
  madeAt?: Date | undefined
  kind: PlanPartKind
  goalId?: string | undefined
  areas?: readonly WheelArea[] | undefined
  unitId?: string | undefined
  engagementId?: string | undefined
  startsOn?: Day | undefined
  endsOn?: Day | undefined
  state?: PlanPartState | undefined
  body: object
}

/** What is saved at once, as one version of the plan: parts that come, get a new wording, or leave. */
export type Saving = { written: readonly NewPart[]; ended?: readonly string[] }

/** False when it is there already: the form was sent twice. */
export async function addPlan(
  { trx, at }: Work,
  plan: { childId: string; planId: string; matterId: string },
): Promise<boolean> {
  const added = await trx
    .insertInto('plan')
    .values({ child_id: plan.childId, id: plan.planId, matter_id: plan.matterId, made_at: at })
    .onConflict((on) => on.columns(['child_id', 'id']).doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  await trx
    .insertInto('plan_head')
    .values({ child_id: plan.childId, plan_id: plan.planId, version: 1 })
    .execute()
  return true
}

/** The plan as it was read in this transaction, and the version that the writer had seen when they began. */
export type SavedUpon = { childId: string; plan: { id: string; version: number }; seenVersion: number }

/**
 * Writes the next version. False when somebody else has saved since. Nobody can come between: a change holds its child
 * from the moment it begins.
 */
export async function savePlan(
  work: Work,
  { childId, plan, seenVersion }: SavedUpon,
  saving: Saving,
): Promise<boolean> {
  if (plan.version !== seenVersion) return false
  const version = seenVersion + 1
  const [head] = await Promise.all([
    work.trx
      .updateTable('plan_head')
      .set({ version })
      .where('child_id', '=', childId)
      .where('plan_id', '=', plan.id)
      .where('version', '=', seenVersion)
      .executeTakeFirst(),
    writeParts(work, { childId, planId: plan.id, version }, saving),
  ])
  return head.numUpdatedRows === 1n
}

/** Puts the parts in their place as of a version; what they replace is kept, with the day it ended. */
export async function writeParts(
  { trx, at, actor, box, newId }: Work,
  { childId, planId, version }: { childId: string; planId: string; version: number },
  { written, ended = [] }: Saving,
): Promise<void> {
  const ids = [...written.map(({ id }) => id), ...ended]
  if (ids.length === 0) return
  const sealed = await box(childId)
  const replaced = trx
    .updateTable('plan_part')
    .set({ to_version: version, to_at: at })
    .where('child_id', '=', childId)
    .where('plan_id', '=', planId)
    .where('part_id', 'in', ids)
    .where('to_at', 'is', null)
    .execute()
  const numbered = written.map((part) => ({ ...part, seal: drawn(newId) }))
  const rows = numbered.map((part) => ({
    child_id: childId,
    plan_id: planId,
    part_id: part.id,
    from_version: version,
    seal: part.seal,
    made_at: part.madeAt ?? at,
    kind: part.kind,
    goal_id: part.goalId ?? null,
    areas: [...(part.areas ?? [])],
    unit_id: part.unitId ?? null,
    engagement_id: part.engagementId ?? null,
    starts_on: part.startsOn ?? null,
    ends_on: part.endsOn ?? null,
    state: part.state ?? null,
    body: sealed.seal(partPlace(part.id, part.seal), part.body),
    written_by: actor.personId,
    written_at: at,
  }))
  // In this order on the way: a part has one current version.
  await Promise.all([replaced, rows.length > 0 && trx.insertInto('plan_part').values(rows).execute()])
}

/** A number by chance, from the end of a new id. */
const drawn = (newId: () => string) => Number.parseInt(newId().slice(-7), 16)

export async function setFollowUp(
  { trx }: Work,
  { childId, planId, at }: { childId: string; planId: string; at: Date },
): Promise<void> {
  await trx
    .updateTable('plan')
    .set({ follow_up_at: at })
    .where('child_id', '=', childId)
    .where('id', '=', planId)
    .execute()
}

export async function markEnded(
  { trx, at }: Work,
  { childId, planId, because }: { childId: string; planId: string; because: PlanEnd },
): Promise<void> {
  await trx
    .updateTable('plan')
    .set({ ended_at: at, ended_because: because })
    .where('child_id', '=', childId)
    .where('id', '=', planId)
    .execute()
}
