import { needs } from '#modules/knowledge'
import { dayInWords, dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import {
  Actions,
  BackLink,
  Empty,
  Facts,
  Intro,
  Lines,
  LinkButton,
  Note,
  PersonList,
  Section,
  TwoColumns,
} from '#ui/parts.tsx'
import { kindWords, linesOf, spanWords } from '../entry.ts'
import type { OfferedTime } from '../entry-store.ts'
import type { ShownUnit, ShownVersions } from './show-unit.ts'

const back = <BackLink href={paths.directory.search.to({})}>Vem kan hjälpa?</BackLink>

export function UnitPage({ unit, ...more }: ShownUnit) {
  const { entry } = unit
  return (
    <TwoColumns aside={<Aside {...{ unit, ...more }} />} asideLabel="Så når du dem">
      {back}
      <Intro
        kicker={kindWords[unit.kind]}
        title={unit.name}
        lead={entry?.mission ?? 'De har inte berättat något här än. Ring och fråga.'}
      />
      {entry && (
        <>
          {entry.proposal && <ProposalNote />}
          <Section id="kan" title="Det här kan vi">
            <Lines items={linesOf(entry.can)} />
          </Section>
          <Section id="kan-inte" title="Det här kan vi inte">
            <Lines items={linesOf(entry.cannot)} />
          </Section>
          <Section id="fraga" title="Så ber du om hjälp">
            <p class="prewrap">{entry.asking}</p>
          </Section>
          <Section id="for" title="För vem">
            <Facts
              items={[
                ['Ålder', spanWords(entry)],
                ['Kommuner', unit.municipalities.join(', ')],
                ['Brukar hjälpa med', entry.needs.map((code) => needs[code].sv).join(', ') || undefined],
                [
                  'Skrivet',
                  <>
                    {dayWithYear(entry.savedOn)}.{' '}
                    <a href={paths.directory.versions.to({ unitId: unit.id })}>Se hur det stod förut</a>
                  </>,
                ],
              ]}
            />
          </Section>
        </>
      )}
    </TwoColumns>
  )
}

/** Said wherever a text is not the unit's own. */
const ProposalNote = () => (
  <Note>
    <p>Det här är ett förslag till text. Verksamheten har inte skrivit sin egen än.</p>
  </Note>
)

function Aside({ unit, contacts, times, writes, isOther, begun }: ShownUnit) {
  const unitId = unit.id
  const free = times.filter(({ booked }) => !booked)
  return (
    <>
      <Section id="kontakt" title="Kontakt">
        <PersonList
          people={[
            ...(unit.phone ? [{ place: 'Telefon', who: 'Till verksamheten', phone: unit.phone }] : []),
            ...contacts.map(({ what, phone, forEverybody }) => ({
              place: what,
              who: forEverybody ? 'För alla' : 'För dig som arbetar med barn',
              phone,
            })),
          ]}
        />
        {unit.entry && <Facts side items={[['Öppet', unit.entry.hours]]} />}
      </Section>
      <Section id="tider" title="Lediga tider för rådgivning" lead="Du frågar utan att säga vem barnet är.">
        {free.length === 0 ? <Empty>Inga tider just nu. Ring och fråga.</Empty> : <TimeList times={free} />}
      </Section>
      {isOther && begun && (
        <Actions>
          <LinkButton href={paths.consultation.ask.to({ unitId })}>Ställ en fråga utan namn</LinkButton>
        </Actions>
      )}
      {isOther && !begun && (
        <p class="soft">Frågor utan namn har inte börjat mellan er än. Ring och fråga.</p>
      )}
      {writes === 'proposes' && (
        <Actions>
          <LinkButton href={paths.directory.write.to({ unitId })}>Föreslå en text</LinkButton>
        </Actions>
      )}
      {writes === 'keeps' && (
        <Actions>
          <LinkButton href={paths.directory.write.to({ unitId })}>Skriv om texten</LinkButton>
          <LinkButton href={paths.directory.times.to({ unitId })} secondary>
            Lediga tider
          </LinkButton>
        </Actions>
      )}
    </>
  )
}

export const timeWords = ({ startsAt, minutes }: Pick<OfferedTime, 'startsAt' | 'minutes'>) =>
  `${dayInWords(swedishDay(startsAt))} kl ${swedishClock(startsAt)}, ${minutes} minuter`

const TimeList = ({ times }: { times: readonly OfferedTime[] }) => <Lines items={times.map(timeWords)} />

export function VersionsPage({ unit, versions }: ShownVersions) {
  return (
    <>
      <BackLink href={paths.directory.unit.to({ unitId: unit.id })}>{unit.name}</BackLink>
      <Intro title={`Så har det stått om ${unit.name}`} lead="Det nyaste står först. Inget tas bort." />
      {versions.length === 0 && <Empty>Inget är skrivet än.</Empty>}
      {versions.map(({ version, savedOn, title, mission, can, cannot }) => (
        <Section
          id={`version-${version}`}
          title={`Från ${dayWithYear(savedOn)}`}
          lead={title ? `Skrivet av ${title}.` : 'Förslag till text.'}
        >
          <p>{mission}</p>
          <h3>Det här kan vi</h3>
          <p class="prewrap">{can}</p>
          <h3>Det här kan vi inte</h3>
          <p class="prewrap">{cannot}</p>
        </Section>
      ))}
    </>
  )
}
