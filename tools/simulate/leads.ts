import { paths } from '#shared/paths.ts'
import type { Worker } from './county.ts'
import { tenureOf } from './facts.ts'
import { carrierOf, isAway, isEmployed, isThere } from './presence.ts'
import { type Act, send, sendAtOnce } from './sending.ts'
import { later, type Matter, type Simulation } from './simulation.ts'

const { lead } = paths
const why = 'Familjen känner henne.'

/** Another becomes BBA by hand, chosen by whoever carries the matter or holds the function; now and then by both at once. */
export async function nameAnother(sim: Simulation, matter: Matter): Promise<void> {
  if (matter.closed) return
  const [chooser, other] = choosersOf(sim, matter)
  if (!chooser) return
  const one = await choice(sim, matter, chooser)
  const too = other && sim.chance.happens(0.1) ? await choice(sim, matter, other) : undefined
  if (!one) return
  if (too) await sendAtOnce(sim, one, too)
  else await send(sim, one)
  await seeWhoHasIt(sim, matter)
}

function choosersOf(sim: Simulation, matter: Matter): Worker[] {
  const { holder, standIn } = matter.unit
  const may = new Set([carrierOf(sim, matter), holder, standIn])
  return [...may].filter((one) => one !== undefined).filter((one) => isThere(sim, one))
}

async function choice(sim: Simulation, matter: Matter, who: Worker): Promise<Act | undefined> {
  const { childId } = matter
  const tenure = await tenureOf(sim.admin, childId)
  const chosen = anotherThan(sim, matter, tenure?.engagementId)
  if (!tenure || !chosen) return undefined
  const form = { seen: tenure.id, who: chosen.engagementId, why }
  return { what: 'name another BBA', who, path: lead.show.to({ childId }), form }
}

const anotherThan = (sim: Simulation, { unit, aside }: Matter, engagementId: string | undefined) =>
  sim.chance.pick(
    unit.workers.filter(
      (one) => isEmployed(one, sim.today) && one.engagementId !== engagementId && !aside.has(one),
    ),
  )

/** Who has it stands in the database, whoever was first. */
async function seeWhoHasIt(sim: Simulation, matter: Matter) {
  const tenure = await tenureOf(sim.admin, matter.childId)
  const worker = tenure && sim.county.workers.get(tenure.engagementId)
  if (worker) Object.assign(matter, { lead: worker, unit: worker.unit })
}

/** Somebody leaves, and whoever holds the function gives all that they hold to one colleague. */
export async function giveAway(sim: Simulation, leaver: Worker): Promise<void> {
  const { unit } = leaver
  const who = [unit.holder, unit.standIn].find((one) => one && one !== leaver && isThere(sim, one))
  const held = [...sim.matters.values()].filter((one) => one.lead === leaver && one.unit === unit)
  const colleagues = unit.workers.filter((one) => one !== leaver && isEmployed(one, sim.today))
  const taker = sim.chance.pick(colleagues)
  if (!who || !taker || held.length === 0) return
  const children: string[] = []
  for (const { childId } of held) {
    const tenure = await tenureOf(sim.admin, childId)
    if (tenure) children.push(`${childId}.${tenure.id}`)
  }
  const form = { children, who: taker.engagementId, why: 'Kollegan slutar.' }
  await send(sim, { what: 'give all to a colleague', who, path: lead.many.to({}), form })
  for (const matter of held) await seeWhoHasIt(sim, matter)
}

/** Whoever told of it asks for another than the one who has it. */
export async function askForAnother(sim: Simulation, matter: Matter): Promise<void> {
  const { childId, teller } = matter
  if (matter.closed || !isThere(sim, teller)) return
  const requestId = sim.newId()
  const form = { submission: requestId, why: 'Barnet är rädd för hen.' }
  const asked = await send(sim, {
    what: 'ask for another BBA',
    who: teller,
    path: lead.ask.to({ childId }),
    form,
  })
  if (asked) later(sim, 1 + sim.chance.below(6), () => answer(sim, matter, requestId, 5))
}

/** The organisation's fallback, else those with the function: never the one whom it is about, nor the one who asks. */
function answererOf(sim: Simulation, matter: Matter): Worker | undefined {
  const { unit, lead: held, teller, aside } = matter
  const not = new Set([held, carrierOf(sim, matter), teller, ...aside])
  const all = [...unit.authority.fallbacks, unit.holder, unit.standIn]
  const may = all
    .filter((one) => one !== undefined)
    .filter((one) => isEmployed(one, sim.today) && !not.has(one))
  return may.find((one) => !isAway(one, sim.today)) ?? may[0]
}

async function answer(sim: Simulation, matter: Matter, requestId: string, triesLeft: number): Promise<void> {
  const { childId } = matter
  if (matter.closed || triesLeft === 0) return
  const who = answererOf(sim, matter)
  if (!who || !isThere(sim, who)) return later(sim, 4, () => answer(sim, matter, requestId, triesLeft - 1))
  const before = carrierOf(sim, matter)
  const chosen = anotherThan(sim, matter, matter.lead?.engagementId)
  const changes = chosen !== undefined && chosen !== before && sim.chance.happens(0.7)
  const outcome: Record<string, string> = changes
    ? { outcome: 'change', who: chosen.engagementId }
    : { outcome: 'keep' }
  const path = lead.answer.to({ childId, requestId })
  const form = { ...outcome, words: 'Så blir det bäst.' }
  const done = await send(sim, { what: 'answer who is to be BBA', who, path, form })
  if (!done) return
  if (changes && before) matter.aside.add(before)
  await seeWhoHasIt(sim, matter)
}
