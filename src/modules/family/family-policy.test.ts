import { expect, it } from 'vitest'
import { carriers, whoMay } from '#test/standings.ts'
import { mayBar, mayNameAdults, mayTalkWithFamily } from './family-policy.ts'

it.each([
  ['notes who has been told', mayTalkWithFamily, ['bba', 'stand-in', 'bba afterwards']],
  ['notes who must not know', mayBar, ['bba', 'stand-in', 'bba afterwards']],
  ['writes down whom the child leans on', mayNameAdults, carriers],
] as const)('%s', (_, rule, who) => {
  expect(whoMay(rule)).toEqual(who)
})
