import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'
import type { AuthorityFunctionKind, UnitKind } from '#shared/schema.ts'
import type { Employee, KeptUnit, Organisation } from './administration.ts'

/** Undefined: the person administers nothing, as the engagement they act for. */
export async function findMyOrganisation({ trx }: Work): Promise<Organisation | undefined> {
  const row = await trx
    .selectFrom('authority as a')
    .select(['a.id', 'a.name', 'a.kind', 'a.municipality_code'])
    .where(sql<boolean>`administers(a.id)`)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      name: row.name,
      isRegion: row.kind === 'region',
      municipality: row.municipality_code ?? undefined,
    }
  )
}

export const listWalls = ({ trx }: Work, organisationId: string) =>
  trx
    .selectFrom('secrecy_unit')
    .select(['id', 'name'])
    .where('authority_id', '=', organisationId)
    .orderBy('name')
    .execute()

export const listMunicipalities = ({ trx }: Work) =>
  trx.selectFrom('municipality').select(['code', 'name']).orderBy('name').execute()

const unitsOf = ({ trx }: Work, organisationId: string) =>
  trx
    .selectFrom('unit_directory as u')
    .innerJoin('secrecy_unit as w', 'w.id', 'u.secrecy_unit_id')
    .select(['u.id', 'u.name', 'u.kind', 'u.phone', 'u.closed_on'])
    .where('w.authority_id', '=', organisationId)

type UnitRow = { id: string; name: string; kind: UnitKind; phone: string | null; closed_on: string | null }
const unitOf = ({ closed_on, phone, ...row }: UnitRow): KeptUnit => ({
  ...row,
  phone: phone ?? undefined,
  closedOn: closed_on ?? undefined,
})

export async function listKeptUnits(work: Work, organisationId: string): Promise<KeptUnit[]> {
  const rows = await unitsOf(work, organisationId).orderBy(sql`u.name collate "sv-SE-x-icu"`).execute()
  return rows.map(unitOf)
}

export async function findKeptUnit(work: Work, organisationId: string, id: string) {
  const row = await unitsOf(work, organisationId).where('u.id', '=', id).executeTakeFirst()
  return row && unitOf(row)
}

type NewUnit = {
  id: string
  wallId: string
  kind: UnitKind
  name: string
  phone: string | undefined
  municipality: string
}

/** Sent twice it is one unit. */
export async function addUnit({ trx }: Work, { id, wallId, kind, name, phone, municipality }: NewUnit) {
  await trx
    .insertInto('unit')
    .values({
      id,
      secrecy_unit_id: wallId,
      kind,
      name,
      phone: phone ?? null,
      municipality_code: municipality,
    })
    .execute()
  await trx.insertInto('unit_serves').values({ unit_id: id, municipality_code: municipality }).execute()
}

/** Waits for whoever else is saving the same, until they have. */
export const oneAtATime = ({ trx }: Work, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${id}, 34))`.execute(trx)

export const changeUnit = ({ trx }: Work, id: string, name: string, phone: string | undefined) =>
  trx
    .updateTable('unit')
    .set({ name, phone: phone ?? null })
    .where('id', '=', id)
    .execute()

export async function isInUse({ trx }: Work, unitId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select unit_is_in_use(${unitId}::uuid) as used`.execute(trx)
  return rows[0]?.used ?? true
}

export const closeUnit = ({ trx, today }: Work, id: string) =>
  trx.updateTable('unit').set({ closed_on: today }).where('id', '=', id).execute()

const employees = ({ trx }: Work, organisationId: string) =>
  trx
    .selectFrom('engagement_here as e')
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .innerJoin('unit_directory as u', 'u.id', 'e.unit_id')
    .innerJoin('secrecy_unit as w', 'w.id', 'u.secrecy_unit_id')
    .select([
      'e.id',
      'e.person_id',
      'e.unit_id',
      'e.title',
      'e.phone',
      'e.valid_from',
      'e.valid_to',
      'p.given_name',
      'p.family_name',
      'u.name as unit_name',
    ])
    .where('w.authority_id', '=', organisationId)
    .orderBy(sql`p.given_name collate "sv-SE-x-icu"`)
    .orderBy('e.id')

type EmployeeRow = Awaited<ReturnType<ReturnType<typeof employees>['execute']>>[number]
const employeeOf = (row: EmployeeRow): Employee => ({
  id: row.id,
  personId: row.person_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  name: printedName(row),
  title: row.title,
  phone: row.phone ?? undefined,
  from: row.valid_from,
  to: row.valid_to ?? undefined,
})

/** Who works in a unit, or will. */
export async function listEmployees(work: Work, organisationId: string, unitId: string): Promise<Employee[]> {
  const rows = await employees(work, organisationId)
    .where('e.unit_id', '=', unitId)
    .where((eb) => eb.or([eb('e.valid_to', 'is', null), eb('e.valid_to', '>=', work.today)]))
    .execute()
  return rows.map(employeeOf)
}

/** Everybody who works, has worked or will work in the organisation. */
export const listAllEmployees = async (work: Work, organisationId: string): Promise<Employee[]> =>
  (await employees(work, organisationId).execute()).map(employeeOf)

/** By a part of the name, at most thirty. */
export async function findByName(work: Work, organisationId: string, name: string): Promise<Employee[]> {
  const part = `%${name.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await employees(work, organisationId)
    .where(sql<boolean>`lower(concat_ws(' ', p.given_name, p.family_name)) like ${part}`)
    .limit(30)
    .execute()
  return rows.map(employeeOf)
}

export async function findEmployee(work: Work, organisationId: string, id: string) {
  const row = await employees(work, organisationId).where('e.id', '=', id).executeTakeFirst()
  return row && employeeOf(row)
}

type Employment = {
  id: string
  personId: string
  unitId: string
  title: string
  phone: string | undefined
  from: string
  to?: string | undefined
}

export const addEmployment = ({ trx }: Work, { id, personId, unitId, title, phone, from, to }: Employment) =>
  trx
    .insertInto('engagement')
    .values({
      id,
      person_id: personId,
      unit_id: unitId,
      title,
      phone: phone ?? null,
      valid_from: from,
      valid_to: to ?? null,
    })
    .execute()

/** Somebody new, with a key of their own. */
export async function addPerson(work: Work, id: string, givenName: string, familyName: string) {
  await work.trx
    .insertInto('person')
    .values({ id, is_staff: true, given_name: givenName, family_name: familyName })
    .execute()
  await work.newBox(id)
}

export const changeEmployment = (
  { trx }: Work,
  id: string,
  { title, phone }: { title: string; phone: string | undefined },
) =>
  trx
    .updateTable('engagement')
    .set({ title, phone: phone ?? null })
    .where('id', '=', id)
    .execute()

/** What the database said: 'ended', or why not. */
export async function endEmployment({ trx }: Work, id: string, lastDay: string): Promise<string> {
  const { rows } = await sql<{ said: string }>`
    select end_employment(${id}::uuid, ${lastDay}::date) as said`.execute(trx)
  return rows[0]?.said ?? 'not-found'
}

/** What somebody has at the level of the organisation now. */
export async function listFunctions(
  { trx, today }: Work,
  organisationId: string,
): Promise<{ kind: AuthorityFunctionKind; engagementId: string; name: string }[]> {
  const rows = await trx
    .selectFrom('authority_function as f')
    .innerJoin('engagement_here as e', 'e.id', 'f.engagement_id')
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .select(['f.kind', 'f.engagement_id', 'p.given_name', 'p.family_name'])
    .where('f.authority_id', '=', organisationId)
    .where('f.valid_from', '<=', today)
    .where((eb) => eb.or([eb('f.valid_to', 'is', null), eb('f.valid_to', '>=', today)]))
    .where((eb) => eb.or([eb('e.valid_to', 'is', null), eb('e.valid_to', '>=', today)]))
    .orderBy('f.kind')
    .orderBy('f.valid_from')
    .execute()
  return rows.map((row) => ({ kind: row.kind, engagementId: row.engagement_id, name: printedName(row) }))
}
