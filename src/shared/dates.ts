import { inWords } from '#ui/say.tsx'
import { isHoliday } from './holidays.ts'

const timeZone = 'Europe/Stockholm'
const day = new Intl.DateTimeFormat('sv-SE', { timeZone })
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })
const long = inWords({ weekday: 'long', day: 'numeric', month: 'long' })
const short = inWords({ day: 'numeric', month: 'long' })
const plain = inWords({ day: 'numeric', month: 'long', year: 'numeric' })
const full = inWords({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** A day without a clock, as `2027-03-31`. Days compare as strings. */
export type Day = string

/** The day in Sweden at a moment. */
export const swedishDay = (at: Date): Day => day.format(at)

/** The clock in Sweden at a moment, as `14.30`. */
export const swedishClock = (at: Date): string => clock.format(at).replace(':', '.')

const utc = (of: Day) => new Date(`${of}T00:00:00Z`)

/** `tisdag 24 november`, in the reader's language, as those below. */
export const dayInWords = (of: Day): string => long(utc(of))

/** `24 november`. */
export const dayAndMonth = (of: Day): string => short(utc(of))

/** `24 november 2026`. */
export const dayWithYear = (of: Day): string => plain(utc(of))

/** `tisdag 24 november 2026`. */
export const dayInFull = (of: Day): string => full(utc(of))

export function addDays(of: Day, days: number): Day {
  const moved = utc(of)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

export function addMonths(of: Day, months: number): Day {
  const from = utc(of)
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate()
  const date = Math.min(from.getUTCDate(), last)
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, date))
    .toISOString()
    .slice(0, 10)
}

/** The Monday of the week. */
export const weekBegins = (of: Day): Day => addDays(of, -((utc(of).getUTCDay() + 6) % 7))

/** Monday to Friday, when schools and authorities are open. */
export function addWorkingDays(of: Day, days: number): Day {
  let reached = of
  for (let left = days; left > 0; ) {
    reached = addDays(reached, 1)
    const weekday = utc(reached).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !isHoliday(reached)) left--
  }
  return reached
}

/** Seven in the morning of the first working day after a day. */
export const morningAfter = (of: Day): Date => swedishMoment(addWorkingDays(of, 1), '07:00')

/** Whole years from birth to a day. Born on 29 February: 28 February in common years (lag 1930:173, 1 §). */
export function ageOn(bornOn: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on >= addMonths(bornOn, 12 * years) ? years : years - 1
}

/** The moment of a clock (`14:30`) on a day in Sweden. A clock that summer time skips counts an hour on. */
export function swedishMoment(of: Day, time: string): Date {
  const hoursAhead = (hours: number) => new Date(Date.parse(`${of}T${time}:00Z`) - hours * 3_600_000)
  const inSummer = hoursAhead(2)
  return swedishClock(inSummer) === time.replace(':', '.') ? inSummer : hoursAhead(1)
}
