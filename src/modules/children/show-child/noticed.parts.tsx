import { dayInWords } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Section } from '#ui/parts.tsx'
import { type NoticedLine, statusText } from '../whereabouts.ts'

type Props = { lines: readonly NoticedLine[] }

/** What has come to the unit, each to open. */
export function NoticedSection({ childId, lines }: Props & { childId: string }) {
  if (lines.length === 0) return null
  return (
    <Section id="uppmarksammat" title="Det som har uppmärksammats">
      <ul class="lines">
        {lines.map(({ itemId, day, decision }) => (
          <li>
            <a href={paths.noticing.receive.to({ childId, itemId })}>{capital(dayInWords(day))}</a>
            {decision === undefined && <span class="soft"> Väntar på dig</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What one has told, and what became of it, in plain words. */
export function ToldSection({ childId, lines }: Props & { childId: string }) {
  if (lines.length === 0) return null
  return (
    <Section id="berattat" title="Det du har berättat">
      <ul class="lines">
        {lines.map((line) => (
          <li>
            {capital(dayInWords(line.day))}: {statusText(line)}.
            {line.why && <p class="soft prewrap">{line.why.reveal()}</p>}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.lead.ask.to({ childId })}>Be om en annan Barnets bästa-ansvarig</a>
      </p>
    </Section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
