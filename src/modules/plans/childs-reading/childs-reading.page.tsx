import { HelpLines } from '#modules/childs-door'
import { mayObject, ObjectLink } from '#modules/objections'
import { swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import type { Helped } from '#shared/schema.ts'
import { Answers, Helpers, Wants } from '#ui/child.tsx'
import { BackLink, Done, Empty, Intro, Lines, Listen, NextStep, Section, type Viewer } from '#ui/page.tsx'
import { readersOf } from '../plan.parts.tsx'
import { ofKind } from '../plan.ts'
import { capital, nearDay } from '../plan-words.ts'
import { Readings } from '../readings.parts.tsx'
import { News } from '../show/news.parts.tsx'
import { toChild } from '../to-child.parts.tsx'
import { childsLines } from './childs-lines.parts.tsx'
import type { ChildsReading } from './childs-reading.ts'

type Props = ChildsReading & { viewer: Viewer; submission: string; thanked: boolean }

/** Pictures and few words: what I want, who helps me with what and when. */
export function ChildsReadingPage(reading: Props) {
  const { known, plan, parts, leads, isChild, isHanded, thanked } = reading
  const { child } = known
  const goals = ofKind(parts, 'goal')
  const { helpers, over } = childsLines(parts, reading.today)
  const bba = leads.bba?.name.split(' ')[0]
  return (
    <>
      {isHanded && <BackLink href={paths.childsDoor.home.to({ childId: child.id })}>Min sida</BackLink>}
      <div id="hej">
        <Intro
          title={`Hej${child.person.kind === 'visible' ? ` ${callOf(child.person)}` : ''}!`}
          lead="Det här är din plan. Den säger vem som hjälper dig."
        >
          <Listen part="hej" what="början" />
        </Intro>
      </div>
      {!isHanded && <Readings childId={child.id} now="pictures" />}
      {thanked && (
        <Done title="Tack för att du svarade!">
          <p>Du kan ändra dig när du vill.</p>
        </Done>
      )}
      {plan.followUpAt && !plan.endedAt && (
        <NextStep
          label="Det här händer sen"
          main={`${capital(nearDay(swedishDay(plan.followUpAt), reading.today))} pratar vi om hur det går.`}
        >
          <p>Du bestämmer om du vill vara med.</p>
        </NextStep>
      )}
      <News {...reading} />
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
          items={helpers.map(({ says, ...one }) => ({
            ...one,
            does: says,
            more: <Answering {...reading} part={one} />,
          }))}
        />
        <Listen part="hjalper" what="vilka som hjälper dig" />
      </Section>
      {over.length > 0 && (
        <Section id="slut" title="Det här är över">
          <Lines items={over.map(({ says }) => says)} />
          <Listen part="slut" what="vad som är över" />
        </Section>
      )}
      <Question {...reading} />
      {isChild && (
        <Section id="prata" title="Vill du prata?">
          {bba && <p>Det du skriver läser {bba}.</p>}
          {(bba || !isHanded) && (
            <p class="actions">
              <a
                class="ds-button"
                href={(bba ? paths.childsDoor.write : paths.noticing.noticeChild).to({ childId: child.id })}
              >
                {bba ? `Skriv till ${bba}` : 'Skriv till oss'}
              </a>
            </p>
          )}
          <HelpLines />
        </Section>
      )}
    </>
  )
}

const saidWords = {
  yes: 'Du sa: ja.',
  a_little: 'Du sa: lite.',
  no: 'Du sa: nej.',
  dont_know: 'Du sa: vet inte.',
} as const satisfies Record<Helped, string>

/** Beside one who helps: what I have said of it, and the ways to say something. */
function Answering({
  known,
  helped,
  canAsk,
  occasionId,
  isHanded,
  part,
}: Props & { part: { id: string; who: string } }) {
  const childId = known.child.id
  const said = helped.find((one) => one.mine && one.partId === part.id && one.occasionId === occasionId)
  return (
    <div class="no-print">
      {said?.helped && <p>{saidWords[said.helped]}</p>}
      {canAsk.some(({ id }) => id === part.id) && (
        <p class="solo">
          <a href={`${paths.plan.childsReading.to({ childId })}?fraga=${part.id}#fraga`}>
            {said?.helped ? 'Ändra ditt svar' : 'Hjälper det?'}
            <span class="sr"> {part.who}</span>
          </a>
        </p>
      )}
      {!isHanded && mayObject(known.standing) && (
        <ObjectLink childId={childId} thingId={part.id} about={part.who} />
      )}
    </div>
  )
}

function Question({ asks, parts, leads, viewer, submission }: Props) {
  if (!asks) return null
  return (
    <Section id="fraga" title="Hjälper det dig?">
      <p class="lead">{toChild(asks, parts)}</p>
      <p class="soft">{readersOf(asks, leads.bba)} får se ditt svar.</p>
      <Answers name="hjalper" viewer={viewer} hidden={{ submission, part: asks.id }} />
    </Section>
  )
}
