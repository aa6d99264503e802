import { expect, it } from 'vitest'
import type { Standing } from '#modules/children'
import { carriers, carriersNow, whoMay } from '#test/standings.ts'
import type { Party } from './meeting.ts'
import {
  mayAnswerFor,
  mayCall,
  mayHaveTimesHeld,
  mayKnowWhoLearns,
  mayRead,
  mayTellAfterwards,
  mayTellChild,
} from './meeting-policy.ts'

const parties = ['collaboration lead', 'whole party', 'own party'] as const
const familyWithPart = ['guardian', 'guardian not told', 'child', 'child not told'] as const
const mine = { mine: true } as Party
const anothers = { mine: false } as Party

it.each([
  ['calls to a meeting', mayCall, carriersNow],
  ['reads as much of a meeting as its part', mayRead, [...carriers, ...parties, ...familyWithPart]],
  [
    'answers for itself',
    (standing: Standing) => mayAnswerFor(standing, mine),
    [...carriers, ...parties, ...familyWithPart],
  ],
  ['notes what others have answered', (standing: Standing) => mayAnswerFor(standing, anothers), carriers],
  ['tells what was decided in its own words', mayTellAfterwards, ['child']],
  ['tells the child what was said', mayTellChild, [...carriers, ...parties, 'party whose consent ended']],
] as const)('%s', (_, rule, who) => {
  expect(whoMay(rule)).toEqual(who)
})

it('another unit does not know who learns what', () => {
  const rest = whoMay((standing) => !mayKnowWhoLearns(standing))
  expect(rest).toEqual([...parties, 'party whose consent ended'])
})

it('who works in a unit can be asked to hold a time', () => {
  expect(mayHaveTimesHeld({ engagementId: 'rektor' })).toBe(true)
  expect(mayHaveTimesHeld({ engagementId: undefined })).toBe(false)
})
