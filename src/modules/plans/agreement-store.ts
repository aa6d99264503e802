import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { AgreementAnswer } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Box, Place } from '#shared/vault.ts'
import { type Agreement, type Asked, inOrder } from './agreement.ts'
import { reasonBody } from './plan-bodies.ts'
import { theirPlan } from './plan-store.ts'

export type AgreementRow = {
  id: string
  unit_id: string | null
  unit_name: string | null
  person_id: string | null
  given_name: string | null
  called: string | null
  is_child: boolean
  answer: AgreementAnswer
  answered_at: Date
  mine: boolean
  body: Buffer | null
  is_open: boolean | null
}

/** The last answer of each, as far as the reader may see, with the reason where it may be read. */
export async function findAgreementRows({ trx }: Work, childId: string): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select distinct on (a.unit_id, a.person_id, a.is_child) a.id, a.unit_id, u.name as unit_name, a.person_id,
      p.given_name, g.called, a.is_child, a.answer, a.answered_at, r.body, r.is_open,
      case when a.is_child then exists (select from child c where c.id = a.child_id and c.person_id = (select me()))
        else coalesce(a.person_id = (select me()), a.unit_id = (select my_unit()), false) end as mine
    from agreement a
      left join agreement_reason r on r.child_id = a.child_id and r.plan_id = a.plan_id and r.agreement_id = a.id
      left join unit_here u on u.id = a.unit_id
      left join person_here p on p.id = a.person_id
      left join guardianship g on g.child_id = a.child_id and g.person_id = a.person_id
    where a.child_id = ${childId} and a.plan_id = ${theirPlan(childId)}
    order by a.unit_id, a.person_id, a.is_child, a.answered_at desc, a.id`.execute(trx)
  return rows
}

const reasonPlace = (agreementId: string): Place => ({
  table: 'agreement_reason',
  column: 'body',
  row: agreementId,
  version: 1,
})

const askedOf = (row: AgreementRow): Asked => {
  if (row.unit_id) return { kind: 'unit', unitId: row.unit_id, name: row.unit_name ?? '' }
  if (row.is_child || !row.person_id) return { kind: 'child' }
  return {
    kind: 'guardian',
    personId: row.person_id,
    name: row.given_name ?? undefined,
    called: row.called ?? undefined,
  }
}

export const openAgreements = (box: Box, rows: readonly AgreementRow[]): Agreement[] =>
  rows
    .map((row) => ({
      id: row.id,
      asked: askedOf(row),
      answer: row.answer,
      at: row.answered_at,
      mine: row.mine,
      why: row.body ? box.open(reasonPlace(row.id), row.body, reasonBody).why : undefined,
      whyIsOpen: row.is_open ?? false,
    }))
    .sort(inOrder)

export type NewAgreement = {
  id: string
  asked: Asked
  answer: AgreementAnswer
  why: SealedText | undefined
  whyIsOpen: boolean
}

export async function addAgreement(
  { trx, at, actor, box }: Work,
  { childId, planId }: { childId: string; planId: string },
  { id, asked, answer, why, whyIsOpen }: NewAgreement,
): Promise<void> {
  await trx
    .insertInto('agreement')
    .values({
      child_id: childId,
      plan_id: planId,
      id,
      unit_id: asked.kind === 'unit' ? asked.unitId : null,
      person_id: asked.kind === 'guardian' ? asked.personId : null,
      is_child: asked.kind === 'child',
      answer,
      answered_at: at,
      noted_by: actor.personId,
    })
    .execute()
  if (!why) return
  await trx
    .insertInto('agreement_reason')
    .values({
      child_id: childId,
      plan_id: planId,
      agreement_id: id,
      body: (await box(childId)).seal(reasonPlace(id), { why }),
      is_open: whyIsOpen,
      written_by: actor.personId,
    })
    .execute()
}

/**
 * The child and the guardians who can be asked. Those who carry the matter leave out whoever has not been told, or must
 * not know; a unit that only leads the collaboration knows nothing of that.
 */
export async function findFamilyToAsk({ trx }: Work, childId: string): Promise<Asked[]> {
  const { rows } = await sql<{ person_id: string; given_name: string | null; called: string }>`
    select distinct g.person_id, p.given_name, g.called
    from guardianship g join person_here p on p.id = g.person_id
    where g.child_id = ${childId} and g.valid_from <= asked_day() and (g.valid_to is null or g.valid_to > asked_day())
      and (g.child_id <> all (my_lead_children())
        or (exists (select from family_talk t where t.child_id = g.child_id and t.person_id = g.person_id)
          and not exists (select from bar b where b.child_id = g.child_id and b.person_id = g.person_id
            and b.thing_id is null and b.ended_at is null)))
    order by g.called`.execute(trx)
  const guardians = rows.map(
    (row): Asked => ({
      kind: 'guardian',
      personId: row.person_id,
      name: row.given_name ?? undefined,
      called: row.called,
    }),
  )
  return [{ kind: 'child' }, ...guardians]
}
