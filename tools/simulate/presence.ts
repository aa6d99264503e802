import type { Day } from '#shared/dates.ts'
import type { Period, Unit, Worker } from './county.ts'
import { later, type Matter, type Simulation } from './simulation.ts'

export const isEmployed = ({ from, last }: Worker, on: Day) =>
  from <= on && (last === undefined || last >= on)
const covers = (on: Day) => (period: Period) => period.from <= on && on <= period.to
export const isAway = ({ away }: Worker, on: Day) => away.some(covers(on))
export const isClosed = ({ closed }: Unit, on: Day) => closed.some(covers(on))

/** At work today: employed, well, not on leave, and somewhere that is open. */
export const isThere = ({ today }: Simulation, worker: Worker) =>
  isEmployed(worker, today) &&
  !(worker.sickTo && worker.sickTo >= today) &&
  !isAway(worker, today) &&
  !(worker.unit.shutTo && worker.unit.shutTo >= today) &&
  !isClosed(worker.unit, today) &&
  !(isSchool(worker.unit) && isSummer(today))

export const isSchool = ({ kind }: Unit) => kind === 'compulsory_school' || kind === 'upper_secondary_school'

/** Ten weeks without school. */
export const summer = { from: '06-12', to: '08-20' } as const
const isSummer = (on: Day) => on.slice(5) >= summer.from && on.slice(5) <= summer.to

/**
 * Whoever carries a matter as everybody in the county would say it: read here apart from the program. Those who are written
 * in as away are passed by while somebody else is there.
 */
export function carrierOf({ today }: Simulation, { lead, unit, aside }: Matter): Worker | undefined {
  const { holder, standIn, authority } = unit
  const named = lead?.away.find(covers(today))?.standIn
  const first = named === holder || named === standIn ? named : undefined
  const near = isClosed(unit, today) ? [] : [lead, first, holder, standIn]
  const may = (one: Worker | undefined): one is Worker =>
    one !== undefined && isEmployed(one, today) && !aside.has(one)
  return (
    [...near, ...authority.fallbacks].find((one) => may(one) && !isAway(one, today)) ??
    [lead, holder, standIn, ...authority.fallbacks].find(may)
  )
}

/** Done by whoever carries the matter, some day when they are at work; from outside its wall nothing can be done. */
export async function byCarrier(
  sim: Simulation,
  matter: Matter,
  again: () => Promise<void>,
  act: (who: Worker) => Promise<boolean>,
): Promise<boolean> {
  if (matter.closed) return false
  const who = carrierOf(sim, matter)
  const mayAct = who !== undefined && isThere(sim, who) && who.unit.wall === matter.unit.wall
  const done = mayAct && (await act(who))
  if (!done) later(sim, 3 + sim.chance.below(8), again)
  return done
}
