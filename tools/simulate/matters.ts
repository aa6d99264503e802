import { ageOn } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { nameFor } from '../scale/names.ts'
import { isClosed, proposed } from './facts.ts'
import { handOver } from './handovers.ts'
import { type Child, isGrownUp, unitFor } from './population.ts'
import { byCarrier, isThere } from './presence.ts'
import { send } from './sending.ts'
import { later, type Matter, type Simulation } from './simulation.ts'

/** Somebody who meets the child notices something, and tells the unit by name, in words. */
export async function notice(sim: Simulation, child: Child): Promise<void> {
  const { born } = child
  const unit = unitFor(sim.county, child, sim.today)
  const teller = sim.chance.pick(unit.workers.filter((one) => isThere(sim, one)))
  if (!teller) return later(sim, 14, () => notice(sim, child))
  child.noticed = true
  const childId = sim.newId()
  const { given_name, family_name } = nameFor(child.n)
  const age = born > sim.today ? 'väntas snart' : `${ageOn(born, sim.today)} år`
  const who = `${given_name} ${family_name}, ${age}, ${unit.name}`
  const form = { submission: childId, sentence: 'Det är svårt om morgnarna.', who }
  if (!(await send(sim, { what: 'notice', who: teller, path: paths.noticing.notice.to({}), form }))) return
  const matter: Matter = {
    childId,
    child,
    unit,
    lead: unit.holder,
    teller,
    aside: new Set(),
    asOf: sim.today,
    handover: undefined,
    ends: false,
    closed: false,
  }
  sim.matters.set(childId, matter)
  sim.figures.matters++
  later(sim, sim.chance.below(4), () => decide(sim, matter))
}

async function decide(sim: Simulation, matter: Matter): Promise<void> {
  const { childId } = matter
  const ends = sim.chance.happens(0.2)
  const decision = ends ? 'thanked' : (sim.chance.pick(['own_support', 'gathering']) ?? 'gathering')
  const { given_name, family_name } = nameFor(matter.child.n)
  const { born } = matter.child
  const goesTo = matter.unit.kind.endsWith('school') ? { goesTo: matter.unit.id } : {}
  const child = { child: 'new', givenName: given_name, familyName: family_name, born, ...goesTo }
  const path = paths.noticing.receive.to({ childId, itemId: childId })
  const done = await byCarrier(
    sim,
    matter,
    () => decide(sim, matter),
    (who) => send(sim, { what: 'decide', who, path, form: { decision, ...child } }),
  )
  if (!done) return
  if (ends) return closeIfSo(sim, matter)
  if (born > sim.today)
    later(sim, (Date.parse(born) - Date.parse(sim.today)) / 86_400_000, () => noteBirth(sim, matter))
  later(sim, 60 + sim.chance.below(900), () => close(sim, matter))
}

/** The child that was expected is born, and is the same child. */
async function noteBirth(sim: Simulation, matter: Matter): Promise<void> {
  const { given_name, family_name } = nameFor(matter.child.n)
  const path = paths.particulars.birth.to({ childId: matter.childId })
  const form = { givenName: given_name, familyName: family_name, bornOn: matter.child.born }
  const again = () => noteBirth(sim, matter)
  await byCarrier(sim, matter, again, (who) => send(sim, { what: 'note a birth', who, path, form }))
}

export async function close(sim: Simulation, matter: Matter, closing = 'ordinary_help'): Promise<void> {
  const path = paths.close.to({ childId: matter.childId })
  await byCarrier(
    sim,
    matter,
    () => close(sim, matter, closing),
    (who) => send(sim, { what: 'close', who, path, form: { closing } }),
  )
  await closeIfSo(sim, matter)
}

async function closeIfSo(sim: Simulation, matter: Matter) {
  if (matter.closed || !(await isClosed(sim.admin, matter.childId))) return
  matter.closed = true
  sim.figures.closed++
  sim.matters.delete(matter.childId)
  sim.lately.delete(matter.childId)
}

/** To somewhere that has not got the program: on paper, and then it ends here. */
export async function moveOut(sim: Simulation, matter: Matter): Promise<void> {
  matter.ends = true
  const path = paths.handover.givePaper.to({ childId: matter.childId })
  const form = {
    submission: sim.newId(),
    receiver: 'Skolan i Kalmar, rektor',
    why: 'Familjen flyttar.',
    basis: 'consent',
    yes: 'Mamma, i dag',
  }
  const again = () => moveOut(sim, matter)
  if (!(await byCarrier(sim, matter, again, (who) => send(sim, { what: 'paper', who, path, form })))) return
  sim.figures.handovers.onPaper++
  later(sim, sim.chance.below(10), () => close(sim, matter, 'other'))
}

/** Who belongs to another unit than the one that carries the matter, by age or since the family moved; and who is grown. */
export async function lookThrough(sim: Simulation): Promise<void> {
  const { chance, county, today } = sim
  const soon = await proposed(sim.admin)
  for (const matter of [...sim.matters.values()]) {
    const on = soon.get(matter.childId)
    if (on !== undefined && on > matter.asOf && chance.happens(0.4)) matter.asOf = on
    const isAhead = matter.asOf > today
    const day = isAhead ? matter.asOf : today
    if (!isGrownUp(matter.child, day)) await handOver(sim, matter, unitFor(county, matter.child, day))
    else if (!matter.ends && isGrownUp(matter.child, today)) {
      matter.ends = true
      later(sim, 1, () => close(sim, matter, 'other'))
    }
  }
}
