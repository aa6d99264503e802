import { leadTells, type MeetingAgreed, partyName } from '#modules/meetings'
import { dayAndMonth } from '#shared/dates.ts'
import type { Texts } from '#ui/form.tsx'
import { Lines, Note } from '#ui/parts.tsx'
import type { Leads } from '../plan-store.ts'

type Agreed = MeetingAgreed['actions'][number]
type Props = { agreed: MeetingAgreed; leads: Leads }

const whoIs = ({ who }: Agreed, { bba }: Leads): string | undefined =>
  who === leadTells ? bba?.name : who && partyName(who)

/** What the meeting agreed on, as the plan's form begins: its first action, and the day to follow up. */
export function proposedFrom(agreed: MeetingAgreed | undefined, leads: Leads): Texts {
  const [first] = agreed?.actions ?? []
  const who = first?.who
  return {
    unit: (who === leadTells ? undefined : who?.unitId) ?? leads.bba?.unitId,
    what: first?.what.reveal(),
    who: first && whoIs(first, leads),
    when: first?.when?.reveal(),
    followUpOn: agreed?.followUpOn,
  }
}

/** All of it, to write from. */
export function FromMeeting({ agreed, leads }: Props) {
  if (agreed.actions.length === 0) return null
  return (
    <Note title={`Det här sa ni på mötet ${dayAndMonth(agreed.heldOn)}`}>
      <Lines
        items={agreed.actions.map((action) => (
          <>
            <b>{action.what.reveal()}</b>
            <br />
            <span class="soft">
              {[whoIs(action, leads), action.when?.reveal()].filter(Boolean).join(', ')}
            </span>
          </>
        ))}
      />
    </Note>
  )
}
