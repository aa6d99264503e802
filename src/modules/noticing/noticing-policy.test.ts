import { expect, it } from 'vitest'
import { around, whoMay } from '#test/standings.ts'
import { mayNotice, mayReceive } from './noticing-policy.ts'

it('whoever knows the child may notice something', () => {
  expect(whoMay(mayNotice)).toEqual(Object.keys(around))
})

it('the BBA in person, and whoever holds the function where it came, receives', () => {
  expect(whoMay(mayReceive)).toEqual(['bba', 'stand-in', 'bba afterwards', 'bba of the unit next door'])
})
