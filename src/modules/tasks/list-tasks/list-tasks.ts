import { findPresence, type Presence } from '#modules/absence'
import { audited } from '#modules/audit'
import { type EarlierSignIns, findSignIns } from '#modules/identity'
import type { Asking } from '#shared/asking.ts'
import { weekBegins } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import {
  countAlarms,
  countTimesAsked,
  isAdministrator,
  listFinished,
  listQuestions,
  listWaiting,
  type Question,
  usesQuestions,
} from '../list-store.ts'
import { leadsUnit } from '../load-store.ts'
import type { Finished, Mark, Waiting } from '../task.ts'

export type TaskList = {
  waiting: readonly Waiting[]
  next: Mark | undefined
  finished: readonly Finished[]
  /** Times that others ask the person to hold. */
  timesAsked: number
  /** With no child named: to answer, or answered. */
  questions: readonly Question[]
  usesQuestions: boolean
  /** For whoever reviews the log of a unit. */
  alarms: number | undefined
  administers: boolean
  presence: Presence
  /** Leads the unit: sees how much each one has. */
  leads: boolean
  at: Date
  acting: string | undefined
  /** Undefined for somebody protected. */
  givenName: string | undefined
  signIns: EarlierSignIns | undefined
}

/** What waits for the person in the unit where they act, and what they have done this week. */
export function listTasks(
  deps: Deps,
  asking: Asking,
  after: Mark | undefined,
): Promise<Result<TaskList, Hidden | Misplaced>> {
  return audited(deps, 'tasks.list', asking, async (work): Promise<Result<TaskList, Hidden>> => {
    const { actor, at, today } = work
    if (actor.kind !== 'staff') return refuse.notAllowed()
    const [
      { waiting, next },
      finished,
      timesAsked,
      questions,
      hasQuestions,
      alarms,
      administers,
      presence,
      leads,
      signIns,
    ] = await Promise.all([
      listWaiting(work, after),
      listFinished(work, weekBegins(today)),
      countTimesAsked(work),
      listQuestions(work),
      usesQuestions(work),
      countAlarms(work),
      isAdministrator(work),
      findPresence(work),
      leadsUnit(work),
      findSignIns(work, asking),
    ])
    work.shown([...waiting, ...finished].map(({ childId }) => childId))
    return ok({
      waiting,
      next,
      finished,
      timesAsked,
      questions,
      usesQuestions: hasQuestions,
      alarms,
      administers,
      presence,
      leads,
      at,
      acting: actor.acting,
      givenName: actor.givenName,
      signIns,
    })
  })
}
