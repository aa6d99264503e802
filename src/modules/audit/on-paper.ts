import type { Asking } from '#shared/asking.ts'
import type { Act } from './acts.ts'
import { everySessions } from './beside-adult.ts'

/** All that opens with a code on paper, and as what it stands in the log: nobody knows who had the paper in hand. */
const onPaper: Readonly<Partial<Record<Act, Act>>> = {
  'childs-door.home': 'meeting-paper.home',
  'childs-door.open-write': 'meeting-paper.open-write',
  'childs-door.write': 'meeting-paper.write',
  'plan.childs-reading': 'meeting-paper.read-plan',
  'plan.child-answers': 'meeting-paper.say-helped',
  'meeting.open-answer': 'meeting-paper.open-answer',
  'meeting.answer': 'meeting-paper.answer',
  'meeting-paper.open-end': 'meeting-paper.open-end',
  'meeting-paper.end': 'meeting-paper.end',
}

type Holder = { paperMeetingId: string | undefined; selfId: string | undefined }

/** Everything else leads to the child's page about the meeting. docs/decisions/0040. */
export const opensOnPaper = (act: Act, { childId }: Pick<Asking, 'childId'>, { selfId }: Holder): boolean =>
  everySessions.has(act) || (act in onPaper && childId === selfId)

/** What the log calls it. */
export const loggedAs = (act: Act, holder: Holder | undefined): Act =>
  (holder?.paperMeetingId && onPaper[act]) || act
