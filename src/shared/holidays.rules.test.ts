import { describe, expect, it } from 'vitest'
import { addDays, addWorkingDays, morningAfter, swedishMoment } from './dates.ts'
import { isHoliday } from './holidays.ts'

/** The weekdays of a year when nobody works. */
function weekdaysOff(year: number): string[] {
  const days = Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n))
  const inYear = days.filter((day) => day.startsWith(`${year}`))
  return inYear.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && isHoliday(day))
}

describe('the weekdays when schools and authorities are closed', () => {
  it.each([
    [2024, '01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31'],
    [2025, '01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31'],
    [2026, '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31'],
    [2027, '01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31'],
    [2028, '01-06 04-14 04-17 05-01 05-25 06-06 06-23 12-25 12-26'],
  ])('%i', (year, days) =>
    expect(
      weekdaysOff(year)
        .map((day) => day.slice(5))
        .join(' '),
    ).toBe(days),
  )

  it.each([
    [1961, '04-02'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2011, '04-24'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
  ])('Easter of %i is on %s, and the Friday and Monday beside it', (year, easter) => {
    const on = `${year}-${easter}`
    expect([-2, -1, 1, 2, 39].map((days) => isHoliday(addDays(on, days)))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ])
  })
})

describe('the next working day', () => {
  it.each([
    ['before Christmas', '2026-12-23', '2026-12-28'],
    ['before New Year', '2026-12-30', '2027-01-04'],
    ['before Easter', '2027-03-25', '2027-03-30'],
    ['before Midsummer', '2026-06-18', '2026-06-22'],
    ['before the day after Ascension', '2026-05-13', '2026-05-15'],
    ['before the sixth of June', '2028-06-05', '2028-06-07'],
  ])('%s', (_, day, next) => {
    expect(addWorkingDays(day, 1)).toBe(next)
    expect(morningAfter(day)).toEqual(swedishMoment(next, '07:00'))
  })
})
