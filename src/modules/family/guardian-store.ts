import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { type Person, personOf } from '#shared/person.ts'
import type { GuardianKind } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'

/** How it is known who a guardian is. What the register has told has another source, and is not changed by hand. */
export const sources = {
  register: 'noterat: sett i folkbokföringen',
  guardian: 'noterat: vårdnadshavaren har sagt det',
  other: 'noterat: någon annan har sagt det',
} as const
export type Source = keyof typeof sources

export type Guardian = {
  personId: string
  person: Person
  called: string
  /** Undefined: the population register. */
  source: Source | undefined
  since: Day
  phone: SealedText | undefined
}

const phonePlace = (row: string) => ({ table: 'person_contact', column: 'body', row, version: 1 })
const contactBody = z.object({ phone: sealedText })

/** The child's guardians at this moment. */
export async function listGuardians({ trx, today, box }: Work, childId: string): Promise<Guardian[]> {
  const rows = await trx
    .selectFrom('guardianship as g')
    .innerJoin('person_here as p', 'p.id', 'g.person_id')
    .leftJoin('person_contact as c', 'c.person_id', 'p.id')
    .distinctOn('p.id')
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.protection', 'g.called', 'g.source', 'g.checked_at'])
    .select(['c.id as contact_id', 'c.body'])
    .where('g.child_id', '=', childId)
    .where('g.valid_from', '<=', today)
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', today)]))
    .orderBy('p.id')
    .execute()
  const guardians = rows.map(async (row): Promise<Guardian> => {
    const contact = row.contact_id && row.body && { id: row.contact_id, body: row.body }
    return {
      personId: row.id,
      person: personOf(row),
      called: row.called,
      source: codes.find((code) => sources[code] === row.source),
      since: swedishDay(row.checked_at),
      phone: contact
        ? (await box(row.id)).open(phonePlace(contact.id), contact.body, contactBody).phone
        : undefined,
    }
  })
  return (await Promise.all(guardians)).sort((a, b) => a.called.localeCompare(b.called, 'sv'))
}
const codes = Object.keys(sources) as Source[]

export type NewGuardian = {
  childId: string
  personId: string
  kind: Extract<GuardianKind, 'guardian' | 'expecting_parent'>
  givenName: string
  familyName: string
  called: string
  source: Source
  phone: SealedText | undefined
}

/** A person who signs in nowhere, and a guardian of this child. False: there already, or not for this unit to say. */
export async function writeDownGuardian(work: Work, guardian: NewGuardian): Promise<boolean> {
  const { personId, phone } = guardian
  const { rows } = await sql<{ done: boolean }>`
    select write_down_guardian(${guardian.childId}, ${personId}, ${guardian.kind}::guardian_kind, ${guardian.givenName},
      ${guardian.familyName}, ${guardian.called}, ${sources[guardian.source]}) as done`.execute(work.trx)
  if (!rows[0]?.done) return false
  const box = await work.newBox(personId)
  const contactId = work.newId()
  if (phone)
    await sql`select write_down_contact(${guardian.childId}, ${personId}, ${contactId},
      ${box.seal(phonePlace(contactId), { phone })}::bytea)`.execute(work.trx)
  return true
}

/** It was a mistake, or is so no longer. False: not one that was written down by hand. */
export async function endWrittenGuardian({ trx }: Work, childId: string, personId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select end_written_guardian(${childId}, ${personId}) as done`.execute(trx)
  return rows[0]?.done ?? false
}
