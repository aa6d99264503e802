import { type Reading, readingAddress } from './readings.ts'

const names = {
  pictures: 'Med bilder',
  plain: 'Med enkla ord',
  whole: 'Hela planen',
} as const satisfies Record<Reading, string>
const readings = ['pictures', 'plain', 'whole'] as const satisfies readonly Reading[]

/** The three readings of the same plan, and which one this is. */
export const Readings = ({ childId, now }: { childId: string; now: Reading }) => (
  <nav class="menu no-print" aria-label="Läs planen på olika sätt">
    <ul>
      {readings.map((reading) => (
        <li>
          <a href={readingAddress(childId, reading)} aria-current={reading === now ? 'page' : undefined}>
            {names[reading]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
