import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Lines } from '#ui/parts.tsx'
import type { Child, Standing } from '../child.ts'
import type { LeadHub } from './show-child.ts'

type Link = readonly [label: string, href: string]
export type MaybeLink = Link | false | undefined

/** What is not begun is not shown. */
export const LinkLines = ({ links }: { links: readonly MaybeLink[] }) => (
  <Lines
    items={links
      .filter((link) => link !== false && link !== undefined)
      .map(([label, href]) => <a href={href}>{label}</a>)}
  />
)

/** The BBA in person, or the holder or stand-in of the function. */
export const answers = ({ isLeadInPerson, holdsFunction }: Standing) => isLeadInPerson || holdsFunction

/** The child reads its own pages on the adult's device. */
export const handOverLink = ({ id, person }: Child): MaybeLink => [
  `Läs tillsammans med ${callOf(person)}`,
  paths.childsDoor.handOver.to({ childId: id }),
]

/** The steps of the model that there is something of, the latest first. */
export function stepLinks({ child, standing, facts }: LeadHub): readonly MaybeLink[] {
  const childId = child.id
  const isOpen = standing.matterId !== undefined
  const { support, handover, paper, consent, plan, decided, gathers } = facts
  const meeting = facts.meeting ?? facts.lastMeeting
  return [
    plan && ['Barnets plan', paths.plan.show.to({ childId })],
    meeting && ['Samverkansmötet', paths.meeting.show.to({ childId, meetingId: meeting.id })],
    (consent || decided === 'collaboration') && ['Samtycke', paths.sharing.consents.to({ childId })],
    handover && ['Överlämningen', paths.handover.show.to({ childId, handoverId: handover.id })],
    paper && ['Överlämningen på papper', paths.handover.paper.to({ childId, paperId: paper.id })],
    support && ['Stödet hos oss', paths.support.show.to({ childId, itemId: support.id })],
    isOpen && (gathers || decided) && ['Analysen', paths.wheel.analyse.to({ childId })],
    isOpen && ['Barnets bästa-hjulet', paths.wheel.show.to({ childId })],
    answers(standing) && ['Familjen', paths.family.talk.to({ childId })],
    isOpen && handOverLink(child),
  ]
}

export function otherLinks({ child, standing, earlier, usesQuestions }: LeadHub): readonly MaybeLink[] {
  const childId = child.id
  const isOpen = standing.matterId !== undefined
  return [
    ['Tidslinjen', paths.timeline.to({ childId })],
    ...earlier.map((id): MaybeLink => ['Sidan som fördes hit', paths.child.to({ childId: id })]),
    ['Vem ser vad', paths.sharing.whoSees.to({ childId })],
    standing.holdsFunction && ['Det vi har läst', paths.readerLog.hold.to({ childId })],
    answers(standing) && ['Vårdnadshavare', paths.family.guardians.to({ childId })],
    isOpen && ['Uppgifter om barnet', paths.particulars.show.to({ childId })],
    answers(standing) && ['Skyddade personuppgifter', paths.shield.show.to({ childId })],
    usesQuestions && ['Frågor utan namn', paths.consultation.link.to({ childId })],
    isOpen && ['Barnets bästa-ansvarig', paths.lead.show.to({ childId })],
    ['Viktiga vuxna', paths.family.adult.to({ childId })],
    isOpen && ['Arbetsanteckningar', paths.wheel.notes.to({ childId })],
    isOpen && answers(standing) && ['Ge en kollega arbetet', paths.wheel.colleague.to({ childId })],
    isOpen && answers(standing) && ['Avsluta', paths.close.to({ childId })],
  ]
}
