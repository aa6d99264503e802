import { paths } from '#shared/paths.ts'
import { Note } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'
import type { Occasion } from './participation.ts'

/** Asks the reader how the last one was, while it has not been answered; nothing otherwise. */
export function HowItWas({ childId, occasions }: { childId: string; occasions: readonly Occasion[] }) {
  const last = occasions.findLast(({ said }) => !said)
  if (!last) return null
  return (
    <Note title={last.isMeeting ? say('Hur var mötet för dig?') : say('Hur var uppföljningen för dig?')}>
      <p>
        {sayWith('<link>Svara kort</link>, om du vill. Ingen ser vad just du svarar.', {
          link: (words) => <a href={paths.participation.to({ childId, occasionId: last.id })}>{words}</a>,
        })}
      </p>
    </Note>
  )
}
