import type { Day } from '#shared/dates.ts'
import { anyPersonNumberIn, isCoordinationNumber } from '#shared/person-number.ts'

/** A number and who gave it. Of a system that is not known here it is kept as it was written. */
export type Identifier = { system: string; value: string; level?: Level | undefined }

/** How sure Skatteverket is of who somebody with a coordination number is (lag 2022:1697, 2 kap.). */
export const levels = ['confirmed', 'probable', 'uncertain'] as const
export type Level = (typeof levels)[number]

const known = 'http://electronichealth.se/identifier/'
export const systems = {
  person: `${known}personnummer`,
  coordination: `${known}samordningsnummer`,
  reserve: `${known}nationelltReservnummer`,
  lma: `${known}LMA-nummer`,
} as const

const names: Readonly<Record<string, string>> = {
  [systems.person]: 'Personnummer',
  [systems.coordination]: 'Samordningsnummer',
  [systems.reserve]: 'Nationellt reservnummer',
  [systems.lma]: 'LMA-nummer',
}
export const systemName = (system: string): string => names[system] ?? system

export const kinds = ['person', 'reserve', 'lma', 'other'] as const
type Typed = { kind: (typeof kinds)[number]; text: string; givenBy: string; level?: Level | undefined }

/** What was typed, as it is kept; undefined when a known system has no such number. */
export function identifierIn({ kind, text, givenBy, level }: Typed, today: Day): Identifier | undefined {
  if (kind === 'lma') return { system: systems.lma, value: text }
  if (kind === 'other') return { system: givenBy, value: text }
  if (kind === 'reserve') {
    const value = reserveNumberIn(text)
    return value === undefined ? undefined : { system: systems.reserve, value }
  }
  const value = anyPersonNumberIn(text, today)
  if (value === undefined) return undefined
  return isCoordinationNumber(value)
    ? { system: systems.coordination, value, level }
    : { system: systems.person, value }
}

// A century that is nobody's, and letters without those that look like others. No check digit is told in public.
const reserve = /^(\d{8})-?([A-HJ-NPR-UX-Z]{2}\d{2}|[A-HJ-NPR-UX-Z]{3}\d)$/
function reserveNumberIn(text: string): string | undefined {
  const [, date, last] = reserve.exec(text.toUpperCase()) ?? []
  return date && last && `${date}${last}`
}

/** A person number and a coordination number are of one kind: a child has one of them at a time. */
export const isPersonKind = (system: string): boolean =>
  system === systems.person || system === systems.coordination

/**
 * By which the register and an emergency find a child. Never by a number that says that it is not sure who it is: nobody's
 * custody comes from that.
 */
export const findsChild = ({ system, level }: Identifier): boolean =>
  system === systems.person ||
  (system === systems.coordination && level !== undefined && level !== 'uncertain')

/** `20170101-2393`; others as they are. */
export const written = (system: string, value: string): string =>
  isPersonKind(system) ? `${value.slice(0, 8)}-${value.slice(8)}` : value
