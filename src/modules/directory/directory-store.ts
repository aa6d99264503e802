import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Need, needCodes, sayings } from '#modules/knowledge'
import { findLadder, kindsByAge } from '#modules/responsibility'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { UnitKind } from '#shared/schema.ts'
import { type Contact, type DirectoryUnit, type Entry, firstKinds, unborn, type Writes } from './entry.ts'

type Reading = Pick<Work, 'trx'>

export type Wanted = {
  /** Plain words; empty for everything. */
  words: string
  municipality: string | undefined
  age: number | undefined
  /** Those that stand first, in this order. */
  first: readonly UnitKind[]
  /** Only units that have told something. */
  told: boolean
  page: number
  size: number
}

type Row = {
  id: string
  name: string
  kind: UnitKind
  phone: string | null
  municipalities: string[] | null
  version: number | null
  mission: string
  can: string
  cannot: string
  from_age: number
  to_age: number
  hours: string
  asking: string
  needs: string[]
  proposal: boolean
  saved_at: Date
}

const columns = sql`u.id, u.name, u.kind, u.phone, e.version, e.mission, e.can, e.cannot, e.from_age, e.to_age, e.hours,
  e.asking, e.needs, e.proposal, e.saved_at, (select array_agg(m.name order by m.name collate "sv-SE-x-icu")
    from unit_serves v join municipality m on m.code = v.municipality_code where v.unit_id = u.id) as municipalities`
/** What stands now. */
const newest = sql`(select distinct on (n.unit_id) n.* from unit_entry n order by n.unit_id, n.version desc)`

/** A unit that is closed is nobody to turn to. */
export const isOpen = sql`(u.closed_on is null or u.closed_on > asked_day())`

/** The needs that the words tell of: "sover dåligt" is sleep. */
export async function needsIn({ trx }: Reading, words: string): Promise<Need[]> {
  if (!words) return []
  const { rows } = await sql<{ need: Need }>`
    select distinct s.need from unnest(${sayings.map(({ need }) => need)}::text[], ${sayings.map(({ says }) => says)}::text[])
      as s (need, says)
    where (select to_tsvector('swedish', ${words})) @@ plainto_tsquery('swedish', s.says)`.execute(trx)
  return rows.map(({ need }) => need)
}

/** The kinds that stand first for somebody of this age. */
export async function findFirstKinds(
  work: Reading & { today: Day },
  age: number | undefined,
): Promise<readonly UnitKind[]> {
  return firstKinds(kindsByAge(await findLadder(work), age, age === unborn, work.today), age)
}

/** A page of units, those that answer best first, and the nearest of them; and how many there are in all. Only those of the
 * page are read whole. */
export async function findUnits(
  { trx }: Reading,
  wanted: Wanted,
  needs: readonly Need[],
): Promise<{ units: DirectoryUnit[]; total: number }> {
  const { words, municipality = null, age = null, first, told, page, size } = wanted
  const { rows } = await sql<Row & { total: number }>`
    with found as materialized (select u.id, e.version, count(*) over ()::int as total, row_number() over (
        order by t.met desc, v.near is null, ts_rank(t.all_words, plainto_tsquery('swedish', ${words})) desc,
          coalesce(array_position(${[...first]}::text[], u.kind::text), 99), u.name collate "sv-SE-x-icu") as place
      from unit_directory u left join ${newest} e on e.unit_id = u.id
        cross join lateral (select case when ${words} <> '' then coalesce(e.words, '') || to_tsvector('swedish', u.name) end as all_words,
          case when e.needs && ${[...needs]}::text[]
            then (select count(*) from unnest(e.needs) n where n = any (${[...needs]}::text[])) else 0 end as met) t
        left join (select v.unit_id as near from unit_serves v where v.municipality_code =
          (select h.municipality_code from unit_directory h where h.id = (select my_unit()))) v on v.near = u.id
      where ${isOpen} and (e.version is not null or not ${told}::bool)
        and (${words} = '' or t.met > 0 or t.all_words @@ plainto_tsquery('swedish', ${words}))
        and (${municipality}::text is null
          or exists (select from unit_serves v where v.unit_id = u.id and v.municipality_code = ${municipality}::text))
        and (${age}::int is null or e.version is null or ${age}::int between e.from_age and e.to_age)
      order by place limit ${size} offset ${(page - 1) * size})
    select ${columns}, f.total from found f join unit_directory u using (id)
      left join unit_entry e on (e.unit_id, e.version) = (f.id, f.version)
    order by f.place`.execute(trx)
  return { units: rows.map(unitOf), total: rows[0]?.total ?? 0 }
}

export async function findUnit({ trx }: Reading, id: string): Promise<DirectoryUnit | undefined> {
  const { rows } = await sql<Row>`
    select ${columns} from unit_directory u left join ${newest} e on e.unit_id = u.id
    where u.id = ${id} and ${isOpen}`.execute(trx)
  return rows[0] && unitOf(rows[0])
}

const isNeed = (code: string): code is Need => needCodes.some((need) => need === code)

const unitOf = ({ id, name, kind, phone, municipalities, ...entry }: Row): DirectoryUnit => ({
  id,
  name,
  kind,
  phone: phone ?? undefined,
  municipalities: municipalities ?? [],
  entry: entry.version === null ? undefined : entryOf({ ...entry, version: entry.version }),
})

type EntryRow = Pick<Row, 'mission' | 'can' | 'cannot' | 'from_age' | 'to_age' | 'hours' | 'asking'> &
  Pick<Row, 'needs' | 'proposal' | 'saved_at'> & { version: number }

const entryOf = ({ from_age, to_age, saved_at, needs, ...told }: EntryRow): Entry => ({
  ...told,
  fromAge: from_age,
  toAge: to_age,
  needs: needs.filter(isNeed),
  savedOn: swedishDay(saved_at),
})

/** The ways in to each unit, as they stand in its newest version. */
export async function findContacts(
  { trx }: Reading,
  units: readonly DirectoryUnit[],
): Promise<ReadonlyMap<string, readonly Contact[]>> {
  const told = units.flatMap(({ id, entry }) => (entry ? [{ id, version: entry.version }] : []))
  const { rows } = await sql<{ unit_id: string; what: string; phone: string; for_everybody: boolean }>`
    select c.unit_id, c.what, c.phone, c.for_everybody
    from unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ version }) => version)}::int[]) as t (id, version)
      join unit_contact c on (c.unit_id, c.version) = (t.id, t.version)
    order by c.unit_id, c.place`.execute(trx)
  const contacts = rows.map(({ unit_id, what, phone, for_everybody }) => ({
    unit_id,
    contact: { what, phone, forEverybody: for_everybody },
  }))
  return new Map(
    [...Map.groupBy(contacts, ({ unit_id }) => unit_id)].map(([id, all]) => [
      id,
      all.map(({ contact }) => contact),
    ]),
  )
}

/** How the person may write for the unit; undefined: not at all. */
export async function writesEntry({ trx }: Reading, unitId: string): Promise<Writes | undefined> {
  const { rows } = await sql<{ writes: Writes | null }>`
    select case when keeps_entry(${unitId}) then 'keeps' when proposes_entry(${unitId}) then 'proposes' end as writes`.execute(
    trx,
  )
  return rows[0]?.writes ?? undefined
}

export async function leadsProcess({ trx }: Reading): Promise<boolean> {
  const { rows } = await sql<{
    leads: boolean
  }>`select coalesce(i_lead_the_process(), false) as leads`.execute(trx)
  return rows[0]?.leads ?? false
}
