import { describe, expect, it } from 'vitest'
import { anyPersonNumberIn, isCoordinationNumber, personNumberIn } from './person-number.ts'

describe('a person number in full', () => {
  it.each(['20170101-2393', '201701012393', ' 20170101 2393 ', '20170101+2393'])('is read from %j', (text) =>
    expect(personNumberIn(text)).toBe('201701012393'),
  )

  it('may be a coordination number, with sixty added to the day', () => {
    const last = [...'0123456789'].map((digit) => personNumberIn(`20170162238${digit}`)).filter(Boolean)
    expect(last).toHaveLength(1)
  })

  it.each([
    ['has ten digits only', '170101-2393'],
    ['has a wrong check digit', '20170101-2394'],
    ['is on a day that does not exist', '20170231-2384'],
    ['has the day nought', '20170100-2386'],
    ['has a coordination day nought', '20170160-2386'],
    ['is a name', 'Lisa'],
    ['is nothing', ''],
    ['has something after it', '20170101-2393x'],
  ])('is none when it %s', (_, text) => expect(personNumberIn(text)).toBeUndefined())
})

describe('a person number with ten digits, on 24 November 2026', () => {
  it.each([
    ['170101-2393', '201701012393'],
    ['1701012393', '201701012393'],
    ['20170101-2393', '201701012393'],
    // Skatteverket’s numbers for tests: born in 1890, so a hundred and more.
    ['900101+9802', '189001019802'],
    ['900101-9802', '199001019802'],
  ])('%s is %s', (text, digits) => expect(anyPersonNumberIn(text, '2026-11-24')).toBe(digits))

  it('a plus is set in the year that somebody turns a hundred, and the day decides of the century', () => {
    expect(anyPersonNumberIn('170101+2393', '2117-01-01')).toBe('201701012393')
    expect(anyPersonNumberIn('171231+2386', '2117-01-01')).toBe('201712312386')
    expect(anyPersonNumberIn('170101-2393', '2117-01-01')).toBe('211701012393')
    expect(anyPersonNumberIn('170101-2393', '2016-12-31')).toBe('191701012393')
  })

  it.each(['170101-2394', '171301-2393', '17010-2393', 'Lisa', ''])('%j is none', (text) =>
    expect(anyPersonNumberIn(text, '2026-11-24')).toBeUndefined(),
  )
})

it('a coordination number is known by its day', () => {
  expect(['201701622380', '201701012393', '189001019802'].map(isCoordinationNumber)).toEqual([
    true,
    false,
    false,
  ])
})
