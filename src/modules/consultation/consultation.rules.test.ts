import { describe, expect, it } from 'vitest'
import { SealedText } from '#shared/sealed.ts'
import { whoMay } from '#test/standings.ts'
import { turnWords } from './consultation.ts'
import { mayClose, mayLink } from './consultation-policy.ts'
import { namesIn, seemsToName } from './no-name.form.ts'

const names = [
  { givenName: 'Anna-Karin', familyName: 'Ek' },
  { givenName: 'Liv', familyName: undefined },
  { givenName: 'Lucas', familyName: 'Åberg' },
]

describe('a text that shows who the child is', () => {
  it.each([
    ['Anna-Karin är ledsen', 'sure'],
    ['Karin är ledsen', 'sure'],
    ['ANNA är ledsen', 'sure'],
    ['Lucas pappa', 'sure'],
    ['Li\u00adv sover inte', 'sure'],
    ['hela mitt liv', 'perhaps'],
    ['Familjen Åberg', 'perhaps'],
    ['en ek på rasten', undefined],
    ['En flicka på tio år som är trött', undefined],
    ['Vi har provat 3 gånger, i 20 minuter', undefined],
    ['född 180314', 'perhaps'],
    ['Oliver kommer sent', undefined],
  ] as const)('%s: %s', (text, found) => {
    expect(seemsToName(text, names)).toBe(found)
  })

  it('goes when somebody has looked once more, unless it is sure', () => {
    const said = (text: string, sure: boolean) =>
      Object.keys(namesIn(new SealedText(text), sure, names) ?? {})
    expect([said('Familjen Åberg', false), said('Familjen Åberg', true)]).toEqual([['sure'], []])
    expect([said('Lucas är trött', false), said('Lucas är trött', true)]).toEqual([['words'], ['words']])
    expect(said('20170101-2393', true)).toEqual(['words'])
  })
})

it.each([
  ['asked', true, 'Väntar på dem'],
  ['asked', false, 'Väntar på er'],
  ['answered', true, 'Väntar på er'],
  ['answered', false, 'Väntar på dem'],
  ['closed', true, 'Stängd'],
] as const)('%s, ours: %s: %s', (turn, ours, words) => {
  expect(turnWords({ turn, ours })).toBe(words)
})

it('is ended by the side that asked, and tied to a child by those who know the child in their own work', () => {
  expect([mayClose({ ours: true }), mayClose({ ours: false })]).toEqual([true, false])
  expect(whoMay(mayLink)).toEqual([
    'bba',
    'stand-in',
    'colleague with the work',
    'bba afterwards',
    'teacher',
    'bba of the unit next door',
  ])
})
