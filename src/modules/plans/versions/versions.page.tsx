import { dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { BackLink, Intro, Section, TimelineList } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { changeSentences } from '../changes.parts.tsx'
import { Contacts, GoalsAndActions } from '../plan.parts.tsx'
import type { Occasion, VersionsPage } from './versions.ts'

export function ShowVersionsPage({ known, history, then, today }: VersionsPage) {
  const { child } = known
  const to = { childId: child.id }
  return (
    <>
      <BackLink href={then ? paths.plan.versions.to(to) : paths.plan.show.to(to)}>
        {then ? say('Alla tidigare dagar') : say('Barnets plan')}
      </BackLink>
      {then ? (
        <>
          <Intro
            kicker={say('Barnets plan')}
            title={nameOf(child.person)}
            lead={say('Så såg planen ut {day} klockan {clock}.', {
              day: dayWithYear(swedishDay(then.at)),
              clock: swedishClock(then.at),
            })}
          />
          <Section id="da" title={say('Det här stod i planen')}>
            <GoalsAndActions
              parts={then.parts}
              helped={[]}
              today={swedishDay(then.at)}
              called={callOf(child.person)}
            />
          </Section>
          <Section id="kontakt" title={say('Kontakter')}>
            <Contacts parts={then.parts} />
          </Section>
        </>
      ) : (
        <>
          <Intro
            kicker={say('Barnets plan')}
            title={nameOf(child.person)}
            lead={say('Ingenting skrivs över. Här ser du hur planen har ändrats, senast först.')}
          />
          <TimelineList
            entries={history.map((occasion) => ({
              date: swedishDay(occasion.at),
              what: <What {...occasion} today={today} />,
              more: (
                <span class="solo">
                  <a href={`${paths.plan.versions.to(to)}?da=${occasion.at.getTime()}`}>
                    {say('Läs planen från {day}', { day: dayWithYear(swedishDay(occasion.at)) })}
                    <span class="sr"> {say('klockan {clock}', { clock: swedishClock(occasion.at) })}</span>
                  </a>
                </span>
              ),
            }))}
          />
        </>
      )}
    </>
  )
}

const What = ({ changes, today }: Occasion & { today: string }) =>
  changes.length === 0 ? (
    <bdi>{say('Det första som du kan läsa')}</bdi>
  ) : (
    changeSentences(changes, today).map((sentence, place) => (
      <>
        {place > 0 && <br />}
        {sentence}
      </>
    ))
  )
