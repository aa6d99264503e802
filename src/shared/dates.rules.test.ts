import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  dayAndMonth,
  dayInWords,
  dayWithYear,
  swedishClock,
  swedishDay,
  swedishMoment,
  weekBegins,
} from './dates.ts'

describe('a moment in Sweden', () => {
  it.each([
    ['a winter afternoon', '2026-11-24T13:30:00Z', '2026-11-24', '14.30'],
    ['an early morning', '2026-11-24T07:05:00Z', '2026-11-24', '08.05'],
    ['just before midnight', '2026-11-24T22:59:00Z', '2026-11-24', '23.59'],
    ['midnight, the next day', '2026-11-24T23:00:00Z', '2026-11-25', '00.00'],
    ['a summer night', '2026-06-30T22:00:00Z', '2026-07-01', '00.00'],
    ['new year', '2026-12-31T23:00:00Z', '2027-01-01', '00.00'],
  ])('%s', (_, at, day, clock) => {
    expect([swedishDay(new Date(at)), swedishClock(new Date(at))]).toEqual([day, clock])
  })

  it.each([
    ['in winter', '2026-12-08', '14:30', '2026-12-08T13:30:00.000Z'],
    ['in summer', '2026-06-08', '14:30', '2026-06-08T12:30:00.000Z'],
    [
      'on a summer’s first minute, the evening before elsewhere',
      '2026-07-01',
      '00:00',
      '2026-06-30T22:00:00.000Z',
    ],
    ['an hour that summer time skips, an hour on', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['an hour that comes twice, the first time', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ])('a clock %s', (_, day, time, moment) => {
    expect(swedishMoment(day, time).toISOString()).toBe(moment)
  })
})

it('a day is said as people say it', () => {
  expect(dayInWords('2026-11-24')).toBe('tisdag 24 november')
  expect(dayAndMonth('2026-11-04')).toBe('4 november')
  expect(dayWithYear('2027-01-01')).toBe('1 januari 2027')
})

describe('counting', () => {
  it.each([
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-24', -24, '2026-10-31'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('from %s, %i days: %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
  })

  it.each([
    ['2026-11-24', 12, '2027-11-24'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('from %s, %i months: %s, and no further than the month is long', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it.each([
    ['on a Tuesday', '2026-11-24', 3, '2026-11-27'],
    ['over a weekend', '2026-11-26', 3, '2026-12-01'],
    ['from a Friday', '2026-11-27', 1, '2026-11-30'],
    ['from a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['from a Sunday', '2026-11-29', 1, '2026-11-30'],
    ['two weeks', '2026-11-24', 10, '2026-12-08'],
    ['none', '2026-11-28', 0, '2026-11-28'],
  ])('working days %s', (_, from, days, to) => {
    expect(addWorkingDays(from, days)).toBe(to)
  })

  it.each([
    ['the day before', '2026-11-23', 7],
    ['the day itself', '2026-11-24', 8],
    ['the day after', '2026-11-25', 8],
    ['as newborn', '2018-11-24', 0],
  ])('Lisa’s age, %s her birthday', (_, on, age) => {
    expect(ageOn('2018-11-24', on)).toBe(age)
  })

  it('who is born on a leap day turns a year older on the last of February', () => {
    expect([ageOn('2008-02-29', '2026-02-27'), ageOn('2008-02-29', '2026-02-28')]).toEqual([17, 18])
  })
})

it.each([
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
  ['2026-11-24', '2026-11-23'],
  ['2026-11-25', '2026-11-23'],
  ['2026-11-26', '2026-11-23'],
  ['2026-11-27', '2026-11-23'],
  ['2026-11-28', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-11-30', '2026-11-30'],
])('the week of %s begins on %s', (day, monday) => {
  expect(weekBegins(day)).toBe(monday)
})
