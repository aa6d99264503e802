import fc from 'fast-check'
import { noon, people } from '#test/world.ts'
import type { Observer } from './client.ts'
import {
  arrange,
  type County,
  type Family,
  type Guardian,
  type Happening,
  handTheDevice,
  type Part,
  usePaper,
} from './county.ts'
import { aroundFamily } from './happens-family.ts'
import { inside } from './happens-inside.ts'
import { aroundPlan } from './happens-plan.ts'
import { where } from './happens-where.ts'

export const happenings: Readonly<Record<string, Happening>> = {
  ...inside,
  ...aroundFamily,
  ...aroundPlan,
  ...where,
}
const names = Object.keys(happenings)
const beginning = 'the matter opens'
/** What everybody may know hides nothing. */
export const secrets = names.filter((name) => name !== 'Lisa is protected')

/** A county, one thing in it that the observer must not notice, and who looks. */
export type World = { county: County; secret: string; observer: Observer }

const some = <T>(of: readonly T[]) => fc.subarray([...of])
const part = fc.constantFrom<Part[]>('none', 'own', 'whole', 'former')
const anyCounty: fc.Arbitrary<County> = fc.record({
  petra: fc.constantFrom('none', 'ordinary', 'work'),
  stigWorks: fc.boolean(),
  parts: fc.record({ ali: part, sofia: part, ingrid: part }),
  told: some<Family>(['sara', 'jonas', 'lisaSelf']),
  barred: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: some<Guardian>(['sara', 'jonas']) },
  ),
  has: some(names.filter((name) => name !== beginning)),
})

export const happeningOf = (name: string): Happening => {
  const found = happenings[name]
  if (!found) throw new Error(`nothing is called "${name}"`)
  return found
}
const needsOf = (name: string): string[] =>
  (happeningOf(name).needs ?? []).flatMap((needed) => [...needsOf(needed), needed])

/** Most leaks would be to those who are close to the child. */
const close: Observer[] = ['jonas', 'sara', 'lisaSelf', 'petra', 'ali', 'sofia', 'ingrid']
const anyObserver = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...close) },
  { weight: 1, arbitrary: fc.constantFrom<Observer[]>('nobody', ...people) },
)

/** The county with what the secret needs, if it can happen there at all. */
export const worldOf = (secret: string, county: County, observer: Observer): World | undefined =>
  isPossible(secret, county)
    ? { secret, observer, county: { ...county, has: around(secret, county) } }
    : undefined

/** Random counties in which the secret can happen, with somebody who must not notice it. */
export const worldsWith = (secret: string): fc.Arbitrary<World> =>
  fc
    .record({ county: anyCounty, observer: anyObserver })
    .map(({ county, observer }) => ({ secret, observer, county: { ...county, has: around(secret, county) } }))
    .filter(
      ({ county, observer }) =>
        isPossible(secret, county) && !happeningOf(secret).noticedBy(observer, county),
    )

const isPossible = (name: string, county: County) =>
  [name, ...needsOf(name)].every((each) => happeningOf(each).fits?.(county) ?? true)

/** Everything else that has happened: what goes with the secret and does not rest on it, each after what it needs. */
function around(secret: string, county: County): string[] {
  const wanted = new Set([...county.has.flatMap((name) => [...needsOf(name), name]), ...needsOf(secret)])
  const kept: string[] = []
  for (const name of names) {
    const { early, excludes = [] } = happeningOf(name)
    if (!wanted.has(name) || name === secret || name === beginning || needsOf(name).includes(secret)) continue
    if (secret === beginning && !early) continue
    if (!isPossible(name, county)) continue
    if (needsOf(name).some((needed) => !kept.includes(needed))) continue
    const rivals = [secret, ...needsOf(secret), ...kept].filter((rival) => rival !== name)
    if (rivals.some((rival) => excludes.includes(rival) || happeningOf(rival).excludes?.includes(name)))
      continue
    kept.push(name)
  }
  return kept
}

/** Makes the county, with the secret or without it. */
export async function make({ county, secret, observer }: World, withSecret: boolean): Promise<void> {
  await arrange(county, secret !== beginning)
  for (const name of county.has) await happeningOf(name).happens(county)
  const hidden = happeningOf(secret)
  await (withSecret ? hidden.happens(county) : hidden.instead?.(county))
  if (observer === 'lisaBeside') await handTheDevice()
  if (observer === 'homePaper' || observer === 'ownPaper') await usePaper(observer, noon)
}
