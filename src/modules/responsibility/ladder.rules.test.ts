import { describe, expect, it } from 'vitest'
import { placeByLadder, stagesFor } from './ladder.ts'

it.each([
  [undefined, true, ['midwifery']],
  [3, true, ['midwifery']],
  [undefined, false, []],
  [0, false, ['child_health']],
  [5, false, ['child_health']],
  [6, false, ['compulsory_school']],
  [15, false, ['compulsory_school']],
  [16, false, ['upper_secondary_school', 'activity_responsibility']],
  [17, false, ['upper_secondary_school', 'activity_responsibility']],
] as const)('at %s (unborn: %s) the BBA is found in %j', (age, unborn, stages) => {
  expect(stagesFor(age, unborn)).toEqual(stages)
})

describe('a known child’s place', () => {
  const places = [{ kind: 'social_services' }, { kind: 'preschool' }, { kind: 'child_health' }] as const
  it.each([
    ['by age', 4, false, 'child_health'],
    ['any, when none is by age', 9, false, 'social_services'],
    ['any, when the age is not known', undefined, false, 'social_services'],
  ] as const)('%s', (_, age, unborn, kind) => {
    expect(placeByLadder(places, age, unborn)).toEqual({ kind })
  })
  it('is none when it has none', () => {
    expect(placeByLadder([], 9, false)).toBeUndefined()
  })
})
