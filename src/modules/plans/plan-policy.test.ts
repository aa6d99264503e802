import { expect, it } from 'vitest'
import { around, carriers, carriersNow, whoMay } from '#test/standings.ts'
import {
  mayAgree,
  mayAnswerAboutLead,
  mayAnswerHelped,
  mayCarryPlan,
  mayEndForFamily,
  mayNoteAgreements,
  mayReadParties,
  mayReadPlan,
  mayReadWholePlan,
  mayWritePlan,
} from './plan-policy.ts'

const family = ['guardian', 'child'] as const
const wholly = [...carriers, 'collaboration lead', 'whole party'] as const

it.each([
  ['reads as much of the plan as its part', mayReadPlan, [...wholly, 'own party', ...family]],
  ['reads all of it', mayReadWholePlan, [...wholly, ...family]],
  ['says whether it goes along', mayAgree, [...wholly, 'own party', ...family]],
  ['reads who takes part', mayReadParties, [...carriers, 'collaboration lead', ...family]],
  ['writes', mayWritePlan, [...carriers, 'collaboration lead']],
  ['begins and ends', mayCarryPlan, carriersNow],
  ['notes what others have said', mayNoteAgreements, carriersNow],
  ['says whether it helped', mayAnswerHelped, ['guardian', 'guardian without a part', 'child']],
  ['says whether it will lead', mayAnswerAboutLead, wholly],
] as const)('%s', (_, rule, who) => {
  expect(whoMay(rule)).toEqual(who)
})

it('the guardians end for a child, and the grown-up alone', () => {
  const guardians = ['guardian', 'guardian without a part']
  expect(whoMay((standing) => mayEndForFamily(standing, false))).toEqual(guardians)
  expect(whoMay((standing) => mayEndForFamily(standing, true))).toEqual([...guardians, 'child'])
  expect(mayEndForFamily(around['child not told'], true)).toBe(false)
})
