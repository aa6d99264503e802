import { expect, it } from 'vitest'
import type { Child } from '#modules/children'
import { around, whoMay } from '#test/standings.ts'
import { mayAnswerForUnit, mayAsk, maySeeLog } from './reader-log-policy.ts'

const family = ['guardian', 'guardian without a part', 'child'] as const
const born = (bornOn: string | undefined): Child => ({
  id: 'c',
  person: { kind: 'unknown', id: 'c' },
  bornOn,
  expectedOn: undefined,
  provisional: false,
})

it('the family that knows sees who has read', () => {
  expect(whoMay(maySeeLog)).toEqual(family)
})

it.each([
  ['a small child', '2018-03-14', ['guardian', 'guardian without a part']],
  ['the day before eighteen', '2008-11-25', ['guardian', 'guardian without a part']],
  ['whose birth is not known', undefined, ['guardian', 'guardian without a part']],
  ['grown up', '2008-11-24', family],
] as const)('about %s, the guardians ask, and the child when it is grown up', (_, bornOn, who) => {
  expect(whoMay((standing) => mayAsk({ child: born(bornOn), standing }, '2026-11-24'))).toEqual(who)
})

it('whoever holds the function answers for the unit, never the family', () => {
  expect(whoMay(mayAnswerForUnit)).toEqual(['stand-in', 'bba of the unit next door'])
  expect(mayAnswerForUnit({ ...around.guardian, holdsFunction: true })).toBe(false)
  expect(mayAnswerForUnit({ ...around.child, holdsFunction: true })).toBe(false)
})
