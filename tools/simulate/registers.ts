import { type PopulationRegister, runRegisterCheck, runSchoolCheck } from '#modules/interop'
import { addDays, type Day } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { ok } from '#shared/result.ts'
import type { Unit } from './county.ts'
import { unanswered } from './facts.ts'
import { unitFor } from './population.ts'
import { byCarrier, isSchool } from './presence.ts'
import { runJob, send } from './sending.ts'
import type { Matter, Simulation } from './simulation.ts'

// From Skatteverket's public list of numbers for tests: as many children as there are numbers can be known to a register.
const numbers = ['201701012393', '189001019802', '189001029819', '189909139801'] as const
const guardiansNumber = '189001039800'

/** What the registers outside have told so far. */
export type Registers = {
  known: { matter: Matter; number: string; school: Unit | undefined; isGone: boolean }[]
  changes: { sequence: number; at: string; post: object }[]
  pupils: { from: string; pupil: object; meta: { modified: string } }[]
}
export const newRegisters = (): Registers => ({ known: [], changes: [], pupils: [] })

/** Now and then a number is written down; what the registers then tell is read, and answered by whoever carries it. */
export async function hearOf(sim: Simulation): Promise<void> {
  const { chance, registers, matters } = sim
  if (registers.known.length < numbers.length && chance.happens(0.05)) {
    const matter = chance.pick([...matters.values()].filter(({ unit }) => isSchool(unit)))
    if (matter) await writeNumber(sim, matter)
  }
  const going = registers.known.filter(({ matter }) => !matter.closed)
  if (going.length === 0) return
  for (const one of going) tell(sim, one)
  await runJob(sim, (deps) => runRegisterCheck(deps, populationOf(registers)))
  for (const { municipality } of going.map(({ matter }) => matter.child))
    await runJob(sim, (deps) => runSchoolCheck(deps, schoolOf(sim, municipality)))
  for (const { matter } of going) await answerWhatWasSaid(sim, matter)
}

async function writeNumber(sim: Simulation, matter: Matter) {
  const { known } = sim.registers
  const number = numbers[known.length] ?? ''
  if (known.some((one) => one.matter === matter)) return
  const path = paths.particulars.show.to({ childId: matter.childId })
  const form = { kind: 'person', number, source: 'register' }
  const done = await byCarrier(
    sim,
    matter,
    async () => {},
    (who) => send(sim, { what: 'write a number', who, path, form }),
  )
  if (!done) return
  known.push({ matter, number, school: undefined, isGone: false })
  const guardian = {
    number: guardiansNumber,
    givenName: 'Nora',
    familyName: 'Berg',
    from: '2027-01-01',
    to: null,
  }
  say(sim, number, { guardians: [guardian] })
}

/** The family has left the county; the child has begun at another school, and ends at the one before. */
function tell(sim: Simulation, one: Registers['known'][number]) {
  const { matter, number, school: before } = one
  if (matter.ends && !one.isGone) {
    one.isGone = true
    say(sim, number, { municipality: '0880' })
  }
  const unit = unitFor(sim.county, matter.child, sim.today)
  if (!isSchool(unit) || unit === before) return
  const at = (where: Unit, startDate: Day, endDate: Day | null) => ({
    enroledAt: { id: where.id },
    startDate,
    endDate,
  })
  const ends = before ? [at(before, addDays(sim.today, -300), sim.today)] : []
  const meta = { modified: sim.clock.at.toISOString() }
  const pupil = { meta, civicNo: { value: number }, enrolments: [...ends, at(unit, sim.today, null)] }
  sim.registers.pupils.push({ from: unit.municipality, pupil, meta })
  one.school = unit
}

function say({ registers, clock }: Simulation, number: string, more: object) {
  const unmarked = {
    status: 'registered',
    protection: 'none',
    municipality: '0780',
    guardians: [],
    wards: [],
  }
  const post = { number, ...unmarked, ...more }
  registers.changes.push({ sequence: registers.changes.length + 1, at: clock.at.toISOString(), post })
}

const populationOf = ({ changes }: Registers): PopulationRegister => ({
  changesAfter: async (sequence) =>
    ok(JSON.stringify({ changes: changes.filter((one) => one.sequence > sequence), more: false })),
  person: async () => ok('{}'),
})

const schoolOf = ({ county, registers }: Simulation, municipality: string) => ({
  name: `m${municipality}`,
  units: Object.fromEntries(
    county.units
      .filter((unit) => isSchool(unit) && unit.municipality === municipality)
      .map(({ id }) => [id, id]),
  ),
  tells: [],
  classes: async () => ok('{}'),
  persons: async (after: Date) => {
    const told = registers.pupils.filter(
      ({ from, meta }) => from === municipality && new Date(meta.modified) > after,
    )
    return ok(JSON.stringify({ data: told.map(({ pupil }) => pupil), pageToken: null }))
  },
})

async function answerWhatWasSaid(sim: Simulation, matter: Matter) {
  for (const { id: saysId, fact } of await unanswered(sim.admin, matter.childId)) {
    const widens = fact === 'new_guardian' || fact === 'new_school'
    const answer = widens ? (sim.chance.happens(0.8) ? 'yes' : 'no') : 'read'
    const path = paths.registerSays.to({ childId: matter.childId, saysId })
    const form = { answer, called: 'mamma', note: 'Vi har frågat familjen.' }
    await byCarrier(
      sim,
      matter,
      async () => {},
      (who) => send(sim, { what: `answer a register: ${fact}`, who, path, form }),
    )
  }
}
