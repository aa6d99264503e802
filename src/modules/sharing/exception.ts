import type { Day } from '#shared/dates.ts'
import type { Exception, ExceptionKind } from './consent.ts'

/** What socialnämnden may decide with one guardian's yes (föräldrabalken 6 kap. 13 a §). */
export const measures = {
  psychiatric_care: 'Psykiatrisk eller psykologisk undersökning eller behandling',
  open_treatment: 'Behandling i öppna former (socialtjänstlagen)',
  contact_person: 'Kontaktperson eller kontaktfamilj (socialtjänstlagen)',
  lss: 'Insats enligt LSS: kontaktperson, avlösare eller korttidsvistelse',
} as const
export type Measure = keyof typeof measures
export const measureCodes = Object.keys(measures) as [Measure, ...Measure[]]

/** What must be known of the decision, beside why, by whom and until when, before a guardian need not answer. */
type Need = 'decidedOn' | 'number' | 'measure'
const needs: Readonly<Record<ExceptionKind, readonly Need[]>> = {
  prevented: [],
  board_decision: ['decidedOn', 'number', 'measure'],
  protected_housing: ['decidedOn'],
  placed: ['decidedOn', 'number'],
}

type Known = { decidedOn: unknown; number: unknown; measure: unknown }

/** What is still missing for these exceptions; nothing is needed where there is none. */
export const missingFor = (exceptions: readonly Exception[], known: Known): Need[] =>
  [...new Set(exceptions.flatMap(({ kind }) => needs[kind]))].filter((need) => known[need] === undefined)

/** An exception holds no longer than what it rests on. */
export const endsInTime = (lastDay: Day, until: Day | undefined): boolean =>
  until === undefined || lastDay <= until
