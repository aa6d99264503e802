import { expect, it } from 'vitest'
import { around, whoMay } from '#test/standings.ts'
import { mayAnswerObjection, mayObject } from './objection-policy.ts'

const family = ['guardian', 'guardian without a part', 'child']

it('the family that has been told says what it does not agree with', () => {
  expect(whoMay(mayObject)).toEqual(family)
})

it('staff answer, and the family never answers itself', () => {
  const all = [...family, 'guardian not told', 'child not told']
  expect(whoMay(mayAnswerObjection)).toEqual(Object.keys(around).filter((name) => !all.includes(name)))
})
