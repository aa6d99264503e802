import type { Address } from './addresses.ts'
import { everyAddress, searches } from './addresses.ts'
import { clientOn, depsWith } from './client.ts'
import { happeningOf, make, type World } from './worlds.ts'

/**
 * All that may differ between two answers to the same request: nothing. The request id, the id of a form and the
 * clock are the same in both worlds, there is no nonce and no CSRF token, and the cookie is the observer's own.
 */
const normalised: readonly { what: string; pattern: RegExp }[] = []

const ask = clientOn(depsWith())

async function answerTo({ method, path: page, search }: Address, who: World['observer']): Promise<string> {
  const name = `${method} ${page} ${search ?? ''}`
  const path = search ? await searched(page, search, who) : page
  const answer = await ask({ name, who, path, form: method === 'POST' ? {} : undefined })
  const body = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).sort()
  const text = [answer.status, ...headers, '', body].join('\n')
  return normalised.reduce((found, { pattern }) => found.replaceAll(pattern, ''), text)
}

/** Where a search leads; the name stands sealed in it, and with other bytes each time. */
async function searched(path: string, search: string, who: World['observer']): Promise<string> {
  const sent = await ask({ name: `search ${search}`, who, path, form: { q: search } })
  return sent.headers.get('location') ?? path
}

const atOnce = 4

/** Reads every page, some at a time; then sends every form empty, one after another. */
async function crawl(who: World['observer'], addresses: readonly Address[]): Promise<string[]> {
  const answers: string[] = []
  const reads = addresses.filter(({ method, search }) => method === 'GET' && !search)
  const waiting = [...reads.entries()]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop())
        answers[next[0]] = await answerTo(next[1], who)
    }),
  )
  for (const address of addresses.slice(reads.length)) answers.push(await answerTo(address, who))
  return answers
}

export type Leak = { observer: string; secret: string; address: string; lines: readonly string[] }
export const seen = { worlds: 0, requests: 0 }

/**
 * What the observer could learn from: answers that are not the same with the secret as without it. `at`: only there;
 * without `forms` every page is read and no form is sent.
 */
export async function leaks(world: World, { at, forms = true }: { at?: RegExp; forms?: boolean } = {}) {
  await make(world, true)
  const { openAt } = happeningOf(world.secret)
  const sent = forms ? await everyAddress('POST') : []
  const every = [...(await everyAddress('GET')), ...searches, ...sent]
  const addresses = every.filter(({ path }) => !openAt?.test(path) && (!at || at.test(path)))
  const withSecret = await crawl(world.observer, addresses)
  await make(world, false)
  const without = await crawl(world.observer, addresses)
  seen.worlds++
  seen.requests += 2 * addresses.length
  return addresses.flatMap(({ method, path }, place): Leak[] => {
    const lines = differing(withSecret[place] ?? '', without[place] ?? '')
    if (lines.length === 0) return []
    return [{ observer: world.observer, secret: world.secret, address: `${method} ${path}`, lines }]
  })
}

/** The lines that only one of them has. */
function differing(one: string, other: string): string[] {
  if (one === other) return []
  const [a, b] = [linesOf(one), linesOf(other)]
  const only = (mark: string, these: string[], those: string[]) =>
    these.filter((line) => !those.includes(line)).map((line) => `${mark} ${line.slice(0, 300)}`)
  const found = [...only('with:   ', a, b), ...only('without:', b, a)]
  return found.length > 0 ? found.slice(0, 12) : ['the same lines in another order, or more of them']
}
const linesOf = (text: string) => text.replaceAll('><', '>\n<').split('\n')
