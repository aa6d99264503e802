import { describe, expect, it } from 'vitest'
import { byDay, firstOf, type Hold, holdGrounds, isHeld, lastOf, monthsAround } from './reading.ts'

describe('the month that is shown', () => {
  it.each([
    ['the latest, at first', undefined, '2026-09-10', '2026-11', '2026-10', undefined],
    ['the one asked for', '2026-10', '2026-09-10', '2026-10', '2026-09', '2026-11'],
    ['the first', '2026-09', '2026-09-10', '2026-09', undefined, '2026-10'],
    [
      'the latest, when asked for one before the log begins',
      '2026-08',
      '2026-09-10',
      '2026-11',
      '2026-10',
      undefined,
    ],
    ['the latest, when asked for one to come', '2026-12', '2026-09-10', '2026-11', '2026-10', undefined],
    ['the latest, when asked for no month', '2026-13', '2026-09-10', '2026-11', '2026-10', undefined],
    ['the latest, when asked for a day', '2026-10-01', '2026-09-10', '2026-11', '2026-10', undefined],
    [
      'the latest, when asked for something around one one',
      '2026-092026-10',
      '2026-09-10',
      '2026-11',
      '2026-10',
      undefined,
    ],
    ['the only one, on the log’s first day', undefined, '2026-11-24', '2026-11', undefined, undefined],
    ['the only one, without a log', '2026-10', undefined, '2026-11', undefined, undefined],
  ])('is %s', (_, wanted, begins, month, older, newer) => {
    expect(monthsAround(wanted, begins, '2026-11-24')).toEqual({ month, older, newer })
  })

  it('is the one before, on the first day of a month: no day in it is over', () => {
    expect(monthsAround(undefined, '2026-09-10', '2026-12-01').month).toBe('2026-11')
    expect(monthsAround('2026-12', '2026-12-01', '2026-12-01')).toEqual({
      month: '2026-11',
      older: undefined,
      newer: undefined,
    })
  })

  it('goes from its first day to its last', () => {
    expect([firstOf('2028-02'), lastOf('2028-02')]).toEqual(['2028-02-01', '2028-02-29'])
    expect(lastOf('2026-12')).toBe('2026-12-31')
  })
})

it('lines of a day stand together, in the order they came', () => {
  const line = (day: string, n: number) => ({ day, n })
  const lines = [line('2026-11-24', 1), line('2026-11-23', 2), line('2026-11-24', 3)]
  expect(byDay(lines)).toEqual([
    { day: '2026-11-24', lines: [line('2026-11-24', 1), line('2026-11-24', 3)] },
    { day: '2026-11-23', lines: [line('2026-11-23', 2)] },
  ])
})

it.each([
  ['2026-11-09', false],
  ['2026-11-10', true],
  ['2026-11-12', true],
  ['2026-11-13', false],
  ['2026-11-20', true],
  ['2027-01-01', true],
])('%s, held back 10 to 12 November and from the 20th on: %s', (day, held) => {
  const holds = [
    { from: '2026-11-10', to: '2026-11-12' },
    { from: '2026-11-20', to: undefined },
  ] as Hold[]
  expect(isHeld(day, holds)).toBe(held)
})

it('there are three grounds to hold something back, each its own', () => {
  expect([...holdGrounds].sort()).toEqual(['law', 'may_harm', 'reveals_place'])
})
