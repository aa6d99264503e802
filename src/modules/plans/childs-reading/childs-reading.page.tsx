import { type Day, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Answers, Helpers, Wants } from '#ui/child.tsx'
import { BackLink, Done, Empty, Intro, Listen, NextStep, Section, type Viewer } from '#ui/page.tsx'
import { readersOf, whenOf } from '../plan.parts.tsx'
import { type Action, areaOf, isOver, ofKind } from '../plan.ts'
import { dayNear, nearness } from '../plan-words.ts'
import type { ChildsReading } from './childs-reading.ts'

type Props = ChildsReading & { viewer: Viewer; submission: string; thanked: boolean }

/** Pictures and few words: what I want, who helps me with what and when. */
export function ChildsReadingPage(reading: Props) {
  const { known, plan, parts, leads, isChild, thanked } = reading
  const { child } = known
  const goals = ofKind(parts, 'goal')
  const helpers = ofKind(parts, 'action').filter(({ state }) => !isOver(state))
  const bba = leads.bba?.name.split(' ')[0]
  return (
    <>
      {!isChild && (
        <BackLink href={paths.plan.show.to({ childId: child.id })}>Barnets plan, som du läser den</BackLink>
      )}
      <div id="hej">
        <Intro
          title={`Hej${child.person.kind === 'visible' ? ` ${callOf(child.person)}` : ''}!`}
          lead="Det här är din plan. Den säger vem som hjälper dig."
        >
          <Listen part="hej" what="början" />
        </Intro>
      </div>
      {thanked && (
        <Done title="Tack för att du svarade!">
          <p>Du kan ändra dig när du vill.</p>
        </Done>
      )}
      {plan.followUpAt && !plan.endedAt && (
        <NextStep
          label="Det här händer sen"
          main={`${when(swedishDay(plan.followUpAt), reading.today)} pratar vi om hur det går.`}
        >
          <p>Du bestämmer om du vill vara med.</p>
        </NextStep>
      )}
      {plan.endedAt && <Empty>Planen är slut nu. Du kan läsa den här.</Empty>}
      {goals.length > 0 && (
        <Section id="vill" title="Det här vill du">
          <Wants
            items={goals.map(({ areas, body }) => ({
              area: areas[0] ?? 'development',
              text: body.words.reveal(),
            }))}
          />
          <Listen part="vill" what="vad du vill" />
        </Section>
      )}
      <Section id="hjalper" title="De här hjälper dig">
        {helpers.length === 0 && <Empty>Här står det snart vem som hjälper dig.</Empty>}
        <Helpers
          items={helpers.map((action) => ({
            area: areaOf(action, parts) ?? 'care',
            who: action.body.who.reveal(),
            does: (action.body.toChild ?? action.body.what).reveal(),
            when: childsWhen(action, reading.today),
          }))}
        />
        <Listen part="hjalper" what="vilka som hjälper dig" />
      </Section>
      <Question {...reading} />
      {isChild && (
        <Section id="prata" title="Vill du prata?">
          {bba && <p>Det du skriver läser {bba}.</p>}
          <p class="actions">
            <a class="ds-button" href={paths.noticing.noticeChild.to({ childId: child.id })}>
              {bba ? `Skriv till ${bba}` : 'Skriv till oss'}
            </a>
          </p>
          <p class="solo">
            <a href={`${paths.plan.show.to({ childId: child.id })}#mal`}>Står det något som inte stämmer?</a>
          </p>
          <p class="solo">
            Du kan ringa någon annan när som helst:
            <br />
            <a href="tel:116111">Bris, 116 111</a>
            <br />
            Är det farligt nu? <a href="tel:112">Ring 112</a>
          </p>
          <p class="soft small">
            ”Lämna sidan snabbt” byter till en annan sida. Den här sidan kan ändå synas i historiken.
          </p>
        </Section>
      )}
    </>
  )
}

function when(day: Day, today: Day): string {
  const text = nearness(day, today) ?? `den ${dayNear(day, today)}`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** The words first; without words, the days. */
const childsWhen = (action: Action, today: Day): string => action.body.when?.reveal() ?? whenOf(action, today)

function Question({ asks, leads, viewer, submission }: Props) {
  if (!asks) return null
  const { what, toChild } = asks.body
  return (
    <Section id="fraga" title="Hjälper det dig?">
      <p class="lead">{(toChild ?? what).reveal()}</p>
      <p class="soft">{readersOf(asks, leads.bba)} får se ditt svar.</p>
      <Answers name="hjalper" viewer={viewer} hidden={{ submission, part: asks.id }} />
    </Section>
  )
}
