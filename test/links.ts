import { expect } from 'vitest'
import { paths } from '#shared/paths.ts'
import { as, id, lisa } from '#test/world.ts'

// Maja asks Lisa's coach, who has no login, and is given a link for him.

export const itemId = id('the question')
export const ask = paths.wheel.askAdult.to({ childId: lisa })
export const there = paths.wheel.answer.to({ childId: lisa, itemId })
export const asked = {
  submission: itemId,
  voice: 'new_adult',
  adultCalled: 'tränaren',
  adultName: 'Kalle Boll',
  area: 'relationships',
  question: 'Hur har hon det <i laget>?',
  named: 'ja',
  dueOn: '2026-12-01',
  basis: 'consent',
  yes: 'Sara och Jonas, den 20 november',
  why: 'De träffas varje vecka.',
  confirmed: 'ja',
}
export const onRule = {
  ...asked,
  basis: 'ground',
  ground: 'ej_men',
  necessary: 'Hen ser henne med vänner.',
  relevant: 'Det gäller vännerna.',
  proportionate: 'Det är en fråga.',
}

/** The link as it stands on Maja's page. */
export async function linkOf(): Promise<string> {
  const page = await (await as('maja').get(there)).text()
  return /http:\/\/localhost(\/svara\/[\w-]{43})/.exec(page)?.[1] ?? ''
}

export async function sends(form: object = {}): Promise<string> {
  expect((await as('maja').post(ask, { ...asked, ...form })).status).toBe(303)
  return linkOf()
}
