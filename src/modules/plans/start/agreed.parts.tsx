import { leadTells, type MeetingAgreed, partyName } from '#modules/meetings'
import { dayAndMonth } from '#shared/dates.ts'
import type { Texts } from '#ui/form.tsx'
import { Lines, Note } from '#ui/parts.tsx'
import { ofKind, type Part } from '../plan.ts'
import type { Leads } from '../plan-store.ts'

type Agreed = MeetingAgreed['actions'][number]
type Props = { agreed: MeetingAgreed; leads: Leads }

const whoIs = ({ who }: Agreed, { bba }: Leads): string | undefined =>
  who === leadTells ? bba?.name : who && partyName(who)

/** What the meeting agreed on, as the plan's form begins: its first action, and the day to follow up. */
export const proposedFrom = (agreed: MeetingAgreed | undefined, leads: Leads): Texts => ({
  ...proposedAction(agreed?.actions[0], leads),
  followUpOn: agreed?.followUpOn,
})

/** The first thing agreed on that is not in the plan yet. */
export const leftToWrite = (
  agreed: MeetingAgreed | undefined,
  parts: readonly Part[],
): Agreed | undefined => {
  const written = new Set(ofKind(parts, 'action').map(({ body }) => body.what.reveal()))
  return agreed?.actions.find(({ what }) => !written.has(what.reveal()))
}

/** As the form of an action begins. */
export function proposedAction(agreed: Agreed | undefined, leads: Leads): Texts {
  const who = agreed?.who
  return {
    unit: (who === leadTells ? undefined : who?.unitId) ?? leads.bba?.unitId,
    what: agreed?.what.reveal(),
    who: agreed && whoIs(agreed, leads),
    when: agreed?.when?.reveal(),
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
