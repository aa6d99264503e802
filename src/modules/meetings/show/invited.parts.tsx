import { paths } from '#shared/paths.ts'
import { Empty, Lines } from '#ui/parts.tsx'
import { AsWritten, listed, say, sayWith } from '#ui/say.tsx'
import { isAhead, type Party } from '../meeting.ts'
import { answerNames, capital, partyName } from '../party.parts.tsx'
import type { ShownMeeting } from './show.ts'

/** Those invited with their answers; for the carrying unit also the times that are held. */
export function Invited({ meeting, parties, lead, holds, writes }: ShownMeeting) {
  const ahead = isAhead(meeting)
  return (
    <>
      <Lines
        items={[
          ...(lead
            ? [
                <>
                  <b>{listed([lead.name, lead.title, lead.unitName])}</b>
                  <br />
                  {say('Barnets bästa-ansvarig, leder mötet')}
                </>,
              ]
            : []),
          ...parties.map((party) => (
            <>
              <b>{partyName(party)}</b>
              <br />
              {ahead ? saysOf(party) : wasThere(party)}
              {ahead && party.prepare && (
                <>
                  <br />
                  <span class="soft">
                    {sayWith('Att tänka på: {words}', {
                      words: <AsWritten>{party.prepare.reveal()}</AsWritten>,
                    })}
                  </span>
                </>
              )}
              {writes && ahead && (
                <>
                  <br />
                  <a href={`${answerOf(meeting)}?vem=${party.id}`}>
                    Skriv upp svaret<span class="sr"> från {partyName(party)}</span>
                  </a>
                </>
              )}
            </>
          )),
          ...holds.map((hold) => (
            <>
              <b>{hold.unitName}</b>
              <br />
              {holdSays(hold.answer)} De vet inte vem mötet gäller.
            </>
          )),
        ]}
      />
      {parties.length === 0 && <Empty>{say('Ingen är inbjuden än.')}</Empty>}
    </>
  )
}

const answerOf = ({ childId, id }: ShownMeeting['meeting']) =>
  paths.meeting.answer.to({ childId, meetingId: id })

const saysOf = ({ answer }: Party) => (answer ? capital(say(answerNames[answer])) : say('Har inte svarat än'))

const wasThere = ({ attended }: Party) =>
  attended === undefined ? say('Inbjuden') : attended ? say('Var med') : say('Var inte med')

const holdSays = (answer: boolean | undefined) =>
  answer === undefined ? 'Håller kanske tiden.' : answer ? 'Håller tiden.' : 'Kan inte den tiden.'
