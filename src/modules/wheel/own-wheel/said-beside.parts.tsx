import { areaNames } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { ownReadersText } from '../own-readers.parts.tsx'
import type { OwnWheel } from './own-wheel.ts'

/** What the child has said that it may meet again beside this adult, and who may read each. */
export function SaidBeside({ child, beside, said }: Pick<OwnWheel, 'child' | 'beside' | 'said'>) {
  if (!beside || said.length === 0) return null
  const text = ownReadersText(beside)
  return (
    <Section id="sagt" title={say('Det du har berättat')}>
      <ul class="lines">
        {said.map(({ itemId, area, readers }) => (
          <li class="solo" data-area={area}>
            <p>
              <b>{say(areaNames.names[area])}.</b> {say('Får läsa: {who}', { who: text[readers] })}
            </p>
            <p>
              <a
                href={paths.wheel.readers.to({ childId: child.id, itemId })}
                aria-label={`${say('Ändra vem som får läsa')}: ${say(areaNames.names[area])}`}
              >
                {say('Ändra vem som får läsa')}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
