import {
  addDays,
  type Day,
  dayAndMonth,
  dayInFull,
  dayInWords,
  dayWithYear,
  swedishClock,
  swedishDay,
} from '#shared/dates.ts'
import type { AgreementAnswer, Helped, PlanEnd, PlanPartState } from '#shared/schema.ts'
import { message } from '#ui/message.ts'
import { listed, say } from '#ui/say.tsx'
import type { Asked } from './agreement.ts'

// The plan's own words, the same on the screen and on paper.

export const stateWords: Record<PlanPartState, string> = {
  later: message('Börjar senare'),
  ongoing: message('Pågår'),
  done: message('Klar'),
  not_done: message('Blev inte av'),
  no_longer_needed: message('Behövs inte längre'),
}

export const helpedWords: Record<Helped, string> = {
  yes: message('ja'),
  a_little: message('lite'),
  no: message('nej'),
  dont_know: message('vet inte'),
}

export const agreementWords: Record<AgreementAnswer, string> = {
  agrees: message('är med på planen'),
  disagrees: message('är inte med på allt i planen'),
  could_not_answer: message('har inte kunnat svara'),
}

export const endWords: Record<PlanEnd, string> = {
  goals_met: message('Det blev som vi ville.'),
  family_ended: message('Familjen avslutade samverkan.'),
  not_needed: message('Planen behövs inte längre.'),
  moved: message('Familjen har flyttat.'),
  other: message('Planen är avslutad.'),
}

/** Who somebody is, to the one who reads. `child`: the child's given name. */
export function askedName(asked: Asked, mine: boolean, child: string): string {
  if (asked.kind === 'unit') return asked.name
  if (mine) return say('Du')
  if (asked.kind === 'child') return child
  return asked.name && asked.called
    ? `${listed([asked.name, asked.called])},`
    : say('Den andra vårdnadshavaren')
}

export const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** `Tisdag 24 november klockan 14.30`. */
export const momentInWords = (at: Date): string =>
  capital(say('{day} klockan {clock}', { day: dayInWords(swedishDay(at)), clock: swedishClock(at) }))

/** The same on paper, where a day must bear its year. */
export const momentOnPaper = (at: Date): string =>
  say('{day} klockan {clock}', { day: dayInFull(swedishDay(at)), clock: swedishClock(at) })

/** How far off a day is, when that says more than the day: `i dag`, `i morgon`. */
export function nearness(day: Day, today: Day): string | undefined {
  if (day === today) return say('i dag')
  return day === addDays(today, 1) ? say('i morgon') : undefined
}

/** A day, with its year unless it is this one. */
export const dayNear = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(day) : dayWithYear(day)

/** `i dag`, `i morgon`, `den 9 januari`: inside a sentence. */
export const nearDay = (day: Day, today: Day): string =>
  nearness(day, today) ?? say('den {day}', { day: dayNear(day, today) })
