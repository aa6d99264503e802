import { expect, it } from 'vitest'
import { addDays } from '#shared/dates.ts'
import { alreadyNoted, periodText, standInText, wrongWith } from './absence.ts'

const today = '2026-11-24'
const notThen = { from: 'Välj en dag inom ett år' }

it.each([
  ['today only', today, today, undefined],
  ['since before, and back today', '2026-11-01', today, undefined],
  ['a whole year from today', today, addDays(today, 366), undefined],
  ['from a year back', addDays(today, -366), today, undefined],
  ['from a year ahead', addDays(today, 366), addDays(today, 366), undefined],
  ['that ends before it begins', today, '2026-11-23', { to: 'Sista dagen behöver komma efter den första' }],
  ['that is over', '2026-11-01', '2026-11-23', { to: 'De dagarna har redan varit' }],
  ['from too long ago', addDays(today, -367), today, notThen],
  ['too far ahead', addDays(today, 367), addDays(today, 367), notThen],
  ['that is too long', today, addDays(today, 367), { to: 'Skriv högst ett år i taget' }],
])('a period %s', (_, from, to, wrong) => {
  expect(wrongWith({ from, to }, today)).toEqual(wrong)
})

it.each([
  ['2026-11-01', 'till och med 4 december'],
  [today, 'till och med 4 december'],
  ['2026-11-30', '30 november till 4 december'],
])('from %s is written %s', (from, text) => {
  expect(periodText({ from, to: '2026-12-04' }, today)).toBe(text)
})

it('says who stands in, and when nobody does, without saying why anybody is away', () => {
  const away = { id: 'a', name: 'Maja', from: today, to: today }
  expect(standInText({ ...away, standIn: 'Stig' })).toBe('Stig går in.')
  expect(standInText({ ...away, standIn: undefined })).toContain('ansvaret ligger kvar')
  expect(alreadyNoted).toContain('Ta bort det först')
})
