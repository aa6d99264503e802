import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { as, lisa, type Person, people, routes } from '#test/world.ts'
import { anyFacts, anyMovedFacts, arrange, counties, type Facts, seed } from './facts.ts'
import { arrangeItems, idsIn, missing, pagesOfItems, withoutItems } from './items.ts'
import { needsMore, opens } from './opens.ts'
import { placeOf } from './oracle.ts'

const letterOf = (facts: Facts, who: Person): string => {
  const place = placeOf(facts, who)
  if (place === 'family') return who === 'lisaSelf' ? 'h' : 'f'
  if (place === 'carries') return who === 'petra' ? 'c' : 'b'
  return {
    carries: 'b',
    'took over': '-',
    kept: 'p',
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

/** Triples of somebody, an act and a thing that were compared. */
const compared = { addresses: 0, items: 0 }
afterAll(() => {
  const { addresses, items } = compared
  console.log(
    `${addresses + items} (person, act, item) through HTTP, ${items} of them with the id of a thing`,
  )
})

type Found = 'open' | 'hidden' | 'sign in'
const foundIn = (answer: Response): Found =>
  answer.status === 404 ? 'hidden' : isSignIn(answer) ? 'sign in' : 'open'
const hasLeft = (facts: Facts, who: Person) => facts.left.some((staff) => staff === who)

describe('the application, against an oracle that was written apart', () => {
  it('has an answer of the oracle for every address', () => {
    const names = asked
      .map(({ method, pattern }) => `${method} ${pattern}`)
      .filter((name) => !needsMore.has(name))
    expect(names.sort()).toEqual(Object.keys(opens).sort())
  })

  it(`opens for the right people in ${runs} random counties`, { timeout: 3_600_000 }, async () => {
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
            const expected = hasLeft(facts, who)
              ? 'sign in'
              : may.includes(letterOf(facts, who))
                ? 'open'
                : 'hidden'
            const found = foundIn(answer)
            compared.addresses++
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

  it('has an answer of the oracle for the page of every thing', () => {
    const pages = routes.filter(({ method, pattern }) => method === 'GET' && /:childId\/.*:/.test(pattern))
    const answered = [...Object.keys(pagesOfItems), ...withoutItems]
    expect(answered.sort()).toEqual(pages.map(({ pattern }) => pattern).sort())
  })

  it(`opens each thing for the right people in ${runs} random counties`, { timeout: 3_600_000 }, async () => {
    const tried = new Set<string>()
    await fc.assert(
      fc.asyncProperty(openCounty, async (facts) => {
        await arrange(facts)
        await arrangeItems()
        for (const [pattern, mayOpen] of Object.entries(pagesOfItems))
          for (const item of await idsIn(pattern)) {
            if (item !== missing) tried.add(pattern)
            for (const who of people) {
              const path = pattern.replace(':childId', lisa).replace(/:\w+/, item)
              const answer = await as(who).get(path)
              await answer.text()
              const opens = item !== missing && mayOpen(facts, who, item)
              const expected = hasLeft(facts, who) ? 'sign in' : opens ? 'open' : 'hidden'
              compared.items++
              expect([who, placeOf(facts, who), pattern, item, foundIn(answer)]).toEqual([
                who,
                placeOf(facts, who),
                pattern,
                item,
                expected,
              ])
            }
          }
      }),
      // Consents and grants are there in most counties, and at least once in these.
      { seed, numRuns: runs, endOnFailure: true, examples: [[everybodyIn]] },
    )
    expect([...tried].sort()).toEqual(Object.keys(pagesOfItems).sort())
  })
})

const everybodyIn: Facts = {
  matterOpen: true,
  working: ['petra'],
  ordinary: ['maja'],
  told: ['sara', 'jonas', 'lisaSelf'],
  barredWholly: [],
  barredAction: ['jonas'],
  parties: {
    sofia: { consent: 'yes', part: 'whole', assigned: true },
    ali: { consent: 'yes', part: 'own', assigned: true },
    ingrid: { consent: 'yes', part: 'own', assigned: true },
  },
  left: [],
  daysLater: 0,
}

describe('what a unit has written, when the matter has moved', () => {
  it(`opens for those there who work with the child, in ${runs} random counties`, {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyMovedFacts, async (facts) => {
        await arrange(facts)
        for (const who of people.filter((one) => !facts.left.some((staff) => staff === one))) {
          const answer = await as(who).get(paths.handover.kept.to({ childId: lisa }))
          await answer.text()
          const expected = placeOf(facts, who) === 'kept' ? 200 : 404
          expect([who, placeOf(facts, who), answer.status]).toEqual([who, placeOf(facts, who), expected])
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
