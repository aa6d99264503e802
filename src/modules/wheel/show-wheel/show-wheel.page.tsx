import { areaNames, guidance } from '#modules/knowledge'
import { Objections } from '#modules/objections'
import { type Day, dayAndMonth, dayInWords, dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import {
  Actions,
  BackLink,
  Empty,
  Guidance,
  Intro,
  Lines,
  LinkButton,
  NextStep,
  Section,
} from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { Wheel, WheelCompare } from '#ui/wheel.tsx'
import type { Question } from '../source.ts'
import { childName, sourceName, wheelOf } from '../wheel.parts.tsx'
import type { WheelView } from './show-wheel.ts'

export function WheelPage(view: WheelView) {
  const { child, earlier, now, works } = view
  const wheel = wheelOf({ ...view, statements: now.statements })
  return (
    <>
      <BackLink href={paths.child.to({ childId: child.id })}>
        {view.relation === 'self' ? say('Min sida') : nameOf(child.person)}
      </BackLink>
      <Intro kicker={say('Barnets bästa-hjulet')} title={nameOf(child.person)} lead={leadOf(view)}>
        <Adding {...view} />
      </Intro>
      {wheel.areas.length > 0 ? <Wheel wheel={wheel} /> : <Nothing {...view} />}
      <Apart {...view} />
      {works && <ByArea {...view} />}
      {works && <Questions {...view} />}
      {works && <Next {...view} />}
      {earlier.length > 0 && <Before {...view} />}
    </>
  )
}

const Apart = ({ child, apart }: WheelView) =>
  apart.length === 0 ? null : (
    <Section
      id="holler-inte-med"
      title={say('Det du inte har hållit med om')}
      lead={say('Texterna visas inte här, men det du skrev och svaret är kvar.')}
    >
      <Objections child={child} objections={apart} />
    </Section>
  )

/** The same rings in all of them, so that each voice is found in the same place. */
function Before(view: WheelView) {
  const { earlier, now, today } = view
  const everybody = [...earlier, now].flatMap(({ statements }) => statements)
  const beside = { ...view, everybody, linked: false }
  const times = [...earlier, now].map(({ from, statements }) => ({
    when: (from.slice(0, 4) === today.slice(0, 4) ? dayAndMonth : dayWithYear)(from),
    wheel: wheelOf({ ...beside, statements, areas: from === now.from ? view.areas : [] }),
  }))
  return (
    <Section id="forr" title={say('Förr och nu')}>
      <WheelCompare times={times} />
    </Section>
  )
}

function leadOf({ relation, child, lead, now }: WheelView): string {
  const name = childName(child)
  if (relation === 'lead')
    return `Varje röst för sig, ${name} först. Det som fungerar kommer före det som är utmanande.`
  if (relation === 'party') return 'Här är det som har öppnats för dig.'
  const who = lead ? ` ${say('Fråga gärna {name}.', { name: lead.name })}` : ''
  return now.statements.length > 0
    ? `${say('Här är det du har sagt, och det som har öppnats för dig.')}${who}`
    : `${say('Här står det ni har sagt.')}${who}`
}

const Nothing = ({ relation }: WheelView) =>
  relation === 'lead' ? null : <Empty>{say('Här står inget än. Det är helt okej.')}</Empty>

function Adding({ child, adds, works, links, gathering, relation }: WheelView) {
  const childId = child.id
  if (!adds || (works && !gathering)) return null
  return (
    <Actions>
      <LinkButton href={(relation === 'self' ? paths.wheel.own : paths.wheel.addStatement).to({ childId })}>
        {works ? 'Lägg till röst' : say('Berätta')}
      </LinkButton>
      {works && (
        <>
          <a href={paths.wheel.ask.to({ childId })}>Fråga en verksamhet</a>
          {links && <a href={paths.wheel.askAdult.to({ childId })}>Fråga någon utan inloggning</a>}
          <a href={`${paths.wheel.addStatement.to({ childId })}?rost=new_adult`}>Skriv in åt någon annan</a>
          <a href={paths.wheel.start.to({ childId })}>Ta upp fler områden</a>
        </>
      )}
      {relation === 'self' && <p class="soft">{say('Du väljer vem som får läsa.')}</p>}
    </Actions>
  )
}

/** Straight to a voice in one area, with the area's own questions. */
const ByArea = ({ child, gathering }: WheelView) =>
  gathering ? (
    <Section id="lagg-till" title="Lägg till röst i ett område">
      <Actions>
        {gathering.areas.map((area) => (
          <a href={`${paths.wheel.addStatement.to({ childId: child.id })}?omrade=${area}`}>
            {areaNames.names[area]}
          </a>
        ))}
      </Actions>
    </Section>
  ) : null

/** What is asked of other units, and whether they have answered; the answer itself is in the wheel. */
function Questions({ child, questions, adults, today }: WheelView) {
  if (questions.length === 0) return null
  return (
    <Section id="fragor" title="Frågor till andra">
      <Lines
        items={questions.map((question) => (
          <>
            <a href={paths.wheel.answer.to({ childId: child.id, itemId: question.itemId })}>
              {sourceName(question, adults)}: {areaNames.names[question.area]}
            </a>
            <br />
            <span class="soft">{answerText(question, today)}</span>
          </>
        ))}
      />
    </Section>
  )
}

function answerText({ answer, came, toAdultId, dueOn }: Question, today: Day): string {
  if (answer === 'cannot_answer') return 'Kan inte svara.'
  if (answer) return toAdultId ? 'Har svarat.' : 'Har svarat. Svaret står i hjulet.'
  if (came) return 'Ett svar har kommit. Läs det och välj om det ska stå i hjulet.'
  if (dueOn >= today) return `Svarar senast ${dayInWords(dueOn)}.`
  return `Skulle svara ${dayInWords(dueOn)}. Ring gärna.`
}

function Next(view: WheelView) {
  const { child, gathering, now, decides, lead } = view
  const childId = child.id
  return (
    <>
      <section>
        <Guidance sentences={guidance('gather').sentences} open={now.statements.length === 0} />
      </section>
      {!gathering ? (
        <NextStep
          label="Nästa steg"
          main="Välj de områden som spelar roll"
          action={{ href: paths.wheel.start.to({ childId }), label: 'Börja samla' }}
        />
      ) : decides ? (
        <NextStep
          label="När du har hört dem som behövs"
          main="Se helheten och välj väg"
          action={{ href: paths.wheel.analyse.to({ childId }), label: 'Till analysen' }}
        />
      ) : (
        <NextStep
          label="När du har samlat klart"
          main={`Säg till ${lead?.name ?? 'den som är Barnets bästa-ansvarig'}`}
          action={{ href: paths.wheel.colleague.to({ childId }), label: 'Jag är klar' }}
        />
      )}
      <Actions>
        <a href={paths.wheel.notes.to({ childId })}>Våra anteckningar</a>
        {decides && <a href={paths.wheel.colleague.to({ childId })}>Ge arbetet till en kollega</a>}
      </Actions>
    </>
  )
}
