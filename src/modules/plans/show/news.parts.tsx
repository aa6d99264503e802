import type { Objection } from '#modules/objections'
import type { PlanEvent } from '#modules/timeline'
import { type Day, swedishDay } from '#shared/dates.ts'
import { callOf } from '#shared/person.ts'
import type { PlanEventKind } from '#shared/schema.ts'
import { BrightMoment, Lines, Section } from '#ui/parts.tsx'
import { changeSentences } from '../changes.parts.tsx'
import { changesSince, ofKind, type Part, type Plan } from '../plan.ts'
import type { Leads } from '../plan-store.ts'
import { dayNear } from '../plan-words.ts'
import type { ShownPlan } from './show-plan.ts'

/** Something the child has said that helps. */
export function Bright({ helped, parts, known, today }: ShownPlan) {
  const said = helped.find(
    ({ voice, helped: answer, words, partId }) =>
      voice === 'child' &&
      answer === 'yes' &&
      words &&
      ofKind(parts, 'action').some(({ id }) => id === partId),
  )
  if (!said?.words) return null
  const called = callOf(known.child.person)
  const who = known.standing.relation === 'self' ? 'dig' : called
  return (
    <BrightMoment by={`Ljusglimt från ${who}, ${dayNear(swedishDay(said.at), today)}`}>
      {said.words.reveal()}
    </BrightMoment>
  )
}

export type NewsOf = {
  plan: Plan
  parts: readonly Part[]
  leads: Leads
  events: readonly PlanEvent[]
  objections: readonly Objection[]
  today: Day
}

/** What has changed since the reader last looked, in sentences. */
export function News({ today, ...news }: NewsOf) {
  const { lookedAt } = news.plan
  if (!lookedAt) return null
  const sentences = newsSince(lookedAt, { today, ...news })
  if (sentences.length === 0) return null
  return (
    <div class="no-print">
      <Section id="nytt" title={`Nytt sedan du tittade ${dayNear(swedishDay(lookedAt), today)}`}>
        <Lines items={sentences} />
      </Section>
    </div>
  )
}

function newsSince(lookedAt: Date, { plan, parts, leads, events, objections, today }: NewsOf): string[] {
  const answered = objections.some(({ by, answer }) => by.isMe && answer && answer.on >= swedishDay(lookedAt))
  return [
    ...(answered ? ['Du har fått svar på det som du inte höll med om.'] : []),
    ...events.flatMap(({ kind }) => happened[kind] ?? []),
    ...(plan.madeAt > lookedAt ? [] : changed(lookedAt, parts, today)),
    ...newLead(lookedAt, leads),
  ]
}

const happened: Partial<Record<PlanEventKind, string>> = {
  meeting_called: 'Det finns en inbjudan till ett möte.',
  meeting_held: 'Det har varit ett möte.',
  followed_up: 'Vi har pratat om hur det går med planen.',
  plan_started: 'Det finns en ny plan.',
  plan_ended: 'Planen är slut.',
}

const changed = (lookedAt: Date, parts: readonly Part[], today: Day) =>
  changeSentences(
    changesSince(parts, lookedAt).filter((change) => change.kind === 'gone' || !change.part.mine),
    today,
  )

const newLead = (lookedAt: Date, { bba, collaboration }: Leads) =>
  collaboration && collaboration.since > lookedAt && collaboration.engagementId !== bba?.engagementId
    ? [`${collaboration.name} är samverkansansvarig.`]
    : []
