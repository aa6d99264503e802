import { expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import { closingNames, closings, turnSentence } from './matter.ts'

it('every way to end has words of its own', () => {
  saysItsOwn(closings.map((closing) => closingNames[closing]))
  expect(closings).toHaveLength(6)
})

const lead = { name: 'Maja Lind', unitName: 'Furuskolan' }

it('says who is responsible, also while somebody else has been asked', () => {
  expect(turnSentence({ lead, asked: undefined })).toBe('Maja Lind på Furuskolan är Barnets bästa-ansvarig.')
  expect(turnSentence({ lead, asked: { unitName: 'Granskolan', since: '2026-11-24' } })).toMatch(
    /^Maja Lind på Furuskolan är Barnets bästa-ansvarig\. Granskolan .*24 november\. Maja Lind har ansvaret/,
  )
})
