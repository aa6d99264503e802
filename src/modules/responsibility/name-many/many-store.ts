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

/** Which of them are shown: of one class or all, from the one after which the page before ended. */
export type Shown = { inClass: string | undefined; after: string | undefined }

const perPage = 50
const order = sql`(coalesce(c.given_name, '') || ' ' || coalesce(c.family_name, '') || ' ' || c.id) collate "sv-SE-x-icu"`
/** Those that the person works with and holds the function for, in the unit where they act. */
const held = sql`responsibility r join child c on c.id = r.child_id
    join engagement_here e on e.id = r.engagement_id join person_here p on p.id = e.person_id
  where r.child_id in (select unnest(my_lead_children())) and r.unit_id = (select my_unit())
    and (select i_choose_leads()) and r.kind = 'best_interests_lead' and upper_inf(r.during)`
/** `5B, Furuskolan`: a school's register has said so, and the child goes there today. */
const className = sql`(i.class_name || ', ' || u.name)`
const inClassToday = sql`child_placement i join unit_here u on u.id = i.unit_id
  where i.valid_from <= asked_day() and (i.valid_to is null or i.valid_to > asked_day()) and i.class_name is not null`

/** A page of them, by name, and the one that the next page begins after. */
export async function listHeld(
  { trx }: Work,
  { inClass, after }: Shown,
): Promise<{ held: Held[]; next: string | undefined }> {
  const ofClass = inClass
    ? sql`and exists (select from ${inClassToday} and i.child_id = c.id and ${className} = ${inClass})`
    : sql``
  const beyond = after
    ? sql`and ${order} > (select ${order} from child c where c.id = ${after}::uuid and not c.provisional)`
    : sql``
  const { rows } = await sql<Row>`
    select r.child_id, r.id as tenure_id, r.engagement_id, c.given_name as child_given, c.family_name as child_family,
      c.protection, c.provisional, p.given_name, p.family_name
    from ${held} ${ofClass} ${beyond} order by ${order} limit ${perPage + 1}`.execute(trx)
  const shown = rows.slice(0, perPage).map(heldOf)
  return { held: shown, next: rows.length > perPage ? shown.at(-1)?.childId : undefined }
}

const heldOf = (row: Row): Held => ({
  childId: row.child_id,
  child: personOf({ ...row, id: row.child_id, given_name: row.child_given, family_name: row.child_family }),
  tenureId: row.tenure_id,
  engagementId: row.engagement_id,
  name: printedName(row),
})

/** Their classes as they are written; none where no school's register has told of any. */
export async function listClasses({ trx }: Work): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct ${className} as name from ${inClassToday} and i.child_id in (select c.id from ${held})`.execute(
    trx,
  )
  return rows.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'sv', { numeric: true }))
}

/** Holds the function, or stands in for somebody who is there. */
export async function choosesLeads({ trx }: Work): Promise<boolean> {
  const { rows } = await sql<{ chooses: boolean }>`select i_choose_leads() as chooses`.execute(trx)
  return rows[0]?.chooses ?? false
}
