import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'
import type { PlanPartState, ResponsibilityKind, WheelArea } from '#shared/schema.ts'
import type { Box, Place } from '#shared/vault.ts'
import type { Part, Plan, PlanPerson } from './plan.ts'
import { actionBody, contactBody, goalBody, ifWorseBody, referenceBody } from './plan-bodies.ts'

/** When the person who asks last looked at the plan in any reading, on an earlier day. */
const lastLook = (childId: string) =>
  sql<Date>`greatest(my_last_look(${childId}, 'plan.show'), my_last_look(${childId}, 'plan.childs-reading'))`

/** The child's open plan, else the one that ended last. */
export const theirPlan = (childId: string) => sql<string>`(
  select newest.id from plan newest where newest.child_id = ${childId}
  order by newest.ended_at desc nulls first, newest.made_at desc limit 1)`

type PlanRow = {
  id: string
  matter_id: string
  made_at: Date
  follow_up_at: Date | null
  ended_at: Date | null
  ended_because: Plan['endedBecause'] | null
  version: number | null
  looked_at: Date | null
}

export async function findPlan({ trx }: Work, childId: string): Promise<Plan | undefined> {
  const { rows } = await sql<PlanRow>`
    select p.id, p.matter_id, p.made_at, p.follow_up_at, p.ended_at, p.ended_because, h.version,
      ${lastLook(childId)} as looked_at
    from plan p left join plan_head h on h.child_id = p.child_id and h.plan_id = p.id
    where p.child_id = ${childId} and p.id = ${theirPlan(childId)}`.execute(trx)
  const row = rows[0]
  if (!row) return undefined
  return {
    id: row.id,
    matterId: row.matter_id,
    madeAt: row.made_at,
    followUpAt: row.follow_up_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    endedBecause: row.ended_because ?? undefined,
    version: row.version ?? undefined,
    lookedAt: row.looked_at ?? undefined,
  }
}

export type PartRow = {
  part_id: string
  seal: number
  made_at: Date
  written_at: Date
  to_at: Date | null
  mine: boolean
  kind: Part['kind']
  goal_id: string | null
  areas: string
  unit_id: string | null
  unit_name: string | null
  engagement_id: string | null
  given_name: string | null
  family_name: string | null
  title: string | null
  phone: string | null
  starts_on: string | null
  ends_on: string | null
  state: PlanPartState | null
  body: Buffer
}

/**
 * The parts that the reader may see, in the order they came into the plan. `now`: those that stand in it. `news`: also
 * what has been replaced since the reader last looked. `all`: everything that ever stood there.
 */
export async function findPartRows(
  { trx }: Work,
  childId: string,
  which: 'now' | 'news' | 'all',
): Promise<PartRow[]> {
  const reach = {
    now: sql`and p.to_at is null`,
    news: sql`and (p.to_at is null or p.to_at > (select ${lastLook(childId)}))`,
    all: sql``,
  }
  const { rows } = await sql<PartRow>`
    select p.part_id, p.seal, p.made_at, p.written_at, p.to_at, p.written_by = (select me()) as mine, p.kind,
      p.goal_id, array_to_string(p.areas, ',') as areas, p.unit_id, u.name as unit_name, p.engagement_id,
      s.given_name, s.family_name, e.title, coalesce(e.phone, u.phone) as phone, p.starts_on, p.ends_on, p.state, p.body
    from plan_part p
      left join unit_here u on u.id = p.unit_id
      left join engagement_here e on e.id = p.engagement_id
      left join person_here s on s.id = e.person_id
    where p.child_id = ${childId} and p.plan_id = ${theirPlan(childId)} ${reach[which]}
    order by p.made_at, p.part_id, p.written_at, p.to_at`.execute(trx)
  return rows
}

/** The plan's own version would count, for whoever reads a part of it, what is kept from them. */
export const partPlace = (partId: string, seal: number): Place => ({
  table: 'plan_part',
  column: 'body',
  row: partId,
  version: seal,
})

export const nameOfStaff = (row: { given_name: string | null; family_name: string | null }): string =>
  printedName(row)

/** Opens what was written in the parts. */
export const openParts = (box: Box, rows: readonly PartRow[]): Part[] => rows.map((row) => openPart(box, row))

function openPart(box: Box, row: PartRow): Part {
  const place = partPlace(row.part_id, row.seal)
  const written = {
    id: row.part_id,
    madeAt: row.made_at,
    at: row.written_at,
    until: row.to_at ?? undefined,
    mine: row.mine,
  }
  const areas = (row.areas ? row.areas.split(',') : []) as WheelArea[]
  const unit = { id: row.unit_id ?? '', name: row.unit_name ?? '' }
  switch (row.kind) {
    case 'goal':
      return {
        ...written,
        kind: row.kind,
        areas,
        body: box.open(place, row.body, goalBody),
      }
    case 'action':
      return {
        ...written,
        kind: row.kind,
        goalId: row.goal_id ?? undefined,
        areas,
        unit: row.unit_id ? unit : undefined,
        engagementId: row.engagement_id ?? undefined,
        startsOn: row.starts_on ?? undefined,
        endsOn: row.ends_on ?? undefined,
        state: row.state ?? 'ongoing',
        body: box.open(place, row.body, actionBody),
      }
    case 'contact':
      return {
        ...written,
        kind: row.kind,
        unit,
        person: personOf(row),
        body: box.open(place, row.body, contactBody),
      }
    case 'reference':
      return { ...written, kind: row.kind, body: box.open(place, row.body, referenceBody) }
    case 'if_worse':
      return { ...written, kind: row.kind, body: box.open(place, row.body, ifWorseBody) }
  }
}

function personOf(row: PartRow): PlanPerson | undefined {
  if (!row.engagement_id || !row.title) return undefined
  const phone = row.phone ?? undefined
  return { engagementId: row.engagement_id, name: nameOfStaff(row), title: row.title, phone }
}

/** Who is responsible just now, in each of the two ways, and since when. */
export type Lead = PlanPerson & { unitId: string; unitName: string; since: Date }
export type Leads = { bba: Lead | undefined; collaboration: Lead | undefined }

type LeadRow = {
  kind: ResponsibilityKind
  since: Date
  engagement_id: string
  unit_id: string
  unit_name: string
  given_name: string | null
  family_name: string | null
  title: string
  phone: string | null
}

/** The BBA, and the one who leads the collaboration: the BBA until somebody else has said yes. */
export async function findLeads({ trx }: Work, childId: string): Promise<Leads> {
  const { rows } = await sql<LeadRow>`
    select r.kind, lower(r.during) as since, r.engagement_id, r.unit_id, u.name as unit_name, p.given_name, p.family_name,
      e.title, coalesce(e.phone, u.phone) as phone
    from responsibility r
      join engagement_here e on e.id = r.engagement_id
      join person_here p on p.id = e.person_id
      join unit_here u on u.id = r.unit_id
    where r.child_id = ${childId} and r.during @> asked_at()`.execute(trx)
  const bba = leadOf(rows, 'best_interests_lead')
  return { bba, collaboration: leadOf(rows, 'collaboration_lead') ?? bba }
}

function leadOf(rows: readonly LeadRow[], kind: ResponsibilityKind): Lead | undefined {
  const row = rows.find((one) => one.kind === kind)
  if (!row) return undefined
  return {
    engagementId: row.engagement_id,
    name: nameOfStaff(row),
    title: row.title,
    phone: row.phone ?? undefined,
    unitId: row.unit_id,
    unitName: row.unit_name,
    since: row.since,
  }
}

/** Things that are kept from somebody in the family, with whom: for those who carry the matter. */
export async function findKept(
  { trx, actor }: Work,
  childId: string,
): Promise<ReadonlyMap<string, string[]>> {
  if (actor.kind !== 'staff') return new Map()
  const { rows } = await sql<{ thing_id: string; names: string[] }>`
    select b.thing_id, array_agg(coalesce(p.given_name, 'en vårdnadshavare') order by p.given_name) as names
    from bar b join person_here p on p.id = b.person_id
    where b.child_id = ${childId} and b.thing_id is not null and b.ended_at is null
    group by b.thing_id`.execute(trx)
  return new Map(rows.map(({ thing_id, names }) => [thing_id, names]))
}

/** The family lets a unit read its own part only. False when it reads no more than that already. */
export async function narrowParty({ trx, newId }: Work, childId: string, unitId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select narrow_party(${childId}, ${unitId}, ${newId()}) as done`.execute(trx)
  return rows[0]?.done ?? false
}
