import { BrightMoments } from '#modules/bright'
import { WhatIsNext } from '#modules/childs-door'
import { HelpLines } from '#modules/knowledge'
import { mayObject, ObjectLink } from '#modules/objections'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import type { Helped } from '#shared/schema.ts'
import { Answers, Helpers, Wants } from '#ui/child.tsx'
import { message } from '#ui/message.ts'
import { BackLink, Done, Empty, Intro, Lines, Listen, Section, type Viewer } from '#ui/page.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import { readersOf } from '../plan.parts.tsx'
import { ofKind } from '../plan.ts'
import { Readings } from '../readings.parts.tsx'
import { News } from '../show/news.parts.tsx'
import { ToChild } from '../to-child.parts.tsx'
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
      {isHanded && (
        <BackLink href={paths.childsDoor.home.to({ childId: child.id })}>{say('Min sida')}</BackLink>
      )}
      <div id="hej">
        <Intro
          title={
            child.person.kind === 'visible' ? say('Hej {name}!', { name: callOf(child.person) }) : say('Hej!')
          }
          lead={say('Det här är din plan. Den säger vem som hjälper dig.')}
        >
          <Listen part="hej" what={say('början')} />
        </Intro>
      </div>
      {!isHanded && <Readings childId={child.id} now="pictures" />}
      {thanked && (
        <Done title={say('Tack för att du svarade!')}>
          <p>{say('Du kan ändra dig när du vill.')}</p>
        </Done>
      )}
      <BrightMoments
        child={child}
        moments={reading.bright}
        isChild={isChild}
        mayNote={!plan.endedAt && !reading.isOnPaper}
      />
      {(reading.next || !plan.endedAt) && <WhatIsNext next={reading.next} lead={bba} />}
      <News {...reading} />
      {plan.endedAt && <Empty>{say('Planen är slut nu. Du kan läsa den här.')}</Empty>}
      {goals.length > 0 && (
        <Section id="vill" title={say('Det här vill du')}>
          <Wants
            items={goals.map(({ areas, body }) => ({
              area: areas[0] ?? 'development',
              text: <AsWritten>{body.words.reveal()}</AsWritten>,
            }))}
          />
          <Listen part="vill" what={say('vad du vill')} />
        </Section>
      )}
      <Section id="hjalper" title={say('De här hjälper dig')}>
        {helpers.length === 0 && <Empty>{say('Här står det snart vem som hjälper dig.')}</Empty>}
        <Helpers
          items={helpers.map(({ says, ...one }) => ({
            ...one,
            who: <AsWritten>{one.who}</AsWritten>,
            when: <bdi>{one.when}</bdi>,
            does: <bdi>{says}</bdi>,
            more: <Answering {...reading} part={one} />,
          }))}
        />
        <Listen part="hjalper" what={say('vilka som hjälper dig')} />
      </Section>
      {over.length > 0 && (
        <Section id="slut" title={say('Det här är över')}>
          <Lines items={over.map(({ says }) => says)} />
          <Listen part="slut" what={say('vad som är över')} />
        </Section>
      )}
      <Question {...reading} />
      {isChild && (
        <Section id="prata" title={say('Vill du prata?')}>
          {bba && <p>{say('Det du skriver läser {name}.', { name: bba })}</p>}
          {(bba || !isHanded) && (
            <p class="actions">
              <a
                class="ds-button"
                href={(bba ? paths.childsDoor.write : paths.noticing.noticeChild).to({ childId: child.id })}
              >
                {bba ? say('Skriv till {name}', { name: bba }) : say('Skriv till oss')}
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
  yes: message('Du sa: ja.'),
  a_little: message('Du sa: lite.'),
  no: message('Du sa: nej.'),
  dont_know: message('Du sa: vet inte.'),
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
      {said?.helped && <p>{say(saidWords[said.helped])}</p>}
      {canAsk.some(({ id }) => id === part.id) && (
        <p class="solo">
          <a href={`${paths.plan.childsReading.to({ childId })}?fraga=${part.id}#fraga`}>
            {said?.helped ? say('Ändra ditt svar') : say('Hjälper det?')}
            <span class="sr">
              {' '}
              <AsWritten>{part.who}</AsWritten>
            </span>
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
    <Section id="fraga" title={say('Hjälper det dig?')}>
      <p class="lead">
        <ToChild action={asks} parts={parts} />
      </p>
      <p class="soft">{say('{readers} får se ditt svar.', { readers: readersOf(asks, leads.bba) })}</p>
      <Answers name="hjalper" viewer={viewer} hidden={{ submission, part: asks.id }} />
    </Section>
  )
}
