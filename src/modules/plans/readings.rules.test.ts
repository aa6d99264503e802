import { describe, expect, it } from 'vitest'
import type { Relation, Standing } from '#modules/children'
import { readingAddress, readingFor } from './readings.ts'

const standing = (relation: Relation, part: Standing['part'] = 'whole'): Standing => ({
  relation,
  open: true,
  part,
  writesPlan: false,
  isLeadInPerson: false,
  holdsFunction: false,
  matterId: undefined,
})

describe('which reading of the plan opens', () => {
  it('plain words for the family, everything for those who work', () => {
    for (const relation of ['guardian', 'self'] as const)
      expect(readingFor(standing(relation), undefined)).toBe('plain')
    for (const relation of ['lead', 'party'] as const)
      expect(readingFor(standing(relation), undefined)).toBe('whole')
  })

  it('the other one when it is asked for, and what is not a reading is not asked for', () => {
    expect(readingFor(standing('guardian'), 'hela')).toBe('whole')
    expect(readingFor(standing('lead'), 'enkel')).toBe('plain')
    expect(readingFor(standing('guardian'), 'toString')).toBe('plain')
  })

  it('a party with its own part has one reading', () => {
    expect(readingFor(standing('party', 'own'), 'enkel')).toBe('whole')
  })

  it('each has an address of its own', () => {
    expect((['pictures', 'plain', 'whole'] as const).map((one) => readingAddress('a', one))).toEqual([
      '/barn/a/min-plan',
      '/barn/a/plan?lasning=enkel',
      '/barn/a/plan?lasning=hela',
    ])
  })
})
