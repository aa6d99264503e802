import { describe, expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import { ageAsked, municipalityAsked, pageAsked, wordsAsked } from './asked.ts'
import { ages, ageWords, firstKinds, isMunicipality, kindWords, linesOf, spanWords } from './entry.ts'
import { mayOfferTimes, mayReadMap, mayWriteEntry } from './entry-policy.ts'
import { placeText } from './map.ts'
import { holdsPersonNumber } from './no-child.ts'

describe('what a unit says', () => {
  it.each([
    [-1, -1, 'Du som väntar barn'],
    [-1, 5, 'Från magen till 5 år'],
    [6, 15, '6–15 år'],
    [16, 16, '16 år'],
    [16, 20, '16–20 år'],
  ])('for whom, from %i to %i: %s', (fromAge, toAge, words) => {
    expect(spanWords({ fromAge, toAge })).toBe(words)
  })

  it.each([
    [-1, 'Inte född än'],
    [0, 'Under 1 år'],
    [1, '1 år'],
    [20, '20 år'],
  ])('of the age %i: %s', (age, words) => {
    expect(ageWords(age)).toBe(words)
  })

  it('every age from before birth to twenty, and every kind of unit, in words of its own', () => {
    expect([ages.length, ages[0], ages.at(-1)]).toEqual([22, -1, 20])
    saysItsOwn(ages.map(ageWords))
    const kinds = Object.values(kindWords)
    expect(kinds).toContain('BVC')
    saysItsOwn(kinds)
  })

  it('is kept by those who keep it, and by nobody else', () => {
    const says = [undefined, 'proposes', 'keeps'] as const
    expect(says.map((writes) => mayWriteEntry({ writes }))).toEqual([false, true, true])
    expect(says.map((writes) => mayOfferTimes({ writes }))).toEqual([false, false, true])
    expect([true, false].map((leadsProcess) => mayReadMap({ leadsProcess }))).toEqual([true, false])
  })

  it('one thing on each line', () => {
    expect(linesOf(' ett \n\n två')).toEqual(['ett', 'två'])
  })

  it('begins with whoever is best interests lead by the ladder, and always with the reception', () => {
    expect(firstKinds(['midwifery'], -1)).toEqual(['midwifery', 'reception'])
    expect(firstKinds(['child_health'], 5)).toEqual(['child_health', 'reception'])
    for (const age of [6, 18])
      expect(firstKinds(['compulsory_school'], age)).toEqual([
        'compulsory_school',
        'pupil_health',
        'reception',
      ])
    expect(firstKinds([], 19)).toEqual(['reception'])
    expect(firstKinds([], undefined)).toEqual(['reception'])
  })

  it.each([
    ['Lisa 20170101-2393', true],
    ['170101-2393 ringde', true],
    ['170101+2393', true],
    ['Lisa 1701012393', true],
    ['170101 2393', true],
    ['91701012393', false],
    ['170101-23930', false],
    ['170101-2394', false],
    ['ring 070-174 06 05, om 170101-2393', true],
    ['201701012393', true],
    ['ring 070-174 06 05', false],
    ['08-465 004 10', false],
    ['2026-11-24', false],
  ])('a person number in %s: %s', (text, held) => {
    expect(holdsPersonNumber(text)).toBe(held)
  })
})

describe('what an address asks for', () => {
  it.each([
    ['-1', -1],
    ['0', 0],
    ['7', 7],
    ['20', 20],
    ['-2', undefined],
    ['21', undefined],
    ['+7', undefined],
    ['7.5', undefined],
    ['sju', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('the age %j: %s', (asked, age) => {
    expect(ageAsked(asked)).toBe(age)
  })

  it.each([
    ['3', 3],
    ['1000', 1000],
    ['1001', 1],
    ['0', 1],
    ['2.5', 1],
    ['två', 1],
    ['', 1],
    [undefined, 1],
  ])('the page %j: %i', (asked, page) => {
    expect(pageAsked(asked)).toBe(page)
  })

  it.each([
    ['0780', true],
    ['0760', true],
    ['1440', false],
    ['', false],
  ])('a municipality of the county, %j: %s', (code, ours) => {
    expect(isMunicipality(code)).toBe(ours)
    expect(municipalityAsked(code)).toBe(ours ? code : undefined)
  })

  it.each([
    [' ungdoms\0mottagning ', 'ungdomsmottagning'],
    ['å'.repeat(101), 'å'.repeat(100)],
    [undefined, ''],
  ])('the words %j', (asked, words) => {
    expect(wordsAsked(asked)).toBe(words)
  })
})

it.each([
  [3, 3, 0, 0, 'Alla har berättat själva.'],
  [3, 0, 3, 0, 'Alla har ett förslag till text, ingen har skrivit sin egen.'],
  [3, 1, 1, 1, '1 av 3 har berättat själva, 1 har ett förslag, 1 har ingen text.'],
  [2, 1, 0, 1, '1 av 2 har berättat själva, 1 har ingen text.'],
  [2, 1, 1, 0, '1 av 2 har berättat själva, 1 har ett förslag.'],
])('of %i units %i have told, %i have a proposal and %i nothing', (units, told, proposed, silent, words) => {
  expect(placeText({ units, told, proposed, silent })).toBe(words)
})
