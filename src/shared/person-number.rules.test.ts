import { describe, expect, it } from 'vitest'
import { personNumberIn } from './person-number.ts'

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
