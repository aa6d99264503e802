import type { Born, Day } from './types.ts'

/** A date in ISO form, so many days from the demo day: -1 is yesterday, 1 is tomorrow. */
export function dateOf(day: Day, demoDay: string): string {
  const date = new Date(`${demoDay}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + day)
  return date.toISOString().slice(0, 10)
}

/** The birth date, or the expected date, counted from the demo day so that nobody in the demo ages. */
export function birthDate(born: Born, demoDay: string): string {
  if ('dueInDays' in born) return dateOf(born.dueInDays, demoDay)
  const date = new Date(`${demoDay}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() - born.ageYears)
  return dateOf(-born.daysSinceBirthday, date.toISOString().slice(0, 10))
}
