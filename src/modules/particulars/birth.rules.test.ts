import { expect, it } from 'vitest'
import type { Child } from '#modules/children'
import { isExpected, mayHaveTwin } from './birth.ts'

const child = (over: Partial<Child>): Child => ({
  id: 'lisa',
  person: { kind: 'unknown', id: 'lisa' },
  bornOn: undefined,
  expectedOn: undefined,
  provisional: false,
  ...over,
})

it.each<[string, Partial<Child>, expected: boolean, twin: boolean]>([
  ['is expected', { expectedOn: '2027-01-10' }, true, false],
  ['has come', { expectedOn: '2026-11-20', bornOn: '2026-11-18' }, false, true],
  ['is not yet one', { bornOn: '2025-11-25' }, false, true],
  ['is one', { bornOn: '2025-11-24' }, false, false],
  ['has no day that we know', {}, false, false],
])('a child that %s: expected %s, may have a twin %s', (_, over, expected, twin) => {
  expect([isExpected(child(over)), mayHaveTwin(child(over), '2026-11-24')]).toEqual([expected, twin])
})
