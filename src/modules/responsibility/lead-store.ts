import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { addWorkingDays, type Day, swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { printedName } from '#shared/person.ts'
import { alone } from '#shared/pool.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'

/** Somebody at work, as they are written to others. */
export type AtWork = { engagementId: string; name: string; title: string; unitName: string }

/** A tenure in whose place the person may choose another. */
export type Naming = {
  tenureId: string
  /** Whoever it was given to, and whether they have left. */
  heldBy: AtWork & { hasLeft: boolean }
  heldNow: AtWork
  /** The person works inside the wall that carries the matter. */
  isInside: boolean
  /** Chooses now. Whoever only goes in while somebody is away has it until they are back. */
  chooses: boolean
  candidates: readonly AtWork[]
}

const atWork = ({ trx }: Work) =>
  trx
    .selectFrom('engagement_here as e')
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .innerJoin('unit_here as u', 'u.id', 'e.unit_id')
    .select(['e.id', 'e.title', 'p.given_name', 'p.family_name', 'u.name as unit_name'])

type Row = Awaited<ReturnType<ReturnType<typeof atWork>['execute']>>[number]

const atWorkOf = (row: Row): AtWork => ({
  engagementId: row.id,
  name: printedName(row),
  title: row.title,
  unitName: row.unit_name,
})

type NamingRow = { tenure_id: string; wall: string; held_by: string; held_now: string; chooses: boolean }

/** Undefined for whoever neither chooses nor goes in just now. */
export const findNaming = (work: Work, childId: string): Promise<Naming | undefined> =>
  namingOf(work, sql<NamingRow>`select * from lead_to_name(${childId})`, childId, null)

/** The same, for whoever is to answer somebody who asks for another. */
export const findReplacing = (work: Work, childId: string, requestId: string): Promise<Naming | undefined> =>
  namingOf(
    work,
    sql<NamingRow>`select *, true as chooses from lead_to_replace(${childId}, ${requestId})`,
    childId,
    requestId,
  )

async function namingOf(
  work: Work,
  found: RawBuilder<NamingRow>,
  childId: string,
  requestId: string | null,
): Promise<Naming | undefined> {
  const [row] = (await found.execute(work.trx)).rows
  if (!row) return undefined
  const held = await atWork(work)
    .select('e.valid_to')
    .where('e.id', 'in', [row.held_by, row.held_now])
    .execute()
  const [by, now] = [row.held_by, row.held_now].map((id) => held.find((one) => one.id === id))
  if (!by || !now) throw new Error('whoever holds a tenure is there')
  const candidates = await atWork(work)
    .where('e.id', 'in', sql<string>`(select lead_candidates(${childId}, ${requestId}))`)
    .orderBy(sql`p.given_name collate "sv-SE-x-icu"`)
    .orderBy('e.id')
    .execute()
  return {
    tenureId: row.tenure_id,
    heldBy: { ...atWorkOf(by), hasLeft: by.valid_to !== null && by.valid_to < work.today },
    heldNow: atWorkOf(now),
    isInside: row.wall === work.actor.secrecyUnitId,
    chooses: row.chooses,
    candidates: candidates.map(atWorkOf),
  }
}

/** Who is BBA now, for somebody in whose place another was asked for; undefined for everybody else. */
export async function findLeadAfterMe(work: Work, childId: string): Promise<AtWork | undefined> {
  const row = await atWork(work).where('e.id', '=', sql<string>`lead_after_me(${childId})`).executeTakeFirst()
  return row && atWorkOf(row)
}

const place = (row: string) => ({ table: 'lead_choice', column: 'body', row, version: 1 })
const body = z.object({ why: sealedText })

/** Who has been BBA of what is going on, and why where the person may read it. */
export type Tenure = AtWork & { from: Day; until: Day | undefined; why: SealedText | undefined }

/** The latest first. */
export async function listTenures(work: Work, childId: string, matterId: string): Promise<Tenure[]> {
  const rows = await atWork(work)
    .innerJoin('responsibility as r', 'r.engagement_id', 'e.id')
    .leftJoin('lead_choice as c', (join) =>
      join.onRef('c.child_id', '=', 'r.child_id').onRef('c.tenure_id', '=', 'r.id'),
    )
    .select(['r.id as tenure_id', 'c.body'])
    .select([sql<Date>`lower(r.during)`.as('from'), sql<Date | null>`upper(r.during)`.as('until')])
    .where('r.child_id', '=', childId)
    .where('r.matter_id', '=', matterId)
    .where('r.kind', '=', 'best_interests_lead')
    .orderBy('from', 'desc')
    .execute()
  const box = await work.box(childId)
  return rows.map((row) => ({
    ...atWorkOf(row),
    from: swedishDay(row.from),
    until: row.until ? swedishDay(row.until) : undefined,
    why: row.body ? box.open(place(row.tenure_id), row.body, body).why : undefined,
  }))
}

const readWithinWorkingDays = 2
const dueFrom = (today: Day) => addWorkingDays(today, readWithinWorkingDays)

export type Choice = {
  childId: string
  seen: string
  tenureId: string
  chosen: string
  why: SealedText
  requestId?: string
}

/** From this moment the one who is chosen is BBA. Sent twice is once. */
export async function nameLead(
  work: Work,
  { childId, seen, tenureId, chosen, why, requestId }: Choice,
): Promise<'done' | 'conflict' | 'not-candidate' | 'not-allowed'> {
  const { trx, newId, today, box } = work
  const reason = (await box(childId)).seal(place(tenureId), { why })
  const ids = [newId(), newId(), newId()]
  const { rows } = await sql<{ came: 'done' | 'conflict' | 'not-candidate' | 'not-allowed' }>`
    select name_lead(${childId}, ${seen}, ${tenureId}, ${chosen}, ${reason}, ${dueFrom(today)}::date, ${ids}::uuid[],
      ${requestId ?? null}) as came`.execute(trx)
  return rows[0]?.came ?? 'not-allowed'
}

const aTurn = 500

/** Tells those who have become accountable without being given it. How many were told. */
export async function tellNewLeads(deps: Pick<Deps, 'pool' | 'now' | 'newId'>): Promise<number> {
  const at = deps.now()
  let all = 0
  for (let told = aTurn; told === aTurn; all += told) {
    const ids = Array.from({ length: aTurn }, deps.newId)
    const rows = await alone(deps, (line) =>
      line.unsafe(
        'select public.tell_new_leads($1::text::timestamptz, $2::text::date, $3::text::uuid[]) as told',
        [at.toISOString(), dueFrom(swedishDay(at)), `{${ids.join(',')}}`],
      ),
    )
    told = (rows as { told: number }[])[0]?.told ?? 0
  }
  return all
}
