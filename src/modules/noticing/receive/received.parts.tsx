import { type Day, dayInWords } from '#shared/dates.ts'
import type { NoticingDecision } from '#shared/schema.ts'
import { AreaList } from '#ui/area.tsx'
import { Facts, Section } from '#ui/parts.tsx'
import type { Decided, Received } from '../received.ts'

const urgencyTexts = { can_wait: 'Det kan vänta', this_week: 'I veckan', today: 'I dag' } as const
const familyTexts = {
  yes: 'Ja, familjen vet att det har berättats',
  not_yet: 'Inte än',
  unknown: 'Det vet inte den som berättar',
} as const

/** What was told, in the sender's words: what works before what is challenging. */
export function Told({ received, today }: { received: Received; today: Day }) {
  const { body, areas, sentOn, urgency, familyKnows } = received
  return (
    <Section id="berattat" title="Det som berättades" quiet>
      <div class="stack">
        <blockquote class="lead prewrap">{body.sentence.reveal()}</blockquote>
        <Facts
          side
          items={[
            ['Barnet, med egna ord', body.who?.reveal()],
            ['Det som fungerar', body.working?.reveal()],
            ['Det som är utmanande', body.challenging?.reveal()],
            ['Det som har prövats', body.tried?.reveal()],
            ['Berättat av', body.caller?.reveal()],
            ['Vet familjen?', familyKnows && familyTexts[familyKnows]],
            ['När behövs något?', urgency && urgencyTexts[urgency]],
            ['Kom', sentOn === today ? 'i dag' : dayInWords(sentOn)],
          ]}
        />
        {areas.length > 0 && <AreaList areas={areas} />}
      </div>
    </Section>
  )
}

const decisionTexts: Readonly<Record<NoticingDecision, string>> = {
  thanked: 'Tackade och avslutade',
  ordinary_help: 'Hjälp i vardagen',
  own_support: 'Stöd i den egna verksamheten',
  joined: 'Lades till det som redan pågår',
  gathering: 'Började samla',
  sent_back: 'Skickades tillbaka',
  matched: 'Barnet är hittat',
}

/** What became of it, by whom and when. */
export const decidedText = ({ decision, by, on }: Decided): string =>
  by
    ? `${decisionTexts[decision]}. ${by}, ${dayInWords(on)}.`
    : 'En ljusglimt kräver inget beslut. Tack räcker.'
