import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { findIdentity, type Identity, identityPlace, numberPlace } from '#modules/children'
import { SealedText } from '#shared/sealed.ts'
import type { Box } from '#shared/vault.ts'
import type { Field, Hidden, Kind, Mark, Source } from './protection.ts'

const optional = z.string().nullish()
const identityBody = z.object({
  givenName: z.string(),
  familyName: z.string(),
  bornOn: z.string().optional(),
  expectedOn: z.string().optional(),
})
type Known = Pick<Identity, 'givenName' | 'familyName'> & Partial<Identity>
const phoneBody = z.object({ phone: z.string() })
const numberBody = z.object({ value: z.string() })
export const markBody = z.object({
  placements: z
    .array(z.object({ id: z.string(), unit: z.string(), since: z.string(), until: optional }))
    .default([]),
  numbers: z.array(z.object({ system: z.string(), value: z.string() })).default([]),
  contacts: z.array(z.object({ id: z.string(), phone: z.string() })).default([]),
})
type MarkBody = z.output<typeof markBody>

export const bodyPlace = (row: string) => ({ table: 'protection_mark', column: 'body', row, version: 1 })
const personPlace = (row: string) => ({ table: 'person', column: 'identity_sealed', row, version: 1 })
const phonePlace = (row: string) => ({ table: 'person_contact', column: 'body', row, version: 1 })

export type NewMark = {
  childId: string
  markId: string
  personId: string | undefined
  kind: Kind
  source: Source
  markedOn: string
}

/**
 * The mark arrives: everything that tells who and where is sealed with a key of its own and gone from where it was, in
 * this one transaction. By hand here; whoever listens to the population register does the same. False: marked already, or
 * not for this person to say.
 */
export async function markProtected(work: Work, mark: NewMark): Promise<boolean> {
  const { childId, markId, personId } = mark
  const [identity, body] = personId
    ? [await readGuardian(work, personId), await readContacts(work, personId)]
    : [await readChild(work, childId), await readPlaces(work, childId)]
  if (!identity) return false
  const box = await work.newBox(markId, 'protected')
  const login = personId ? undefined : await loginOf(work, childId)
  return markWith(work, box, mark, { identity, body, login })
}

export type InClear = { identity: Known; body: Partial<MarkBody>; login: string | undefined }

/** The same, with what has been read in this transaction, and the box of the mark. */
export async function markWith(
  { trx, newId }: Pick<Work, 'trx' | 'newId'>,
  box: Box,
  { childId, markId, personId, kind, source, markedOn }: NewMark,
  { identity, body, login }: InClear,
): Promise<boolean> {
  const { givenName, familyName } = identity
  const seals = {
    identity: box.seal(personId ? personPlace(personId) : identityPlace(childId), identity),
    own: login ? box.seal(personPlace(login), { givenName, familyName }) : null,
    body: box.seal(bodyPlace(markId), body),
  }
  const { rows } = await sql<{ done: boolean }>`
    select mark_protected(${childId}, ${markId}, ${personId ?? null}::uuid, ${kind}::protection, ${source},
      ${markedOn}::date, ${seals.identity}::bytea, ${seals.own}::bytea, ${seals.body}::bytea,
      ${identity.bornOn ?? null}::date, ${[newId(), newId()]}::uuid[]) as done`.execute(trx)
  return rows[0]?.done ?? false
}

/**
 * The day it turns eighteen, of a child that was marked before the database kept such a day: by whoever in the group opens
 * its page, once.
 */
export async function noteGrownDay(work: Work, childId: string): Promise<void> {
  const { rows } = await sql<{ lacks: boolean }>`select lacks_grown_day(${childId}) as lacks`.execute(
    work.trx,
  )
  const bornOn = rows[0]?.lacks ? (await findIdentity(work, childId))?.bornOn : undefined
  if (bornOn) await sql`select note_grown_day(${childId}, ${bornOn}::date)`.execute(work.trx)
}

/** As it is now: in clear; sealed by an earlier mark; or with the child's own key, from before there were marks. */
async function readChild(work: Work, childId: string): Promise<Known | undefined> {
  const row = await work.trx
    .selectFrom('child')
    .select(['given_name', 'family_name', 'born_on', 'expected_on', 'identity_sealed'])
    .where('id', '=', childId)
    .where('provisional', '=', false)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.identity_sealed)
    return (
      (await findIdentity(work, childId)) ??
      (await work.box(childId)).open(identityPlace(childId), row.identity_sealed, identityBody)
    )
  return row.given_name === null
    ? undefined
    : {
        givenName: row.given_name,
        familyName: row.family_name ?? '',
        bornOn: row.born_on ?? undefined,
        expectedOn: row.expected_on ?? undefined,
      }
}

async function loginOf({ trx }: Work, childId: string): Promise<string | undefined> {
  const row = await trx.selectFrom('child').select('person_id').where('id', '=', childId).executeTakeFirst()
  return row?.person_id ?? undefined
}

export async function readPlaces({ trx, box }: Work, childId: string): Promise<Partial<MarkBody>> {
  const placements = await trx
    .selectFrom('child_placement')
    .select(['id', 'unit_id as unit', 'valid_from as since', 'valid_to as until'])
    .where('child_id', '=', childId)
    .orderBy('id')
    .execute()
  const numbers = await trx
    .selectFrom('child_identifier')
    .select(['id', 'system', 'value_sealed'])
    .where('child_id', '=', childId)
    .execute()
  const childs = await box(childId)
  return {
    placements,
    numbers: numbers.map(({ id, system, value_sealed }) => ({
      system,
      ...childs.open(numberPlace(id), value_sealed, numberBody),
    })),
  }
}

async function readGuardian({ trx, box }: Work, personId: string): Promise<Known | undefined> {
  const row = await trx
    .selectFrom('person')
    .select(['given_name', 'family_name', 'identity_sealed'])
    .where('id', '=', personId)
    .executeTakeFirst()
  if (row?.identity_sealed)
    return (await box(personId)).open(personPlace(personId), row.identity_sealed, identityBody)
  return row?.given_name ? { givenName: row.given_name, familyName: row.family_name ?? '' } : undefined
}

async function readContacts({ trx, box }: Work, personId: string): Promise<Partial<MarkBody>> {
  const rows = await trx
    .selectFrom('person_contact')
    .select(['id', 'body'])
    .where('person_id', '=', personId)
    .execute()
  if (rows.length === 0) return {}
  const own = await box(personId)
  return { contacts: rows.map(({ id, body }) => ({ id, ...own.open(phonePlace(id), body, phoneBody) })) }
}

/** What lies sealed with the subject's own key, opened to be sealed with the mark's. */
export const openNumber = (own: Box, id: string, sealed: Buffer) =>
  own.open(numberPlace(id), sealed, numberBody)
export const openPhone = (own: Box, id: string, sealed: Buffer) => own.open(phonePlace(id), sealed, phoneBody)

type Opened = MarkBody & { identity: Known | undefined }

/** What a mark holds, for the group. Throws for everybody else: they cannot fetch the key. */
async function openMark({ trx, box }: Work, childId: string, mark: Mark): Promise<Opened> {
  const marks = await box(mark.id)
  const row = await trx
    .selectFrom('protection_mark as m')
    .innerJoin('child as c', 'c.id', 'm.child_id')
    .leftJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.body', 'c.identity_sealed as childs', 'p.identity_sealed as persons'])
    .where('m.child_id', '=', childId)
    .where('m.id', '=', mark.id)
    .executeTakeFirstOrThrow()
  const sealed = mark.personId ? row.persons : row.childs
  const place = mark.personId ? personPlace(mark.personId) : identityPlace(childId)
  return {
    ...marks.open(bodyPlace(mark.id), row.body, markBody),
    identity: sealed ? marks.open(place, sealed, identityBody) : undefined,
  }
}

const secret = (text: string) => new SealedText(text)

/** For the group's own page. */
export async function findHidden(work: Work, childId: string, mark: Mark): Promise<Hidden> {
  const { identity, placements, numbers, contacts } = await openMark(work, childId, mark)
  const ids = placements.map(({ unit }) => unit)
  const units = await work.trx
    .selectFrom('unit_here')
    .select('name')
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute()
  const born = identity?.bornOn ?? identity?.expectedOn
  return {
    name: identity && secret([identity.givenName, identity.familyName].join(' ').trim()),
    bornOn: born ? secret(born) : undefined,
    numbers: numbers.map(({ value }) => secret(value)),
    places: units.map(({ name }) => secret(name)),
    phones: contacts.map(({ phone }) => secret(phone)),
  }
}

/** One thing is shown again, by somebody who has decided that it can be. False: it cannot, or it is already. */
export async function showAgain(work: Work, childId: string, mark: Mark, field: Field): Promise<boolean> {
  const { identity, placements, contacts } = await openMark(work, childId, mark)
  if ((field === 'name' || field === 'birth') && !identity) return false
  const { rows } = await sql<{ done: boolean }>`
    select show_again(${childId}, ${mark.id}, ${field}, ${identity?.givenName ?? null}, ${identity?.familyName ?? null},
      ${identity?.bornOn ?? null}::date, ${identity?.expectedOn ?? null}::date,
      ${JSON.stringify(field === 'contact' ? await resealed(work, mark, contacts) : placements)}::text::jsonb) as done`.execute(
    work.trx,
  )
  return rows[0]?.done ?? false
}

/** Contact data goes back under the person's own key. */
async function resealed({ box }: Work, { personId }: Mark, contacts: MarkBody['contacts']) {
  if (!personId) return []
  const own = await box(personId)
  return contacts.map(({ id, phone }) => ({
    id,
    body: own.seal(phonePlace(id), { phone }).toString('base64'),
  }))
}
