import { expect, it } from 'vitest'
import { around } from '#test/standings.ts'
import { mayReadStory } from './story-policy.ts'

const today = '2026-11-24'
const child = (bornOn: string | undefined) => ({
  id: 'tuva',
  person: { kind: 'visible', id: 'tuva', name: 'Tuva Ek', givenName: 'Tuva' } as const,
  bornOn,
  expectedOn: undefined,
  provisional: false,
})
const whoAt = (bornOn: string | undefined) =>
  Object.entries(around)
    .filter(([, standing]) => mayReadStory({ child: child(bornOn), standing }, today))
    .map(([name]) => name)

it('the story is for the child itself, from the day it turns eighteen, told or not', () => {
  const self = Object.entries(around)
    .filter(([, { relation }]) => relation === 'self')
    .map(([name]) => name)
  expect(self).not.toEqual([])
  expect(whoAt('2008-11-24')).toEqual(self)
  expect(whoAt('2008-11-25')).toEqual([])
  expect(whoAt(undefined)).toEqual([])
})
