import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { AsWritten, say } from '#ui/say.tsx'
import { mayTellAfterwards } from '../meeting-policy.ts'
import type { ShownMeeting } from './show.ts'

/** What was decided, in the child's own words, and to the child the way to say it. */
export function InOwnWords({ known, meeting, parties, afterwards }: ShownMeeting) {
  const { child, standing } = known
  const isChild = standing.relation === 'self'
  const mayTell = mayTellAfterwards(standing) && parties.some(({ role }) => role === 'child')
  if (!afterwards && !mayTell) return null
  return (
    <>
      {afterwards && (
        <>
          <h3>{isChild ? say('Med dina ord') : say('Med {name}s ord', { name: callOf(child.person) })}</h3>
          <p class="prewrap">
            {afterwards.text ? <AsWritten>{afterwards.text.reveal()}</AsWritten> : say('Jag vet inte')}
          </p>
        </>
      )}
      {mayTell && (
        <p class="no-print solo">
          <a href={paths.meeting.ownWords.to({ childId: child.id, meetingId: meeting.id })}>
            {afterwards ? say('Ändra det du skrev') : say('Skriv med dina ord vad vi bestämde')}
          </a>
        </p>
      )}
    </>
  )
}
