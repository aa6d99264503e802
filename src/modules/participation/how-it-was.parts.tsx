import type { KnownChild } from '#modules/children'
import { paths } from '#shared/paths.ts'
import { Note } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'
import type { Occasion } from './participation.ts'
import { mayCount } from './participation-policy.ts'

/** Asks the reader how the last one was, while it has not been answered; nothing otherwise. */
export function HowItWas({ childId, occasions }: { childId: string; occasions: readonly Occasion[] }) {
  const last = occasions.findLast(({ said }) => !said)
  if (!last) return null
  return (
    <Note title={last.isMeeting ? say('Hur var mötet för dig?') : say('Hur var uppföljningen för dig?')}>
      <p>
        {sayWith('<link>Svara kort</link>, om du vill. Ingen ser vad just du svarar.', {
          link: (words) => (
            <a href={paths.participation.answer.to({ childId, occasionId: last.id })}>{words}</a>
          ),
        })}
      </p>
    </Note>
  )
}

/** For whoever counts what the family has answered on paper, about the last one. */
export function CountPapers({
  known: { child, standing },
  occasions,
}: {
  known: KnownChild
  occasions: readonly Occasion[]
}) {
  const last = occasions.at(-1)
  if (!last || !mayCount(standing)) return null
  return (
    <p class="solo no-print">
      <a href={paths.participation.count.to({ childId: child.id, occasionId: last.id })}>
        {last.isMeeting ? 'Familjens svar om mötet på papper' : 'Familjens svar om uppföljningen på papper'}
      </a>
    </p>
  )
}
