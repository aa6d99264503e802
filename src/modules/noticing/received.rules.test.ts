import { describe, expect, it } from 'vitest'
import type { Child } from '#modules/children'
import { SealedText } from '#shared/sealed.ts'
import {
  type Around,
  endingOf,
  isConsultation,
  nameWords,
  needsChild,
  nextStepBy,
  type Received,
  toldBy,
  ways,
  waysFor,
} from './received.ts'

const lisa: Child = {
  id: 'lisa',
  person: { kind: 'unknown', id: 'lisa' },
  bornOn: '2018-03-14',
  expectedOn: undefined,
  provisional: false,
}
const described = { ...lisa, provisional: true }
const received = (who?: string) => ({ body: { who: who && new SealedText(who) } }) as Received
const quiet: Around = { begun: false, gathers: false, unread: false }

describe('a question without a name', () => {
  it.each([
    ['a described child with no name', described, received(), true],
    ['a described child with a name', described, received('Elias'), false],
    ['a child that was chosen', lisa, received(), false],
  ])('%s: %s', (_, child, what, is) => {
    expect(isConsultation(child, what)).toBe(is)
  })
})

describe('what the receiver may do', () => {
  it.each([
    ['nothing is going on', lisa, received(), quiet, ways.filter((way) => way !== 'joined')],
    ['something is begun', lisa, received(), { ...quiet, begun: true }, ways],
    [
      'one gathers already',
      lisa,
      received(),
      { ...quiet, begun: true, gathers: true },
      ways.filter((way) => way !== 'gathering'),
    ],
    ['the child may turn out to be somebody', described, received('Elias'), quiet, ways],
    [
      'it is a question without a name',
      described,
      received(),
      { begun: true, gathers: true, unread: true },
      ['thanked', 'sent_back'],
    ],
  ] as const)('when %s', (_, child, what, around, may) => {
    expect(waysFor(child, what, around)).toEqual(may)
  })

  it('begins with the smallest, and what begins something needs to know which child', () => {
    expect(ways.map((way) => [way, needsChild(way), endingOf[way]])).toEqual([
      ['thanked', false, 'thanked'],
      ['ordinary_help', false, 'ordinary_help'],
      ['own_support', true, undefined],
      ['joined', true, undefined],
      ['gathering', true, undefined],
      ['sent_back', false, 'wrong_child'],
    ])
  })

  it('is followed within two working days', () => {
    expect(nextStepBy('2026-11-27')).toBe('2026-12-01')
  })
})

it.each([
  ['Elias Berg, 9 år', ['elias', 'berg', 'år']],
  ['  ELIAS elias Berg-Ström. ', ['elias', 'berg-ström']],
  ['Å i åk 3', ['åk']],
  ['', []],
])('words of %j that may be a name', (text, words) => {
  expect(nameWords(text)).toEqual(words)
})

it('it is remembered who told, and through whom', () => {
  expect(toldBy('Petra', undefined)).toBe('Petra')
  expect(toldBy('Petra', 'en granne')).toBe('en granne, genom Petra')
})
