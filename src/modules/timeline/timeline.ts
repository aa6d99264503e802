import type { Day } from '#shared/dates.ts'
import type { PlanEventKind } from '#shared/schema.ts'
import { message } from '#ui/message.ts'

/** One of the plan's own events. Never what was in it: the kind and the day. */
export type PlanEvent = { kind: PlanEventKind; day: Day }

/** What has happened, in words that everybody who takes part can read. */
export const eventNames: Readonly<Record<PlanEventKind, string>> = {
  noticed: message('Någon berättade något'),
  family_told: message('Familjen fick veta'),
  gathering_started: message('Vi började ta reda på mer'),
  meeting_called: message('Inbjudan till samverkansmöte'),
  meeting_held: message('Samverkansmöte'),
  plan_started: message('Barnets plan började gälla'),
  plan_changed: message('Planen ändrades'),
  lead_changed: message('Ny ansvarig'),
  followed_up: message('Vi följde upp planen'),
  plan_ended: message('Planen avslutades'),
}

/** Several of a kind on one day are one: what happened counts, not how many times somebody pressed a button. */
export const byDay = (events: readonly PlanEvent[]): readonly PlanEvent[] =>
  events.filter(
    ({ kind, day }, place) => events.findIndex((other) => other.kind === kind && other.day === day) === place,
  )
