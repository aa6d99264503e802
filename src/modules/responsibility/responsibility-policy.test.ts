import { expect, it } from 'vitest'
import { carriersNow, whoMay } from '#test/standings.ts'
import { mayDecide, mayWork } from './responsibility-policy.ts'

it('those who carry what is going on work with it, as long as it goes on', () => {
  expect(whoMay(mayWork)).toEqual(carriersNow)
})

it('the work is given away, the responsibility never', () => {
  expect(whoMay(mayDecide)).toEqual(['bba', 'stand-in'])
})
