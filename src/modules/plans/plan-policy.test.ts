import { expect, it } from 'vitest'
import type { Standing } from '#modules/children'
import {
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

const standing = (over: Partial<Standing>): Standing => ({
  relation: 'colleague',
  open: true,
  part: undefined,
  writesPlan: false,
  isLeadInPerson: false,
  holdsFunction: false,
  matterId: undefined,
  ...over,
})
const who = {
  lead: standing({ relation: 'lead', part: 'whole', writesPlan: true, matterId: 'm' }),
  'lead when all is over': standing({ relation: 'lead', part: 'whole', writesPlan: true }),
  'collaboration lead': standing({ relation: 'party', part: 'whole', writesPlan: true }),
  'whole party': standing({ relation: 'party', part: 'whole' }),
  'own party': standing({ relation: 'party', part: 'own' }),
  colleague: standing({}),
  guardian: standing({ relation: 'guardian', part: 'whole' }),
  'guardian not told': standing({ relation: 'guardian', open: false, part: undefined }),
  child: standing({ relation: 'self', part: 'whole' }),
}

it.each([
  [
    mayReadPlan,
    ['lead', 'lead when all is over', 'collaboration lead', 'whole party', 'own party', 'guardian', 'child'],
  ],
  [
    mayReadWholePlan,
    ['lead', 'lead when all is over', 'collaboration lead', 'whole party', 'guardian', 'child'],
  ],
  [mayReadParties, ['lead', 'lead when all is over', 'collaboration lead', 'guardian', 'child']],
  [mayWritePlan, ['lead', 'lead when all is over', 'collaboration lead']],
  [mayCarryPlan, ['lead']],
  [mayNoteAgreements, ['lead']],
  [mayAnswerHelped, ['guardian', 'child']],
  [mayAnswerAboutLead, ['lead', 'lead when all is over', 'collaboration lead', 'whole party']],
] as const)('%o: %j', (rule, may) => {
  const allowed = Object.entries(who).filter(([, one]) => rule(one))
  expect(allowed.map(([name]) => name)).toEqual(may)
})

it('the guardians end for a child, and the grown-up alone', () => {
  expect(mayEndForFamily(who.guardian, false)).toBe(true)
  expect(mayEndForFamily(who.child, false)).toBe(false)
  expect(mayEndForFamily(who.child, true)).toBe(true)
  expect(mayEndForFamily(who['guardian not told'], false)).toBe(false)
  expect(mayEndForFamily(who.lead, true)).toBe(false)
})
