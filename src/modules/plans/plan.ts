import type { z } from 'zod'
import { type Day, dayAndMonth, dayWithYear } from '#shared/dates.ts'
import type { PlanEnd, PlanPartState, WheelArea } from '#shared/schema.ts'
import { bodyAsText } from '#shared/sealed.ts'
import { say } from '#ui/say.tsx'
import type { actionBody, contactBody, goalBody, ifWorseBody, referenceBody } from './plan-bodies.ts'

/** When a part was written, and when the next version took its place. Nothing is overwritten. */
type Written = {
  id: string
  madeAt: Date
  at: Date
  until: Date | undefined
  /** Written by the person who asks. */
  mine: boolean
}

export type PlanUnit = { id: string; name: string }
export type PlanPerson = { engagementId: string; name: string; title: string; phone: string | undefined }

export type Goal = Written & {
  kind: 'goal'
  areas: readonly WheelArea[]
  body: z.output<typeof goalBody>
}
export type Action = Written & {
  kind: 'action'
  goalId: string | undefined
  /** Of an action without a goal. */
  areas: readonly WheelArea[]
  /** None when the family does it itself. */
  unit: PlanUnit | undefined
  engagementId: string | undefined
  startsOn: Day | undefined
  endsOn: Day | undefined
  state: PlanPartState
  body: z.output<typeof actionBody>
}
export type Contact = Written & {
  kind: 'contact'
  unit: PlanUnit
  person: PlanPerson | undefined
  body: z.output<typeof contactBody>
}
export type Reference = Written & { kind: 'reference'; body: z.output<typeof referenceBody> }
export type IfWorse = Written & { kind: 'if_worse'; body: z.output<typeof ifWorseBody> }
export type Part = Goal | Action | Contact | Reference | IfWorse

export type Plan = {
  id: string
  matterId: string
  madeAt: Date
  followUpAt: Date | undefined
  endedAt: Date | undefined
  endedBecause: PlanEnd | undefined
  /** For those who write the plan. Everybody else sees days: a barred part must give nobody a higher version. */
  version: number | undefined
  /** When the person who asks last looked, on an earlier day. */
  lookedAt: Date | undefined
}

export type OfKind<K extends Part['kind']> = Extract<Part, { kind: K }>

/** The parts of one kind that stand in the plan now. */
export const ofKind = <K extends Part['kind']>(parts: readonly Part[], kind: K): OfKind<K>[] =>
  parts.filter((part): part is OfKind<K> => part.kind === kind && part.until === undefined)

/** The plan as it stood at a moment. */
export const partsAt = (parts: readonly Part[], moment: Date): Part[] =>
  parts
    .filter(({ at, until }) => at <= moment && (until === undefined || until > moment))
    .map((part) => ({ ...part, until: undefined }))

/** What a party with its own part reads: what its unit does, and whom in it one calls. */
export const ownPartOf = (parts: readonly Part[], unitId: string): Part[] =>
  parts.filter((part) => 'unit' in part && part.unit?.id === unitId)

/** What a person reads from whom some things are kept: a part, its goal, or everything of a unit. */
export function visibleTo(parts: readonly Part[], barred: ReadonlySet<string>): Part[] {
  const isBarred = (id: string | undefined) => id !== undefined && barred.has(id)
  return parts.filter(
    (part) =>
      !isBarred(part.id) &&
      !('goalId' in part && isBarred(part.goalId)) &&
      !('unit' in part && isBarred(part.unit?.id)),
  )
}

const over: readonly PlanPartState[] = ['done', 'not_done', 'no_longer_needed']
export const isOver = (state: PlanPartState): boolean => over.includes(state)

/** How far an action has come: what begins later has begun when its day has come. */
export const stateOn = (
  { state, startsOn }: Pick<Action, 'state' | 'startsOn'>,
  today: Day,
): PlanPartState => (state === 'later' && startsOn !== undefined && startsOn <= today ? 'ongoing' : state)

/** How far a new action has come. */
export const firstState = (startsOn: Day | undefined, today: Day): PlanPartState =>
  startsOn !== undefined && startsOn > today ? 'later' : 'ongoing'

/** The area that gives an action its colour and picture: that of its goal. */
export const areaOf = ({ goalId, areas }: Action, parts: readonly Part[]): WheelArea | undefined =>
  ofKind(parts, 'goal').find(({ id }) => id === goalId)?.areas[0] ?? areas[0]

/** `från 9 januari 2027 till 22 maj 2027`; without the year on the screen when it is this year. */
export function datesText({ startsOn, endsOn }: Pick<Action, 'startsOn' | 'endsOn'>, today?: Day): string {
  const inWords = (day: Day) => (today?.slice(0, 4) === day.slice(0, 4) ? dayAndMonth(day) : dayWithYear(day))
  return [
    startsOn && say('från {day}', { day: inWords(startsOn) }),
    endsOn && say('till {day}', { day: inWords(endsOn) }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What has become of a part: come, gone, or another than it was. */
export type Change =
  | { kind: 'added' | 'gone'; at: Date; part: Part }
  | { kind: 'changed'; at: Date; part: Part; before: Part }

/** What is different now from what stood at a moment, told from the rows that the reader may see. */
export function changesSince(parts: readonly Part[], moment: Date, now?: Date): Change[] {
  const before = new Map(partsAt(parts, moment).map((part) => [part.id, part]))
  const current = now ? partsAt(parts, now) : parts.filter(({ until }) => until === undefined)
  const changes: Change[] = current.flatMap((part): Change[] => {
    const old = before.get(part.id)
    before.delete(part.id)
    if (!old) return [{ kind: 'added', at: part.at, part }]
    return sameText(old, part) ? [] : [{ kind: 'changed', at: part.at, part, before: old }]
  })
  const gone = [...before.values()].map((part): Change => {
    const last = parts.filter(({ id }) => id === part.id).at(-1)
    return { kind: 'gone', at: last?.until ?? moment, part }
  })
  return [...changes, ...gone]
}

/** Says the same: saving it again makes no new version. */
export const sameText = (a: Part, b: Part): boolean => contentOf(a) === contentOf(b)

function contentOf({ id, madeAt, at, until, mine, ...content }: Part): string {
  return bodyAsText(Object.entries(content).sort())
}

/** The moments when something changed, newest first. */
export const occasions = (parts: readonly Part[]): Date[] =>
  [...new Set(parts.flatMap(({ at, until }) => [at, until ?? at]).map((at) => at.getTime()))]
    .sort((a, b) => b - a)
    .map((at) => new Date(at))
