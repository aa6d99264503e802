import { paths } from '#shared/paths.ts'
import { Note } from '#ui/parts.tsx'
import type { Occasion } from './participation.ts'

/** Asks the reader how the last one was, while it has not been answered; nothing otherwise. */
export function HowItWas({ childId, occasions }: { childId: string; occasions: readonly Occasion[] }) {
  const last = occasions.findLast(({ said }) => !said)
  if (!last) return null
  const about = last.isMeeting ? 'mötet' : 'uppföljningen'
  return (
    <Note title={`Hur var ${about} för dig?`}>
      <p>
        <a href={paths.participation.to({ childId, occasionId: last.id })}>Svara kort</a>, om du vill. Ingen
        ser vad just du svarar.
      </p>
    </Note>
  )
}
