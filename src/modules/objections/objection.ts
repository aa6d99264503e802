import type { Day } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import type { ObjectionKind, ObjectionOutcome } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'

/** A text that a unit has written, as it stood at a moment. */
export type Text = {
  kind: ObjectionKind
  thingId: string
  /** When this version was written. */
  at: Date
  what: string
  lines: readonly SealedText[]
}

/** Somebody in the family does not agree with a text. It changes nothing in it, and stands beside it. */
export type Objection = {
  id: string
  kind: ObjectionKind
  thingId: string
  /** Which version of the text: when it was written. */
  thingAt: Date
  by: { personId: string; isChild: boolean; called: string | undefined; isMe: boolean }
  /** Others in the family who read the text may read this; of a child, also other units. */
  isOpen: boolean
  words: SealedText
  saidOn: Day
  dueOn: Day
  /** Kept inside the wall of the one who reads, and so theirs to answer. */
  ours: boolean
  answer: { outcome: ObjectionOutcome; why: SealedText | undefined; on: Day } | undefined
  /** Who sees to it that there is an answer: told to the one who said it, until then. */
  from: { unit: string | undefined; byReviewer: boolean } | undefined
  /** The one who answers works where the text is kept, and may read it. */
  inside: boolean
}

/** How many working days an answer may take. */
export const answerWithinWorkingDays = 10

export const outcomes = ['corrected', 'stands'] as const satisfies readonly ObjectionOutcome[]

const whats: Readonly<Record<string, string>> = {
  statement: message('Det som står i hjulet'),
  source_answer: message('Svaret från en verksamhet'),
  support: message('Det som står om stödet'),
  goal: message('Ett mål i planen'),
  action: message('En insats i planen'),
  contact: message('En kontakt i planen'),
  reference: message('Det som står om andra planer'),
  if_worse: message('Det som står om det blir svårare'),
  meeting: message('Det som är skrivet från mötet'),
}
export const whatText = (what: string): string => whats[what] ?? message('En text')

type Where = Pick<Text, 'kind' | 'thingId'>

/** Where the text is read. */
export function readingOf(childId: string, { kind, thingId }: Where): string {
  if (kind === 'item') return paths.wheel.changeStatement.to({ childId, itemId: thingId })
  if (kind === 'plan_part') return paths.plan.show.to({ childId })
  return paths.meeting.show.to({ childId, meetingId: thingId })
}

/** Where a new version of it is written. */
export function correctingOf(childId: string, { kind, thingId, what }: Where & { what: string }): string {
  if (kind === 'meeting_note') return paths.meeting.hold.to({ childId, meetingId: thingId })
  if (what === 'action') return paths.plan.changeAction.to({ childId, partId: thingId })
  if (what === 'goal') return paths.plan.changeGoal.to({ childId, partId: thingId })
  return readingOf(childId, { kind, thingId })
}

export type AnswerFault = 'not-corrected' | 'no-reason'

/** An answer is kept only when it is true: corrected in a newer version, or a reason that the family can read. */
export function faultOf(
  outcome: ObjectionOutcome,
  why: SealedText | undefined,
  isChanged: boolean,
): AnswerFault | undefined {
  if (outcome === 'corrected') return isChanged ? undefined : 'not-corrected'
  return why ? undefined : 'no-reason'
}

/**
 * What somebody else in the family reads of it: their own, and what is open. What they call each other is not told.
 * For the child: what is open.
 */
export const objectionsFor = (objections: readonly Objection[], personId: string | undefined): Objection[] =>
  objections
    .filter(({ isOpen, by }) => isOpen || (!by.isChild && by.personId === personId))
    .map((one) => (one.by.personId === personId ? one : withoutCalled(one)))

/** What another unit reads of it: a child's own words only when the child has opened them. */
export const objectionsForUnit = (objections: readonly Objection[]): Objection[] =>
  objections.filter(({ isOpen, by }) => isOpen || !by.isChild).map(withoutCalled)

const withoutCalled = (one: Objection): Objection => ({ ...one, by: { ...one.by, called: undefined } })

/** Those about one text, the first said first. */
export const aboutText = (objections: readonly Objection[], thingId: string): Objection[] =>
  objections.filter((one) => one.thingId === thingId)
