import { expect, it } from 'vitest'
import { carriers, carriersNow, whoMay } from '#test/standings.ts'
import { mayAddStatement, mayFillOwnWheel, mayNoteRead, mayReadWheel } from './wheel-policy.ts'

const family = ['guardian', 'guardian without a part', 'child'] as const

it('those who carry the matter, the family that knows, and those who take part read the wheel', () => {
  const parties = ['collaboration lead', 'whole party', 'own party']
  expect(whoMay(mayReadWheel)).toEqual([...carriers, ...parties, ...family])
})

it('those who work with the child write down what is said; the family its own words', () => {
  expect(whoMay(mayAddStatement)).toEqual([...carriersNow, ...family])
})

it('those it may wait for note that they have read it: who works with the child, and who takes part', () => {
  expect(whoMay(mayNoteRead)).toEqual([...carriersNow, 'collaboration lead', 'whole party', 'own party'])
})

it('the child that has been told fills its own wheel, and nobody else', () => {
  expect(whoMay(mayFillOwnWheel)).toEqual(['child'])
})
