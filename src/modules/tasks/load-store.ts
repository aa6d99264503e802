import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'
import type { Load } from './task.ts'

export const loadPerPage = 50

/** Does the person lead the unit: hold its BBA function, or stand in? */
export async function leadsUnit({ trx }: Work): Promise<boolean> {
  const { rows } = await sql<{ leads: boolean }>`select i_hold_the_function() as leads`.execute(trx)
  return rows[0]?.leads ?? false
}

type Row = Omit<Load, 'name'> & { given_name: string | null; family_name: string | null }

/** How much each colleague has, as counts; few are not told apart. One more than the page tells that there is another. */
export async function listLoad({ trx }: Work, page: number): Promise<Load[]> {
  const { rows } = await sql<Row>`
    select p.given_name, p.family_name, e.title, l.children, l.waiting, l.overdue
    from unit_load() l join engagement_here e on e.id = l.engagement_id join person_here p on p.id = e.person_id
    order by p.given_name nulls last, p.family_name, l.engagement_id
    limit ${loadPerPage + 1} offset ${(page - 1) * loadPerPage}`.execute(trx)
  return rows.map(({ given_name, family_name, ...row }) => ({
    ...row,
    name: printedName({ given_name, family_name }),
  }))
}
