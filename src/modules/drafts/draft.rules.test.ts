import { describe, expect, it } from 'vitest'
import { draftBody, isFormAddress, keepable, timeInWords, writtenTexts } from './draft.ts'

const id = '11111111-1111-4111-8111-111111111111'

describe('the address of a form', () => {
  it.each(['/uppmarksamma', `/barn/${id}/hjulet/ny`, '/a/b/c/d/e/f/g/h', '/BARN', `/${'x'.repeat(199)}`])(
    'may be %s',
    (address) => {
      expect(isFormAddress(address)).toBe(true)
    },
  )

  it.each([
    '',
    '/',
    'barn',
    '/barn/',
    '//barn',
    '/barn?vem=lisa',
    '/barn#x',
    '/barn/Lisa Holmgren',
    '/barn/åsa',
    '/barn\n',
    'https://exempel.se/barn',
    '/a/b/c/d/e/f/g/h/i',
    `/${'x'.repeat(200)}`,
  ])('is not %j', (address) => {
    expect(isFormAddress(address)).toBe(false)
  })
})

const typed = {
  engagement: 'e',
  csrf: 'Abcdef',
  forhandsvisa: 'ja',
  version: '3',
  submission: 'ny',
  what: 'Läsa ihop',
  empty: '  ',
  who: id,
  areas: ['hemmet', '', id],
}

it('what belongs to the page is not kept', () => {
  const { engagement, csrf, forhandsvisa, ...kept } = typed
  expect(keepable(typed)).toEqual(kept)
})

it('what somebody wrote is neither ids, nor empty, nor the page’s own', () => {
  expect(writtenTexts(typed)).toEqual(['Läsa ihop', 'hemmet'])
  expect(writtenTexts({ what: `se ${id}`, more: `${id} igen` })).toEqual([`se ${id}`, `${id} igen`])
})

it('what is kept is texts and lists of texts', () => {
  expect(draftBody.parse({ typed: { a: 'x', b: ['y', 'z'] } })).toEqual({ typed: { a: 'x', b: ['y', 'z'] } })
  expect(draftBody.safeParse({ typed: { a: 1 } }).success).toBe(false)
})

it.each([
  ['the same day', '2026-11-24T13:30:00Z', 'kl 14.30'],
  ['the evening before', '2026-11-23T21:05:00Z', 'måndag 23 november kl 22.05'],
])('a draft from %s is from %s', (_, saved, words) => {
  expect(timeInWords(new Date(saved), new Date('2026-11-24T20:00:00Z'))).toBe(words)
})
