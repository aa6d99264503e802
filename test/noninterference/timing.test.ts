import { describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { id, lisa, unknownChild, world } from '#test/world.ts'
import { clientOn, depsWith, type Form, type Observer } from './client.ts'
import { say } from './rows.ts'

// Does the time of an answer tell what its words do not? Two thousand of each, mixed: run by `npm run test:deep`.
const requests = Number(process.env['TIMING_REQUESTS'] ?? 0)
const most = 0.55

const ask = clientOn(depsWith())
type Pair = { what: string; who: Observer; hidden: string; unknown: string; form?: Form }

const confidence = (item: string) => paths.wheel.changeStatement.to({ childId: lisa, itemId: item })
const pairs: readonly Pair[] = [
  {
    what: 'a child of another school',
    who: 'eva',
    hidden: paths.child.to({ childId: lisa }),
    unknown: paths.child.to({ childId: unknownChild }),
  },
  {
    what: 'the plan of a child one knows the name of',
    who: 'karin',
    hidden: paths.plan.show.to({ childId: lisa }),
    unknown: paths.plan.show.to({ childId: unknownChild }),
  },
  {
    what: 'what a child told another',
    who: 'maja',
    hidden: confidence(id('confidence')),
    unknown: confidence(id('nothing at all')),
  },
  {
    what: 'a form about a child of another school',
    who: 'eva',
    hidden: paths.wheel.notes.to({ childId: lisa }),
    unknown: paths.wheel.notes.to({ childId: unknownChild }),
    form: { text: 'Ringde mamma.' },
  },
]

async function timeOf(pair: Pair, which: 'hidden' | 'unknown', turn: number): Promise<number> {
  const begins = performance.now()
  const name = `${pair.what} ${which} ${turn}`
  const answer = await ask({ name, who: pair.who, path: pair[which], form: pair.form })
  const ends = performance.now()
  expect(answer.status).toBe(404)
  await answer.arrayBuffer()
  return ends - begins
}

/** How often one drawn from the first took longer than one drawn from the second; a half when nobody can tell. */
function auc(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((time) => ({ time, mine: true })),
    ...second.map((time) => ({ time, mine: false })),
  ]
  all.sort((a, b) => a.time - b.time)
  const ranks = all.reduce((sum, { mine }, place) => sum + (mine ? place + 1 : 0), 0)
  return (ranks - (first.length * (first.length + 1)) / 2) / (first.length * second.length)
}

describe.runIf(requests > 0)('nobody can tell by the time whether there is something hidden', () => {
  it.for(pairs.map(({ what }) => what))('%s', { timeout: 900_000 }, async (what) => {
    const [pair] = pairs.filter((one) => one.what === what)
    if (!pair) throw new Error(what)
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
    await lisasPlan()
    await say({
      name: 'confidence',
      by: 'petra',
      readers: 'told',
      voice: 'child',
      speaker: 'lisaSelf',
      words: 'Mormor',
    })
    const times = { hidden: [] as number[], unknown: [] as number[] }
    for (let turn = -100; turn < requests; turn++) {
      const order = turn % 2 === 0 ? (['hidden', 'unknown'] as const) : (['unknown', 'hidden'] as const)
      for (const which of order) {
        const time = await timeOf(pair, which, turn)
        if (turn >= 0) times[which].push(time)
      }
    }
    const told = auc(times.hidden, times.unknown)
    console.log(`${what}: AUC ${told.toFixed(3)}, ${requests} requests each`)
    expect(Math.max(told, 1 - told)).toBeLessThanOrEqual(most)
  })
})

describe('the classifier', () => {
  it('tells what differs, and does not tell what does not', () => {
    const times = Array.from({ length: 100 }, (_, place) => place)
    expect(
      auc(
        times,
        times.map((time) => time + 1000),
      ),
    ).toBe(0)
    expect(
      auc(
        times.map((time) => time + 0.5),
        times,
      ),
    ).toBeCloseTo(0.5, 1)
  })
})
