import { expect, it } from 'vitest'
import { readQuery } from './query.ts'

const all = { start: 1, count: 100 }

it.each([
  [{}, all],
  [
    { startIndex: '3', count: '10' },
    { start: 3, count: 10 },
  ],
  [
    { startIndex: '0', count: '0' },
    { start: 1, count: 0 },
  ],
  [
    { startIndex: '-7', count: '-7' },
    { start: 1, count: 0 },
  ],
  [{ count: '200' }, { start: 1, count: 200 }],
  [{ count: '123456789' }, { start: 1, count: 200 }],
  [{ filter: 'userName eq "nina"' }, { ...all, userName: 'nina' }],
  [{ filter: '  USERNAME  EQ  "a b"  ' }, { ...all, userName: 'a b' }],
  [{ filter: 'externalId eq "b\\"1\\u00e5\\\\"' }, { ...all, externalId: 'b"1å\\' }],
  [
    { filter: 'externalId eq ""', count: '5' },
    { start: 1, count: 5, externalId: '' },
  ],
])('%o asks for %o', (asked, value) => {
  expect(readQuery(asked)).toEqual({ ok: true, value })
})

it.each([
  '',
  'title eq "x"',
  'userName co "n"',
  'userName eq nina',
  'userName eq "a" or 1 eq 1',
  'not userName eq "a"',
  'userNameeq "a"',
  'userName eq"a"',
  'userName eq "a"b"',
  'userName eq "a\\x"',
  'userName eq "\\u12"',
  'userName eq "\\uxyzw"',
])('a filter that is not taken: %s', (filter) => {
  const detail = 'Det går att söka med userName eq "…" och externalId eq "…"'
  expect(readQuery({ filter })).toEqual({
    ok: false,
    error: { kind: 'invalid', type: 'invalidFilter', detail },
  })
})

it.each([
  { startIndex: 'x' },
  { count: '1.5' },
  { count: '' },
  { count: 'x1' },
  { startIndex: '1234567890' },
])('%o is no page', (asked) => {
  const detail = 'startIndex och count är heltal'
  expect(readQuery(asked)).toEqual({ ok: false, error: { kind: 'invalid', type: 'invalidValue', detail } })
})
