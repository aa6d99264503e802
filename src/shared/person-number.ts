import type { Day } from './dates.ts'

const written = /^(\d{4})(\d{2})(\d{2})[-+ ]?(\d{4})$/

/** Twelve digits of a person number or a coordination number written in full; undefined when it is none. */
export function personNumberIn(text: string): string | undefined {
  const [, year = '', month = '', day = '', last = ''] = written.exec(text.trim()) ?? []
  const digits = `${year}${month}${day}${last}`
  const date = `${year}-${month}-${dayOf(day)}`
  const moment = new Date(`${date}T00:00:00Z`)
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)
  return exists && checks(digits.slice(2)) ? digits : undefined
}

const short = /^(\d{2})(\d{4})([-+])?(\d{4})$/

/**
 * As `personNumberIn`, and with ten digits: the latest year that fits the day, or, with a plus, that of somebody who
 * turns a hundred this year or has done so.
 */
export function anyPersonNumberIn(text: string, today: Day): string | undefined {
  const [, year, day = '', mark, last = ''] = short.exec(text.trim().replace(' ', '')) ?? []
  if (year === undefined) return personNumberIn(text)
  const century = Number(today.slice(0, 2)) - (mark === '+' ? 1 : 0)
  const bornOn = (hundreds: number) => `${hundreds}${year}-${day.slice(0, 2)}-${dayOf(day.slice(2))}`
  const asOf = mark === '+' ? `${century}${today.slice(2, 4)}-12-31` : today
  return personNumberIn(`${bornOn(century) <= asOf ? century : century - 1}${year}${day}${last}`)
}

/** Given to somebody who is not in the population register: sixty is added to the day. */
export const isCoordinationNumber = (digits: string): boolean => Number(digits.slice(6, 8)) > 60

const dayOf = (digits: string) => String(Number(digits) % 60).padStart(2, '0')

/** The check digit: every other digit doubled, the sum of all digits a multiple of ten. */
function checks(ten: string): boolean {
  const sum = [...ten].reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
