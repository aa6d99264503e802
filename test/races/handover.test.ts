import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { runLapse } from '#modules/handover'
import { addWorkingDays, morningAfter, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { admin, as, deps, engagementOf, id, inHours, lisa, setClock, world } from '#test/world.ts'

// Whatever happens to a hand-over, in whatever order and at once: it is never lost, and whoever gave it is responsible until
// it is accepted. Three units hand Lisa over to each other, and a model says what each of them may.

const runs = Number(process.env['HANDOVER_RUNS'] ?? 6)
const seed = Number(process.env['ORACLE_SEED'] ?? 20261124)

const holders = { furuskolan: 'maja', familjestod: 'ali', lillaskolan: 'eva' } as const
type Unit = keyof typeof holders
const units = Object.keys(holders) as Unit[]
const at = { childId: lisa }
const onRule = {
  basis: 'ground',
  ground: 'ej_men',
  necessary: 'De ska ge stödet.',
  relevant: 'Det hör till deras uppgift.',
  proportionate: 'Bara det som behövs.',
}

/** What the model knows: who is responsible, and the hand-over that is on its way. */
type Model = {
  lead: Unit
  open: { id: string; to: Unit; offered: boolean; lapses: Date | undefined } | undefined
  gone: Unit | undefined
  hours: number
  made: number
}

/** What has come to pass in some run: a test in which nothing happened would hold for nothing. */
const happened = new Set<string>()
type Act = fc.AsyncCommand<Model, unknown>

const to = (model: Model, path: 'show' | 'offer' | 'accept' | 'sendBack' | 'takeBack') =>
  paths.handover[path].to({ ...at, handoverId: model.open?.id ?? id('no hand-over') })
const post = async (unit: Unit, path: string, form = {}) => (await as(holders[unit]).post(path, form)).status

/** What holds at every moment, whatever the model did. */
async function holds(model: Model) {
  const { lead, open, gone } = model
  const tenures = await sql<{ engagement_id: string; accountable: string }>`
    select engagement_id, accountable_engagement(child_id, ${deps.now().toISOString()}::timestamptz) as accountable
    from responsibility where kind = 'best_interests_lead' and upper_inf(during)`.execute(admin)
  const bba = engagementOf(holders[lead])
  expect(tenures.rows).toEqual([{ engagement_id: bba, accountable: bba }])
  const found = await admin
    .selectFrom('handover')
    .select(['id', 'state', 'to_unit_id'])
    .where('state', 'in', ['prepared', 'offered'])
    .execute()
  const state = open?.offered ? 'offered' : 'prepared'
  expect(found).toEqual(open ? [{ id: open.id, state, to_unit_id: id(open.to) }] : [])
  if (!open) return
  for (const unit of units) {
    const sees = unit === lead || (unit === open.to && open.offered && gone !== unit)
    expect([unit, (await as(holders[unit]).get(to(model, 'show'))).status === 200]).toEqual([unit, sees])
  }
}

const act = (name: string, run: (model: Model) => Promise<void>, check = (_: Model) => true): Act => ({
  check,
  run: async (model) => {
    await run(model)
    model.hours++
    setClock(inHours(model.hours))
    await holds(model)
  },
  toString: () => name,
})
const isOffered = ({ open }: Model) => open?.offered === true

const prepares = (unit: Unit, times: number) =>
  act(`prepare for ${unit}, ${times} at once`, async (model) => {
    const submission = id(`hand-over ${++model.made}`)
    const form = { submission, unit: id(unit), why: 'De kan hjälpa.' }
    const sent = Array.from({ length: times }, () => post(model.lead, paths.handover.prepare.to(at), form))
    const expected = model.open ? 409 : unit === model.lead ? 422 : 303
    expect(await Promise.all(sent)).toEqual(sent.map(() => expected))
    if (expected === 303) model.open = { id: submission, to: unit, offered: false, lapses: undefined }
  })

const offers = (times: number) =>
  act(
    `offer, ${times} at once`,
    async (model) => {
      const sent = Array.from({ length: times }, () => post(model.lead, to(model, 'offer'), onRule))
      expect(await Promise.all(sent)).toEqual(sent.map(() => 303))
      const lapses = morningAfter(addWorkingDays(swedishDay(deps.now()), 10))
      if (model.open && !model.open.offered) Object.assign(model.open, { offered: true, lapses })
    },
    ({ open }) => open !== undefined,
  )

type Role = 'asked' | 'giver' | 'other'
function whoIs(role: Role, { lead, open }: Model): Unit {
  if (role === 'giver') return lead
  const others = units.filter((unit) => unit !== lead && unit !== open?.to)
  return (role === 'asked' ? open?.to : others[0]) ?? lead
}

/** Somebody, perhaps the wrong one, says yes, sends back, or takes back; perhaps twice at once. */
const answers = (how: 'accept' | 'sendBack' | 'takeBack', role: Role, times: number) =>
  act(`${role}: ${how}, ${times} at once`, async (model) => {
    const { open, gone, lead } = model
    const unit = whoIs(role, model)
    const receiver = how !== 'takeBack'
    const may = receiver
      ? open?.offered === true && unit === open.to && gone !== unit
      : open !== undefined && unit === lead
    const sent = Array.from({ length: times }, () => post(unit, to(model, how), { answer: 'Inte här.' }))
    const went = (await Promise.all(sent)).filter((status) => status === 303)
    expect([how, unit, went.length > 0 && gone !== unit]).toEqual([how, unit, may])
    if (!may) return
    happened.add(how)
    if (how === 'accept') model.lead = unit
    model.open = undefined
  })

/** The receiver says yes while the giver takes it back: one of them was first, and both can see who. */
const bothAtOnce = act(
  'accepted while it is taken back',
  async (model) => {
    const { open } = model
    if (!open) return
    const [yes, back] = await Promise.all([
      post(open.to, to(model, 'accept')),
      post(model.lead, to(model, 'takeBack')),
    ])
    expect([yes, back].filter((status) => status === 303)).toHaveLength(1)
    happened.add(yes === 303 ? 'yes was first' : 'taken back was first')
    if (yes === 303) model.lead = open.to
    model.open = undefined
  },
  (model) => isOffered(model) && model.gone !== model.open?.to,
)

const waits = (days: number) =>
  act(`${days} days go by`, async (model) => {
    model.hours += days * 24
    setClock(inHours(model.hours))
    const told = await Promise.all([runLapse(deps), runLapse(deps)])
    const late = model.open?.lapses !== undefined && model.open.lapses <= deps.now()
    expect(told[0] + told[1]).toBe(late ? 1 : 0)
    if (late && model.open) {
      happened.add('lapsed')
      model.open.lapses = undefined
    }
  })

/** Whoever is asked leaves, and somebody else of theirs comes back later. */
const leaves = (unit: Unit | undefined) =>
  act(
    unit ? `${unit} is left` : 'whoever left is back',
    async (model) => {
      const who = unit ?? model.gone
      if (!who) return
      await admin
        .updateTable('engagement')
        .set({ valid_to: unit ? '2026-11-23' : null })
        .where('id', '=', engagementOf(holders[who]))
        .execute()
      model.gone = unit
    },
    (model) => (unit ? model.gone === undefined && unit !== model.lead : model.gone !== undefined),
  )

const times = [1, 1, 2]
const mayAnswer = fc
  .tuple(
    fc.constantFrom('accept' as const, 'sendBack' as const, 'takeBack' as const),
    fc.constantFrom<Role>('asked', 'asked', 'asked', 'giver', 'other'),
    fc.constantFrom(...times),
  )
  .map(([how, role, n]) => answers(how, role, n))
const mayOffer = fc.constantFrom(...times).map(offers)
const acts: fc.Arbitrary<Act>[] = [
  fc.tuple(fc.constantFrom(...units), fc.constantFrom(...times)).map(([unit, n]) => prepares(unit, n)),
  mayOffer,
  mayOffer,
  mayAnswer,
  mayAnswer,
  fc.constant(bothAtOnce),
  fc.constantFrom(3, 20).map(waits),
  fc.constantFrom(...units, undefined).map(leaves),
]

it(`a hand-over is never lost, and the giver is responsible until it is accepted (${runs} runs, seed ${seed})`, async () => {
  const lives = fc.noBias(fc.commands(acts, { maxCommands: 40, size: 'max' }))
  await fc.assert(
    fc.asyncProperty(lives, async (commands) => {
      await world()
      await openMatter()
      const model: Model = { lead: 'furuskolan', open: undefined, gone: undefined, hours: 0, made: 0 }
      await fc.asyncModelRun(() => ({ model, real: {} }), commands)
    }),
    { numRuns: runs, seed, endOnFailure: true },
  )
  expect(happened.size).toBeGreaterThan(3)
}, 3_600_000)
