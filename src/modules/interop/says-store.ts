import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { personOf } from '#shared/person.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Says } from './says.ts'

const body = z.object({ note: sealedText.optional() })
const place = (row: string) => ({ table: 'register_says', column: 'body', row, version: 1 })
const strangerName = z.object({ givenName: z.string(), familyName: z.string() })

export async function findSays(
  { keys }: Pick<Deps, 'keys'>,
  { trx, box, actor }: Work,
  childId: string,
  saysId: string,
): Promise<Says | undefined> {
  const row = await trx
    .selectFrom('register_says as s')
    .leftJoin('unit_here as u', 'u.id', 's.unit_id')
    .leftJoin('person_here as p', 'p.id', 's.person_id')
    .select(['s.fact', 's.name_sealed', 's.told_at', 's.answered_at', 's.accepted', 's.body'])
    .select(['s.first_engagement_id', 's.first_same_as'])
    .select(['s.unit_id', 's.placed_from', 'u.name as unit_name'])
    .select(['p.id as person_id', 'p.given_name', 'p.family_name', 'p.protection'])
    .where('s.child_id', '=', childId)
    .where('s.id', '=', saysId)
    .executeTakeFirst()
  if (!row) return undefined
  const { person_id, protection } = row
  const sealed = row.name_sealed ?? ''
  const name = row.fact === 'new_guardian' ? keys.openForUs('register name', sealed) : undefined
  const number = row.fact === 'new_number' ? keys.openForUs('register number', sealed) : undefined
  return {
    id: saysId,
    fact: row.fact,
    person: person_id && protection ? personOf({ ...row, id: person_id, protection }) : undefined,
    stranger: name === undefined ? undefined : strangerName.parse(JSON.parse(name)),
    newNumber: number,
    place: row.unit_id
      ? { unit: row.unit_name ?? 'en skola', from: row.placed_from ?? undefined }
      : undefined,
    toldOn: swedishDay(row.told_at),
    answered: row.answered_at
      ? {
          on: swedishDay(row.answered_at),
          accepted: row.accepted === true,
          note: row.body ? (await box(childId)).open(place(saysId), row.body, body).note : undefined,
        }
      : undefined,
    firstSameAs: row.first_same_as ?? undefined,
    firstIsMe: row.first_engagement_id !== null && row.first_engagement_id === actor.engagementId,
  }
}

export type Answer = {
  childId: string
  says: Says
  accepts: boolean
  note: SealedText | undefined
  /** One of those we had written down, who is the same; undefined: somebody new, by this id. */
  sameAs: string | undefined
  newPersonId: string
  called: string
}

/** `second`: another person has to say the same before it holds. `no`: answered already, or not for this person to say. */
export async function answerSays(work: Work, answer: Answer): Promise<'done' | 'second' | 'no'> {
  const { childId, says, accepts, note, sameAs, newPersonId, called } = answer
  const { givenName = '', familyName = '' } = says.stranger ?? {}
  const reason = note && (await work.box(childId)).seal(place(says.id), { note })
  const { rows } = await sql<{ how: 'done' | 'second' | 'no' }>`
    select answer_register(${childId}, ${says.id}, ${accepts}, ${reason ?? null}::bytea, ${givenName}, ${familyName},
      ${newPersonId}, ${sameAs ?? null}::uuid, ${called}) as how`.execute(work.trx)
  return rows[0]?.how ?? 'no'
}

/** The key of somebody who is new here; one who is a guardian of a brother or sister already has one. */
export async function keyForNew(work: Work, childId: string, personId: string): Promise<void> {
  const row = await work.trx
    .selectFrom('guardianship as g')
    .leftJoin('subject_key as k', 'k.subject_id', 'g.person_id')
    .select('k.subject_id')
    .where('g.child_id', '=', childId)
    .where('g.person_id', '=', personId)
    .executeTakeFirst()
  if (row && row.subject_id === null) await work.newBox(personId)
}
