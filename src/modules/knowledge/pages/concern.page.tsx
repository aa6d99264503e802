import { Facts, Intro, Note, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
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
      {channels.some(({ demo }) => demo) && <p class="soft">{say('Numren till kommunen är påhittade.')}</p>}
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
