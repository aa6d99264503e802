import type { Day } from '#shared/dates.ts'
import type { Unit, Worker } from './county.ts'
import { later, type Matter, type Simulation } from './simulation.ts'

export const isEmployed = ({ from, last }: Worker, on: Day) =>
  from <= on && (last === undefined || last >= on)

/** At work today: employed, well, and somewhere that is open. */
export const isThere = ({ today }: Simulation, worker: Worker) =>
  isEmployed(worker, today) &&
  !(worker.sickTo && worker.sickTo >= today) &&
  !(worker.unit.shutTo && worker.unit.shutTo >= today) &&
  !(isSchool(worker.unit) && isSummer(today))

const isSchool = ({ kind }: Unit) => kind === 'compulsory_school' || kind === 'upper_secondary_school'

/** Ten weeks without school. */
const isSummer = (on: Day) => on.slice(5) >= '06-12' && on.slice(5) <= '08-20'

/** Whoever carries a matter as everybody in the county would say it: read here apart from the program. */
export const carrierOf = ({ today }: Simulation, { lead, unit }: Matter): Worker | undefined =>
  [lead, unit.holder, unit.standIn, ...unit.authority.fallbacks].find((one) => one && isEmployed(one, today))

/** Done by whoever carries the matter, some day when they are at work. */
export async function byCarrier(
  sim: Simulation,
  matter: Matter,
  again: () => Promise<void>,
  act: (who: Worker) => Promise<boolean>,
): Promise<boolean> {
  if (matter.closed) return false
  const who = carrierOf(sim, matter)
  const done = who !== undefined && isThere(sim, who) && (await act(who))
  if (!done) later(sim, 3 + sim.chance.below(8), again)
  return done
}
