import { addDays } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameFor } from '../scale/names.ts'
import { administratorsOf, appoint, complete, isStaying } from './appointing.ts'
import { type Authority, comeIn, type Unit } from './county.ts'
import { employmentOf } from './facts.ts'
import { goes } from './leaving.ts'
import { isEmployed } from './presence.ts'
import { send } from './sending.ts'
import type { Simulation } from './simulation.ts'

const { organisation } = paths

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
  const worker = await comeIn(sim, unit, {
    engagementId,
    personId,
    from,
    last: valid_to ?? undefined,
  })
  if (worker.last) goes(sim, worker)
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
