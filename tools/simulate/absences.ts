import { addDays, type Day } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import type { Unit, Worker } from './county.ts'
import { isClosed, isEmployed, isSchool, isThere, summer } from './presence.ts'
import { send } from './sending.ts'
import { later, type Simulation } from './simulation.ts'

const { absence } = paths
type Days = { from: Day; to: Day }

/** Whoever writes in who is away and when it is closed: those with the function, or somebody who administers. */
const keeperOf = (sim: Simulation, { holder, standIn, authority }: Unit, besides?: Worker) =>
  [holder, standIn, ...authority.administrators].find((one) => one && one !== besides && isThere(sim, one))

/** Somebody falls ill. Most often it is written in, by themselves or by another; now and then nobody thinks of it. */
export async function fallIll(sim: Simulation, worker: Worker): Promise<void> {
  const { chance, figures, today } = sim
  const weeks = 1 + chance.below(6)
  figures.sickWeeks += weeks
  worker.sickTo = addDays(today, weeks * 7)
  if (chance.happens(0.8)) await writeIn(sim, worker, { from: today, to: worker.sickTo })
  if (chance.happens(0.3)) later(sim, chance.below(weeks * 7), () => comeBack(sim, worker))
}

/** Leave, some weeks that are known beforehand. */
export const goOnLeave = (sim: Simulation, worker: Worker): Promise<void> => {
  const from = addDays(sim.today, 3 + sim.chance.below(40))
  return writeIn(sim, worker, { from, to: addDays(from, 6 + sim.chance.below(28)) })
}

/** Somebody else would have to go in for them. Of the others it is left out: it changes nothing for any child. */
function isMissed({ matters }: Simulation, worker: Worker): boolean {
  const { holder, standIn, authority } = worker.unit
  const isNext = worker === holder || worker === standIn || authority.fallbacks.includes(worker)
  return isNext || [...matters.values()].some(({ lead }) => lead === worker)
}

async function writeIn(sim: Simulation, worker: Worker, days: Days) {
  if (!isEmployed(worker, sim.today) || !isMissed(sim, worker)) return
  const { unit, engagementId } = worker
  const id = sim.newId()
  const other = sim.chance.happens(0.4) ? keeperOf(sim, unit, worker) : undefined
  const standIn = sim.chance.happens(0.3)
    ? sim.chance.pick([unit.holder, unit.standIn].filter((one) => one !== worker))
    : undefined
  const named: Record<string, string> = standIn ? { standIn: standIn.engagementId } : {}
  const form = { submission: id, ...days, ...named }
  const act = other
    ? {
        what: 'write in a colleague',
        who: other,
        path: absence.colleague.to({ unitId: unit.id }),
        form: { ...form, who: engagementId },
      }
    : { what: 'write in oneself', who: worker, path: absence.mine.to({}), form }
  if (await send(sim, act)) worker.away.push({ id, ...days, standIn })
}

/** Earlier than was thought. */
async function comeBack(sim: Simulation, worker: Worker) {
  const { today } = sim
  worker.sickTo = undefined
  worker.away = worker.away.filter(({ to }) => to >= today)
  const [period] = worker.away
  if (!period || !isEmployed(worker, today)) return
  const form = { ends: period.id }
  if (await send(sim, { what: 'come back', who: worker, path: absence.mine.to({}), form }))
    worker.away = worker.away.filter((one) => one !== period)
}

/** Nobody of a whole unit comes to work. Most often it is written in, one by one. */
export async function strike(sim: Simulation, unit: Unit): Promise<void> {
  const { chance, today, figures } = sim
  figures.strikes++
  const to = addDays(today, 3 + chance.below(12))
  const isWrittenIn = chance.happens(0.7)
  const administrator = unit.authority.administrators.find((one) => one.unit !== unit && isThere(sim, one))
  unit.shutTo = to
  if (!isWrittenIn || !administrator) return
  for (const worker of unit.workers.filter((one) => isEmployed(one, today))) {
    const id = sim.newId()
    const form = { submission: id, who: worker.engagementId, from: today, to }
    const path = absence.colleague.to({ unitId: unit.id })
    if (await send(sim, { what: 'write in a strike', who: administrator, path, form }))
      worker.away.push({ id, from: today, to, standIn: undefined })
  }
}

/** Schools write in their ten weeks in spring. Some forget until it is too late; some open again before the last day. */
export async function closeForSummer(sim: Simulation, unit: Unit): Promise<void> {
  const { chance, today } = sim
  const [from, to] = [`${today.slice(0, 4)}-${summer.from}`, `${today.slice(0, 4)}-${summer.to}`]
  const keeper = keeperOf(sim, unit)
  if (!isSchool(unit) || today < addDays(from, -45) || today > to || isClosed(unit, to) || !keeper) return
  if (chance.happens(0.6)) return
  const id = sim.newId()
  const path = absence.closed.to({ unitId: unit.id })
  const form = { submission: id, from, to }
  if (!(await send(sim, { what: 'close for summer', who: keeper, path, form }))) return
  unit.closed = [{ id, from, to }]
  if (chance.happens(0.1)) later(sim, daysUntil(today, to) - 7, () => open(sim, unit))
}

const daysUntil = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / 86_400_000

async function open(sim: Simulation, unit: Unit) {
  const [period] = unit.closed
  const keeper = [unit.holder, unit.standIn].find((one) => one && isEmployed(one, sim.today))
  if (!period || !keeper) return
  const path = absence.unit.to({ unitId: unit.id })
  const form = { ends: period.id }
  if (await send(sim, { what: 'open again', who: keeper, path, form })) unit.closed = []
}
