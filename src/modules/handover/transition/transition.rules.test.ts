import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, type Day } from '#shared/dates.ts'
import { type Ladder, type Life, nextTransition, type Stay } from './transition.ts'

const autumnOf = (bornOn: Day, age: number): Day => `${Number(bornOn.slice(0, 4)) + age}-08-01`
const turns18 = (bornOn: Day): Day => addMonths(bornOn, 18 * 12)

/** By school years: a child begins in the autumn of the year when it turns six. */
const bySchoolYears: Ladder = ({ bornOn, expectedOn }, on) => {
  if (bornOn === undefined)
    return expectedOn === undefined || on < expectedOn ? ['midwifery'] : ['child_health']
  if (on < autumnOf(bornOn, 6)) return ['child_health']
  if (on < autumnOf(bornOn, 16)) return ['compulsory_school']
  return on < turns18(bornOn) ? ['upper_secondary_school', 'activity_responsibility'] : []
}

const bvc = { unitId: 'bvc', kind: 'child_health' } as const
const midwife = { unitId: 'midwife', kind: 'midwifery' } as const
const school = { unitId: 'school', kind: 'compulsory_school' } as const
const other = { unitId: 'other', kind: 'compulsory_school' } as const
const upper = { unitId: 'upper', kind: 'upper_secondary_school' } as const
const kaa = { unitId: 'kaa', kind: 'activity_responsibility' } as const
const social = { unitId: 'social', kind: 'social_services' } as const

const stay = (unit: Pick<Stay, 'unitId' | 'kind'>, from: Day, until?: Day): Stay => ({ ...unit, from, until })
const life = (lead: Life['lead'], bornOn: Day, ...stays: Stay[]): Life => ({
  bornOn,
  expectedOn: undefined,
  stays,
  lead,
})
const next = (one: Life, today: Day) => nextTransition(one, today, bySchoolYears)

describe('somebody else is to be BBA', () => {
  it.each<[string, Life, Day, Day | undefined]>([
    ['before school', life(bvc, '2021-03-14', stay(bvc, '2021-03-20')), '2027-06-01', '2027-08-01'],
    ['ninety days before, and not earlier', life(bvc, '2021-03-14'), '2027-05-03', '2027-08-01'],
    ['ninety-one days before', life(bvc, '2021-03-14'), '2027-05-02', undefined],
    ['not on the day itself', life(bvc, '2021-03-14'), '2027-08-01', undefined],
    [
      'at another school',
      life(school, '2018-03-14', stay(school, '2024-08-15', '2027-01-10'), stay(other, '2027-01-10')),
      '2026-11-24',
      '2027-01-10',
    ],
    [
      'at another school, also for a while only',
      life(
        school,
        '2018-03-14',
        stay(school, '2024-08-15', '2027-01-10'),
        stay(other, '2027-01-10'),
        stay(school, '2027-08-15'),
      ),
      '2026-11-24',
      '2027-01-10',
    ],
    [
      'out of school, where next is not known',
      life(school, '2018-03-14', stay(school, '2024-08-15', '2027-01-10')),
      '2026-11-24',
      '2027-01-10',
    ],
    [
      'after the ninth year',
      life(school, '2011-03-14', stay(school, '2017-08-15')),
      '2027-06-01',
      '2027-08-01',
    ],
    [
      'between upper secondary schools and the municipality',
      life(upper, '2010-03-14', stay(upper, '2026-08-15', '2027-01-10'), stay(kaa, '2027-01-10')),
      '2026-11-24',
      '2027-01-10',
    ],
    ['grown up', life(upper, '2009-01-14', stay(upper, '2025-08-15')), '2026-11-24', '2027-01-14'],
    ['grown up, wherever it was handed over', life(social, '2009-01-14'), '2026-11-24', '2027-01-14'],
    [
      'nobody else: the school goes on',
      life(school, '2018-03-14', stay(school, '2024-08-15')),
      '2026-11-24',
      undefined,
    ],
    [
      'nobody else: a second place beside the school',
      life(school, '2018-03-14', stay(school, '2024-08-15'), stay(other, '2027-01-10')),
      '2026-11-24',
      undefined,
    ],
    [
      'nobody else: the swim club is none by the ladder',
      life(school, '2018-03-14', stay(school, '2024-08-15'), stay(social, '2027-01-10')),
      '2026-11-24',
      undefined,
    ],
    [
      'nobody else: the swim club ends, long after another school',
      life(
        school,
        '2018-03-14',
        stay(school, '2024-08-15', '2026-10-01'),
        stay(other, '2026-10-01'),
        stay(social, '2025-01-01', '2027-01-10'),
      ),
      '2026-11-24',
      undefined,
    ],
    [
      'nobody else: all of it was handed over',
      life(social, '2018-03-14', stay(school, '2024-08-15', '2027-01-10'), stay(other, '2027-01-10')),
      '2026-11-24',
      undefined,
    ],
  ])('%s', (_, one, today, on) => {
    expect(next(one, today)).toBe(on)
  })

  it('when a child is born', () => {
    const unborn = { bornOn: undefined, expectedOn: '2027-02-01', stays: [], lead: midwife }
    expect([next(unborn, '2026-11-24'), next(unborn, '2026-10-01')]).toEqual(['2027-02-01', undefined])
    expect(next({ ...unborn, expectedOn: undefined }, '2026-11-24')).toBeUndefined()
    expect(next({ ...unborn, lead: bvc }, '2026-11-24')).toBeUndefined()
  })

  it('the first of several', () => {
    const moves = [stay(school, '2024-08-15', '2027-02-10'), stay(other, '2027-01-10')]
    expect(next(life(school, '2018-03-14', ...moves), '2026-12-24')).toBe('2027-02-10')
    expect(next(life({ ...other, unitId: 'third' }, '2018-03-14', ...moves), '2026-12-24')).toBe('2027-01-10')
  })
})

it('lies ahead, within ninety days, whatever happens to a child', () => {
  const day = fc.integer({ min: 0, max: 8000 }).map((days) => addDays('2009-01-01', days))
  const unit = fc.constantFrom(bvc, school, other, upper, kaa, social)
  const one = fc.record({
    bornOn: fc.option(day, { nil: undefined }),
    expectedOn: fc.option(day, { nil: undefined }),
    lead: unit,
    stays: fc.array(
      fc.tuple(unit, day, fc.option(day, { nil: undefined })).map(([u, from, until]) => stay(u, from, until)),
      { maxLength: 4 },
    ),
  })
  fc.assert(
    fc.property(one, day, (child, today) => {
      const on = next(child, today)
      if (on !== undefined) expect(on > today && on <= addDays(today, 90)).toBe(true)
      // Said again the next day, it is the same day, until it has come.
      if (on !== undefined && on > addDays(today, 1)) expect(next(child, addDays(today, 1))).toBe(on)
    }),
  )
})
