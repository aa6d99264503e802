import { expect, it } from 'vitest'
import { ageText, type Child, isGrownUp } from './child.ts'

const child = (bornOn: string | undefined, expectedOn?: string): Child => ({
  id: 'c',
  person: { kind: 'unknown', id: 'c' },
  bornOn,
  expectedOn,
  provisional: false,
})

it.each([
  ['2018-03-14', '8 år'],
  ['2025-11-24', '1 år'],
  ['2025-11-25', '11 månader'],
  ['2025-12-24', '11 månader'],
  ['2026-06-24', '5 månader'],
  ['2026-06-25', '4 månader'],
  ['2026-10-24', '1 månad'],
  ['2026-10-25', 'nyfödd'],
  ['2026-11-24', 'nyfödd'],
  ['2026-11-25', ''],
  [undefined, ''],
] as const)('a child born %s is, on 24 November 2026: %s', (bornOn, text) => {
  expect(ageText(child(bornOn), '2026-11-24')).toBe(text)
})

it.each([
  [undefined, '2027-03-02', 'väntas i mars'],
  [undefined, '2027-01-31', 'väntas i januari'],
  [undefined, '2026-12-01', 'väntas i december'],
  ['2026-12-01', '2026-12-05', 'väntas i december'],
  ['2026-11-01', '2026-12-05', 'nyfödd'],
] as const)('a child born %s, expected %s: %s', (bornOn, expectedOn, text) => {
  expect(ageText(child(bornOn, expectedOn), '2026-11-24')).toBe(text)
})

it.each([
  ['2008-11-25', false],
  ['2008-11-24', true],
  [undefined, false],
] as const)('a child born %s is grown up on 24 November 2026: %s', (bornOn, grown) => {
  expect(isGrownUp(child(bornOn), '2026-11-24')).toBe(grown)
})
