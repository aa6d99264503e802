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
  const asked = { unitName: 'Granskolan', since: '2026-11-24', waitsLong: false } as const
  const now = 'Maja Lind på Furuskolan är Barnets bästa-ansvarig.'
  const until = 'Maja Lind har ansvaret tills de har svarat.'
  expect(turnSentence({ lead, asked: { ...asked, kind: 'whole' } })).toBe(
    `${now} Granskolan har fått frågan om att ta över, den 24 november. ${until}`,
  )
  expect(turnSentence({ lead, asked: { ...asked, kind: 'next_lead', waitsLong: true } })).toBe(
    `${now} Granskolan har fått frågan om att bli nästa Barnets bästa-ansvarig, den 24 november. ` +
      `Ingen har svarat än, och fler hos dem har fått veta att det väntar. ${until}`,
  )
})

it.each([
  [{ name: 'Stig Ek' }, 'Stig Ek är borta just nu.'],
  [{ name: 'Stig Ek', closedUntil: '2026-12-01' }, 'Stig Ek har stängt till och med 1 december.'],
])('says who is responsible instead, and never why: %o', (insteadOf, away) => {
  expect(turnSentence({ lead: { ...lead, insteadOf }, asked: undefined })).toBe(
    `${away} Så länge är Maja Lind på Furuskolan Barnets bästa-ansvarig.`,
  )
})
