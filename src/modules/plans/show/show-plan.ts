import { audited, type Work } from '#modules/audit'
import { type Bright, findBright } from '#modules/bright'
import type { KnownChild } from '#modules/children'
import { findObjections, type Objection } from '#modules/objections'
import { listOccasions, type Occasion } from '#modules/participation'
import { listEvents, type PlanEvent } from '#modules/timeline'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Agreement } from '../agreement.ts'
import { findAgreementRows, openAgreements } from '../agreement-store.ts'
import {
  findHeldRows,
  findHelpedRows,
  findPlannedFollowUp,
  type HeldFollowUp,
  type HelpedAnswer,
  openHeld,
  openHelped,
} from '../follow-up-store.ts'
import type { Part, Plan } from '../plan.ts'
import { readPlan } from '../plan-access.ts'
import { mayReadPlan } from '../plan-policy.ts'
import { findKept, findLeads, type Leads } from '../plan-store.ts'

export type ShownPlan = {
  known: KnownChild
  plan: Plan | undefined
  parts: readonly Part[]
  leads: Leads
  agreements: readonly Agreement[]
  helped: readonly HelpedAnswer[]
  /** The follow-up that was held last. */
  held: HeldFollowUp | undefined
  /** What has gone well. */
  bright: readonly Bright[]
  /** What is kept from somebody in the family, with their names: for those who carry the matter. */
  kept: ReadonlyMap<string, readonly string[]>
  /** What somebody in the family does not agree with in it. */
  objections: readonly Objection[]
  /** What the person may say how it was. */
  occasions: readonly Occasion[]
  /** What has happened around the plan since the reader last looked. */
  events: readonly PlanEvent[]
  /** The follow-up that is coming: what the family answers about. */
  occasionId: string | undefined
  today: Day
}

/** Once there is a plan. */
export type PlanThere = ShownPlan & { plan: Plan }

export const showPlan = (deps: Deps, asking: AskingOfChild) =>
  audited(deps, 'plan.show', asking, (work) => readWholePlan(work, asking.childId))

/** Everything on the page, in one moment: no query waits for another. */
export async function readWholePlan(work: Work, childId: string): Promise<Result<ShownPlan, Hidden>> {
  const [read, leads, agreements, helped, held, bright, kept, objections, occasions, occasionId] =
    await Promise.all([
      readPlan(work, childId, mayReadPlan, 'news'),
      findLeads(work, childId),
      findAgreementRows(work, childId),
      findHelpedRows(work, childId),
      findHeldRows(work, childId),
      findBright(work, childId),
      findKept(work, childId),
      findObjections(work, childId),
      listOccasions(work, childId),
      findPlannedFollowUp(work, childId),
    ])
  if (!read.ok) return read
  const lookedAt = read.value.plan?.lookedAt
  const box = await work.box(childId)
  return ok({
    ...read.value,
    leads,
    agreements: openAgreements(box, agreements),
    helped: openHelped(box, helped),
    held: openHeld(box, held.slice(0, 1))[0],
    bright,
    kept,
    objections,
    occasions,
    events: lookedAt ? await listEvents(work, childId, lookedAt) : [],
    occasionId,
    today: work.today,
  })
}
