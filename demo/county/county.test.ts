import { describe, expect, it } from 'vitest'
import { municipalities } from '#modules/knowledge'
import { authorities, birthDate, demoId, people, secrecyUnits, units } from './index.ts'

const slugs = (things: readonly { slug: string }[]) => things.map(({ slug }) => slug)
const engagements = people.flatMap((person) => person.engagements)

/** The ladder by age: the kinds of unit where every child in a municipality has somebody. */
const ladder = [
  'midwifery',
  'child_health',
  'compulsory_school',
  'upper_secondary_school',
  'activity_responsibility',
  'reception',
] as const

describe('the demo county', () => {
  it('hangs together: every name that is pointed at exists, and only once', () => {
    for (const list of [authorities, secrecyUnits, units, people])
      expect(new Set(slugs(list)).size).toBe(list.length)
    for (const { authority } of secrecyUnits) expect(slugs(authorities)).toContain(authority)
    for (const { secrecyUnit } of units) expect(slugs(secrecyUnits)).toContain(secrecyUnit)
    for (const { unit } of engagements) expect(slugs(units)).toContain(unit)
  })

  it.each(municipalities)('in $name every child has somebody to turn to, and a stand-in', ({ code }) => {
    for (const kind of ladder) {
      const here = units.filter((unit) => unit.kind === kind && unit.serves.includes(code))
      expect(here, `${kind} in ${code}`).not.toEqual([])
      for (const { slug } of here) {
        const fn = kind === 'reception' ? 'reception' : 'best_interests_lead'
        const at = engagements.filter((engagement) => engagement.unit === slug)
        expect(
          at.filter(({ holds }) => holds === fn),
          `${slug} has one holder`,
        ).toHaveLength(1)
        expect(
          at.filter(({ standsIn }) => standsIn === fn),
          `${slug} has one stand-in`,
        ).toHaveLength(1)
      }
    }
  })

  it('has about fifty named staff, one of them protected, and uses only telephone numbers for fiction', () => {
    const staff = people.filter(({ kind }) => kind === 'staff')
    expect(staff.length).toBeGreaterThan(40)
    expect(staff.filter(({ protection }) => protection !== 'none')).toHaveLength(1)
    const phones = [...people, ...units].flatMap(({ phone }) => phone ?? [])
    expect(new Set(phones).size).toBe(phones.length)
    for (const phone of phones) expect(phone).toMatch(/^(070-174 06 (0[5-9]|[1-9]\d)|08-465 004 \d\d)$/)
  })

  it('gives the same id every time, and nobody in it ages', () => {
    expect(demoId('lisa')).toBe(demoId('lisa'))
    expect(demoId('lisa')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const born = { ageYears: 8, daysSinceBirthday: 40 }
    expect(birthDate(born, '2026-11-23')).toBe('2018-10-14')
    expect(birthDate(born, '2030-11-23')).toBe('2022-10-14')
    expect(birthDate({ dueInDays: 60 }, '2026-11-23')).toBe('2027-01-22')
  })
})
