import { describe, expect, it } from 'vitest'
import { bodyAsText, SealedText } from '#shared/sealed.ts'
import {
  asKept,
  changedSince,
  chosenIds,
  isOfSame,
  isWithin,
  type Line,
  ofLineKind,
  pageBody,
  statementKey,
} from './page-line.ts'
import { paperBody } from './paper.ts'

const line = (kind: Line['kind'], what: string): Line => ({
  kind,
  what: new SealedText(what),
  who: undefined,
  when: undefined,
})
const wish = line('wish', 'Läsa en bok')
const action = line('action', 'Läsa med farmor')

describe('what goes along lies sealed as it was chosen', () => {
  const lines = [
    { kind: 'wish', what: 'Läsa en bok' },
    { kind: 'action', what: 'Läsa', who: 'Petra', when: 'måndagar' },
    { kind: 'told', what: 'Mamma fick veta' },
    { kind: 'works', what: 'Det är lugnt hemma' },
  ]
  it.each([
    ['a page', pageBody, { lines }],
    ['a paper', paperBody, { receiver: 'Granskolan', why: 'Flytt', lines }],
    [
      'a paper and why it was allowed',
      paperBody,
      {
        receiver: 'Granskolan',
        why: 'Flytt',
        familyThinks: 'Bra',
        lines,
        yes: 'Sara, 24 november',
        reason: { necessary: 'Skolan byts', relevant: 'Bara läsningen', proportionate: 'Inget mer' },
      },
    ],
  ])('%s', (_, body, kept) => {
    expect(JSON.parse(bodyAsText(body.parse(kept)))).toEqual(kept)
    expect(JSON.stringify(body.parse(kept))).not.toContain('Läsa')
  })
})

it('keeps of a line nothing of what it was chosen by', () => {
  const kept = asKept({ ...action, id: 'a.1', areas: ['learning'] })
  expect(Object.keys(kept)).toEqual(['kind', 'what', 'who', 'when'])
  expect([kept.kind, kept.what.reveal()]).toEqual(['action', 'Läsa med farmor'])
})

it('lines of one kind', () => {
  expect(ofLineKind([wish, action, wish], 'wish')).toHaveLength(2)
  expect(ofLineKind([wish], 'told')).toEqual([])
})

it.each([
  [undefined, []],
  ['a.1', ['a.1']],
  [
    ['a.1', 'b.1', 'a.1'],
    ['a.1', 'b.1'],
  ],
])('ticked %j: %j', (ticked, chosen) => {
  expect(chosenIds.parse(ticked)).toEqual(chosen)
})

it('what was chosen is one version, and seen when it is written anew or taken away', () => {
  expect(statementKey({ itemId: 'a', version: 2 })).toBe('a.2')
  expect(changedSince(['a.1', 'b.1', 'c.1'], [{ id: 'a.1' }, { id: 'b.2' }])).toEqual(['b.1', 'c.1'])
  expect(changedSince(['a.1'], [{ id: 'b.1' }, { id: 'a.1' }])).toEqual([])
  expect([isOfSame('goal.1', 'goal.2'), isOfSame('goal.1', 'gold.1')]).toEqual([true, false])
})

it.each([
  ['in no area', undefined, ['home'], true],
  ['in an area', ['home'], ['home', 'learning'], true],
  ['in an area and in one that the yes is not about', ['home', 'care'], ['home'], false],
  ['with no area left', [], ['home'], false],
] as const)('the family’s yes reaches a line %s: %j of %j, %s', (_, areas, agreed, reaches) => {
  expect(isWithin({ areas }, agreed)).toBe(reaches)
})
