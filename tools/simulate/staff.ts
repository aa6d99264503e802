import { addDays } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameFor } from '../scale/names.ts'
import { type Authority, comeIn, type Unit, type Worker } from './county.ts'
import { childrenOf, employmentOf, isApproved } from './facts.ts'
import { isEmployed, isThere } from './presence.ts'
import { look, send } from './sending.ts'
import { later, type Simulation } from './simulation.ts'

const { organisation } = paths
const isStaying = (worker: Worker | undefined) => worker !== undefined && worker.last === undefined

/** Those who administer and are at work today. */
const administratorsOf = (sim: Simulation, { administrators }: Authority) =>
  administrators.filter((one) => isThere(sim, one))

/** Somebody stops, and now and then the whole leadership of the unit with them. */
export async function stop(sim: Simulation, worker: Worker): Promise<void> {
  await leave(sim, worker)
  const { holder, standIn } = worker.unit
  const other = worker === holder ? standIn : worker === standIn ? holder : undefined
  if (other && sim.chance.happens(0.3)) later(sim, 1 + sim.chance.below(30), () => leave(sim, other))
}

/** Somebody stops working: on a day to come, or at once. The organisation may be told no, with a reason. */
async function leave(sim: Simulation, worker: Worker): Promise<void> {
  if (worker.last !== undefined) return
  const { chance, admin } = sim
  const others = administratorsOf(sim, worker.unit.authority).filter((one) => one !== worker)
  const administrator = chance.pick(others)
  if (!administrator) return later(sim, 7, () => leave(sim, worker))
  const form: Record<string, string> = chance.happens(0.3)
    ? { when: 'now' }
    : { when: 'later', day: addDays(sim.today, 1 + chance.below(60)) }
  const path = organisation.endPerson.to({ engagementId: worker.engagementId })
  await send(sim, { what: 'end employment', who: administrator, path, form })
  const { valid_to } = (await employmentOf(admin, worker.engagementId)) ?? {}
  if (valid_to) {
    worker.last = valid_to
    goes(sim, worker)
  } else {
    // Told no: they see to it that somebody more can take what nobody else has, and try again.
    await complete(sim, worker.unit.authority, 'fallbacks', 2)
    later(sim, 14, () => leave(sim, worker))
  }
}

/** From the day after the last one they are out; some try again later. */
function goes(sim: Simulation, worker: Worker) {
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

/** Somebody new, now and then for a time that is settled from the beginning. */
async function hire(sim: Simulation, unit: Unit): Promise<void> {
  const { chance, admin, figures } = sim
  const administrator = chance.pick(administratorsOf(sim, unit.authority))
  if (!administrator) return
  const engagementId = sim.newId()
  const { given_name, family_name } = nameFor(figures.hired * 3)
  const to: Record<string, string> = chance.happens(0.15)
    ? { to: addDays(sim.today, 90 + chance.below(400)) }
    : {}
  const form = { given: given_name, family: family_name, title: 'medarbetare', from: sim.today, ...to }
  const path = organisation.newPerson.to({ unitId: unit.id })
  await send(sim, { what: 'hire', who: administrator, path, form: { submission: engagementId, ...form } })
  const employed = await employmentOf(admin, engagementId)
  if (!employed) return
  figures.hired++
  const { person_id: personId, valid_from: from, valid_to } = employed
  const worker = await comeIn(admin, sim.newId, unit, {
    engagementId,
    personId,
    from,
    last: valid_to ?? undefined,
  })
  if (worker.last) goes(sim, worker)
}

/** One proposes, another says yes. */
async function appoint(sim: Simulation, authority: Authority, path: string, form: Record<string, string>) {
  const [one, other] = administratorsOf(sim, authority)
  if (!one || !other) return false
  const appointmentId = sim.newId()
  await send(sim, { what: 'propose', who: one, path, form: { submission: appointmentId, ...form } })
  await send(sim, {
    what: 'appoint',
    who: other,
    path: organisation.proposal.to({ appointmentId }),
    form: { answer: 'yes' },
  })
  const approved = await isApproved(sim.admin, appointmentId)
  if (approved) sim.figures.appointed++
  return approved
}

/** What an organisation looks over now and then, and now and then forgets. */
export async function lookAfter(sim: Simulation, authority: Authority): Promise<void> {
  const { chance } = sim
  for (const unit of authority.units) {
    if (chance.happens(0.5)) continue
    if (unit.workers.filter(isStaying).length < 4) await hire(sim, unit)
    if (!isStaying(unit.holder) || !isStaying(unit.standIn)) await fill(sim, unit)
  }
  await complete(sim, authority, 'administrators', 3)
  if (chance.happens(0.5)) await complete(sim, authority, 'fallbacks', 1)
}

async function fill(sim: Simulation, unit: Unit) {
  const [first, second] = unit.workers.filter((one) => isStaying(one) && isEmployed(one, sim.today))
  const holder = isStaying(unit.holder) ? unit.holder : first
  const standIn = [unit.standIn, first, second].find((one) => one && isStaying(one) && one !== holder)
  if (!holder || !standIn) return
  const form = { kind: 'best_interests_lead', holder: holder.engagementId, standIn: standIn.engagementId }
  const path = organisation.unitFunction.to({ unitId: unit.id })
  if (await appoint(sim, unit.authority, path, form)) Object.assign(unit, { holder, standIn })
}

const kinds = { administrators: 'local_administrator', fallbacks: 'fallback_lead' } as const

async function complete(sim: Simulation, authority: Authority, which: keyof typeof kinds, enough: number) {
  const here = authority[which].filter((one) => isEmployed(one, sim.today))
  authority[which] = here
  if (here.filter(isStaying).length >= enough) return
  const all = authority.units.flatMap(({ workers }) => workers)
  const worker = sim.chance.pick(all.filter((one) => isEmployed(one, sim.today) && !here.includes(one)))
  if (!worker) return
  const path = organisation.personFunction.to({ engagementId: worker.engagementId })
  if (await appoint(sim, authority, path, { kind: kinds[which] })) here.push(worker)
}
