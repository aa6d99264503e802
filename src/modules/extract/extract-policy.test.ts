import { expect, it } from 'vitest'
import type { Child } from '#modules/children'
import { around, whoMay } from '#test/standings.ts'
import { mayAskForExtract, mayOpenExtracts, mayReadAboutOneself, mayReviewExtract } from './extract-policy.ts'

const today = '2026-11-24'
const born = (bornOn: string): Child => ({
  id: 'c',
  person: { kind: 'unknown', id: 'c' },
  bornOn,
  expectedOn: undefined,
  provisional: false,
})
const [young, grown] = [born('2018-03-14'), born('2008-11-24')]
const guardians = ['guardian', 'guardian without a part']
const told = [...guardians, 'child']

it('the family that has been told reads what it was given', () => {
  expect(whoMay(mayOpenExtracts)).toEqual(told)
})

it.each([
  ['a younger child', young, guardians],
  ['a grown-up child', grown, told],
])('who asks for what is written about %s', (_, child, who) => {
  expect(whoMay((standing) => mayAskForExtract({ child, standing }, today))).toEqual(who)
})

it('staff look through it, and the family never does', () => {
  const family = [...told, 'guardian not told', 'child not told']
  expect(whoMay(mayReviewExtract)).toEqual(Object.keys(around).filter((name) => !family.includes(name)))
})

it.each([
  ['somebody who is no child here', undefined, true],
  ['a grown-up child', grown, true],
  ['a younger child', young, false],
])('%s takes out what is written about themselves', (_, myself, may) => {
  expect(mayReadAboutOneself(myself, today)).toBe(may)
})
