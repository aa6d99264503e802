import { emergencyGroundWords } from '#modules/knowledge'
import { Leaf, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { whoText } from '../reading-words.ts'
import type { ReaderLog } from './show-log.ts'

/** Somebody who does not work with the child has seen the plan, because it could not wait. */
export function Emergencies({ emergencies }: Pick<ReaderLog, 'emergencies'>) {
  if (emergencies.length === 0) return null
  return (
    <Section
      id="nodlage"
      title={say('Öppnad i ett nödläge')}
      lead={say(
        'Någon som inte arbetar med er har fått se planen en kort stund, för att det inte kunde vänta. En annan person har granskat det.',
      )}
    >
      <ul class="log">
        {emergencies.map(({ day, unitName, title, ground }) => (
          <li>
            <Leaf date={day} />
            <div>
              <p>
                {say('{who} öppnade planen.', { who: whoText({ title, unitName, unitKind: undefined }) })}
              </p>
              <p class="soft">{say(emergencyGroundWords(ground))}.</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
