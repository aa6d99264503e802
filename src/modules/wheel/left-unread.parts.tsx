import { dayInWords } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import type { LeftUnread } from './left-unread-store.ts'

/** On the child's first page, with an adult beside it: somebody it told something is gone. */
export function LeftUnreadSection({ childId, left }: { childId: string; left: readonly LeftUnread[] }) {
  if (left.length === 0) return null
  return (
    <Section
      id="vidare"
      title={say('Vem ska få läsa det du har berättat?')}
      lead={say('Den som du berättade för kan inte läsa det längre. Ingen annan läser det nu.')}
    >
      <ul class="lines">
        {left.map(({ itemId, saidOn }) => (
          <li class="solo">
            <a href={paths.wheel.readers.to({ childId, itemId })}>
              {say('Det du berättade {day}', { day: dayInWords(saidOn) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
