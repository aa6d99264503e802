import { paths } from '#shared/paths.ts'
import type { Unit, Worker } from './county.ts'
import { handoverOf, seesTo } from './facts.ts'
import { byCarrier, carrierOf, isThere } from './presence.ts'
import { send, sendAtOnce } from './sending.ts'
import { later, type Matter, type Simulation } from './simulation.ts'

const { handover: at } = paths
const golden = {
  necessary: 'De ska kunna fortsätta.',
  relevant: 'Det hör till det de ska göra.',
  proportionate: 'Mindre räcker inte.',
}

/** The matter belongs somewhere else. Until they have said yes there, whoever carries it carries it. */
export async function handOver(sim: Simulation, matter: Matter, to: Unit): Promise<void> {
  if (matter.unit === to || matter.handover || matter.ends) return
  const id = sim.newId()
  const path = at.prepare.to({ childId: matter.childId })
  const kind = sim.chance.happens(0.5) ? 'next_lead' : 'whole'
  const form = { submission: id, unit: to.id, kind, why: 'Barnet har börjat där.' }
  const again = () => handOver(sim, matter, to)
  if (!(await byCarrier(sim, matter, again, (who) => send(sim, { what: 'prepare', who, path, form })))) return
  matter.handover = { id, to }
  later(sim, sim.chance.below(5), () => offer(sim, matter))
}

async function offer(sim: Simulation, matter: Matter): Promise<void> {
  const { handover, childId, unit } = matter
  if (!handover) return
  const path = at.offer.to({ childId, handoverId: handover.id })
  const form =
    unit.wall === handover.to.wall
      ? { basis: 'same_wall' }
      : { basis: 'ground', ground: 'uppgiftsskyldighet', ...golden }
  const again = () => offer(sim, matter)
  if (!(await byCarrier(sim, matter, again, (who) => send(sim, { what: 'offer', who, path, form })))) return
  sim.figures.handovers.offered++
  later(sim, sim.chance.below(20), () => answer(sim, matter, 6))
}

const ids = ({ childId, handover }: Matter) => ({ childId, handoverId: handover?.id ?? '' })

/** They say yes, send it back, or do not answer at all; or it is taken back, perhaps just as they say yes. */
async function answer(sim: Simulation, matter: Matter, triesLeft: number): Promise<void> {
  const { handover } = matter
  if (!handover || matter.closed) return
  const { chance } = sim
  const again = () => answer(sim, matter, triesLeft - 1)
  const receiver = [handover.to.holder, handover.to.standIn].find((one) => one && isThere(sim, one))
  if (triesLeft === 0) return takeBack(sim, matter)
  if (!receiver) return later(sim, 5, again)
  const giver = carrierOf(sim, matter)
  const accept = { what: 'accept', who: receiver, path: at.accept.to(ids(matter)) }
  if (giver && isThere(sim, giver) && chance.happens(0.1))
    await sendAtOnce(sim, accept, { what: 'take back', who: giver, path: at.takeBack.to(ids(matter)) })
  else {
    const does = chance.below(10)
    if (does === 0) return later(sim, 30, () => unansweredFor(sim, matter))
    if (does === 1) await sendBack(sim, matter, receiver)
    else await send(sim, accept)
  }
  await settle(sim, matter, receiver, again)
}

const sendBack = (sim: Simulation, matter: Matter, who: Worker) =>
  send(sim, {
    what: 'send back',
    who,
    path: at.sendBack.to(ids(matter)),
    form: { answer: 'Vi har inte plats.' },
  })

/** It has moved on to somebody who sees to that it is answered; that one sends it back, or it is taken back. */
async function unansweredFor(sim: Simulation, matter: Matter): Promise<void> {
  if (!matter.handover) return
  const engagementId = await seesTo(sim.admin, matter.childId, matter.handover.id)
  const who = engagementId && sim.county.workers.get(engagementId)
  if (!who || !isThere(sim, who)) return takeBack(sim, matter)
  await sendBack(sim, matter, who)
  await settle(sim, matter, undefined, () => takeBack(sim, matter))
}

async function takeBack(sim: Simulation, matter: Matter): Promise<void> {
  if (!matter.handover) return
  const path = at.takeBack.to(ids(matter))
  const again = () => takeBack(sim, matter)
  await byCarrier(sim, matter, again, (who) => send(sim, { what: 'take back', who, path }))
  await settle(sim, matter, undefined, async () => {})
}

/** What became of it stands in the database; only whoever was asked can have said yes. */
async function settle(
  sim: Simulation,
  matter: Matter,
  receiver: Worker | undefined,
  again: () => Promise<void>,
) {
  const { handover } = matter
  if (!handover) return
  const { state, lapsed_at } = (await handoverOf(sim.admin, matter.childId, handover.id)) ?? {}
  if (state === 'offered') return later(sim, 5, again)
  matter.handover = undefined
  if (lapsed_at) sim.figures.handovers.lapsed++
  if (state !== 'accepted' && state !== 'returned' && state !== 'withdrawn') return
  sim.figures.handovers[state]++
  if (state !== 'accepted') return later(sim, 10, () => handOver(sim, matter, handover.to))
  if (!receiver) throw new Error('nobody was asked, and said yes')
  matter.unit = handover.to
  matter.lead = receiver
}
