import { dayWithYear } from '#shared/dates.ts'
import { Facts, Intro, Note, Section } from '#ui/parts.tsx'
import { AsWritten, say, sayWith } from '#ui/say.tsx'
import { alwaysOpen, type Checked, type ReportChannel } from '../channels.ts'
import { municipalities } from '../municipalities.ts'
import { reportReminder } from '../texts.ts'

const call = (number: string) => (
  <a href={`tel:${number.replace(/\D/g, '').replace(/^0/, '+46')}`}>{number}</a>
)

/** How to report that a child may come to harm, in each municipality. Who opens it is noted nowhere. */
export function ConcernPage({ channels }: { channels: readonly ReportChannel[] }) {
  const channelOf = (code: string) => channels.find(({ municipality }) => municipality === code)
  const [now, ...more] = reportReminder.paragraphs
  return (
    <>
      <Intro title={say(reportReminder.title)} lead={say(now ?? '')}>
        <p>
          {say(alwaysOpen.danger.name)}: <a href="tel:112">{alwaysOpen.danger.number}</a>
        </p>
        <p>
          {say(alwaysOpen.children.name)}: <a href="tel:116111">{alwaysOpen.children.number}</a>
        </p>
      </Intro>
      <Note>
        {more.map((paragraph) => (
          <p>{say(paragraph)}</p>
        ))}
      </Note>
      <Section
        id="kommuner"
        title={say('Ring socialtjänsten i kommunen där barnet bor')}
        lead={say('Du kan få råd utan att säga vem barnet är.')}
      >
        {municipalities.map(({ code, name }) => (
          <Municipality id={`kommun-${code}`} name={name} channel={channelOf(code)} />
        ))}
      </Section>
      {channels.some(({ demo }) => demo) && <p class="soft">{say('Numren till kommunerna är påhittade.')}</p>}
      <WhereFrom channels={channels} />
    </>
  )
}

/** For those who answer for the numbers: who says that they are so, and when somebody last looked. */
const WhereFrom = ({ channels }: { channels: readonly ReportChannel[] }) => (
  <Section id="kallor" title={say('Varifrån numren kommer')} quiet>
    <Facts
      items={[
        ...Object.values(alwaysOpen).map((one) => [one.number, checkedText(one)] as const),
        ...channels.map((one) => [one.name, checkedText(one)] as const),
      ]}
    />
  </Section>
)

const checkedText = ({ source, checkedOn }: Partial<Checked>) =>
  source && checkedOn
    ? sayWith('{source}. Sågs över {day}.', {
        source: <AsWritten>{source}</AsWritten>,
        day: dayWithYear(checkedOn),
      })
    : say('Ingen har skrivit varifrån numret kommer eller när det sågs över.')

type MunicipalityProps = { id: string; name: string; channel: ReportChannel | undefined }

function Municipality({ id, name, channel }: MunicipalityProps) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      {channel ? (
        <Facts
          items={[
            [say('Dagtid'), call(channel.daytime)],
            [say('Kväll och helg'), call(channel.onCall)],
            [
              say('E-tjänst'),
              channel.address && <a href={channel.address}>{say('Gör en orosanmälan på webben')}</a>,
            ],
          ]}
        />
      ) : (
        <p>{say('Sök efter ”orosanmälan barn” på kommunens egen webbplats, eller ring kommunens växel.')}</p>
      )}
    </section>
  )
}
