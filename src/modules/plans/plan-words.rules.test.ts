import { describe, expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import { type Asked, agreementAnswers, inOrder, keyOf } from './agreement.ts'
import {
  agreementWords,
  askedName,
  dayNear,
  endWords,
  helpedWords,
  momentInWords,
  momentOnPaper,
  nearness,
  stateWords,
} from './plan-words.ts'

const unit: Asked = { kind: 'unit', unitId: 'bvc', name: 'BVC Norr' }
const sara: Asked = { kind: 'guardian', personId: 'sara', name: 'Sara Holmgren', called: 'mamma' }
const child: Asked = { kind: 'child' }

describe('those who are asked about the plan', () => {
  it('stand with the child first, then the guardians, then the units', () => {
    const asked = [unit, sara, child].map((one) => ({ asked: one }))
    expect(asked.sort(inOrder).map((one) => keyOf(one.asked))).toEqual(['barnet', 'sara', 'bvc'])
  })

  it.each([
    ['a unit', unit, false, 'BVC Norr'],
    ['one’s own unit', unit, true, 'BVC Norr'],
    ['oneself', sara, true, 'Du'],
    ['the child itself', child, true, 'Du'],
    ['the child', child, false, 'Lisa'],
    ['a guardian one may know', sara, false, 'Sara Holmgren, mamma,'],
    ['a guardian without a name to show', { ...sara, name: undefined }, false, 'Den andra vårdnadshavaren'],
    [
      'a guardian the child calls nothing',
      { ...sara, called: undefined },
      false,
      'Den andra vårdnadshavaren',
    ],
  ] as const)('%s', (_, asked, mine, name) => {
    expect(askedName(asked, mine, 'Lisa')).toBe(name)
  })
})

it('everything that can be said of a plan has words of its own', () => {
  const states = ['later', 'ongoing', 'done', 'not_done', 'no_longer_needed'] as const
  const ends = ['goals_met', 'family_ended', 'not_needed', 'moved', 'other'] as const
  saysItsOwn(states.map((state) => stateWords[state]))
  saysItsOwn(ends.map((end) => endWords[end]))
  saysItsOwn(agreementAnswers.map((answer) => agreementWords[answer]))
  saysItsOwn((['yes', 'a_little', 'no', 'dont_know'] as const).map((helped) => helpedWords[helped]))
})

it('a moment has its year on paper only', () => {
  const at = new Date('2026-12-31T23:05:00Z')
  expect(momentInWords(at)).toBe('Fredag 1 januari klockan 00.05')
  expect(momentOnPaper(at)).toBe('fredag 1 januari 2027 klockan 00.05')
})

it.each([
  ['2026-12-30', undefined, '30 december'],
  ['2026-12-31', 'i dag', '31 december'],
  ['2027-01-01', 'i morgon', '1 januari 2027'],
  ['2027-01-02', undefined, '2 januari 2027'],
  ['2025-12-31', undefined, '31 december 2025'],
])('%s, seen on 31 December 2026, is %s: %s', (day, near, words) => {
  expect([nearness(day, '2026-12-31'), dayNear(day, '2026-12-31')]).toEqual([near, words])
})
