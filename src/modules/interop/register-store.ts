import { sql } from 'kysely'
import { z } from 'zod'
import type { UnsignedWork } from '#modules/audit'
import type { WrappedKey } from '#shared/keys.ts'

/** What the register told, as the rules of the database take it: numbers as keyed hashes, names sealed. */
export type Told = {
  childId: string
  number: Buffer
  told: string
  died: boolean
  gone: boolean
  protection: 'none' | 'sekretessmarkering' | 'skyddad_folkbokforing'
  /** Undefined: not told. */
  guardians: readonly { hash: Buffer; name: string | undefined }[] | undefined
  wards: readonly Buffer[] | undefined
}
export type Taken = { fact: string; person: string | null }

/** Which of our children this is about. */
export async function childrenConcerned({ trx }: UnsignedWork, number: Buffer): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`select register_concerns(${number}::bytea) as ids`.execute(
    trx,
  )
  return rows[0]?.ids ?? []
}

export async function lastAsked({ trx }: UnsignedWork, number: Buffer): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`select register_asked(${number}::bytea) as at`.execute(trx)
  return rows[0]?.at ?? undefined
}

type Due = { childId: string; numberId: string; sealed: Buffer; key: WrappedKey }

/** Those about whom something goes on and of whom it has not been asked since, with the number as it lies sealed. */
export async function findDue({ trx }: UnsignedWork, before: Date, most: number): Promise<Due[]> {
  const { rows } = await sql<{
    child_id: string
    number_id: string
    value_sealed: Buffer
    kek_version: number
    wrapped: Buffer
  }>`select * from register_due(${before.toISOString()}::timestamptz, ${most}::int)`.execute(trx)
  return rows.map((row) => ({
    childId: row.child_id,
    numberId: row.number_id,
    sealed: row.value_sealed,
    key: { version: row.kek_version, wrapped: row.wrapped },
  }))
}

export async function noteAsked(
  { trx }: UnsignedWork,
  asked: readonly { childId: string; hash: Buffer }[],
): Promise<void> {
  await sql`select note_register_asked(${asked.map(({ childId }) => childId)}::uuid[],
    ${bytesOf(asked.map(({ hash }) => hash))})`.execute(trx)
}

type Feed = 'population' | `school:${string}`

export async function readTo({ trx }: UnsignedWork, feed: Feed): Promise<number> {
  const { rows } = await sql<{ at: string }>`select register_read_to(${feed}) as at`.execute(trx)
  return Number(rows[0]?.at ?? 0)
}

export async function keepReadTo({ trx }: UnsignedWork, feed: Feed, sequence: number): Promise<void> {
  await sql`select keep_register_read(${feed}, ${sequence}::bigint)`.execute(trx)
}

/** More than one post can ever need. */
const idsAPost = 80

export async function takePost({ trx, newId }: UnsignedWork, told: Told): Promise<Taken[]> {
  const { childId, number, guardians, wards } = told
  const hashes = guardians?.map(({ hash }) => hash)
  const names = guardians?.map(({ name }) => name ?? null)
  const { rows } = await sql<Taken>`
    select fact, person from take_register_post(${childId}, ${number}::bytea, ${told.told}::timestamptz, ${told.died},
      ${told.gone}, ${told.protection}::protection, ${bytesOf(hashes)}, ${names ?? null}::text[], ${bytesOf(wards)},
      ${Array.from({ length: idsAPost }, newId)}::uuid[])`.execute(trx)
  return rows
}

type Renamed = { childId: string; number: Buffer; told: string; newNumber: Buffer; sealed: string }

/** False: nothing was noted. */
export async function takeNewNumber({ trx, newId }: UnsignedWork, one: Renamed): Promise<boolean> {
  const { rows } = await sql<{ noted: boolean }>`
    select take_new_number(${one.childId}, ${one.number}::bytea, ${one.told}::timestamptz, ${one.newNumber}::bytea,
      ${one.sealed}, ${[newId(), newId()]}::uuid[]) as noted`.execute(trx)
  return rows[0]?.noted ?? false
}

/** An array of bytes, as text that the driver cannot misread. */
const bytesOf = (list: readonly Buffer[] | undefined) =>
  list
    ? sql`array(select decode(h, 'hex') from unnest(${list.map((one) => one.toString('hex'))}::text[]) with ordinality u (h, n) order by n)`
    : sql`null::bytea[]`

const day = z.string().nullish()
const bytes = z.string().transform((text) => Buffer.from(text, 'base64'))
const seals = z.object({
  givenName: z.string(),
  familyName: z.string(),
  bornOn: day,
  expectedOn: day,
  login: z.uuid().nullish(),
  placements: z.array(z.object({ id: z.uuid(), unit: z.uuid(), since: z.string(), until: day })),
  sealed: z.array(z.object({ id: z.uuid(), system: z.string(), value: bytes })),
  key: z
    .object({
      version: z.int(),
      wrapped: bytes,
      compartment: z.enum(['ordinary', 'protected']),
    })
    .nullable(),
})
export type ToSeal = z.output<typeof seals>

/** What a mark has to seal, in the transaction that took it and never else. Undefined: nothing is in clear. */
export async function findToSeal(
  { trx }: UnsignedWork,
  childId: string,
  personId: string | undefined,
): Promise<ToSeal | undefined> {
  const { rows } = await sql<{ found: unknown }>`
    select register_seals(${childId}, ${personId ?? null}::uuid) as found`.execute(trx)
  const found = rows[0]?.found
  return found ? seals.parse(typeof found === 'string' ? JSON.parse(found) : found) : undefined
}

export type MarkKey = { version: number; wrapped: Buffer }

export async function keepMarkKey(
  { trx }: UnsignedWork,
  mark: { childId: string; personId: string | undefined; markId: string },
  { version, wrapped }: MarkKey,
): Promise<void> {
  await sql`select keep_register_key(${mark.childId}, ${mark.personId ?? null}::uuid, ${mark.markId}::uuid, ${version},
    ${wrapped}::bytea)`.execute(trx)
}
