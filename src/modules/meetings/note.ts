import { type Day, swedishDay } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'

/** What the meeting led to: a plan together, support in the own unit, or nothing more now. */
export const outcomes = ['plan', 'own_support', 'close'] as const
export type Outcome = (typeof outcomes)[number]

/** The one who tells the child: the BBA, or one of those invited. */
export const leadTells = 'lead'

export type AgreedAction = {
  what: SealedText
  /** A party of the meeting. */
  who?: string | undefined
  when?: SealedText | undefined
}

/** What is written in the room. */
export type MeetingNote = {
  /** What was decided, as it is said to the child: the first that it reads of the meeting. */
  toChild?: SealedText | undefined
  childsWords?: SealedText | undefined
  working?: SealedText | undefined
  challenging?: SealedText | undefined
  canDo?: SealedText | undefined
  actions: readonly AgreedAction[]
  followUpOn?: Day | undefined
  tells?: { who: string; on: Day } | undefined
  outcome?: Outcome | undefined
  reason?: SealedText | undefined
}

export type WrittenNote = { version: number; note: MeetingNote; by: string; at: Date }

/** Why there is no collaboration is always said; that there is one explains itself. */
export const needsReason = (outcome: Outcome | undefined): boolean =>
  outcome === 'own_support' || outcome === 'close'

const fewest = 4
export const mostActions = 12
/** Empty lines to write on: always some left over. */
export const linesFor = (written: number): number => Math.min(mostActions, Math.max(fewest, written + 2))

/** The day that is proposed for telling the child: the day of the meeting. */
export const tellOn = (startsAt: Date): Day => swedishDay(startsAt)
