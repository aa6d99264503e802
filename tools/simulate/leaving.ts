import { addDays, type Day } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { administratorsOf, complete } from './appointing.ts'
import type { Worker } from './county.ts'
import { childrenOf, employmentOf } from './facts.ts'
import { giveAway } from './leads.ts'
import { look, send } from './sending.ts'
import { later, type Simulation } from './simulation.ts'

type When = { when: 'now' } | { when: 'later'; day: Day }

/** Somebody stops, and now and then the whole leadership of the unit with them, on the same day or soon after. */
export async function stop(sim: Simulation, worker: Worker): Promise<void> {
  const { chance, today, figures } = sim
  const when: When = chance.happens(0.3)
    ? { when: 'now' }
    : { when: 'later', day: addDays(today, 1 + chance.below(60)) }
  await leave(sim, worker, when)
  const { holder, standIn } = worker.unit
  const other = worker === holder ? standIn : worker === standIn ? holder : undefined
  if (!other || !chance.happens(0.4)) return
  if (chance.happens(0.3)) return later(sim, 1 + chance.below(30), () => stop(sim, other))
  await leave(sim, other, when)
  if (worker.last !== undefined && worker.last === other.last) figures.leftTogether++
}

/** The organisation may be told no, with a reason. */
async function leave(sim: Simulation, worker: Worker, when: When): Promise<void> {
  if (worker.last !== undefined) return
  const { chance, admin } = sim
  const others = administratorsOf(sim, worker.unit.authority).filter((one) => one !== worker)
  const administrator = chance.pick(others)
  if (!administrator) return later(sim, 7, () => stop(sim, worker))
  const path = paths.organisation.endPerson.to({ engagementId: worker.engagementId })
  await send(sim, { what: 'end employment', who: administrator, path, form: when })
  const { valid_to } = (await employmentOf(admin, worker.engagementId)) ?? {}
  if (valid_to) {
    worker.last = valid_to
    goes(sim, worker)
    if (chance.happens(0.3)) await giveAway(sim, worker)
  } else {
    // Told no: they see to it that somebody more can take what nobody else has, and try again.
    await complete(sim, worker.unit.authority, 'fallbacks', 2)
    later(sim, 14, () => stop(sim, worker))
  }
}

/** From the day after the last one they are out; some try again later. */
export function goes(sim: Simulation, worker: Worker) {
  sim.leavers.push(worker)
  const last = worker.last ?? sim.today
  const days = (Date.parse(last) - Date.parse(sim.today)) / 86_400_000 + 1
  const out = async () => {
    sim.figures.left++
    worker.unit.workers = worker.unit.workers.filter((one) => one !== worker)
    await tryToRead(sim, worker)
  }
  if (days > 0) later(sim, days, out)
  else later(sim, 1, out)
}

/** With the session they had, never ended by itself: what they worked with is not there any more. */
export async function tryToRead(sim: Simulation, worker: Worker): Promise<void> {
  const children = await childrenOf(sim.admin, worker.engagementId)
  const about = children.flatMap((childId) => [paths.child.to({ childId }), paths.close.to({ childId })])
  for (const path of [paths.tasks.to({}), paths.children.to({}), ...about]) {
    sim.figures.looksByLeavers++
    if (!(await look(sim, worker, path))) continue
    sim.figures.accessKept++
    const childId = children.find((child) => path.includes(child)) ?? ''
    const lately = sim.lately.get(childId) ?? []
    const what = `${worker.engagementId} left on ${worker.last} and reads ${path}`
    sim.figures.violations.push({ kind: 'kept-access', day: sim.today, childId, what, lately })
  }
}
