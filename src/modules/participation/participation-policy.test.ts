import { expect, it } from 'vitest'
import { around, whoMay } from '#test/standings.ts'
import { mayAnswer, mayCount } from './participation-policy.ts'

it('those who have a part in it say how it was', () => {
  expect(whoMay(mayAnswer)).toEqual(
    Object.entries(around).flatMap(([name, { part }]) => (part === undefined ? [] : [name])),
  )
  expect(whoMay(mayAnswer)).not.toContain('teacher')
})

it('only whoever is accountable counts what has come on paper', () => {
  expect(whoMay(mayCount)).toEqual(['bba', 'stand-in', 'bba afterwards'])
})
