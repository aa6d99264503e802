import fc from 'fast-check'
import { sql } from 'kysely'
import { inTransaction } from '#shared/db.ts'
import { bar, joined, lisasBox, lisasMatter, matterSince, takeBack, tellFamily } from '#test/arrange.ts'
import {
  admin,
  assign,
  deps,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  sessionOf,
  setClock,
  world,
} from '#test/world.ts'

// How many random counties, and which: `npm run test:deep` tries more of them, with a seed of its own.
export const counties = Number(process.env['ORACLE_WORLDS'] ?? 40)
export const seed = Number(process.env['ORACLE_SEED'] ?? 20261124)

// A random county around Lisa, as plain facts. The oracle reads these, never the database.

export type Staff = 'maja' | 'stig' | 'petra' | 'sofia' | 'ali' | 'ingrid' | 'eva'
export const staffAtLisas: readonly Staff[] = ['maja', 'stig', 'petra']
const units = { sofia: 'elevhalsan', ali: 'familjestod', ingrid: 'gaddan' } as const
export type Party = keyof typeof units
export const unitOfParty = (who: Party) => units[who]
export type Guardian = 'sara' | 'jonas'

export type PartyFacts = {
  consent: 'none' | 'yes' | 'withdrawn'
  part: 'whole' | 'own'
  /** The person named by the unit, or not. */
  assigned: boolean
}

export type Facts = {
  matterOpen: boolean
  /** Who works with Lisa inside the school; Maja always does when something is open. */
  working: readonly Staff[]
  /** Who knows Lisa in daily work. */
  ordinary: readonly Staff[]
  told: readonly (Guardian | 'lisaSelf')[]
  barredWholly: readonly Guardian[]
  /** The plan's second action is barred for these. */
  barredAction: readonly Guardian[]
  parties: Readonly<Record<Party, PartyFacts>>
  left: readonly Staff[]
  /** Days after the consents were given; they last ninety. */
  daysLater: number
  /** The whole has gone to Birgit at the child health centre. */
  moved?: boolean
}

const some = <T>(of: readonly T[]) => fc.subarray([...of])
const party = fc.record<PartyFacts>({
  consent: fc.constantFrom('none', 'yes', 'yes', 'withdrawn'),
  part: fc.constantFrom('whole', 'own'),
  assigned: fc.boolean(),
})

export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  matterOpen: fc.boolean(),
  working: some<Staff>(['stig', 'petra']),
  ordinary: some<Staff>(['maja', 'stig', 'petra', 'sofia', 'ali']),
  told: some<Guardian | 'lisaSelf'>(['sara', 'jonas', 'lisaSelf']),
  barredWholly: some<Guardian>(['sara', 'jonas']),
  barredAction: some<Guardian>(['sara', 'jonas']),
  parties: fc.record({ sofia: party, ali: party, ingrid: party }),
  left: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      // Somebody who can be responsible is always left: the database refuses the last day of the last one.
      arbitrary: some<Staff>(['petra', 'ali', 'stig', 'maja']).filter(
        (left) => !(left.includes('maja') && left.includes('stig')),
      ),
    },
  ),
  daysLater: fc.constantFrom(0, 0, 1, 89, 91),
})

/** As any, and in half of them the matter has moved. */
export const anyMovedFacts: fc.Arbitrary<Facts> = fc
  .tuple(anyFacts, fc.boolean())
  .map(([facts, moved]) => ({ ...facts, moved: moved && facts.matterOpen }))

export const planId = id('the plan')
export const actionOf = (who: 'school' | Party) => id(`action of ${who}`)
export const barredActionId = actionOf('school')
export const itemId = id('what the school wrote')
export const toldItemId = id('what Lisa told Petra only')

/** Makes the world so. */
export async function arrange(facts: Facts): Promise<void> {
  await world()
  await admin.deleteFrom('assignment').where('child_id', '=', lisa).execute()
  for (const who of facts.ordinary) await assign(who, lisa, 'ordinary')
  for (const who of facts.matterOpen ? (['maja', ...facts.working] as const) : [])
    await assign(who, lisa, 'work')
  if (facts.matterOpen) await arrangeMatter(facts)
  if (facts.moved) await moveToBirgit()
  for (const who of facts.left)
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-23' })
      .where('id', '=', engagementOf(who))
      .execute()
  await admin
    .updateTable('session')
    .set({ ends_at: new Date('2040-01-01'), idle_minutes: 10_000_000 })
    .execute()
  const minutes = facts.moved ? 2 : 0
  setClock(new Date(noon.getTime() + facts.daysLater * 86_400_000 + minutes * 60_000))
}

async function arrangeMatter(facts: Facts) {
  await matterSince(noon)
  if (facts.told.length > 0) await tellFamily(...facts.told)
  for (const who of facts.barredWholly) await bar(who)
  for (const who of facts.barredAction) await bar(who, barredActionId)
  for (const [who, { consent, part, assigned }] of Object.entries(facts.parties) as [Party, PartyFacts][]) {
    if (consent === 'none') continue
    await joined(who, units[who], part)
    if (!assigned)
      await admin
        .deleteFrom('assignment')
        .where('engagement_id', '=', engagementOf(who))
        .where('kind', '=', 'party')
        .execute()
    if (consent === 'withdrawn') await takeBack('sara', units[who])
  }
  await arrangeContent()
}

/** Offered to her on another ground than consent; she says yes a minute later. */
async function moveToBirgit() {
  const handover = id('the hand-over')
  await admin
    .insertInto('handover')
    .values({
      child_id: lisa,
      id: handover,
      matter_id: lisasMatter,
      from_unit_id: id('furuskolan'),
      to_unit_id: id('bvc'),
      state: 'offered',
      legal_ground: 'ej_men',
      body: Buffer.from(''),
      made_by: id('maja'),
      made_at: noon,
      offered_at: noon,
    })
    .execute()
  await assign('birgit', lisa, 'party')
  setClock(new Date(noon.getTime() + 60_000))
  const ids = [deps.newId(), deps.newId(), deps.newId()]
  await inTransaction(deps, 'changes', { session: sessionOf('birgit'), childId: lisa }, async ({ trx }) => {
    const { rows } = await sql<{ done: boolean }>`
      select accept_handover(${lisa}, ${handover}, ${ids}::uuid[]) as done`.execute(trx)
    if (!rows[0]?.done) throw new Error('Birgit could not take over')
    return { answer: undefined, last: [] }
  })
}

async function arrangeContent() {
  const box = await lisasBox()
  await admin
    .insertInto('plan')
    .values({ child_id: lisa, id: planId, matter_id: lisasMatter, made_at: noon })
    .execute()
  await admin.insertInto('plan_head').values({ child_id: lisa, plan_id: planId, version: 1 }).execute()
  const actions = [['school', 'furuskolan'], ...Object.entries(units)] as ['school' | Party, string][]
  for (const [who, unit] of actions) {
    const part_id = actionOf(who)
    const place = { table: 'plan_part', column: 'body', row: part_id, version: 1 }
    await admin
      .insertInto('plan_part')
      .values({
        child_id: lisa,
        plan_id: planId,
        part_id,
        from_version: 1,
        seal: 1,
        made_at: noon,
        kind: 'action',
        state: 'ongoing',
        unit_id: id(unit),
        body: box.seal(place, { what: 'Läsa tillsammans', who: 'Petra', when: 'måndagar' }),
        written_by: id('maja'),
        written_at: noon,
      })
      .execute()
  }
  for (const [item, readers, author] of [
    [itemId, 'unit', 'maja'],
    [toldItemId, 'told', 'petra'],
  ] as const) {
    await admin
      .insertInto('item')
      .values({
        child_id: lisa,
        id: item,
        kind: 'work_note',
        matter_id: lisasMatter,
        secrecy_unit_id: id('wall furuskolan'),
        readers,
        author_id: id(author),
        author_engagement_id: engagementOf(author),
        made_at: noon,
      })
      .execute()
    const place = { table: 'item_version', column: 'body', row: item, version: 1 }
    await admin
      .insertInto('item_version')
      .values({
        child_id: lisa,
        item_id: item,
        version: 1,
        body: box.seal(place, { text: 'x' }),
        written_by: id(author),
        written_at: noon,
      })
      .execute()
  }
}

export type { Person }
