import { municipalities } from '#modules/knowledge'
import { addDays } from '#shared/dates.ts'
import { closeForSummer, fallIll, goOnLeave, strike } from './absences.ts'
import { askForAnother, nameAnother } from './leads.ts'
import { stop, tryToRead } from './leaving.ts'
import { lookThrough, moveOut, notice } from './matters.ts'
import { anyChild, bear, grow } from './population.ts'
import { hearOf } from './registers.ts'
import type { Simulation } from './simulation.ts'
import { lookAfter } from './staff.ts'

/** How much there is of everything, for each child, open matter, worker or unit in a year. */
const yearly = {
  births: 1 / 18,
  moves: 0.05,
  schoolChanges: 0.03,
  movesOut: 0.01,
  namedByHand: 0.3,
  askedFor: 0.15,
  strikes: 0.5,
  illness: 1.2,
  leave: 1,
  leaving: 0.15,
} as const
const unborn = { share: 0.05, days: 60 } as const

/** `share`: how many of all children ever get an open matter. */
export type Size = { children: number; share: number }

/** How many children a year something is noticed about, so that in the end it is so many of all. */
export const noticedYearly = ({ children, share }: Size) => children * share * yearly.births

type Chances = Pick<Simulation, 'chance'>
const times = ({ chance }: Chances, perYear: number, among = 1) => chance.times((perYear * among) / 365)

/** What nobody decides: births and moves, illness and strikes, those who leave, and what is noticed about a child. */
export async function happen(sim: Simulation, size: Size): Promise<void> {
  happenToFamilies(sim, size)
  await happenAtWork(sim)
  for (const matter of [...sim.matters.values()]) {
    if (times(sim, yearly.movesOut)) await moveOut(sim, matter)
    if (times(sim, yearly.namedByHand)) await nameAnother(sim, matter)
    if (times(sim, yearly.askedFor)) await askForAnother(sim, matter)
  }
  for (let left = times(sim, noticedYearly(size)); left > 0; left--) {
    const { chance, population, today } = sim
    const child = chance.happens(unborn.share)
      ? bear(population, addDays(today, unborn.days), chance)
      : anyChild(population, chance)
    if (child && !child.noticed) await notice(sim, child)
  }
}

function happenToFamilies(sim: Simulation, { children }: Size) {
  const { chance, population, today, figures } = sim
  grow(population, today)
  for (let left = times(sim, yearly.births, children); left > 0; left--) {
    figures.births++
    bear(population, today, chance)
  }
  for (let left = times(sim, yearly.moves, children); left > 0; left--) {
    figures.moves++
    const child = anyChild(population, chance)
    if (child) child.municipality = chance.pick(municipalities)?.code ?? child.municipality
  }
  for (let left = times(sim, yearly.schoolChanges, children); left > 0; left--) {
    const child = anyChild(population, chance)
    if (child) child.seat++
  }
}

async function happenAtWork(sim: Simulation) {
  const { chance, county } = sim
  const workers = county.units.flatMap((unit) => unit.workers)
  const toSome = async <T>(
    list: readonly T[],
    perYear: number,
    does: (sim: Simulation, one: T) => Promise<void>,
  ) => {
    for (let left = times(sim, perYear, list.length); left > 0; left--) {
      const one = chance.pick(list)
      if (one) await does(sim, one)
    }
  }
  await toSome(county.units, yearly.strikes, strike)
  await toSome(workers, yearly.illness, fallIll)
  await toSome(workers, yearly.leave, goOnLeave)
  await toSome(workers, yearly.leaving, stop)
}

/** Once a week everybody looks at what they have: matters that belong elsewhere now, and posts with nobody in them. */
export async function lookOver(sim: Simulation): Promise<void> {
  await lookThrough(sim)
  for (const authority of sim.county.authorities) await lookAfter(sim, authority)
  for (const unit of sim.county.units) await closeForSummer(sim, unit)
  await hearOf(sim)
  const leaver = sim.chance.pick(sim.leavers.filter(({ last }) => last !== undefined && last < sim.today))
  if (leaver) await tryToRead(sim, leaver)
}
