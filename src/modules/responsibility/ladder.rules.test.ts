import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, ageOn, type Day } from '#shared/dates.ts'
import type { UnitKind } from '#shared/schema.ts'
import {
  type Growing,
  isThere,
  kindsByAge,
  kindsOn,
  type LadderRule,
  nextStep,
  type Place,
  placeByLadder,
  stagesOn,
} from './ladder.ts'

const rule = (
  stage: LadderRule['stage'],
  kinds: UnitKind[],
  untilAge = 18,
  from = '2018-09-01',
): LadderRule => ({
  stage,
  kinds,
  untilAge,
  from,
  source: 'Region Kronoberg',
})
const rules = [
  rule('unborn', ['midwifery']),
  rule('before_school', ['child_health']),
  rule('compulsory_school', ['compulsory_school']),
  rule('upper_secondary', ['upper_secondary_school']),
  rule('out_of_school', ['activity_responsibility'], 20),
]
const at = (kind: UnitKind, from: Day = '2000-01-01', until?: Day): Place => ({ kind, from, until })
const born = (bornOn: Day, ...places: Place[]): Growing => ({ bornOn, expectedOn: undefined, places })
const unknown = (bornOn: Day): Growing => ({ bornOn, expectedOn: undefined, places: undefined })

describe('whose turn it is, by the ladder', () => {
  it.each([
    ['expected', { bornOn: undefined, expectedOn: '2027-03-01', places: [] }, '2026-11-24', 'midwifery'],
    ['nothing known', { bornOn: undefined, expectedOn: undefined, places: [] }, '2026-11-24', ''],
    ['on the day of birth', born('2026-11-24'), '2026-11-24', 'child_health'],
    ['the day before förskoleklass', born('2020-12-31'), '2026-07-31', 'child_health'],
    [
      'when förskoleklass begins, also for the youngest',
      born('2020-12-31'),
      '2026-08-01',
      'compulsory_school',
    ],
    ['a year before, for the oldest', born('2021-01-01'), '2026-08-01', 'child_health'],
    ['put off: in preschool', born('2020-05-05', at('preschool')), '2026-11-24', 'child_health'],
    ['put off, the day before', born('2020-05-05', at('preschool')), '2027-07-31', 'child_health'],
    ['put off, at last', born('2020-05-05', at('preschool')), '2027-08-01', 'compulsory_school'],
    [
      'put off, and soon to leave preschool',
      born('2020-05-05', at('preschool', '2021-01-01', '2026-08-10')),
      '2026-08-09',
      'child_health',
    ],
    [
      'left preschool',
      born('2020-05-05', at('preschool', '2021-01-01', '2026-08-10')),
      '2026-08-10',
      'compulsory_school',
    ],
    [
      'begun early',
      born('2021-05-05', at('compulsory_school', '2026-08-15')),
      '2026-08-15',
      'compulsory_school',
    ],
    [
      'not begun yet',
      born('2021-05-05', at('compulsory_school', '2026-08-15')),
      '2026-08-14',
      'child_health',
    ],
    ['the summer after the ninth year', born('2010-05-05'), '2026-08-31', 'compulsory_school'],
    ['no gymnasium that autumn', born('2010-05-05'), '2026-09-01', 'activity_responsibility'],
    [
      'in the gymnasium',
      born('2010-05-05', at('upper_secondary_school')),
      '2026-09-01',
      'upper_secondary_school',
    ],
    [
      'both, on the way over',
      born('2010-05-05', at('compulsory_school'), at('upper_secondary_school')),
      '2026-08-18',
      'upper_secondary_school',
    ],
    [
      'left the gymnasium',
      born('2009-05-05', at('upper_secondary_school', '2025-08-18', '2026-10-01')),
      '2026-10-01',
      'activity_responsibility',
    ],
    ['a tenth year', born('2010-05-05', at('compulsory_school')), '2026-11-24', 'compulsory_school'],
    [
      'nobody knows where',
      unknown('2010-05-05'),
      '2026-09-01',
      'upper_secondary_school,activity_responsibility',
    ],
    [
      'the day before eighteen',
      born('2008-11-25', at('upper_secondary_school')),
      '2026-11-24',
      'upper_secondary_school',
    ],
    ['eighteen, in the gymnasium', born('2008-11-24', at('upper_secondary_school')), '2026-11-24', ''],
    ['eighteen, without a school', born('2008-11-24'), '2026-11-24', 'activity_responsibility'],
    ['twenty', born('2006-11-24'), '2026-11-24', ''],
    ['before the first rule', born('2010-05-05'), '2018-08-31', ''],
  ] as const)('%s', (_, child, day, kinds) => {
    expect(String(kindsOn(rules, child, day))).toBe(kinds)
  })

  it('in no stage of life, when nothing is known', () => {
    expect(stagesOn({ bornOn: undefined, expectedOn: undefined, places: [] }, '2026-11-24')).toEqual([])
  })

  it('by years alone, as somebody would say it', () => {
    const by = (age: number | undefined, unborn = false) =>
      String(kindsByAge(rules, age, unborn, '2026-11-24'))
    expect([by(undefined), by(undefined, true), by(3, true)]).toEqual(['', 'midwifery', 'midwifery'])
    expect([by(0), by(5), by(6), by(15)]).toEqual([
      'child_health',
      'child_health',
      'compulsory_school',
      'compulsory_school',
    ])
    expect([by(16), by(17)]).toEqual(Array(2).fill('upper_secondary_school,activity_responsibility'))
    expect([by(18), by(19), by(20)]).toEqual(['activity_responsibility', 'activity_responsibility', ''])
  })
})

describe('rules that change', () => {
  const four = born('2022-05-05')
  const preschool = rule('before_school', ['preschool', 'child_health'], 18, '2027-01-01')

  it('hold from their day, in whatever order they stand', () => {
    for (const all of [
      [...rules, preschool],
      [preschool, ...rules],
    ]) {
      expect(kindsOn(all, four, '2026-12-31')).toEqual(['child_health'])
      expect(kindsOn(all, four, '2027-01-01')).toEqual(['preschool', 'child_health'])
    }
  })
  it('of one day the one that was added last', () => {
    const again = rule('before_school', ['midwifery'], 18, '2027-01-01')
    expect(kindsOn([...rules, preschool, again], four, '2027-01-01')).toEqual(['midwifery'])
  })
})

describe('the next step', () => {
  const four = born('2020-05-05', at('child_health'))
  it.each([
    ['is the day itself', '2026-07-31', '2026-10-01', '2026-08-01'],
    ['is seen from ninety days before', '2026-05-03', '2026-08-01', '2026-08-01'],
    ['is not seen before that', '2026-05-02', '2026-07-31', undefined],
    ['is past', '2026-08-01', '2026-10-30', undefined],
  ])('%s', (_, after, until, on) => {
    expect(nextStep(rules, four, { after, until })).toEqual(on && { on, kinds: ['compulsory_school'] })
  })
})

describe('a known child’s place', () => {
  const places = [{ kind: 'social_services' }, { kind: 'preschool' }, { kind: 'child_health' }] as const
  it.each([
    ['by the ladder', ['child_health'], 'child_health'],
    ['by the first kind that there is', ['midwifery', 'child_health', 'preschool'], 'child_health'],
    ['any, when none is by the ladder', ['compulsory_school'], 'social_services'],
    ['any, when the ladder says nothing', [], 'social_services'],
  ] as const)('%s', (_, kinds, kind) => {
    expect(placeByLadder(places, kinds)).toEqual({ kind })
  })
  it('is none when it has none', () => {
    expect(placeByLadder([], ['child_health'])).toBeUndefined()
  })
})

describe('of any child, on any day', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2020-01-01', days))
  const place = fc.record({
    kind: fc.constantFrom<UnitKind>(
      'preschool',
      'compulsory_school',
      'upper_secondary_school',
      'child_health',
    ),
    from: day,
    until: fc.option(day, { nil: undefined }),
  })
  const places = fc.array(place, { maxLength: 3 })

  it('there is one stage from birth on, and a kind of unit until eighteen', () => {
    fc.assert(
      fc.property(day, day, places, (bornOn, on, there) => {
        const child = born(bornOn, ...there)
        expect(stagesOn(child, on)).toHaveLength(1)
        const goes = there.some(
          (one) => isThere(one, on) && one.kind.endsWith('school') && one.kind !== 'preschool',
        )
        const kinds = kindsOn(rules, child, on)
        if (on >= bornOn && ageOn(bornOn, on) < 18) expect(kinds).toHaveLength(1)
        if (!goes && ageOn(bornOn, on) >= 20) expect(kinds).toEqual([])
      }),
    )
  })
  it('without places the years only lead onwards', () => {
    const order = ['child_health', 'compulsory_school', 'activity_responsibility', '']
    fc.assert(
      fc.property(day, fc.nat(9000), fc.nat(400), (bornOn, days, more) => {
        const now = order.indexOf(String(kindsOn(rules, born(bornOn), addDays(bornOn, days))))
        const later = order.indexOf(String(kindsOn(rules, born(bornOn), addDays(bornOn, days + more))))
        expect(later).toBeGreaterThanOrEqual(now)
      }),
    )
  })
  it('the next step is where it changes, and nowhere before', () => {
    fc.assert(
      fc.property(day, day, places, (bornOn, after, there) => {
        const child = born(bornOn, ...there)
        const step = nextStep(rules, child, { after, until: addDays(after, 60) })
        const last = step ? addDays(step.on, -1) : addDays(after, 60)
        expect(kindsOn(rules, child, last)).toEqual(kindsOn(rules, child, after))
        if (step) expect(kindsOn(rules, child, step.on)).toEqual(step.kinds)
      }),
    )
  })
})
