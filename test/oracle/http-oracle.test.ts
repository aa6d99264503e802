import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { as, lisa, type Person, people, routes } from '#test/world.ts'
import { anyFacts, arrange, counties, type Facts, seed } from './facts.ts'
import { needsMore, opens } from './opens.ts'
import { placeOf } from './oracle.ts'

const letterOf = (facts: Facts, who: Person): string => {
  const place = placeOf(facts, who)
  if (place === 'family') return who === 'lisaSelf' ? 'h' : 'f'
  if (place === 'carries') return who === 'petra' ? 'c' : 'b'
  return {
    carries: 'b',
    'took over': '-',
    kept: '-',
    whole: 'w',
    own: 'o',
    knows: 'k',
    'silent-family': 's',
    stranger: '-',
  }[place]
}

const asked = routes.filter(
  ({ pattern }) => pattern.includes(':childId') && !pattern.replace(':childId', '').includes(':'),
)
const runs = Math.ceil(counties / 10)

describe('the application, against an oracle that was written apart', () => {
  it('has an answer of the oracle for every address', () => {
    const names = asked
      .map(({ method, pattern }) => `${method} ${pattern}`)
      .filter((name) => !needsMore.has(name))
    expect(names.sort()).toEqual(Object.keys(opens).sort())
  })

  it(`opens for the right people in ${runs} random counties`, { timeout: 900_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(openCounty, async (facts) => {
        await arrange(facts)
        for (const { method, pattern } of asked) {
          const may = opens[`${method} ${pattern}`]
          if (may === undefined) continue
          for (const who of people) {
            const address = pattern.replace(':childId', lisa)
            const answer = method === 'GET' ? await as(who).get(address) : await as(who).post(address)
            await answer.text()
            // What one may do is done: the county is made anew.
            if (method === 'POST' && answer.status === 303 && !isSignIn(answer)) await arrange(facts)
            const gone = facts.left.some((staff) => staff === who)
            const expected = gone ? 'sign in' : may.includes(letterOf(facts, who)) ? 'open' : 'hidden'
            const found = answer.status === 404 ? 'hidden' : isSignIn(answer) ? 'sign in' : 'open'
            expect([who, letterOf(facts, who), method, pattern, found]).toEqual([
              who,
              letterOf(facts, who),
              method,
              pattern,
              expected,
            ])
            expect([pattern, answer.status < 500]).toEqual([pattern, true])
          }
        }
      }),
      { seed, numRuns: runs, endOnFailure: true },
    )
  })
})

/** Something is open: a county where nothing happens has nothing to tell apart. */
const openCounty = anyFacts.map((facts) => ({ ...facts, matterOpen: true }))

const isSignIn = (answer: Response) =>
  answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/logga-in')
