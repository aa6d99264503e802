import { expect, it } from 'vitest'
import { whoMay } from '#test/standings.ts'
import { mayNoteBright } from './bright-policy.ts'

it('everybody who reads in the plan notes what went well, and nobody else', () => {
  expect(whoMay(mayNoteBright)).toEqual([
    'bba',
    'stand-in',
    'colleague with the work',
    'bba afterwards',
    'collaboration lead',
    'whole party',
    'own party',
    'guardian',
    'child',
  ])
})
