import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'
import { type Reading, readingAddress } from './readings.ts'

const names = {
  pictures: message('Med bilder'),
  plain: message('Med enkla ord'),
  whole: message('Hela planen'),
} as const satisfies Record<Reading, string>
const readings = ['pictures', 'plain', 'whole'] as const satisfies readonly Reading[]

/** The three readings of the same plan, and which one this is. */
export const Readings = ({ childId, now }: { childId: string; now: Reading }) => (
  <nav class="menu no-print" aria-label={say('Läs planen på olika sätt')}>
    <ul>
      {readings.map((reading) => (
        <li>
          <a href={readingAddress(childId, reading)} aria-current={reading === now ? 'page' : undefined}>
            {say(names[reading])}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
