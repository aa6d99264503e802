import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { as, lisa, type Person, people, routes } from '#test/world.ts'
import { anyFacts, arrange, type Facts } from './facts.ts'
import { placeOf } from './oracle.ts'

// Whom each address opens for, said once more by hand: c carries the matter, w takes part wholly, o in its own part,
// k knows the child from every day, f guardian, h the child itself, s family that is not told or must not know.
const opens: Readonly<Record<string, string>> = {
  'GET /barn/:childId': 'cwokfhs',
  'GET /barn/:childId/uppmarksamma': 'cwokfhs',
  'POST /barn/:childId/uppmarksamma': 'cwokfhs',
  'GET /barn/:childId/familjen': 'c',
  'POST /barn/:childId/familjen': 'c',
  'GET /barn/:childId/familjen/sparr': 'c',
  'POST /barn/:childId/familjen/sparr': 'c',
  'GET /barn/:childId/familjen/viktig-vuxen': 'c',
  'POST /barn/:childId/familjen/viktig-vuxen': 'c',
  'GET /barn/:childId/tidslinje': 'cwfh',
  'GET /barn/:childId/samla': 'c',
  'POST /barn/:childId/samla': 'c',
  'GET /barn/:childId/hjulet': 'cwofh',
  'GET /barn/:childId/hjulet/ny': 'cfh',
  'POST /barn/:childId/hjulet/ny': 'cfh',
  'GET /barn/:childId/kollega': 'c',
  'POST /barn/:childId/kollega': 'c',
  'GET /barn/:childId/anteckningar': 'c',
  'POST /barn/:childId/anteckningar': 'c',
  'GET /barn/:childId/fragor/ny': 'c',
  'POST /barn/:childId/fragor/ny': 'c',
  'GET /barn/:childId/analys': 'c',
  'POST /barn/:childId/analys': 'c',
  'GET /barn/:childId/stod/nytt': 'c',
  'POST /barn/:childId/stod/nytt': 'c',
  'GET /barn/:childId/overlamna': 'c',
  'POST /barn/:childId/overlamna': 'c',
  'GET /barn/:childId/avsluta': 'c',
  'POST /barn/:childId/avsluta': 'c',
  'GET /barn/:childId/samtycke/nytt': 'c',
  'POST /barn/:childId/samtycke/nytt': 'c',
  'GET /barn/:childId/samtycke': 'cfh',
  'GET /barn/:childId/visa': 'c',
  'POST /barn/:childId/visa': 'c',
  'GET /barn/:childId/vem-ser': 'cfh',
  'GET /barn/:childId/plan/ny': 'c',
  'POST /barn/:childId/plan/ny': 'c',
  'GET /barn/:childId/plan/mal/nytt': 'c',
  'POST /barn/:childId/plan/mal/nytt': 'c',
  'GET /barn/:childId/plan/insatser/ny': 'c',
  'POST /barn/:childId/plan/insatser/ny': 'c',
  'GET /barn/:childId/plan/kontakter': 'c',
  'POST /barn/:childId/plan/kontakter': 'c',
  'GET /barn/:childId/plan/mer': 'c',
  'POST /barn/:childId/plan/mer': 'c',
  'GET /barn/:childId/plan/parter': 'cwfh',
  'POST /barn/:childId/plan/parter': 'cf',
  'GET /barn/:childId/plan/samverkansansvarig': 'cw',
  'POST /barn/:childId/plan/samverkansansvarig': 'cw',
  'GET /barn/:childId/plan': 'cwofh',
  'GET /barn/:childId/min-plan': 'cwfh',
  'POST /barn/:childId/min-plan': 'h',
  'GET /barn/:childId/plan/versioner': 'cwofh',
  'GET /barn/:childId/plan/utskrift': 'cwofh',
  'GET /barn/:childId/plan/samsyn': 'cwofh',
  'POST /barn/:childId/plan/samsyn': 'cwofh',
  'GET /barn/:childId/plan/uppfoljning': 'cfh',
  'POST /barn/:childId/plan/uppfoljning': 'c',
  'GET /barn/:childId/plan/avsluta': 'cf',
  'POST /barn/:childId/plan/avsluta': 'cf',
  'GET /barn/:childId/mote/nytt': 'c',
  'POST /barn/:childId/mote/nytt': 'c',
}

/** Open only while something waits for the one who asks, or with something named in the form. */
const needsMore = new Set([
  'POST /barn/:childId/kollega/klar',
  'GET /barn/:childId/berattat',
  'POST /barn/:childId/berattat',
])

const letterOf = (facts: Facts, who: Person): string => {
  const place = placeOf(facts, who)
  if (place === 'family') return who === 'lisaSelf' ? 'h' : 'f'
  return { carries: 'c', whole: 'w', own: 'o', knows: 'k', 'silent-family': 's', stranger: '-' }[place]
}

const asked = routes.filter(
  ({ pattern }) => pattern.includes(':childId') && !pattern.replace(':childId', '').includes(':'),
)
const runs = Math.ceil(Number(process.env['ORACLE_WORLDS'] ?? 40) / 10)

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
      { seed: 20261124, numRuns: runs, endOnFailure: true },
    )
  })
})

/** Something is open: a county where nothing happens has nothing to tell apart. */
const openCounty = anyFacts.map((facts) => ({ ...facts, matterOpen: true }))

const isSignIn = (answer: Response) =>
  answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/logga-in')
