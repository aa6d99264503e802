import { describe, expect, it } from 'vitest'
import type { UnitKind } from '#shared/schema.ts'
import {
  after,
  type HandoverAct,
  isReached,
  isSchoolChange,
  mayBeNext,
  needsGround,
  type Place,
} from './handover.ts'

describe('the way of a hand-over', () => {
  const acts: readonly HandoverAct[] = ['offer', 'accept', 'send_back', 'take_back']
  it.each([
    ['prepared', { offer: 'offered', take_back: 'withdrawn' }],
    ['offered', { accept: 'accepted', send_back: 'returned', take_back: 'withdrawn' }],
    ['accepted', {}],
    ['returned', {}],
    ['withdrawn', {}],
  ] as const)('%s can become %o and nothing else', (state, moves: Partial<Record<HandoverAct, string>>) => {
    for (const act of acts) expect([act, after(state, act)]).toEqual([act, moves[act]])
  })
})

const place = (kind: Place['kind'], secrecyUnitId = 'wall'): Place => ({
  kind,
  secrecyUnitId,
  secrecyKind: 'school',
})

it.each([
  ['compulsory_school', 'upper_secondary_school', true],
  ['upper_secondary_school', 'compulsory_school', true],
  ['compulsory_school', 'compulsory_school', true],
  ['preschool', 'compulsory_school', false],
  ['compulsory_school', 'pupil_health', false],
  ['compulsory_school', 'activity_responsibility', false],
  ['child_health', 'preschool', false],
] as const)('from %s to %s the law on change of school says so: %s', (from, to, says) => {
  expect(isSchoolChange(place(from), place(to))).toBe(says)
})

it('another organisation is asked here only where both have begun', () => {
  const at = (id: string, authorityId: string) => ({ id, authorityId })
  const [school, nurse, elsewhere] = [at('s', 'a'), at('n', 'a'), at('e', 'b')] as const
  expect(isReached(school, elsewhere, new Set())).toBe(true)
  for (const without of [['s'], ['e'], ['s', 'e']]) {
    expect([without, isReached(school, elsewhere, new Set(without))]).toEqual([without, false])
    expect([without, isReached(school, nurse, new Set(without))]).toEqual([without, true])
  }
})

it('only past a wall a ground is needed', () => {
  expect(needsGround(place('preschool', 'a'), place('compulsory_school', 'a'))).toBe(false)
  expect(needsGround(place('preschool', 'a'), place('preschool', 'b'))).toBe(true)
})

it.each<[UnitKind, boolean]>([
  ['midwifery', true],
  ['child_health', true],
  ['preschool', true],
  ['compulsory_school', true],
  ['upper_secondary_school', true],
  ['activity_responsibility', true],
  ['social_services', false],
  ['child_psychiatry', false],
])('the next BBA may be at %s: %s', (kind, may) => {
  expect(mayBeNext(kind)).toBe(may)
})
