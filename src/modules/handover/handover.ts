import type { WheelArea } from '#modules/knowledge'
import type { Day } from '#shared/dates.ts'
import type { HandoverKind, HandoverState, SecrecyKind, UnitKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Line } from './page-line.ts'

export type HandoverAct = 'offer' | 'accept' | 'send_back' | 'take_back'

const moves: Readonly<Record<HandoverState, Readonly<Partial<Record<HandoverAct, HandoverState>>>>> = {
  prepared: { offer: 'offered', take_back: 'withdrawn' },
  offered: { accept: 'accepted', send_back: 'returned', take_back: 'withdrawn' },
  accepted: {},
  returned: {},
  withdrawn: {},
}

/** The state after the act; undefined when it cannot be done any more. Until accepted, the giver is responsible. */
export const after = (state: HandoverState, act: HandoverAct): HandoverState | undefined => moves[state][act]

/** The golden rule on a ground that is not the family's yes: a sentence for each word. */
export type Reason = { necessary: SealedText; relevant: SealedText; proportionate: SealedText }

/** The whole, to one other unit. Prepared, the receiver sees nothing at all. */
export type Handover = {
  id: string
  matterId: string
  version: number
  state: HandoverState
  kind: HandoverKind
  from: { unitId: string; name: string }
  to: { unitId: string; name: string }
  /** The family has said no to more than the child's name: nothing is written, and nothing goes along. */
  onlyName: boolean
  /** What the child needs help with, and why it belongs there: the golden rule, in one text. */
  why: SealedText | undefined
  familyThinks: SealedText | undefined
  madeBy: string
  /** On what it was offered; undefined before that, and inside one wall. */
  ground: string | undefined
  /** The page that was offered. */
  lines: readonly Line[]
  /** For the giver: the three sentences, when it was offered on a rule. */
  reason: Reason | undefined
  offeredOn: Day | undefined
  answeredOn: Day | undefined
  answeredBy: string | undefined
  /** Why it was sent back. */
  answer: SealedText | undefined
}

/** What an offer that nobody has answered is to the one who sees to that somebody does: nothing of what it is about. */
export type Unanswered = { id: string; from: string; to: string; offeredOn: Day }

/** Those who can be next as BBA: the steps of the ladder. */
const steps: readonly UnitKind[] = [
  'midwifery',
  'child_health',
  'preschool',
  'compulsory_school',
  'upper_secondary_school',
  'activity_responsibility',
]
export const mayBeNext = (kind: UnitKind): boolean => steps.includes(kind)

/** A unit as far as a hand-over needs to know it. */
export type Place = { kind: UnitKind; secrecyUnitId: string; secrecyKind: SecrecyKind }

const schools: readonly UnitKind[] = ['compulsory_school', 'upper_secondary_school']

/** Between schools the law itself says that what eases the pupil's schooling goes along. */
export const isSchoolChange = (from: Place, to: Place): boolean =>
  schools.includes(from.kind) && schools.includes(to.kind)

/** Inside one wall nothing is shared, and nothing needs a ground. */
export const needsGround = (from: Place, to: Place): boolean => from.secrecyUnitId !== to.secrecyUnitId

type Reach = { id: string; authorityId: string }
/** Another organisation is asked here only when both have begun with hand-overs; `without` have not. */
export const isReached = (here: Reach, there: Reach, without: ReadonlySet<string>): boolean =>
  here.authorityId === there.authorityId || !(without.has(here.id) || without.has(there.id))

/** The family's yes to the receiving unit, if everybody has given it. */
export type Yes = { id: string; areas: readonly WheelArea[]; until: Date }

/** What rests on no consent may be read by the receiver this long. */
export const readableDays = 365
