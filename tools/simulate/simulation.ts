import { addDays, type Day } from '#shared/dates.ts'
import type { Trx } from '#shared/db.ts'
import type { Chance } from './chance.ts'
import type { County, Unit, Worker } from './county.ts'
import type { Figures } from './figures.ts'
import type { Instance } from './instance.ts'
import type { Child, Population } from './population.ts'
import type { Registers } from './registers.ts'

/** Everything there is just now: the county, the clock, and what is to happen later. */
export type Simulation = {
  /** Past every wall, to look and for what comes from outside. */
  admin: Trx
  instances: readonly [Instance, Instance]
  chance: Chance
  newId: () => string
  clock: { at: Date }
  today: Day
  county: County
  population: Population
  matters: Map<string, Matter>
  agenda: Map<Day, (() => Promise<void>)[]>
  leavers: Worker[]
  registers: Registers
  /** The last things that were done about each child with an open matter. */
  lately: Map<string, string[]>
  figures: Figures
}

/** An open matter as those who work with it know it. */
export type Matter = {
  childId: string
  child: Child
  unit: Unit
  lead: Worker | undefined
  /** Whoever told of it, and those in whose place another was asked for. */
  teller: Worker
  aside: Set<Worker>
  /** The day as of which it is where it belongs: it may have gone on before that day. */
  asOf: Day
  handover: { id: string; to: Unit } | undefined
  /** It is about to end, and goes nowhere else. */
  ends: boolean
  closed: boolean
}

export const later = (sim: Simulation, days: number, act: () => Promise<void>) => {
  const day = addDays(sim.today, Math.max(1, days))
  sim.agenda.set(day, [...(sim.agenda.get(day) ?? []), act])
}
