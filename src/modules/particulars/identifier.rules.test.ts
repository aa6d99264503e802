import { describe, expect, it } from 'vitest'
import {
  findsChild,
  identifierIn,
  isPersonKind,
  type kinds,
  levels,
  systemName,
  systems,
  written,
} from './identifier.ts'

const today = '2026-11-24'
const typed = (kind: (typeof kinds)[number], text: string, more = {}) =>
  identifierIn({ kind, text, givenBy: '', ...more }, today)

describe('a number as it is kept', () => {
  it.each([
    ['person', '20170101-2393', systems.person, '201701012393'],
    ['person', '170101-2393', systems.person, '201701012393'],
    ['person', '20170162-2381', systems.coordination, '201701622381'],
    ['reserve', '32170101-AB12', systems.reserve, '32170101AB12'],
    ['reserve', '32170101rst4', systems.reserve, '32170101RST4'],
    ['lma', '50-1234567', systems.lma, '50-1234567'],
  ] as const)('%s %s', (kind, text, system, value) =>
    expect(typed(kind, text)).toMatchObject({ system, value }),
  )

  it.each([
    ['person', '20170101-2394'],
    ['person', '32170101-AB12'],
    // I, O, Q, V and W look like something else.
    ['reserve', '32170101IB12'],
    ['reserve', '32170101AW12'],
    ['reserve', '32170101A123'],
    ['reserve', '32170101ABCD'],
    ['reserve', '2170101AB12'],
    ['reserve', '132170101AB12'],
    ['reserve', '32170101AB123'],
  ] as const)('%s %s is none', (kind, text) => expect(typed(kind, text)).toBeUndefined())

  it.each(['99201700012', 'io-ÅÄÖ 7', '20170101-2394'])(
    'what nobody here knows the form of is kept as it was written: %s',
    (text) =>
      expect(typed('other', text, { givenBy: 'Region Kronoberg' })).toEqual({
        system: 'Region Kronoberg',
        value: text,
      }),
  )

  it('only a coordination number has a level', () => {
    for (const level of levels) {
      expect(typed('person', '20170162-2381', { level })).toMatchObject({ level })
      expect(typed('person', '20170101-2393', { level })).not.toHaveProperty('level')
    }
  })
})

it('a child is found by a number that is sure, and by no other', () => {
  const value = ''
  expect(
    [
      { system: systems.person, value },
      ...levels.map((level) => ({ system: systems.coordination, value, level })),
      { system: systems.coordination, value },
      { system: systems.reserve, value, level: 'confirmed' as const },
      { system: 'Region Kronoberg', value },
    ].map(findsChild),
  ).toEqual([true, true, true, false, false, false, false])
})

it('is called and written as people do', () => {
  expect([...Object.values(systems), 'Region Kronoberg'].map(systemName)).toEqual([
    'Personnummer',
    'Samordningsnummer',
    'Nationellt reservnummer',
    'LMA-nummer',
    'Region Kronoberg',
  ])
  expect(systems.person).toBe('http://electronichealth.se/identifier/personnummer')
  expect(written(systems.coordination, '201701622381')).toBe('20170162-2381')
  expect(written('Region Kronoberg', '99-1')).toBe('99-1')
  expect([systems.person, systems.coordination, systems.reserve].map(isPersonKind)).toEqual([
    true,
    true,
    false,
  ])
})
