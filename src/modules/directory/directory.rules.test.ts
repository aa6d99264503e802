import { describe, expect, it } from 'vitest'
import { firstKinds, linesOf, spanWords } from './entry.ts'
import { holdsPersonNumber } from './no-child.ts'

describe('what a unit says', () => {
  it.each([
    [-1, -1, 'Du som väntar barn'],
    [-1, 5, 'Från magen till 5 år'],
    [6, 15, '6–15 år'],
    [16, 16, '16 år'],
  ])('for whom, from %i to %i: %s', (fromAge, toAge, words) => {
    expect(spanWords({ fromAge, toAge })).toBe(words)
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
    ['201701012393', true],
    ['ring 070-174 06 05', false],
    ['08-465 004 10', false],
    ['2026-11-24', false],
  ])('a person number in %s: %s', (text, held) => {
    expect(holdsPersonNumber(text)).toBe(held)
  })
})
