import { addDays, type Day, dayAndMonth } from '#shared/dates.ts'
import type { FieldErrors } from '#shared/fields.ts'

/** Whole days, the last one too. */
export type Period = { from: Day; to: Day }

/** Somebody is away. Never why. */
export type Absence = Period & {
  id: string
  name: string
  /** Whoever stands in on the first of the days that are left; undefined when nobody else is there. */
  standIn: string | undefined
}

export type Closed = Period & { id: string }

export const alreadyNoted = 'Det står redan något för de dagarna. Ta bort det först.'

const longest = 366

/** What is wrong with a period that somebody notes today; undefined when nothing is. */
export function wrongWith({ from, to }: Period, today: Day): FieldErrors | undefined {
  if (to < from) return { to: 'Sista dagen behöver komma efter den första' }
  if (to < today) return { to: 'De dagarna har redan varit' }
  if (from < addDays(today, -longest) || from > addDays(today, longest))
    return { from: 'Välj en dag inom ett år' }
  if (to > addDays(from, longest)) return { to: 'Skriv högst ett år i taget' }
  return undefined
}

/** `till och med 4 december`, `30 november till 4 december`. */
export const periodText = ({ from, to }: Period, today: Day): string =>
  from <= today ? `till och med ${dayAndMonth(to)}` : `${dayAndMonth(from)} till ${dayAndMonth(to)}`

export const standInText = ({ standIn }: Absence): string =>
  standIn ? `${standIn} går in.` : 'Ingen annan är på plats då, så ansvaret ligger kvar.'
