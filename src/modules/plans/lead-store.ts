import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { PlanPerson } from './plan.ts'
import { nameOfStaff } from './plan-store.ts'

/** Somebody who can lead the collaboration: works with the child in the carrying unit, or in one that reads it all. */
export type Candidate = PlanPerson & { unitName: string }

type CandidateRow = {
  engagement_id: string
  given_name: string | null
  family_name: string | null
  title: string
  phone: string | null
  unit_name: string
}

export async function findCandidates({ trx }: Work, childId: string): Promise<Candidate[]> {
  const { rows } = await sql<CandidateRow>`
    select distinct e.id as engagement_id, p.given_name, p.family_name, e.title, e.phone, u.name as unit_name
    from assignment a
      join engagement_here e on e.id = a.engagement_id
      join person_here p on p.id = e.person_id
      join unit_here u on u.id = e.unit_id
    where a.child_id = ${childId} and a.valid_from <= asked_at() and (a.valid_to is null or a.valid_to > asked_at())
      and e.valid_from <= asked_day() and (e.valid_to is null or e.valid_to >= asked_day())
      and ((a.kind = 'work' and a.secrecy_unit_id = (select my_secrecy_unit()))
        or (a.kind = 'party' and exists (select from access_grant g where g.child_id = a.child_id
          and g.to_unit_id = e.unit_id and g.kind = 'party' and g.part = 'whole' and grant_lives(g))))
    order by u.name, p.given_name`.execute(trx)
  return rows.map((row) => ({
    engagementId: row.engagement_id,
    name: nameOfStaff(row),
    title: row.title,
    phone: row.phone ?? undefined,
    unitName: row.unit_name,
  }))
}

/** The question that was asked last, and what became of it. */
export type LeadQuestion = {
  engagementId: string
  name: string
  answered: boolean
  /** Said no thank you; a question can also be taken back. */
  declined: boolean
}

export async function findLeadQuestion({ trx }: Work, childId: string): Promise<LeadQuestion | undefined> {
  const { rows } = await sql<{
    engagement_id: string
    given_name: string | null
    family_name: string | null
    answered: boolean
    by_themselves: boolean
  }>`
    select t.engagement_id, p.given_name, p.family_name, t.done_at is not null as answered,
      coalesce(t.done_by = e.person_id, false) as by_themselves
    from task t join engagement_here e on e.id = t.engagement_id join person_here p on p.id = e.person_id
    where t.child_id = ${childId} and t.kind = 'accept_collaboration'
    order by t.made_at desc limit 1`.execute(trx)
  const row = rows[0]
  if (!row) return undefined
  const declined = row.answered && row.by_themselves
  return { engagementId: row.engagement_id, name: nameOfStaff(row), answered: row.answered, declined }
}

/** Says yes to lead. False when nobody asks any more. */
export async function acceptCollaboration({ trx, newId }: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select accept_collaboration(${childId}, ${newId()}) as done`.execute(trx)
  return rows[0]?.done ?? false
}

/** From now on the BBA leads again. */
export async function endCollaborationLead({ trx, at }: Work, childId: string): Promise<void> {
  await trx
    .updateTable('responsibility')
    .set({ during: sql`tstzrange(lower(during), ${at.toISOString()}::timestamptz)` })
    .where('child_id', '=', childId)
    .where('kind', '=', 'collaboration_lead')
    .where(sql<boolean>`upper_inf(during)`)
    .execute()
}
