import { BrightMoments } from '#modules/bright'
import { swedishDay } from '#shared/dates.ts'
import { callOf } from '#shared/person.ts'
import { BrightMoment } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import { ofKind } from '../plan.ts'
import { dayNear } from '../plan-words.ts'
import type { PlanThere } from './show-plan.ts'

/** What has gone well: what anybody has written, and what the child has said that helps. */
export const GoneWell = (shown: PlanThere) => (
  <BrightMoments
    child={shown.known.child}
    moments={shown.bright}
    isChild={shown.known.standing.relation === 'self'}
    mayNote={!shown.plan.endedAt}
    besides={helpedWords(shown)}
  />
)

function helpedWords({ helped, parts, known, today }: PlanThere) {
  const said = helped.find(
    ({ voice, helped: answer, words, partId }) =>
      voice === 'child' &&
      answer === 'yes' &&
      words &&
      ofKind(parts, 'action').some(({ id }) => id === partId),
  )
  if (!said?.words) return null
  const day = dayNear(swedishDay(said.at), today)
  const by =
    known.standing.relation === 'self'
      ? say('Ljusglimt från dig, {day}', { day })
      : say('Ljusglimt från {name}, {day}', { name: callOf(known.child.person), day })
  return (
    <BrightMoment by={by}>
      <AsWritten>{said.words.reveal()}</AsWritten>
    </BrightMoment>
  )
}
