import { type Bright, hasNew } from '#modules/bright'
import type { KnownChild } from '#modules/children'
import type { Objection } from '#modules/objections'
import type { PlanEvent } from '#modules/timeline'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { PlanEventKind } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { Lines, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { changeSentences } from '../changes.parts.tsx'
import { changesSince, type Part, type Plan } from '../plan.ts'
import type { Leads } from '../plan-store.ts'
import { dayNear } from '../plan-words.ts'

export type NewsOf = {
  plan: Plan
  parts: readonly Part[]
  leads: Leads
  events: readonly PlanEvent[]
  objections: readonly Objection[]
  bright: readonly Bright[]
  known: KnownChild
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
      <Section
        id="nytt"
        title={say('Nytt sedan du tittade {day}', { day: dayNear(swedishDay(lookedAt), today) })}
      >
        <Lines items={sentences} />
      </Section>
    </div>
  )
}

function newsSince(
  lookedAt: Date,
  { plan, parts, leads, events, objections, bright, known, today }: NewsOf,
): string[] {
  const answered = objections.some(({ by, answer }) => by.isMe && answer && answer.on >= swedishDay(lookedAt))
  return [
    ...(answered ? [say('Du har fått svar på det som du inte höll med om.')] : []),
    ...(hasNew(bright, lookedAt, known.standing.relation === 'self')
      ? [say('Det finns en ny ljusglimt.')]
      : []),
    ...events.flatMap(({ kind }) => sentenceOf(happened[kind])),
    ...(plan.madeAt > lookedAt ? [] : changed(lookedAt, parts, today)),
    ...newLead(lookedAt, leads),
  ]
}

const sentenceOf = (text: string | undefined) => (text ? [say(text)] : [])

const happened: Partial<Record<PlanEventKind, string>> = {
  meeting_called: message('Det finns en inbjudan till ett möte.'),
  meeting_held: message('Det har varit ett möte.'),
  followed_up: message('Vi har pratat om hur det går med planen.'),
  plan_started: message('Det finns en ny plan.'),
  plan_ended: message('Planen är slut.'),
}

const changed = (lookedAt: Date, parts: readonly Part[], today: Day) =>
  changeSentences(
    changesSince(parts, lookedAt).filter((change) => change.kind === 'gone' || !change.part.mine),
    today,
  )

const newLead = (lookedAt: Date, { bba, collaboration }: Leads) =>
  collaboration && collaboration.since > lookedAt && collaboration.engagementId !== bba?.engagementId
    ? [say('{name} är samverkansansvarig.', { name: collaboration.name })]
    : []
