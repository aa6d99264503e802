import { addWorkingDays, type Day, swedishDay } from '#shared/dates.ts'
import type { Person } from '#shared/person.ts'
import type { InvitationAnswer, MeetingState, PartyPart } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

/** What can make it easier for the child to be there. */
export const supports = ['adult', 'interpreter', 'pictures', 'breaks', 'part'] as const
export type Support = (typeof supports)[number]

export const answers = ['coming', 'not_coming', 'sends_words'] as const satisfies readonly InvitationAnswer[]

/** A meeting as far as the person who asks may know it. What is undefined is not theirs to read, or was never said. */
export type Meeting = {
  childId: string
  id: string
  state: MeetingState
  startsAt: Date
  minutes: number
  version: number
  groupId: string | undefined
  /** Not outside the carrying unit while the child is protected. */
  place: SealedText | undefined
  /** For those who take part wholly. */
  purpose: Purpose | undefined
  /** For the carrying unit. */
  wishes: Wishes | undefined
}

export type Purpose = {
  words: SealedText
  support: readonly Support[]
  supportMore?: SealedText | undefined
}
export type Wishes = { wants?: SealedText | undefined; doesNotWant?: SealedText | undefined }

/** Other ways for a child to come than to be there all through. */
export const ways = ['part', 'link'] as const
/** What the child has said itself, for those who carry the matter. */
export type ChildsWishes = Wishes & {
  way?: (typeof ways)[number] | undefined
  avoid?: SealedText | undefined
  support?: SealedText | undefined
}

/** One who is invited: the child, a guardian, or somebody from a unit. */
export type Party = {
  id: string
  role: 'child' | 'guardian' | 'unit'
  /** The child, the guardian, or the one from the unit; a guardian's name is not for everybody. */
  person: Person
  /** What the child calls a guardian. */
  called: string | undefined
  unitId: string | undefined
  unitName: string | undefined
  engagementId: string | undefined
  title: string | undefined
  /** From the carrying unit itself. */
  inside: boolean
  /** How much of the meeting a unit may know now; undefined for the family, and when its consent has ended. */
  part: PartyPart | undefined
  prepare: SealedText | undefined
  answer: InvitationAnswer | undefined
  attended: boolean | undefined
  version: number
  /** The person who asks, or the unit they work in. */
  mine: boolean
}

/** What somebody wants to say before the meeting. */
/** What was decided, as the child has understood it; without text it does not know. */
export type Afterwards = { text: SealedText | undefined }

export type Words = { partyId: string; text: SealedText; open: boolean }

/** How much one who is invited learns of the others. */
export type Learns = 'everything' | 'own_part' | 'nothing'

export function learns(party: Party): Learns {
  if (party.role !== 'unit' || party.inside) return 'everything'
  return party.part === undefined ? 'nothing' : party.part === 'whole' ? 'everything' : 'own_part'
}

/** A child is asked to come from the age of six if nobody says otherwise. */
export const childUsuallyComes = (age: number | undefined): boolean => age !== undefined && age >= 6

/** An invitation is answered within three working days, and before the meeting. */
export function answerBy(today: Day, startsAt: Date): Day {
  const soon = addWorkingDays(today, 3)
  const day = swedishDay(startsAt)
  if (day < soon) return day
  return soon
}

/** After a meeting was called off, a new time within a week. */
export const callAgainBy = (today: Day): Day => addWorkingDays(today, 5)

/** The plan is written down within three working days. */
export const writePlanBy = (today: Day): Day => addWorkingDays(today, 3)

/** Only a meeting that lies ahead can be answered, moved or called off. */
export const isAhead = ({ state }: Pick<Meeting, 'state'>): boolean =>
  state === 'called' || state === 'planned'

/** When the clock has come to the meeting, the next step is to write; before that, to prepare. */
export const isTimeToWrite = (meeting: Meeting, at: Date): boolean =>
  isAhead(meeting) && swedishDay(meeting.startsAt) <= swedishDay(at)
