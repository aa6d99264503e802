import { alwaysOpen, municipalities, type ReportChannel } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import { Empty, Facts, Intro, ScreenOnly, Section } from '#ui/parts.tsx'
import { AsWritten, listed, say, sayWith } from '#ui/say.tsx'
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
        title={say('Vem vänder jag mig till?')}
        lead={say(
          'Välj ålder och kommun, så ser du vilka som kan hjälpa. Du behöver inte logga in, och ingen får veta att du har tittat.',
        )}
      />
      <Emergency channels={channels} municipality={municipality} />
      <ScreenOnly>
        <Form method="get">
          <AgeSelect
            label={say('Hur gammalt är barnet?')}
            typed={{ alder: age === undefined ? '' : String(age) }}
          />
          <MunicipalitySelect label={say('Var bor barnet?')} typed={{ kommun: municipality }} />
          <div class="actions">
            <button class="ds-button" type="submit">
              {say('Visa')}
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
    {
      id: 'borja',
      title: say('Börja här'),
      lead: say('Är du osäker går det alltid bra att fråga här.'),
      units: begin,
    },
    {
      id: 'fler',
      title: begin.length > 0 ? say('Fler som kan hjälpa') : say('De som kan hjälpa'),
      lead: undefined,
      units: more,
    },
  ]
  return (
    <>
      <p class="lead">{chosen(asked)}</p>
      {total === 0 && (
        <Empty>{say('Här finns ingen text än. Ring 1177 eller kommunens växel och fråga.')}</Empty>
      )}
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
  return listed([age === undefined ? say('Alla åldrar') : ageWords(age), where ?? say('hela länet')])
}

function OneUnit({ unit, contacts }: { unit: DirectoryUnit; contacts: readonly Contact[] }) {
  const { id, name, kind, phone, entry } = unit
  if (!entry) return null
  return (
    <article class="helps" aria-labelledby={`u-${id}`}>
      <h3 id={`u-${id}`}>{name}</h3>
      <p class="soft">
        {say(kindWords[kind])}. {spanWords(entry)}. {entry.proposal && say('Förslag till text.')}
      </p>
      <p>
        <AsWritten>{entry.mission}</AsWritten>
      </p>
      <h4>{say('Det här kan de')}</h4>
      <Things text={entry.can} />
      <h4>{say('Det här kan de inte')}</h4>
      <Things text={entry.cannot} />
      <h4>{say('Så frågar du')}</h4>
      <p class="prewrap">
        <AsWritten>{entry.asking}</AsWritten>
      </p>
      <Facts
        items={[
          [say('Telefon'), phone && call(phone)],
          ...contacts.map((one) => [<AsWritten>{one.what}</AsWritten>, call(one.phone)] as const),
          [say('Öppet'), <AsWritten>{entry.hours}</AsWritten>],
        ]}
      />
    </article>
  )
}

const Things = ({ text }: { text: string }) => (
  <ul class="what">
    {linesOf(text).map((line) => (
      <li>
        <AsWritten>{line}</AsWritten>
      </li>
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
    <Section id="akut" title={say('Kan det inte vänta?')}>
      <Facts
        items={[
          [say(alwaysOpen.danger.name), call(alwaysOpen.danger.number)],
          [say(alwaysOpen.children.name), call(alwaysOpen.children.number)],
          [say(alwaysOpen.health.name), call(alwaysOpen.health.number)],
          [
            say('Socialjouren, kväll och helg'),
            here
              ? call(here.onCall)
              : sayWith('Ring {number} och fråga efter socialjouren', { number: call('112') }),
          ],
          [say('Socialtjänsten, dagtid'), here && call(here.daytime)],
        ]}
      />
      {here?.demo && <p class="soft">{say('Numren till kommunen är påhittade.')}</p>}
      <p>
        <a href={paths.concern.to({})}>{say('Tror du att ett barn far illa?')}</a>
      </p>
    </Section>
  )
}
