import { describe, expect, it } from 'vitest'
import { SealedText } from '#shared/sealed.ts'
import {
  aboutText,
  correctingOf,
  faultOf,
  type Objection,
  objectionsFor,
  objectionsForUnit,
  outcomes,
  readingOf,
  whatText,
} from './objection.ts'

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

it.each([
  ['statement', 'Det som står i hjulet'],
  ['source_answer', 'Svaret från en verksamhet'],
  ['support', 'Det som står om stödet'],
  ['goal', 'Ett mål i planen'],
  ['action', 'En insats i planen'],
  ['contact', 'En kontakt i planen'],
  ['reference', 'Det som står om andra planer'],
  ['if_worse', 'Det som står om det blir svårare'],
  ['meeting', 'Det som är skrivet från mötet'],
  ['what nobody has named', 'En text'],
])('the text %s is called: %s', (what, words) => {
  expect(whatText(what)).toBe(words)
})

it('an answer corrects, or says why the text stands', () => {
  expect(outcomes).toEqual(['corrected', 'stands'])
})

describe('in the family and in other units', () => {
  const said = (id: string, personId: string, isChild: boolean, isOpen: boolean) =>
    ({ id, isOpen, by: { personId, isChild, called: id, isMe: false } }) as Objection
  const all = [
    said("Sara's", 'sara', false, false),
    said("Sara's, open", 'sara', false, true),
    said("Omar's", 'omar', false, false),
    said("Omar's, open", 'omar', false, true),
    said("Lisa's", 'lisa', true, false),
    said("Lisa's, open", 'lisa', true, true),
  ]
  const seen = (objections: readonly Objection[]) => objections.map(({ id, by }) => [id, by.called])

  it.each([
    ['Sara', 'sara', ["Sara's", "Sara's, open", "Omar's, open", "Lisa's, open"], ["Sara's", "Sara's, open"]],
    ['the child', 'lisa', ["Sara's, open", "Omar's, open", "Lisa's, open"], ["Lisa's, open"]],
    ['somebody unknown', undefined, ["Sara's, open", "Omar's, open", "Lisa's, open"], []],
  ])('%s reads what is open and their own, and how they are called themselves', (_, id, read, called) => {
    expect(seen(objectionsFor(all, id))).toEqual(
      read.map((one) => [one, called.some((own) => own === one) ? one : undefined]),
    )
  })

  it('another unit reads what guardians say, and of the child what is open, without what they are called', () => {
    const read = ["Sara's", "Sara's, open", "Omar's", "Omar's, open", "Lisa's, open"]
    expect(seen(objectionsForUnit(all))).toEqual(read.map((one) => [one, undefined]))
    expect(objectionsForUnit(all)[0]?.by).toEqual({ personId: 'sara', isChild: false, isMe: false })
  })
})

it('only what is about the text stands beside it', () => {
  const about = (thingId: string) => ({ thingId }) as Objection
  expect(aboutText([about('a'), about('b'), about('a')], 'a')).toEqual([about('a'), about('a')])
})
