import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'
import type { MunicipalFunction, SecrecyKind, UnitKind } from '#shared/schema.ts'

export type Unit = {
  id: string
  name: string
  authorityId: string
  kind: UnitKind
  secrecyUnitId: string
  secrecyKind: SecrecyKind
  municipality: string | undefined
  phone: string | undefined
  /** The engagement that holds the unit's BBA function and takes what comes to the unit. */
  holderEngagementId: string | undefined
  /** Steps in when something has lain too long with the holder. */
  standInEngagementId: string | undefined
}

const units = ({ trx }: Work) =>
  trx
    .selectFrom('unit_directory as u')
    .innerJoin('secrecy_unit as s', 's.id', 'u.secrecy_unit_id')
    .leftJoin('unit_function as f', (join) =>
      join.onRef('f.unit_id', '=', 'u.id').on('f.kind', '=', 'best_interests_lead'),
    )
    .select([
      'u.id',
      'u.name',
      'u.kind',
      'u.secrecy_unit_id as secrecyUnitId',
      's.authority_id as authorityId',
      's.kind as secrecyKind',
      sql<string | undefined>`u.municipality_code`.as('municipality'),
      sql<string | undefined>`u.phone`.as('phone'),
      sql<string | undefined>`f.holder_engagement_id`.as('holderEngagementId'),
      sql<string | undefined>`f.stand_in_engagement_id`.as('standInEngagementId'),
    ])

/** Units that can take part around a child living in the municipalities; all of the county's when left out. */
export function listUnits(work: Work, municipalities?: readonly string[]): Promise<Unit[]> {
  let query = units(work).where((eb) =>
    eb.or([eb('u.closed_on', 'is', null), eb('u.closed_on', '>', work.today)]),
  )
  if (municipalities)
    query = query.where(
      sql<boolean>`exists (select from unit_serves v where v.unit_id = u.id and v.municipality_code = any (${[...municipalities]}))`,
    )
  return query.orderBy(sql`u.name collate "sv-SE-x-icu"`).execute()
}

export const findUnit = (work: Work, id: string): Promise<Unit | undefined> =>
  units(work).where('u.id', '=', id).executeTakeFirst()

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

/** Somebody who works in a unit. A protected colleague has no name here. */
export type Colleague = {
  engagementId: string
  personId: string
  name: string
  title: string
  phone: string | undefined
}

export async function listColleagues({ trx, today }: Work, unitId: string): Promise<Colleague[]> {
  const rows = await trx
    .selectFrom('engagement_here as e')
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .select(['e.id', 'p.id as person_id', 'p.given_name', 'p.family_name', 'e.title', 'e.phone'])
    .where('e.unit_id', '=', unitId)
    .where('e.valid_from', '<=', today)
    .where((eb) => eb.or([eb('e.valid_to', 'is', null), eb('e.valid_to', '>=', today)]))
    .orderBy(sql`p.given_name collate "sv-SE-x-icu"`)
    .execute()
  return rows.map((row) => ({
    engagementId: row.id,
    personId: row.person_id,
    name: printedName(row),
    title: row.title,
    phone: row.phone ?? undefined,
  }))
}
