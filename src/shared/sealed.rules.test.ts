import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { bodyAsText, SealedText, sealedText } from './sealed.ts'

const secret = new SealedText('Lisa sover dåligt')

it.each([
  ['in a sentence', `${secret}`],
  ['joined with others', [secret].join()],
  ['as JSON', JSON.stringify({ secret })],
  ['in a log', inspect({ secret }, { showHidden: true, depth: 9 })],
  ['in a title', String(secret)],
])('sealed text prints as a mark %s', (_, printed) => {
  expect(printed).toContain('[förseglad text]')
  expect(printed).not.toContain('sover')
})

it('is told only when asked', () => {
  expect(secret.reveal()).toBe('Lisa sover dåligt')
  expect(sealedText.parse('Hon läser').reveal()).toBe('Hon läser')
})

it('goes into the cipher as it is, however deep it lies', () => {
  const body = { note: secret, list: [{ what: secret, on: '2026-11-24', left: undefined }], n: 1 }
  expect(JSON.parse(bodyAsText(body))).toEqual({
    note: 'Lisa sover dåligt',
    list: [{ what: 'Lisa sover dåligt', on: '2026-11-24' }],
    n: 1,
  })
})
