import { municipalities } from '#modules/knowledge'
import { addDays } from '#shared/dates.ts'
import { lookThrough, moveOut, notice } from './matters.ts'
import { anyChild, bear, grow } from './population.ts'
import type { Simulation } from './simulation.ts'
import { lookAfter, stop, tryToRead } from './staff.ts'

/** How much there is of everything, for each child, worker or unit in a year. */
const yearly = {
  births: 1 / 18,
  moves: 0.05,
  movesOut: 0.01,
  strikes: 0.5,
  illness: 1.2,
  leaving: 0.15,
} as const
const unborn = { share: 0.05, days: 60 } as const

/** `share`: how many of all children ever get an open matter. */
export type Size = { children: number; share: number }

const daily = (perYear: number, among: number) => (perYear * among) / 365

/** What nobody decides: births and moves, illness and strikes, those who leave, and what is noticed about a child. */
export async function happen(sim: Simulation, size: Size): Promise<void> {
  happenToFamilies(sim, size)
  happenAtWork(sim)
  const { chance, population, today } = sim
  for (const matter of [...sim.matters.values()])
    if (chance.happens(daily(yearly.movesOut, 1))) await moveOut(sim, matter)
  const workers = sim.county.units.flatMap((unit) => unit.workers)
  for (let left = chance.times(daily(yearly.leaving, workers.length)); left > 0; left--) {
    const worker = chance.pick(workers)
    if (worker) await stop(sim, worker)
  }
  for (let left = chance.times(daily(yearly.births, size.children * size.share)); left > 0; left--) {
    const child = chance.happens(unborn.share)
      ? bear(population, addDays(today, unborn.days), chance)
      : anyChild(population, chance)
    if (child && !child.noticed) await notice(sim, child)
  }
}

function happenToFamilies({ chance, population, today, figures }: Simulation, { children }: Size) {
  grow(population, today)
  for (let left = chance.times(daily(yearly.births, children)); left > 0; left--) {
    figures.births++
    bear(population, today, chance)
  }
  for (let left = chance.times(daily(yearly.moves, children)); left > 0; left--) {
    figures.moves++
    const child = anyChild(population, chance)
    if (child) child.municipality = chance.pick(municipalities)?.code ?? child.municipality
  }
}

function happenAtWork({ chance, county, today, figures }: Simulation) {
  const { units } = county
  for (let left = chance.times(daily(yearly.strikes, units.length)); left > 0; left--) {
    const unit = chance.pick(units)
    if (unit) unit.shutTo = addDays(today, 3 + chance.below(12))
    figures.strikes++
  }
  const workers = units.flatMap((unit) => unit.workers)
  for (let left = chance.times(daily(yearly.illness, workers.length)); left > 0; left--) {
    const worker = chance.pick(workers)
    const weeks = 1 + chance.below(6)
    if (worker) worker.sickTo = addDays(today, weeks * 7)
    figures.sickWeeks += weeks
  }
}

/** Once a week everybody looks at what they have: matters that belong elsewhere now, and posts with nobody in them. */
export async function lookOver(sim: Simulation): Promise<void> {
  await lookThrough(sim)
  for (const authority of sim.county.authorities) await lookAfter(sim, authority)
  const leaver = sim.chance.pick(sim.leavers.filter(({ last }) => last !== undefined && last < sim.today))
  if (leaver) await tryToRead(sim, leaver)
}
