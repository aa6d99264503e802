import { Facts, Intro, Note, Section } from '#ui/parts.tsx'
import { alwaysOpen, type ReportChannel } from '../channels.ts'
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
      <Intro title={reportReminder.title} lead={now}>
        <p>
          {alwaysOpen.danger.name}: ring <a href="tel:112">{alwaysOpen.danger.number}</a>.
        </p>
        <p>
          {alwaysOpen.children.name}: <a href="tel:116111">{alwaysOpen.children.number}</a>.
        </p>
      </Intro>
      <Note>
        {more.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Note>
      <Section
        id="kommuner"
        title="Ring socialtjänsten i kommunen där barnet bor"
        lead="Du kan få råd utan att säga vem barnet är."
      >
        {municipalities.map(({ code, name }) => (
          <Municipality id={`kommun-${code}`} name={name} channel={channelOf(code)} />
        ))}
      </Section>
      {channels.some(({ demo }) => demo) && <p class="soft">Numren till kommunerna är påhittade.</p>}
    </>
  )
}

type MunicipalityProps = { id: string; name: string; channel: ReportChannel | undefined }

function Municipality({ id, name, channel }: MunicipalityProps) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      {channel ? (
        <Facts
          items={[
            ['Dagtid', call(channel.daytime)],
            ['Kväll och helg', call(channel.onCall)],
            ['E-tjänst', channel.address && <a href={channel.address}>Gör en orosanmälan på webben</a>],
          ]}
        />
      ) : (
        <p>Sök efter ”orosanmälan barn” på kommunens egen webbplats, eller ring kommunens växel.</p>
      )}
    </section>
  )
}
