import { expect, it } from 'vitest'
import { carriers, whoMay } from '#test/standings.ts'
import { mayHandOver, mayOpenHome, mayReceive } from './door-policy.ts'

it('only who works with the child and reads all of it hands a device over', () => {
  expect(whoMay(mayHandOver)).toEqual([...carriers, 'collaboration lead', 'whole party'])
})

it('the child that has been told has a page of its own, and nobody else has it', () => {
  expect(whoMay(mayOpenHome)).toEqual(['child'])
})

it('nobody in the family, and nobody without a part, reads what the child wrote', () => {
  expect(whoMay(mayReceive)).toEqual([
    ...carriers,
    'collaboration lead',
    'whole party',
    'own party',
    'party whose consent ended',
  ])
})
