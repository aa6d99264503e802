import { type Child, isGrownUp } from '#modules/children'
import type { Day } from '#shared/dates.ts'
import { nameOf, type Person } from '#shared/person.ts'
import type { ToldWay } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

export const toldWays = [
  'telephone',
  'meeting',
  'video',
  'home_visit',
  'letter',
] as const satisfies readonly ToldWay[]

export const toldWayNames: Readonly<Record<ToldWay, string>> = {
  telephone: 'på telefon',
  meeting: 'när vi sågs',
  video: 'på video',
  home_visit: 'hemma hos dem',
  letter: 'i brev',
}

/** Somebody who is to know before anything shows on a family page: a guardian, or the child itself. */
export type Listener = {
  /** Names the fields of a form: a guardian's id, or `barnet`. */
  key: string
  personId: string | undefined
  isChild: boolean
  person: Person
  /** What the child calls them: mamma, pappa, farmor. */
  called: string
  told: { on: Day; way: ToldWay } | undefined
  /** Must not know anything. */
  barred: boolean
}

export const childKey = 'barnet'

/** What the BBA says of one of them. */
export type Answer =
  | { kind: 'told'; on: Day; way: ToldWay; note: SealedText | undefined }
  | { kind: 'not_yet' }
  | { kind: 'barred'; why: SealedText }

export const isSettled = ({ told, barred }: Listener): boolean => barred || told !== undefined

/** Every guardian either knows, or has a reason written down why not. The child is told in its own time. */
export const familyIsSettled = (listeners: readonly Listener[]): boolean =>
  listeners.every((listener) => listener.isChild || isSettled(listener))

/** Nobody is there to talk with yet, and the child is not grown up. */
export const lacksGuardian = (listeners: readonly Listener[], child: Child, today: Day): boolean =>
  !listeners.some(({ isChild }) => !isChild) && !isGrownUp(child, today)

/** Somebody else meanwhile wrote the opposite: told and must not know are never both true by accident. */
export const contradicts = ({ barred, told }: Listener, claim: string): boolean =>
  (barred && claim === 'told') || (!barred && told !== undefined && claim === 'barred')

/** `Sara Holmgren (mamma)`. */
export const fullName = ({ person, called }: Listener): string =>
  called ? `${nameOf(person)} (${called})` : nameOf(person)

/** A bar that holds: from whom and on what; why, for the unit that decided it. */
/** Decisions about where a child is, that are considered anew at least every third month. */
export const barGrounds = ['lag_2024_79_5_4', 'lvu_14'] as const
export type BarGround = (typeof barGrounds)[number]
export const reconsideredWithinMonths = 3

export type Bar = {
  /** A decision that the law says must be considered anew, and when. */
  ground: { code: BarGround; reconsiderOn: Day } | undefined
  id: string
  personId: string
  thingId: string | undefined
  /** Where the thing is a unit. */
  unitName: string | undefined
  since: Day
  why: SealedText | undefined
}

/** About the child as a whole, or about a unit: not about something that is written of just this child. */
export const isOfTheWhole = ({ thingId, unitName }: Bar): boolean => !thingId || unitName !== undefined

/** Somebody that the child leans on: a grandparent, a coach, a neighbour. */
export type ImportantAdult = {
  id: string
  name: SealedText
  relation: SealedText
  phone: SealedText | undefined
}
