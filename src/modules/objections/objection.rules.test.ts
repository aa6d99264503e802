import { describe, expect, it } from 'vitest'
import { SealedText } from '#shared/sealed.ts'
import { aboutText, correctingOf, faultOf, type Objection, readingOf, whatText } from './objection.ts'

const why = new SealedText('Det stod så i brevet.')

it.each([
  ['corrected', undefined, true, undefined],
  ['corrected', why, true, undefined],
  ['corrected', why, false, 'not-corrected'],
  ['corrected', undefined, false, 'not-corrected'],
  ['stands', why, false, undefined],
  ['stands', why, true, undefined],
  ['stands', undefined, false, 'no-reason'],
  ['stands', undefined, true, 'no-reason'],
] as const)(
  'the answer %s, because of %s, of a text that is changed: %s',
  (outcome, because, changed, fault) => {
    expect(faultOf(outcome, because, changed)).toBe(fault)
  },
)

describe('a text is read in one place, and corrected where it is written', () => {
  it.each([
    ['item', 'statement', '/barn/lisa/hjulet/it', '/barn/lisa/hjulet/it'],
    ['plan_part', 'goal', '/barn/lisa/plan', '/barn/lisa/plan/mal/it'],
    ['plan_part', 'action', '/barn/lisa/plan', '/barn/lisa/plan/insatser/it'],
    ['plan_part', 'contact', '/barn/lisa/plan', '/barn/lisa/plan'],
    ['meeting_note', 'meeting', '/barn/lisa/mote/it', '/barn/lisa/mote/it/anteckna'],
  ] as const)('%s, %s', (kind, what, reading, correcting) => {
    const text = { kind, what, thingId: 'it' }
    expect([readingOf('lisa', text), correctingOf('lisa', text)]).toEqual([reading, correcting])
  })
})

it('every text has a name, also one that nobody has named', () => {
  expect([whatText('action'), whatText('meeting'), whatText('new')]).toEqual([
    'En insats i planen',
    'Det som är skrivet från mötet',
    'En text',
  ])
})

it('only what is about the text stands beside it', () => {
  const about = (thingId: string) => ({ thingId }) as Objection
  expect(aboutText([about('a'), about('b'), about('a')], 'a')).toEqual([about('a'), about('a')])
})
