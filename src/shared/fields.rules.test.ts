import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  check,
  choice,
  day,
  idField,
  mayChoose,
  mayDay,
  mayTell,
  several,
  submission,
  told,
  version,
  words,
} from './fields.ts'
import { SealedText } from './sealed.ts'

const id = '11111111-1111-4111-8111-111111111111'

/** What a form with one field gives: the value, or the words beside the field. */
function read(field: z.ZodType, value?: string | string[]): unknown {
  const answer = check(
    { typed: value === undefined ? {} : { it: value }, fault: undefined },
    z.object({ it: field }),
  )
  if (!answer.ok) return answer.error['it']
  return answer.value.it instanceof SealedText ? answer.value.it.reveal() : answer.value.it
}

describe('text', () => {
  const title = words('Skriv en rubrik', 10)
  it.each([
    ['is trimmed', '  Läsa  ', 'Läsa'],
    ['may be as long as that', 'x'.repeat(10), 'x'.repeat(10)],
    ['counts without what is around it', ` ${'x'.repeat(10)} `, 'x'.repeat(10)],
    ['may have lines and tabs', 'a\n\tb', 'a\n\tb'],
    ['may be written from right to left', 'שלום', 'שלום'],
    ['and no more', 'x'.repeat(11), 'Skriv högst 10 tecken'],
    ['is asked for when empty', '', 'Skriv en rubrik'],
    ['is asked for when there are only spaces', '   ', 'Skriv en rubrik'],
    ['is asked for when left out', undefined, 'Skriv en rubrik'],
  ])('%s', (_, typed, expected) => {
    expect(read(title, typed)).toBe(expected)
  })

  it.each([
    ['a null', 'a\0b'],
    ['a bell after a line', 'a\n\u0007'],
    ['a mark that turns the text around', 'a\u202Eb'],
    ['an isolate', 'a\u2066b'],
    ['half a character', 'a\uD800'],
    ['a byte order mark inside', 'a\uFEFFb'],
  ])('with %s is not taken, and says why', (_, typed) => {
    for (const field of [title, told('Berätta'), mayTell()])
      expect(read(field, typed)).toMatch(/dolda tecknet/)
  })

  it('about a person is sealed at once', () => {
    const sealed = told('Berätta', 5).parse('Lisa ')
    expect([`${sealed}`, sealed.reveal()]).toEqual(['[förseglad text]', 'Lisa'])
    expect(read(told('Berätta', 5), 'sex tecken')).toBe('Skriv högst 5 tecken')
    expect(read(told('Berätta'), ' ')).toBe('Berätta')
  })

  it('that may be left out is nothing when empty', () => {
    expect([undefined, '', '  '].map((typed) => read(mayTell(), typed))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(read(mayTell(), ' Hon läser. ')).toBe('Hon läser.')
    expect(read(mayTell(3), 'fyra')).toBe('Skriv högst 3 tecken')
  })

  it('about a person has room for four thousand characters, if nothing else is said', () => {
    for (const field of [told('Berätta'), mayTell()]) {
      expect(read(field, 'x'.repeat(4000))).toHaveLength(4000)
      expect(read(field, 'x'.repeat(4001))).toBe('Skriv högst 4000 tecken')
    }
  })
})

describe('a day', () => {
  it.each([
    ['2027-03-31', '2027-03-31'],
    [' 2027-03-31 ', '2027-03-31'],
    ['2028-02-29', '2028-02-29'],
    ['1900-01-01', '1900-01-01'],
    ['2199-12-31', '2199-12-31'],
    ['2027-02-29', 'Välj en dag'],
    ['31/3 2027', 'Välj en dag'],
    ['0027-03-31', 'Välj en dag'],
    ['1899-12-31', 'Välj en dag'],
    ['2200-01-01', 'Välj en dag'],
  ])('%s: %s', (typed, expected) => {
    expect([read(day('Välj en dag'), typed), read(mayDay('Välj en dag'), typed)]).toEqual([
      expected,
      expected,
    ])
  })

  it.each([
    ['empty', ''],
    ['only spaces', ' '],
    ['left out', undefined],
  ])('that is %s is asked for, unless it may be left out', (_, typed) => {
    expect([read(day('Välj en dag'), typed), read(mayDay('Välj en dag'), typed)]).toEqual([
      'Välj en dag',
      undefined,
    ])
  })
})

describe('choices', () => {
  const fruits = ['apple', 'pear', 'plum'] as const
  it.each([
    ['what is on the list', 'pear', 'pear', 'pear', ['pear']],
    ['what is not', 'stone', 'Välj en frukt', undefined, []],
    ['nothing', undefined, 'Välj en frukt', undefined, []],
  ])('%s', (_, typed, one, perhaps, some) => {
    expect([read(choice(fruits, 'Välj en frukt'), typed), read(mayChoose(fruits), typed)]).toEqual([
      one,
      perhaps,
    ])
    expect(read(several(fruits), typed)).toEqual(some)
  })
  it('several, in the order of the list, without what is not on it', () => {
    expect(read(several(fruits), ['plum', 'stone', 'apple'])).toEqual(['apple', 'plum'])
  })
})

describe('what a form carries along', () => {
  it.each([
    ['3', 3],
    ['', 0],
    ['three', 0],
    ['1.5', 0],
    ['99999999999', 0],
    [undefined, 0],
  ])('version %s is %i', (typed, expected) => {
    expect(read(version, typed)).toBe(expected)
  })

  it('an id is an id', () => {
    expect([read(idField('Välj vem'), id), read(submission, id)]).toEqual([id, id])
    expect(read(idField('Välj vem'), '7')).toBe('Välj vem')
    expect(read(submission, '7')).toMatch(/Ladda om/)
  })
})

describe('a form', () => {
  const schema = z.object({
    what: words('Skriv vad', 3).refine((text) => text !== 'xxxx', 'Inte så'),
    who: words('Skriv vem', 9),
  })
  it('tells what is wrong beside each field, one thing at a time', () => {
    expect(check({ typed: { what: 'xxxx' }, fault: undefined }, schema)).toEqual({
      ok: false,
      error: { what: 'Skriv högst 3 tecken', who: 'Skriv vem' },
    })
  })
  it('tells first of all that it did not come through', () => {
    expect(check({ typed: { what: 'x', who: 'y' }, fault: 'Skicka igen' }, schema)).toEqual({
      ok: false,
      error: { form: 'Skicka igen' },
    })
  })
  it('tells above the form what is wrong with the whole', () => {
    const pair = z.object({ a: z.string(), b: z.string() }).refine(({ a, b }) => a !== b, 'Välj två olika')
    expect(check({ typed: { a: '1', b: '1' }, fault: undefined }, pair)).toEqual({
      ok: false,
      error: { form: 'Välj två olika' },
    })
  })
})
