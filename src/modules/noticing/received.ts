import type { Child } from '#modules/children'
import { addWorkingDays, type Day } from '#shared/dates.ts'
import type { FamilyKnows, MatterOutcome, NoticingDecision, WheelArea } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Noticing, Urgency } from './noticing.ts'

/** What the receiver may do, the smallest that suffices first. */
export const ways = ['thanked', 'ordinary_help', 'own_support', 'joined', 'gathering', 'sent_back'] as const
export type Way = (typeof ways)[number]

/** Who told, as the receiver may know them. `inside`: sees by themselves what becomes of it. */
export type Sender = { text: string; phone: string | undefined; inside: boolean }

/** What was decided, by whom and when. Good news is thanked for by nobody. */
export type Decided = {
  decision: NoticingDecision
  on: Day
  byMe: boolean
  by: string | undefined
  why: SealedText | undefined
}

/** A noticing as its receiver reads it. */
export type Received = {
  itemId: string
  body: Noticing
  sentOn: Day
  sender: Sender
  urgency: Urgency | undefined
  familyKnows: FamilyKnows | undefined
  areas: readonly WheelArea[]
  goodNews: boolean
  unitId: string
  matterId: string | undefined
  /** False until somebody who may decide has opened it. */
  isOpened: boolean
  decided: Decided | undefined
  /** Good news, which asks for nothing more than that. */
  waitsToBeRead: boolean
}

/** What else is going on around the child, in the matter that the noticing came to. */
export type Around = {
  /** Something is begun that the noticing can be added to. */
  begun: boolean
  gathers: boolean
  /** Something else waits to be read. */
  unread: boolean
}

/** Where a noticing stands when it is decided on: a described child's place may have become a known child's. */
export type Place = { childId: string; itemId: string; matterId: string | undefined; around: Around }

/** A question without the child's name: it gets an answer, and is never matched with anybody. */
export const isConsultation = (child: Child, { body }: Received): boolean =>
  child.provisional && body.who === undefined

/** The ways there are. A described child may turn out to be one with something open. */
export function waysFor(child: Child, received: Received, around: Around): readonly Way[] {
  if (isConsultation(child, received)) return ['thanked', 'sent_back']
  return ways.filter((way) => {
    if (way === 'joined') return around.begun || child.provisional
    if (way === 'gathering') return !around.gathers
    return true
  })
}

/** What begins something needs to know which child it is about. */
export const needsChild = (way: Way): boolean => ['own_support', 'joined', 'gathering'].includes(way)

/** How a matter ends that held nothing more than the noticing; undefined: it goes on. */
export const endingOf: Readonly<Record<Way, MatterOutcome | undefined>> = {
  thanked: 'thanked',
  ordinary_help: 'ordinary_help',
  sent_back: 'wrong_child',
  own_support: undefined,
  joined: undefined,
  gathering: undefined,
}

/** The family is told, and the support decided on, within this many working days. */
const nextStepWorkingDays = 2
export const nextStepBy = (today: Day): Day => addWorkingDays(today, nextStepWorkingDays)

/** Words of a description that may be a name, in small letters. */
export const nameWords = (text: string): readonly string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}-]/u)
      .filter((word) => word.length > 1),
  ),
]

/** How it is remembered who told, when the noticing moves to the child it was about. */
export const toldBy = (sender: string, caller: string | undefined): string =>
  caller ? `${caller}, genom ${sender}` : sender
