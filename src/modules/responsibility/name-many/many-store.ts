import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Person, personOf, printedName } from '#shared/person.ts'

/** A child that somebody in the unit is BBA for. */
export type Held = { childId: string; child: Person; tenureId: string; engagementId: string; name: string }

type Row = {
  child_id: string
  tenure_id: string
  engagement_id: string
  child_given: string | null
  child_family: string | null
  protection: string
  provisional: boolean
  given_name: string | null
  family_name: string | null
}

const most = 200

/** Those that the person works with and holds the function for, in the unit where they act. */
export async function listHeld({ trx }: Work): Promise<Held[]> {
  const { rows } = await sql<Row>`
    select r.child_id, r.id as tenure_id, r.engagement_id, c.given_name as child_given, c.family_name as child_family,
      c.protection, c.provisional, p.given_name, p.family_name
    from responsibility r
      join child c on c.id = r.child_id
      join engagement_here e on e.id = r.engagement_id
      join person_here p on p.id = e.person_id
    where r.child_id in (select unnest(my_lead_children())) and r.unit_id = (select my_unit())
      and (select i_choose_leads()) and r.kind = 'best_interests_lead' and upper_inf(r.during)
    order by (coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '')) collate "sv-SE-x-icu", c.id
    limit ${most}`.execute(trx)
  return rows.map((row) => ({
    childId: row.child_id,
    child: personOf({
      ...row,
      id: row.child_id,
      given_name: row.child_given,
      family_name: row.child_family,
    }),
    tenureId: row.tenure_id,
    engagementId: row.engagement_id,
    name: printedName(row),
  }))
}

/** Holds the function, or stands in for somebody who is there. */
export async function choosesLeads({ trx }: Work): Promise<boolean> {
  const { rows } = await sql<{ chooses: boolean }>`select i_choose_leads() as chooses`.execute(trx)
  return rows[0]?.chooses ?? false
}
