import { expect, it } from 'vitest'
import type { RegisterFact } from '#shared/schema.ts'
import { whoMay } from '#test/standings.ts'
import { type Says, waitsForYes } from './says.ts'
import { mayReadRegister } from './says-policy.ts'

it('what the register says is read by the BBA in person and by whoever stands in', () => {
  expect(whoMay(mayReadRegister)).toEqual(['bba', 'stand-in', 'bba afterwards'])
})

it.each<[RegisterFact, boolean]>([
  ['new_guardian', true],
  ['new_school', true],
  ['new_number', true],
  ['child_died', false],
  ['custody_ended', false],
  ['guardian_died', false],
  ['marked', false],
  ['mark_ended', false],
  ['school_ended', false],
  ['unsure', false],
])('only what lets somebody know more, or is another number, waits for a yes: %s, %s', (fact, waits) => {
  const says: Says = {
    ...{ id: 's', fact, toldOn: '2026-11-24', firstIsMe: false },
    ...{
      person: undefined,
      stranger: undefined,
      newNumber: undefined,
      place: undefined,
      answered: undefined,
      firstSameAs: undefined,
    },
  }
  expect(waitsForYes(says)).toBe(waits)
})
