import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { MunicipalFunction } from '#shared/schema.ts'

/**
 * The units in municipalities that have not begun with something that needs others to have begun as well. Nothing that
 * protects somebody can wait, and so has no name among these (docs/decisions/0034).
 */
export async function unitsWithout({ trx }: Work, what: MunicipalFunction): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('unit_directory as u')
    .innerJoin('not_begun as n', 'n.municipality_code', 'u.municipality_code')
    .select('u.id')
    .where(sql<boolean>`${what} = any (n.waits)`)
    .execute()
  return new Set(rows.map(({ id }) => id ?? ''))
}

/** Both the unit that one works in and the other, if there is one, have begun. */
export async function hasBegun(work: Work, what: MunicipalFunction, otherId?: string): Promise<boolean> {
  const without = await unitsWithout(work, what)
  return ![work.actor.unitId, otherId].some((id) => id !== undefined && without.has(id))
}
