import { expect, it } from 'vitest'
import { answerBody, askerText, letterBody, linkDays } from './link.ts'

it.each([
  ['Petra Ek', 'Petra', 'Furuskolan', 'Petra Ek, Furuskolan'],
  ['Petra Ek', 'Petra', undefined, 'Petra Ek'],
  ['Skyddad person', undefined, 'Furuskolan', 'Furuskolan'],
  ['Skyddad person', undefined, undefined, ''],
])('%s, known as %s, at %s: asks as %j', (name, givenName, acting, text) => {
  expect(askerText({ name, givenName, acting })).toBe(text)
})

it('a link is open a week unless another day is chosen, and never more than a month', () => {
  expect(linkDays).toEqual({ usual: 7, most: 30 })
})

it.each([
  [{ answer: 'answered', working: 'Hen läser', challenging: 'Raster' }, true],
  [{ answer: 'cannot_answer' }, true],
  [{ answer: 'maybe' }, false],
  [{ working: 'Hen läser' }, false],
])('an answer is one, or that there is none to give: %j, %s', (body, is) => {
  expect(answerBody.safeParse(body).success).toBe(is)
})

it('a letter has all that is needed to answer it; the child is named only when it was chosen', () => {
  const { unit, ...rest } = {
    question: 'Hur?',
    asks: 'Petra',
    unit: 'Lillåskolan',
    until: '2026-12-01',
    key: 'k',
  }
  const parts = [{ ...rest, unit }, { ...rest, unit, child: 'Lisa' }, rest, { unit }]
  expect(parts.map((body) => letterBody.safeParse(body).success)).toEqual([true, true, false, false])
})
