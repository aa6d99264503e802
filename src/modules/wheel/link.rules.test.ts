import { expect, it } from 'vitest'
import { askerText, linkDays } from './link.ts'

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
