import { sql } from 'kysely'
import type { PlanPartKind, PlanPartState, WheelArea } from '#shared/schema.ts'
import { joined, lisasBox, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import { admin, engagementOf, id, lisa, noon } from '#test/world.ts'

// Lisa's plan, straight into the tables: for tests of what comes after, and for the benchmark.

export const lisasPlanId = id('lisas plan')
export const goals = { morning: id('goal morning'), book: id('goal book'), break: id('goal break') }
export const actions = {
  pictures: id('action pictures'),
  reading: id('action reading'),
  sleep: id('action sleep'),
  swimming: id('action swimming'),
}
export const contacts = {
  furuskolan: id('contact furuskolan'),
  familjestod: id('contact familjestod'),
  gaddan: id('contact gaddan'),
}

type PlanPart = {
  id: string
  kind: PlanPartKind
  goal?: string
  areas?: readonly WheelArea[]
  unit?: string
  engagement?: string
  starts?: string
  ends?: string
  state?: PlanPartState
  body: object
}

const parts: readonly PlanPart[] = [
  {
    id: goals.morning,
    kind: 'goal',
    areas: ['home'],
    body: {
      words: 'Jag vill att det ska vara lugnt på morgonen.',
      better: 'Lisa hinner äta frukost och kommer innan det ringer in.',
    },
  },
  {
    id: goals.book,
    kind: 'goal',
    areas: ['learning'],
    body: {
      words: 'Jag vill läsa en hel bok själv.',
      better: 'Lisa väljer en bok och läser klart den.',
    },
  },
  {
    id: goals.break,
    kind: 'goal',
    areas: ['relationships'],
    body: { words: 'Jag vill ha någon att vara med på rasten.' },
  },
  {
    id: actions.pictures,
    kind: 'action',
    goal: goals.morning,
    unit: 'familjestod',
    state: 'ongoing',
    ends: '2026-12-18',
    body: {
      what: 'Samma morgonbilder i båda hemmen',
      who: 'Mamma och pappa, med hjälp av Ali Rahimi',
      when: 'Varje skoldag',
      toChild: 'Du har samma bilder hos mamma och pappa. De visar vad som kommer sen.',
    },
  },
  {
    id: actions.sleep,
    kind: 'action',
    goal: goals.morning,
    unit: 'furuskolan',
    state: 'done',
    body: { what: 'Samtal om sömn', who: 'Stig Åberg, med Lisa', when: 'Två gånger i november' },
  },
  {
    id: actions.reading,
    kind: 'action',
    goal: goals.book,
    unit: 'furuskolan',
    engagement: engagementOf('petra'),
    state: 'ongoing',
    ends: '2026-12-22',
    body: {
      what: 'Läsa tillsammans, 20 minuter',
      who: 'Petra Ek, lärare',
      when: 'Måndag och torsdag',
      toChild: 'Petra läser med dig. Ni väljer boken ihop.',
    },
  },
  {
    id: actions.swimming,
    kind: 'action',
    goal: goals.break,
    unit: 'gaddan',
    engagement: engagementOf('ingrid'),
    state: 'later',
    starts: '2027-01-09',
    body: {
      what: 'Simskola på lördagar',
      who: 'Ingrid Falk, och pappa följer med',
      toChild: 'Snart börjar du simskolan. Pappa följer med.',
    },
  },
  {
    id: contacts.furuskolan,
    kind: 'contact',
    unit: 'furuskolan',
    engagement: engagementOf('maja'),
    body: {},
  },
  {
    id: contacts.familjestod,
    kind: 'contact',
    unit: 'familjestod',
    engagement: engagementOf('ali'),
    body: {},
  },
  { id: contacts.gaddan, kind: 'contact', unit: 'gaddan', engagement: engagementOf('ingrid'), body: {} },
  {
    id: id('if worse'),
    kind: 'if_worse',
    body: { text: 'Ring Maja. Vi väntar inte till nästa möte.' },
  },
  { id: id('reference'), kind: 'reference', body: { what: 'Åtgärdsprogram för läsning, på Furuskolan' } },
]

const weekAgo = new Date(noon.getTime() - 7 * 86_400_000)
/** A part of the plan as a line that may be chosen to go along with a hand-over. */
export const lineOf = (part: string, writtenAt = weekAgo) => `${part}.${writtenAt.getTime()}`

/** Lisa's plan, version 1, written a week ago. The matter must be open. */
export async function lisasPlan(): Promise<void> {
  const at = weekAgo
  const box = await lisasBox()
  await admin
    .insertInto('plan')
    .values({
      child_id: lisa,
      id: lisasPlanId,
      matter_id: lisasMatter,
      made_at: at,
      follow_up_at: new Date('2026-12-15T13:30:00Z'),
    })
    .execute()
  await admin.insertInto('plan_head').values({ child_id: lisa, plan_id: lisasPlanId, version: 1 }).execute()
  await admin
    .insertInto('follow_up')
    .values({ child_id: lisa, plan_id: lisasPlanId, id: id('next follow up') })
    .execute()
  await admin
    .insertInto('plan_part')
    .values(
      parts.map((part, place) => ({
        child_id: lisa,
        plan_id: lisasPlanId,
        part_id: part.id,
        from_version: 1,
        seal: 1,
        made_at: new Date(at.getTime() + place),
        kind: part.kind,
        goal_id: part.goal ?? null,
        areas: [...(part.areas ?? [])],
        unit_id: part.unit ? id(part.unit) : null,
        engagement_id: part.engagement ?? null,
        starts_on: part.starts ?? null,
        ends_on: part.ends ?? null,
        state: part.state ?? null,
        body: box.seal({ table: 'plan_part', column: 'body', row: part.id, version: 1 }, part.body),
        written_by: id('maja'),
        written_at: at,
      })),
    )
    .execute()
}

/** Lisa has a plan. Sara, Jonas and Lisa were told; Familjestöd reads all of it and the swim club its own part. */
export async function lisaWithPlan(): Promise<void> {
  await openMatter()
  await tellFamily('sara', 'jonas', 'lisaSelf')
  await joined('ali', 'familjestod')
  await joined('ingrid', 'gaddan', 'own')
  await lisasPlan()
}

/** What is written in the plan's versions: kind, first and last version. */
export const partVersions = () =>
  admin
    .selectFrom('plan_part')
    .select(['part_id', 'kind', 'from_version', 'to_version'])
    .orderBy('from_version')
    .orderBy('part_id')
    .execute()

export const planVersion = async (): Promise<number | undefined> =>
  (await admin.selectFrom('plan_head').select('version').executeTakeFirst())?.version

export const tasksOf = async (kind: string) =>
  (
    await sql<{ engagement_id: string; due_on: string; done: boolean }>`
      select engagement_id, due_on, done_at is not null as done from task where kind = ${kind}::task_kind
      order by made_at, due_on`.execute(admin)
  ).rows
