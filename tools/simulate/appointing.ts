import { paths } from '#shared/paths.ts'
import type { Authority, Worker } from './county.ts'
import { isApproved } from './facts.ts'
import { isEmployed, isThere } from './presence.ts'
import { send } from './sending.ts'
import type { Simulation } from './simulation.ts'

const { organisation } = paths
export const isStaying = (worker: Worker | undefined) => worker !== undefined && worker.last === undefined

/** Those who administer and are at work today. */
export const administratorsOf = (sim: Simulation, { administrators }: Authority) =>
  administrators.filter((one) => isThere(sim, one))

/** One proposes, another says yes. */
export async function appoint(
  sim: Simulation,
  authority: Authority,
  path: string,
  form: Record<string, string>,
) {
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

const kinds = { administrators: 'local_administrator', fallbacks: 'fallback_lead' } as const

/** Sees to that there are enough who administer, or who take what nobody else has. */
export async function complete(
  sim: Simulation,
  authority: Authority,
  which: keyof typeof kinds,
  enough: number,
) {
  const here = authority[which].filter((one) => isEmployed(one, sim.today))
  authority[which] = here
  if (here.filter(isStaying).length >= enough) return
  const all = authority.units.flatMap(({ workers }) => workers)
  const worker = sim.chance.pick(all.filter((one) => isEmployed(one, sim.today) && !here.includes(one)))
  if (!worker) return
  const path = organisation.personFunction.to({ engagementId: worker.engagementId })
  if (await appoint(sim, authority, path, { kind: kinds[which] })) here.push(worker)
}
