import type { Day } from '#shared/dates.ts'
import type { PlanEventKind } from '#shared/schema.ts'

/** One of the plan's own events. Never what was in it: the kind and the day. */
export type PlanEvent = { kind: PlanEventKind; day: Day }

/** What has happened, in words that everybody who takes part can read. */
export const eventNames: Readonly<Record<PlanEventKind, string>> = {
  noticed: 'Någon berättade något',
  family_told: 'Familjen fick veta',
  gathering_started: 'Vi började ta reda på mer',
  meeting_called: 'Inbjudan till samverkansmöte',
  meeting_held: 'Samverkansmöte',
  plan_started: 'Barnets plan började gälla',
  plan_changed: 'Planen ändrades',
  lead_changed: 'Ny ansvarig',
  followed_up: 'Vi följde upp planen',
  plan_ended: 'Planen avslutades',
}

/** Several of a kind on one day are one: what happened counts, not how many times somebody pressed a button. */
export const byDay = (events: readonly PlanEvent[]): readonly PlanEvent[] =>
  events.filter(
    ({ kind, day }, place) => events.findIndex((other) => other.kind === kind && other.day === day) === place,
  )
