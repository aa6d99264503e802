import { expect, it } from 'vitest'
import { saysItsOwn } from '#test/words.ts'
import { afterSupport, supportEndNames, supportEnds } from './support.ts'

it.each([
  ['need_met', { othersGoOn: false, hasPlan: false, decides: true }, 'close'],
  ['need_met', { othersGoOn: false, hasPlan: false, decides: false }, 'analyse'],
  ['need_met', { othersGoOn: true, hasPlan: false, decides: true }, 'stay'],
  ['need_met', { othersGoOn: false, hasPlan: true, decides: true }, 'stay'],
  ['other_way', { othersGoOn: false, hasPlan: false, decides: true }, 'analyse'],
  ['moved', { othersGoOn: false, hasPlan: false, decides: true }, 'analyse'],
  ['other', { othersGoOn: true, hasPlan: true, decides: true }, 'stay'],
] as const)('a support ended because of %s, %o: %s', (because, around, next) => {
  expect(afterSupport(because, around)).toBe(next)
})

it('every end has words of its own', () => {
  saysItsOwn(supportEnds.map((end) => supportEndNames[end]))
  expect(supportEnds).toHaveLength(4)
})
