import { describe, expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import {
  type Bar,
  contradicts,
  familyIsSettled,
  fullName,
  isOfTheWhole,
  isSettled,
  type Listener,
  lacksGuardian,
  toldWayNames,
  toldWays,
} from './family.ts'

const sara: Listener = {
  key: 'sara',
  personId: 'sara',
  isChild: false,
  person: { kind: 'visible', id: 'sara', name: 'Sara Holmgren', givenName: 'Sara' },
  called: 'mamma',
  told: undefined,
  barred: false,
}
const told = { on: '2026-11-24', way: 'telephone' } as const
const knows = { ...sara, told }
const mustNotKnow = { ...sara, barred: true }
const lisa = { ...sara, isChild: true }

it('a family is settled when every guardian knows or must not know; the child is told in its own time', () => {
  expect([sara, knows, mustNotKnow].map(isSettled)).toEqual([false, true, true])
  expect(familyIsSettled([knows, mustNotKnow, lisa])).toBe(true)
  expect(familyIsSettled([knows, sara])).toBe(false)
  expect(familyIsSettled([lisa])).toBe(true)
})

describe('nobody to talk with', () => {
  const born = (bornOn: string | undefined) => ({
    id: 'c',
    person: sara.person,
    bornOn,
    expectedOn: undefined,
    provisional: false,
  })
  it.each([
    ['a child that came alone', [], '2012-03-14', true],
    ['a child that only has itself', [lisa], '2012-03-14', true],
    ['a child with somebody', [lisa, sara], '2012-03-14', false],
    ['a child with somebody who must not know', [mustNotKnow], '2012-03-14', false],
    ['a child whose birth we do not know', [], undefined, true],
    ['the day before eighteen', [], '2008-11-25', true],
    ['who is grown up', [lisa], '2008-11-24', false],
  ] as const)('%s', (_, listeners, bornOn, lacks) => {
    expect(lacksGuardian(listeners, born(bornOn), '2026-11-24')).toBe(lacks)
  })
})

describe('told and must not know', () => {
  it.each([
    ['a barred one was told', mustNotKnow, 'told', true],
    ['a barred one is barred', mustNotKnow, 'barred', false],
    ['one who knows must not know', knows, 'barred', true],
    ['one who knows was told again', knows, 'told', false],
    ['one who must not know, though once told, must not know', { ...knows, barred: true }, 'barred', false],
    ['one who must not know, though once told, is told', { ...knows, barred: true }, 'told', true],
    ['a new one was told', sara, 'told', false],
    ['a new one must not know', sara, 'barred', false],
    ['somebody waits with one who knows', knows, 'not_yet', false],
    ['somebody waits with a barred one', mustNotKnow, 'not_yet', false],
  ] as const)('%s', (_, listener, claim, is) => {
    expect(contradicts(listener, claim)).toBe(is)
  })
})

it('is named with what the child calls them', () => {
  expect(fullName(sara)).toBe('Sara Holmgren (mamma)')
  expect(fullName({ ...sara, called: '' })).toBe('Sara Holmgren')
})

it('every way to tell has words of its own', () => {
  saysItsOwn(toldWays.map((way) => toldWayNames[way]))
  expect(toldWays).toHaveLength(5)
})

it.each<[string, Pick<Bar, 'thingId' | 'unitName'>, boolean]>([
  ['everything', { thingId: undefined, unitName: undefined }, true],
  ['a unit', { thingId: 'familjestod', unitName: 'Familjestöd' }, true],
  ['one thing that is written', { thingId: 'a statement', unitName: undefined }, false],
])('a bar from %s is of the whole: %s', (_, what, expected) =>
  expect(
    isOfTheWhole({ ...what, id: '', personId: '', ground: undefined, since: '2026-11-24', why: undefined }),
  ).toBe(expected),
)
