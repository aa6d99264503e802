import { addDays, type Day, swedishMoment } from '#shared/dates.ts'
import { queriesOn, type Trx } from '#shared/db.ts'
import { readKeyRing } from '#shared/keys.ts'
import { connect } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import type { DatabaseOptions } from '../../src/database-url.ts'
import { jobsOf } from '../../src/jobs.ts'
import { chanceOf, sourceOf } from './chance.ts'
import { checkHandovers, checkHistory, checkMatters } from './check.ts'
import { type Figures, newFigures, type Violation } from './figures.ts'
import { happen, lookOver, type Size } from './happenings.ts'
import { Instance, type Outside } from './instance.ts'
import { populate } from './population.ts'
import { raise } from './raise.ts'
import { newRegisters } from './registers.ts'
import { runJob } from './sending.ts'
import type { Simulation } from './simulation.ts'

export type Wanted = Size & {
  years: number
  seed: number
  database: { app: DatabaseOptions; superuser: DatabaseOptions }
  tell?: (day: Day, figures: Figures) => void
}

const firstDay = '2027-01-01'

/** Lives the years through, day by day, and tells what happened and what was wrong. */
export async function simulate(wanted: Wanted): Promise<Figures> {
  const { seed, years } = wanted
  const { app, superuser } = wanted.database
  const admin = queriesOn(connect({ ...superuser, database: app.database, max: 2 })) as Trx
  const figures = newFigures()
  const clock = { at: swedishMoment(firstDay, '06:00') }
  const outside = outsideOf(seed, clock)
  const instances = [new Instance(app, outside), new Instance(app, outside)] as const
  try {
    const { newId } = sourceOf(`county ${seed}`)
    const chance = chanceOf(`population ${seed}`)
    const sim: Simulation = {
      admin,
      instances,
      newId,
      clock,
      figures,
      chance,
      today: firstDay,
      county: await raise({
        admin,
        vault: new Vault(outside),
        newId,
        children: wanted.children,
        today: firstDay,
      }),
      population: populate(wanted.children, firstDay, chance),
      matters: new Map(),
      agenda: new Map(),
      leavers: [],
      registers: newRegisters(),
      lately: new Map(),
    }
    for (let day = 0; day < Math.round(years * 365.25); day++) {
      sim.today = addDays(firstDay, day)
      sim.chance = chanceOf(`${seed} ${sim.today}`)
      await live(sim, wanted)
      wanted.tell?.(sim.today, figures)
    }
    report(sim, 'gap', await checkHistory(admin))
    return figures
  } finally {
    await Promise.all([...instances.map((instance) => instance.end()), admin.destroy()])
  }
}

function outsideOf(seed: number, clock: { at: Date }): Outside {
  const file = {
    current: 1,
    keys: { 1: Buffer.alloc(32, 1).toString('base64') },
    hash: Buffer.alloc(32, 2).toString('base64'),
  }
  return {
    ...sourceOf(`program ${seed}`),
    now: () => clock.at,
    keys: readKeyRing(JSON.stringify(file)),
  }
}

/** One day: what happens, what is done about it, and whether everything holds in the night and in the evening. */
async function live(sim: Simulation, wanted: Wanted) {
  const { clock, today, figures, agenda } = sim
  const without = new Set<string>()
  figures.days++
  clock.at = swedishMoment(today, '00:01')
  await check(sim, without)
  for (const job of jobsOf({})) await runJob(sim, (deps) => job.run(deps))
  clock.at = swedishMoment(today, '07:00')
  await happen(sim, wanted)
  for (const act of agenda.get(today) ?? []) await act()
  agenda.delete(today)
  if (isMonday(today)) await lookOver(sim)
  clock.at = swedishMoment(today, '23:59')
  const held = await check(sim, without)
  figures.childDaysWithout += without.size
  figures.childDays += held.matters
  figures.childDaysStoodFor += held.stood_for
}

const isMonday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1

async function check(sim: Simulation, without: Set<string>) {
  const { admin, clock, today } = sim
  const moment = { at: clock.at, today }
  const held = await checkMatters(admin, { ...moment, all: isMonday(today) })
  for (const { childId } of held.wrong) without.add(childId)
  report(sim, 'no-one', held.wrong)
  sim.figures.handoversLost += report(sim, 'lost-handover', await checkHandovers(admin, moment))
  return held
}

const printed = 50

function report(
  sim: Simulation,
  kind: Violation['kind'],
  wrong: readonly { childId: string; what: string }[],
) {
  const { violations } = sim.figures
  for (const { childId, what } of wrong)
    if (violations.length < printed)
      violations.push({ kind, day: sim.today, childId, what, lately: sim.lately.get(childId) ?? [] })
  return wrong.length
}
