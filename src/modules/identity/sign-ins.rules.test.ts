import { describe, expect, it } from 'vitest'
import { earlierSignIns, type SignIn } from './sign-ins.ts'

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 9))
/** `1 bankid, 2 freja, 5 bankid!`: the day, who vouched, and which one this is. */
const told = (text: string): SignIn[] =>
  text.split(', ').map((one) => {
    const [number, issuer = ''] = one.split(' ')
    return { at: day(Number(number)), issuer: issuer.replace('!', ''), isThis: issuer.endsWith('!') }
  })

describe('the sign-ins before this one', () => {
  it.each([
    ['the first ever', '5 bankid!', undefined, undefined],
    ['always the same way', '1 bankid, 3 bankid, 5 bankid!', 3, undefined],
    ['another way since last time', '1 bankid, 2 freja, 5 bankid!', 2, 2],
    ['the latest of several', '1 bankid, 2 freja, 3 freja, 5 bankid!', 3, 3],
    ['another way while this one is on', '1 bankid, 5 bankid!, 6 freja', 1, 6],
    ['told once', '1 bankid, 2 freja, 5 bankid, 6 bankid!', 5, undefined],
    ['two ways that both are usual', '1 bankid, 2 freja, 3 bankid, 4 freja, 5 bankid!', 4, undefined],
    ['a new way, and it is I who use it', '1 bankid, 2 bankid, 5 freja!', 2, undefined],
    ['a third way among two', '1 bankid, 2 freja, 3 bankid, 4 efos, 5 freja, 6 bankid!', 5, 4],
    ['nothing is this one', '1 bankid', undefined, undefined],
  ])('%s', (_, text, last, unusual) => {
    const dayOf = (at: Date | undefined) => at?.getUTCDate()
    for (const order of [told(text), told(text).reverse()]) {
      const found = earlierSignIns(order)
      expect([dayOf(found?.last), dayOf(found?.unusual)]).toEqual([last, unusual])
    }
  })
})
