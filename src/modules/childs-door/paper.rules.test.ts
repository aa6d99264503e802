import { expect, it } from 'vitest'
import { codeFrom, codeIn, inGroups } from './paper.ts'

it('a code has twelve letters and figures that are not taken for one another', () => {
  expect(codeFrom(Buffer.from([...Array(32).keys()]))).toBe('0123456789AB')
  expect(codeFrom(Buffer.from([...Array(32).keys()].map((byte) => byte + 20)))).toBe('MNPQRSTVWXYZ')
  expect(codeFrom(Buffer.alloc(32, 255))).toBe('ZZZZZZZZZZZZ')
})

it('stands in groups of four', () => {
  expect(inGroups('K7QM4XPT9WRD')).toBe('K7QM-4XPT-9WRD')
  expect(inGroups('')).toBe('')
})

it.each([
  ['K7QM-4XPT-9WRD', 'K7QM4XPT9WRD'],
  [' k7qm 4xpt\n9wrd ', 'K7QM4XPT9WRD'],
  ['oOiIlLuU', '001111VV'],
  ['#å?', ''],
])('%j is read as %j', (typed, code) => {
  expect(codeIn(typed)).toBe(code)
})
