import type { Day } from '#shared/dates.ts'
import { addDays, addMonths } from '#shared/dates.ts'
import type { ReadingHoldGround, UnitKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { ReadingCode } from './reading-words.ts'

/** What somebody has read on a day that is over: a line for each day, unit and title. Never when, seldom who. */
export type Line = {
  /** A random id to ask about. */
  id: string
  day: Day
  /** Undefined where the reader does not know of the unit otherwise: its name could tell where somebody is. */
  unitName: string | undefined
  unitKind: UnitKind | undefined
  title: string | undefined
  /** Only where the controller has decided so. */
  name: string | undefined
  /** The reader's own. */
  mine: boolean
  readings: readonly ReadingCode[]
}

/** What somebody in the family has asked about a line, and the answer when it has come. */
export type AskedQuestion = {
  id: string
  lineId: string
  day: Day
  unitName: string | undefined
  unitKind: UnitKind
  question: SealedText
  askedOn: Day
  dueOn: Day
  answer: SealedText | undefined
  answeredOn: Day | undefined
}

/** Lines of a unit that the family does not see, from a day, until somebody has thought again. */
export type Hold = {
  id: string
  from: Day
  to: Day | undefined
  ground: ReadingHoldGround
  why: SealedText
  reconsiderOn: Day
}

export const holdGrounds = [
  'reveals_place',
  'may_harm',
  'law',
] as const satisfies readonly ReadingHoldGround[]

/** A month, as `2026-11`. */
export type Month = string

const monthOf = (day: Day): Month => day.slice(0, 7)
export const firstOf = (month: Month): Day => `${month}-01`
export const lastOf = (month: Month): Day => addDays(addMonths(firstOf(month), 1), -1)

/**
 * The month to show: the one asked for, or the latest that has a day which is over. Which months there are depends on
 * nothing but when the log begins, so that an empty month tells nothing.
 */
export function monthsAround(
  wanted: string | undefined,
  begins: Day | undefined,
  today: Day,
): { month: Month; older: Month | undefined; newer: Month | undefined } {
  const latest = monthOf(addDays(today, -1))
  const earliest = begins && monthOf(begins) < latest ? monthOf(begins) : latest
  const isMonth = wanted !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(wanted)
  const month = isMonth && wanted >= earliest && wanted <= latest ? wanted : latest
  const next = (months: number) => monthOf(addMonths(firstOf(month), months))
  return {
    month,
    older: month > earliest ? next(-1) : undefined,
    newer: month < latest ? next(1) : undefined,
  }
}

/** Lines of the same day together, in the order they came. */
export function byDay<L extends { day: Day }>(lines: readonly L[]): { day: Day; lines: L[] }[] {
  const days = [...new Set(lines.map(({ day }) => day))]
  return days.map((day) => ({ day, lines: lines.filter((line) => line.day === day) }))
}

/** Is the day among those that are held back? */
export const isHeld = (day: Day, holds: readonly Hold[]): boolean =>
  holds.some(({ from, to }) => from <= day && (to === undefined || day <= to))
