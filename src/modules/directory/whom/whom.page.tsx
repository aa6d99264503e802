import { alwaysOpen, municipalities, type ReportChannel } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import { Empty, Facts, Intro, ScreenOnly, Section } from '#ui/parts.tsx'
import { AgeSelect, MunicipalitySelect, Pages } from '../choose.parts.tsx'
import { ageWords, type Contact, type DirectoryUnit, kindWords, linesOf, spanWords } from '../entry.ts'
import type { Turned, Whom } from './whom.ts'

type Props = { asked: Whom; turned: Turned | undefined; channels: readonly ReportChannel[] }

const addressOf = ({ municipality, age }: Whom, page: number) =>
  `${paths.directory.whom.to({})}?${new URLSearchParams({
    ...(municipality && { kommun: municipality }),
    ...(age !== undefined && { alder: String(age) }),
    ...(page > 1 && { sida: String(page) }),
  })}`

export function WhomPage({ asked, turned, channels }: Props) {
  const { municipality, age } = asked
  return (
    <>
      <Intro
        title="Vem vänder jag mig till?"
        lead="Välj ålder och kommun, så ser du vilka som kan hjälpa. Du behöver inte logga in, och ingen får veta att du har tittat."
      />
      <Emergency channels={channels} municipality={municipality} />
      <ScreenOnly>
        <Form method="get">
          <AgeSelect label="Hur gammalt är barnet?" typed={{ alder: age === undefined ? '' : String(age) }} />
          <MunicipalitySelect label="Var bor barnet?" typed={{ kommun: municipality }} />
          <div class="actions">
            <button class="ds-button" type="submit">
              Visa
            </button>
          </div>
        </Form>
      </ScreenOnly>
      {turned && <Answer asked={asked} turned={turned} />}
    </>
  )
}

function Answer({ asked, turned }: { asked: Whom; turned: Turned }) {
  const { units, total, size, first } = turned
  const begin = units.filter(({ kind }) => first.includes(kind))
  const more = units.filter(({ kind }) => !first.includes(kind))
  const groups = [
    { id: 'borja', title: 'Börja här', lead: 'Är du osäker går det alltid bra att fråga här.', units: begin },
    {
      id: 'fler',
      title: begin.length > 0 ? 'Fler som kan hjälpa' : 'De som kan hjälpa',
      lead: undefined,
      units: more,
    },
  ]
  return (
    <>
      <p class="lead">{chosen(asked)}</p>
      {total === 0 && <Empty>Här finns ingen text än. Ring 1177 eller kommunens växel och fråga.</Empty>}
      {groups
        .filter((group) => group.units.length > 0)
        .map((group) => (
          <Section id={group.id} title={group.title} lead={group.lead}>
            {group.units.map((unit) => (
              <OneUnit unit={unit} contacts={turned.contacts.get(unit.id) ?? []} />
            ))}
          </Section>
        ))}
      <Pages href={(to) => addressOf(asked, to)} {...{ page: asked.page, size, total }} />
    </>
  )
}

function chosen({ age, municipality }: Whom): string {
  const where = municipalities.find(({ code }) => code === municipality)?.name
  return [age === undefined ? 'Alla åldrar' : ageWords(age), where ?? 'hela länet'].join(', ')
}

function OneUnit({ unit, contacts }: { unit: DirectoryUnit; contacts: readonly Contact[] }) {
  const { id, name, kind, phone, entry } = unit
  if (!entry) return null
  return (
    <article class="helps" aria-labelledby={`u-${id}`}>
      <h3 id={`u-${id}`}>{name}</h3>
      <p class="soft">
        {kindWords[kind]}. {spanWords(entry)}.{entry.proposal && ' Förslag till text.'}
      </p>
      <p>{entry.mission}</p>
      <h4>Det här kan de</h4>
      <Things text={entry.can} />
      <h4>Det här kan de inte</h4>
      <Things text={entry.cannot} />
      <h4>Så frågar du</h4>
      <p class="prewrap">{entry.asking}</p>
      <Facts
        items={[
          ['Telefon', phone && call(phone)],
          ...contacts.map((one) => [one.what, call(one.phone)] as const),
          ['Öppet', entry.hours],
        ]}
      />
    </article>
  )
}

const Things = ({ text }: { text: string }) => (
  <ul class="what">
    {linesOf(text).map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

const call = (number: string) => (
  <a href={`tel:${number.replace(/\D/g, '').replace(/^0/, '+46')}`}>{number}</a>
)

type EmergencyProps = { channels: readonly ReportChannel[]; municipality: string | undefined }
function Emergency({ channels, municipality }: EmergencyProps) {
  const here = channels.find((channel) => channel.municipality === municipality)
  return (
    <Section id="akut" title="Kan det inte vänta?">
      <Facts
        items={[
          [alwaysOpen.danger.name, call(alwaysOpen.danger.number)],
          [alwaysOpen.children.name, call(alwaysOpen.children.number)],
          ['Råd om hälsa och sjukdom, dygnet runt', call('1177')],
          [
            'Socialjouren, kväll och helg',
            here ? call(here.onCall) : <>Ring {call('112')} och fråga efter socialjouren</>,
          ],
          ['Socialtjänsten, dagtid', here && call(here.daytime)],
        ]}
      />
      {here?.demo && <p class="soft">Numren till kommunen är påhittade.</p>}
      <p>
        <a href={paths.concern.to({})}>Tror du att ett barn far illa?</a>
      </p>
    </Section>
  )
}
