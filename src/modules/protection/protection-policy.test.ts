import { expect, it } from 'vitest'
import { carriers, whoMay } from '#test/standings.ts'
import { mayMark, maySeeMark } from './protection-policy.ts'

it.each([
  ['notes that a mark has come', mayMark, ['bba', 'stand-in', 'bba afterwards']],
  ['sees that there is a mark', maySeeMark, carriers],
] as const)('%s', (_, rule, who) => {
  expect(whoMay(rule)).toEqual(who)
})
