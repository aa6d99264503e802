import { expect, it } from 'vitest'
import { carriers, carriersNow, whoMay } from '#test/standings.ts'
import {
  mayAnswer,
  mayAsk,
  mayEnd,
  mayLetIn,
  mayNote,
  mayOpen,
  maySeeConsents,
  maySeeReceipts,
} from './consent-policy.ts'

const family = ['guardian', 'guardian without a part', 'child'] as const

it.each([
  ['asks', mayAsk, carriersNow],
  ['notes what was said on the telephone', mayNote, carriersNow],
  ['lets a unit in', mayLetIn, carriersNow],
  ['ends its part', mayEnd, carriersNow],
  ['opens what was said', mayOpen, carriersNow],
  ['says yes or no', mayAnswer, family],
  ['sees the consents', maySeeConsents, [...carriers, ...family]],
  ['sees who sees', maySeeReceipts, [...carriers, ...family]],
] as const)('%s', (_, rule, who) => {
  expect(whoMay(rule)).toEqual(who)
})
