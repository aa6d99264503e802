import { expect, it } from 'vitest'
import { around, carriers, carriersNow, whoMay } from '#test/standings.ts'
import { mayAskOther, mayDecide, mayWork, seesLead } from './responsibility-policy.ts'

it('those who carry what is going on work with it, as long as it goes on', () => {
  expect(whoMay(mayWork)).toEqual(carriersNow)
})

it('the work is given away, the responsibility never', () => {
  expect(whoMay(mayDecide)).toEqual(['bba', 'stand-in'])
})

const family = ['guardian', 'guardian without a part', 'guardian not told', 'child', 'child not told']
const besides = (...names: string[]) => Object.keys(around).filter((name) => !names.includes(name))

it('everybody at work who knows the child looks who is BBA', () => {
  expect(whoMay(seesLead)).toEqual(besides(...family))
})

it('another BBA is asked for by the family once it has been told, and at work by all but those who carry it', () => {
  expect(whoMay(mayAskOther)).toEqual(besides(...carriers, 'guardian not told', 'child not told'))
})
