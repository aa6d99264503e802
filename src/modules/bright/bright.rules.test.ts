import { describe, expect, it } from 'vitest'
import { SealedText } from '#shared/sealed.ts'
import { type Bright, hasNew, opensOn } from './bright.ts'

// 24 November 2026 is a Tuesday.
const looked = new Date('2026-11-24T10:00:00Z')
const moment = (over: Partial<Bright>): Bright => ({
  id: 'one',
  words: new SealedText('Hon skrattade.'),
  by: { kind: 'child' },
  mine: false,
  at: new Date('2026-11-24T09:00:00Z'),
  opensOn: '2026-11-25',
  ...over,
})

it.each([
  ['a Tuesday', false, '2026-11-24', '2026-11-25'],
  ['a Friday', false, '2026-11-27', '2026-11-30'],
  ['a Friday, by the child', true, '2026-11-27', '2026-11-27'],
] as const)('written on %s it opens for the others in time', (_when, isChild, today, opens) => {
  expect(opensOn(isChild, today)).toBe(opens)
})

describe('is there anything new since one looked?', () => {
  it.each([
    ['to the child, what was written before', {}, true, false],
    ['to the child, what was written after', { at: new Date('2026-11-24T11:00:00Z') }, true, true],
    ['to the others, what has opened since', {}, false, true],
    [
      'to the others, what had opened then',
      { opensOn: '2026-11-24', at: new Date('2026-11-23T09:00:00Z') },
      false,
      false,
    ],
    [
      'to the others, what the child wrote later that day',
      { opensOn: '2026-11-24', at: new Date('2026-11-24T11:00:00Z') },
      false,
      true,
    ],
    ['to the others, what the child wrote earlier that day', { opensOn: '2026-11-24' }, false, false],
    ['one’s own', { mine: true, at: new Date('2026-11-24T11:00:00Z') }, false, false],
    ['one’s own, as the child', { mine: true, at: new Date('2026-11-24T11:00:00Z') }, true, false],
  ] as const)('%s', (_which, over, isChild, isNew) => {
    expect(hasNew([moment(over)], looked, isChild)).toBe(isNew)
    expect(hasNew([], looked, isChild)).toBe(false)
  })
})
