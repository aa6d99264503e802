import { expect, it } from 'vitest'
import { ok } from '#shared/result.ts'
import { type PageOf, pagesOf, type SchoolFault } from './page.ts'

const page = (found: number[], next?: string, fault?: SchoolFault): PageOf<number> => ({ found, next, fault })
async function readAll(pages: Readonly<Record<string, PageOf<number>>>) {
  const asked: string[] = []
  const ask = async (token = 'one') => {
    asked.push(token)
    return ok(token)
  }
  const read: PageOf<number>[] = []
  for await (const each of pagesOf(ask, (token) => pages[token] ?? page([]))) read.push(each)
  return [asked, read.flatMap(({ found }) => found), read.flatMap(({ fault }) => fault ?? [])]
}

it.each<[string, Record<string, PageOf<number>>, unknown[]]>([
  ['one page', { one: page([1]) }, [['one'], [1], []]],
  ['three', { one: page([1], 'two'), two: page([2], 'three') }, [['one', 'two', 'three'], [1, 2], []]],
  ['until a fault', { one: page([1], 'two', 'wrong-form') }, [['one'], [1], ['wrong-form']]],
  [
    'the same again',
    { one: page([1], 'two'), two: page([2], 'two') },
    [['one', 'two'], [1, 2], ['never-ends']],
  ],
])('reads %s', async (_, pages, expected) => expect(await readAll(pages)).toEqual(expected))

it('leaves a register that goes round and round', async () => {
  const [asked, , faults] = await readAll({ one: page([], 'two'), two: page([], 'one') })
  expect([asked?.length, faults]).toEqual([500, ['never-ends']])
})
