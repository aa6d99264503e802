import { dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { BackLink, Intro, Section, TimelineList } from '#ui/parts.tsx'
import { changeSentences } from '../changes.parts.tsx'
import { Contacts, GoalsAndActions } from '../plan.parts.tsx'
import type { Occasion, VersionsPage } from './versions.ts'

export function ShowVersionsPage({ known, history, then, today }: VersionsPage) {
  const { child } = known
  const to = { childId: child.id }
  return (
    <>
      <BackLink href={then ? paths.plan.versions.to(to) : paths.plan.show.to(to)}>
        {then ? 'Alla tidigare dagar' : 'Barnets plan'}
      </BackLink>
      {then ? (
        <>
          <Intro
            kicker="Barnets plan"
            title={nameOf(child.person)}
            lead={`Så såg planen ut ${dayWithYear(swedishDay(then.at))} klockan ${swedishClock(then.at)}.`}
          />
          <Section id="da" title="Det här stod i planen">
            <GoalsAndActions
              parts={then.parts}
              helped={[]}
              today={swedishDay(then.at)}
              called={callOf(child.person)}
            />
          </Section>
          <Section id="kontakt" title="Kontakter">
            <Contacts parts={then.parts} />
          </Section>
        </>
      ) : (
        <>
          <Intro
            kicker="Barnets plan"
            title={nameOf(child.person)}
            lead="Ingenting skrivs över. Här ser du hur planen har ändrats, senast först."
          />
          <TimelineList
            entries={history.map((occasion) => ({
              date: swedishDay(occasion.at),
              what: <What {...occasion} today={today} />,
              more: (
                <a href={`${paths.plan.versions.to(to)}?da=${occasion.at.getTime()}`}>
                  Läs planen från {dayWithYear(swedishDay(occasion.at))}
                  <span class="sr"> klockan {swedishClock(occasion.at)}</span>
                </a>
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
    <>Det första som du kan läsa</>
  ) : (
    changeSentences(changes, today).map((sentence, place) => (
      <>
        {place > 0 && <br />}
        {sentence}
      </>
    ))
  )
