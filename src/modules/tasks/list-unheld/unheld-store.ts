import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import { type Person, personOf, printedName } from '#shared/person.ts'

/** Something that whoever held it is not there for. Never what it is. */
export type Unheld = {
  childId: string
  child: Person
  /** Who is not there; or the unit, when it has closed. */
  who: string
  why: 'left' | 'closed' | 'away'
  /** The earliest day of what waits; undefined when nothing does. */
  dueOn: Day | undefined
}

type Row = {
  child_id: string
  engagement_id: string
  why: Unheld['why']
  due_on: Day | null
  child_given: string | null
  child_family: string | null
  protection: string
  provisional: boolean
  given_name: string | null
  family_name: string | null
  unit_name: string
}

type Place = readonly [childId: string, engagementId: string]
const perPage = 50

export async function listUnheld(
  { trx }: Work,
  after: Place | undefined,
): Promise<{ unheld: Unheld[]; next: Place | undefined }> {
  const from = after
    ? sql`where (u.child_id, u.engagement_id) > (${after[0]}::uuid, ${after[1]}::uuid)`
    : sql``
  const { rows } = await sql<Row>`
    select u.child_id, u.engagement_id, u.why, c.given_name as child_given, c.family_name as child_family, c.protection,
      c.provisional, p.given_name, p.family_name, w.name as unit_name,
      (select min(t.due_on) from task t where t.child_id = u.child_id and t.engagement_id = u.engagement_id
        and t.done_at is null) as due_on
    from unheld() u
      join child c on c.id = u.child_id
      join engagement_here e on e.id = u.engagement_id
      join person_here p on p.id = e.person_id
      join unit_here w on w.id = e.unit_id
    ${from}
    order by u.child_id, u.engagement_id limit ${perPage + 1}`.execute(trx)
  const last = rows.length > perPage ? rows[perPage - 1] : undefined
  return {
    unheld: rows.slice(0, perPage).map((row) => ({
      childId: row.child_id,
      child: personOf({
        ...row,
        id: row.child_id,
        given_name: row.child_given,
        family_name: row.child_family,
      }),
      who: row.why === 'closed' ? row.unit_name : printedName(row),
      why: row.why,
      dueOn: row.due_on ?? undefined,
    })),
    next: last && [last.child_id, last.engagement_id],
  }
}
