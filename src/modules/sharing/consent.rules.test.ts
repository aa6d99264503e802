import { describe, expect, it } from 'vitest'
import type { ChildPart, GuardianKind } from '#shared/schema.ts'
import {
  answerToKeep,
  eighteenOn,
  exceptionKinds,
  hasSigners,
  latestDay,
  lineState,
  ownState,
  requiredSigners,
  type SigningFacts,
  stageOf,
} from './consent.ts'

const facts = (some: Partial<SigningFacts>): SigningFacts => ({
  stage: 'minor',
  childPart: 'heard',
  guardianships: [],
  barred: [],
  exceptions: [],
  ...some,
})
const custody = (...who: readonly (readonly [string, GuardianKind])[]) =>
  who.map(([personId, kind]) => ({ personId, kind }))
const parents = custody(['sara', 'guardian'], ['jonas', 'guardian'])

describe('who must say yes', () => {
  it.each<[string, Partial<SigningFacts>, string]>([
    ['two guardians, both', { guardianships: parents }, 'sara jonas'],
    ['one guardian, that one', { guardianships: custody(['sara', 'guardian']) }, 'sara'],
    ['the child with them', { guardianships: parents, childPart: 'together' }, 'sara jonas child'],
    ['the child alone', { guardianships: parents, childPart: 'alone' }, 'child'],
    ['the child alone, with nobody else', { childPart: 'alone' }, 'child'],
    ['not the barred one', { guardianships: parents, barred: ['jonas'] }, 'sara'],
    ['nobody, when both are barred', { guardianships: parents, barred: ['jonas', 'sara'] }, ''],
    [
      'not the child instead of the barred',
      { guardianships: parents, barred: ['jonas', 'sara'], childPart: 'together' },
      '',
    ],
    [
      'who has been appointed, not the parents',
      { guardianships: [...parents, ...custody(['berit', 'appointed_guardian'])] },
      'berit',
    ],
    ['a good man, for a child that came alone', { guardianships: custody(['gun', 'good_man']) }, 'gun'],
    [
      'the one who expects, before birth',
      { stage: 'unborn', guardianships: custody(['nadia', 'expecting_parent']) },
      'nadia',
    ],
    [
      'never the unborn itself',
      { stage: 'unborn', childPart: 'together', guardianships: custody(['nadia', 'expecting_parent']) },
      'nadia',
    ],
    ['only itself, when grown up', { stage: 'adult', guardianships: parents, childPart: 'none' }, 'child'],
  ])('%s', (_, some, who) => {
    const { guardians, child } = requiredSigners(facts(some))
    expect([...guardians, ...(child ? ['child'] : [])].join(' ')).toBe(who)
  })

  it('holds in every combination: custody, barred, excepted, the child’s part', () => {
    const kinds: readonly (GuardianKind | undefined)[] = [
      undefined,
      'guardian',
      'appointed_guardian',
      'good_man',
      'expecting_parent',
    ]
    let tried = 0
    for (const stage of ['unborn', 'minor', 'adult'] as const)
      for (const childPart of ['none', 'heard', 'together', 'alone'] satisfies ChildPart[])
        for (const first of kinds)
          for (const second of kinds)
            for (const barred of [[], ['a'], ['b'], ['a', 'b']])
              for (const exception of [undefined, ...exceptionKinds]) {
                tried++
                const guardianships = [first && ['a', first], second && ['b', second]]
                  .filter((one) => one !== undefined)
                  .map(([personId, kind]) => ({ personId, kind })) as SigningFacts['guardianships']
                const exceptions = exception ? [{ personId: 'a', kind: exception }] : []
                const all = facts({ stage, childPart, guardianships, barred, exceptions })
                const { guardians, child } = requiredSigners(all)
                for (const who of guardians) {
                  expect(barred).not.toContain(who)
                  expect(exceptions.map(({ personId }) => personId)).not.toContain(who)
                  expect(guardianships.map(({ personId }) => personId)).toContain(who)
                }
                if (stage === 'unborn' || childPart === 'none' || childPart === 'heard')
                  expect(child).toBe(stage === 'adult')
                if (stage === 'adult' || (stage === 'minor' && childPart === 'alone'))
                  expect([guardians.length, child]).toEqual([0, true])
                // Who is barred changes nothing for the others.
                const open = requiredSigners({ ...all, barred: [] })
                expect(guardians).toEqual(open.guardians.filter((who) => !barred.includes(who)))
                if (!hasSigners({ guardians, child })) expect(child).toBe(false)
              }
    expect(tried).toBe(3 * 4 * 25 * 4 * 5)
  })
})

it.each([
  [[], false, false],
  [['sara'], false, true],
  [[], true, true],
  [['sara'], true, true],
])('guardians %j and the child %s: somebody can say yes: %s', (guardians, child, can) => {
  expect(hasSigners({ guardians, child })).toBe(can)
})

describe('how long', () => {
  it.each([
    ['2026-11-24', '2018-03-14', ['sara'], '2027-11-24'],
    ['2026-11-24', '2009-05-01', ['sara'], '2027-05-01'],
    ['2026-11-24', '2009-05-01', [], '2027-11-24'],
    ['2026-11-24', undefined, ['nadia'], '2027-11-24'],
  ] as const)('asked %s of a child born %s by %s: until %s', (today, born, guardians, until) => {
    expect(latestDay(today, born, { guardians, child: guardians.length === 0 })).toBe(until)
  })

  it('turns eighteen on a day that exists', () => {
    expect(eighteenOn('2008-11-24')).toBe('2026-11-24')
    expect(eighteenOn('2008-02-29')).toBe('2026-02-28')
    expect(eighteenOn('2012-02-29')).toBe('2030-02-28')
  })

  it.each([
    ['2026-03-01', undefined, '2026-03-02', 'unborn'],
    ['2026-03-01', '2026-03-01', undefined, 'minor'],
    ['2026-11-23', '2008-11-24', undefined, 'minor'],
    ['2026-11-24', '2008-11-24', undefined, 'adult'],
    ['2026-11-24', undefined, undefined, 'minor'],
    ['2026-11-24', '2026-11-25', undefined, 'unborn'],
  ] as const)('on %s, born %s or expected %s: %s', (today, bornOn, expectedOn, stage) => {
    expect(stageOf({ bornOn, expectedOn }, today)).toBe(stage)
  })
})

describe('where a unit’s consent stands', () => {
  const answers = [undefined, 'yes', 'no', 'withdrawn'] as const

  it('is only in force with a yes from everybody, before the day, and with a part given', () => {
    for (const a of answers)
      for (const b of answers)
        for (const over of [true, false])
          for (const letIn of [true, false]) {
            const state = lineState({ answers: [a, b], over, letIn, wasLetIn: letIn })
            const agreed = a === 'yes' && b === 'yes' && !over
            expect(state === 'in_force').toBe(agreed && letIn)
            expect(state === 'all_yes').toBe(agreed && !letIn)
            if (over || a === 'withdrawn' || b === 'withdrawn') expect(state).toBe('ended')
            else if (a === 'no' || b === 'no') expect(state).toBe('declined')
          }
    expect(lineState({ answers: [], over: false, letIn: false, wasLetIn: false })).toBe('waiting')
  })

  it('a signer cannot tell one who has not answered from one who was never asked', () => {
    for (const mine of answers)
      for (const letIn of [true, false])
        for (const wasLetIn of [true, false]) {
          const here = { over: false, letIn, wasLetIn: wasLetIn || letIn }
          const alone = ownState({ ...here, answers: [mine] })
          for (const other of answers) expect(ownState({ ...here, answers: [mine, other] })).toBe(alone)
        }
    expect(ownState({ answers: ['yes'], over: false, letIn: false, wasLetIn: true })).toBe('ended')
    expect(ownState({ answers: ['yes'], over: false, letIn: false, wasLetIn: false })).toBe('said_yes')
    expect(ownState({ answers: ['yes'], over: false, letIn: true, wasLetIn: true })).toBe('in_force')
    expect(ownState({ answers: ['yes'], over: true, letIn: true, wasLetIn: true })).toBe('ended')
    for (const letIn of [true, false]) {
      expect(ownState({ answers: ['no'], over: false, letIn, wasLetIn: letIn })).toBe('declined')
      expect(ownState({ answers: ['withdrawn'], over: false, letIn, wasLetIn: letIn })).toBe('ended')
    }
  })

  it('a no after a yes takes the yes back', () => {
    expect(answerToKeep('yes', 'no')).toBe('withdrawn')
    expect(answerToKeep('withdrawn', 'no')).toBe('withdrawn')
    expect(answerToKeep(undefined, 'no')).toBe('no')
    expect(answerToKeep('no', 'yes')).toBe('yes')
    expect(answerToKeep('yes', 'withdrawn')).toBe('withdrawn')
    expect(answerToKeep('withdrawn', 'yes')).toBe('yes')
  })
})
