import {
  addDays,
  type Day,
  dayAndMonth,
  dayInWords,
  dayWithYear,
  swedishClock,
  swedishDay,
} from '#shared/dates.ts'
import type { AgreementAnswer, Helped, PlanEnd, PlanPartState } from '#shared/schema.ts'
import type { Asked } from './agreement.ts'

// The plan's own words, the same on the screen and on paper.

export const stateWords: Record<PlanPartState, string> = {
  later: 'Börjar senare',
  ongoing: 'Pågår',
  done: 'Klar',
  not_done: 'Blev inte av',
  no_longer_needed: 'Behövs inte längre',
}

export const helpedWords: Record<Helped, string> = {
  yes: 'ja',
  a_little: 'lite',
  no: 'nej',
  dont_know: 'vet inte',
}

export const agreementWords: Record<AgreementAnswer, string> = {
  agrees: 'är med på planen',
  disagrees: 'är inte med på allt i planen',
  could_not_answer: 'har inte kunnat svara',
}

export const endWords: Record<PlanEnd, string> = {
  goals_met: 'Det blev som vi ville.',
  family_ended: 'Familjen avslutade samverkan.',
  not_needed: 'Planen behövs inte längre.',
  moved: 'Familjen har flyttat.',
  other: 'Planen är avslutad.',
}

/** Who somebody is, to the one who reads. `child`: the child's given name. */
export function askedName(asked: Asked, mine: boolean, child: string): string {
  if (asked.kind === 'unit') return asked.name
  if (mine) return 'Du'
  if (asked.kind === 'child') return child
  return asked.name && asked.called ? `${asked.name}, ${asked.called},` : 'Den andra vårdnadshavaren'
}

export const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** `Tisdag 24 november klockan 14.30`. */
export const momentInWords = (at: Date): string =>
  `${capital(dayInWords(swedishDay(at)))} klockan ${swedishClock(at)}`

/** The same on paper, where a day must bear its year. */
export const momentOnPaper = (at: Date): string =>
  `${dayInWords(swedishDay(at))} ${swedishDay(at).slice(0, 4)} klockan ${swedishClock(at)}`

/** How far off a day is, when that says more than the day: `i dag`, `i morgon`. */
export function nearness(day: Day, today: Day): string | undefined {
  if (day === today) return 'i dag'
  return day === addDays(today, 1) ? 'i morgon' : undefined
}

/** A day, with its year unless it is this one. */
export const dayNear = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(day) : dayWithYear(day)

/** `i dag`, `i morgon`, `den 9 januari`: inside a sentence. */
export const nearDay = (day: Day, today: Day): string => nearness(day, today) ?? `den ${dayNear(day, today)}`
