import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { HandoverKind, HandoverState } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Handover, Reason } from './handover.ts'
import { type Line, pageBody } from './page-line.ts'

const place = (column: 'body' | 'offer_body' | 'answer_body', row: string) => ({
  table: 'handover',
  column,
  row,
  version: 1,
})
const body = z.object({ why: sealedText, familyThinks: sealedText.optional() })
const reasonPlace = (row: string) => ({ table: 'handover_reason', column: 'body', row, version: 1 })
export const reasonBody = z.object({ necessary: sealedText, relevant: sealedText, proportionate: sealedText })
const answerBody = z.object({ answer: sealedText })

type Row = {
  id: string
  matter_id: string
  version: number
  state: HandoverState
  kind: HandoverKind
  from_unit_id: string
  from_unit: string
  to_unit_id: string
  to_unit: string
  only_name: boolean
  legal_ground: string | null
  body: Buffer | null
  offer_body: Buffer | null
  reason_body: Buffer | null
  answer_body: Buffer | null
  made_by_given: string | null
  made_by_family: string | null
  answered_by_given: string | null
  answered_by_family: string | null
  offered_at: Date | null
  answered_at: Date | null
}

const nameOf = (given: string | null, family: string | null) =>
  printedName({ given_name: given, family_name: family })

/** A hand-over that my unit has made, or been offered; what has not been offered is not there for the receiver. */
export async function findHandover(work: Work, childId: string, id: string): Promise<Handover | undefined> {
  const { rows } = await sql<Row>`
    select h.id, h.matter_id, h.version, h.state, h.kind, h.from_unit_id, f.name as from_unit, h.to_unit_id, t.name as to_unit,
      h.only_name, h.legal_ground, h.body, h.offer_body, h.answer_body, r.body as reason_body, m.given_name as made_by_given, m.family_name as made_by_family,
      a.given_name as answered_by_given, a.family_name as answered_by_family, h.offered_at, h.answered_at
    from handover h
      join unit_here f on f.id = h.from_unit_id
      join unit_here t on t.id = h.to_unit_id
      join person_here m on m.id = h.made_by
      left join person_here a on a.id = h.answered_by
      left join handover_reason r on r.child_id = h.child_id and r.handover_id = h.id
    where h.child_id = ${childId} and h.id = ${id}`.execute(work.trx)
  const row = rows[0]
  if (!row) return undefined
  const box = await work.box(childId)
  const { why, familyThinks } = row.body ? box.open(place('body', id), row.body, body) : {}
  return {
    id,
    matterId: row.matter_id,
    version: row.version,
    state: row.state,
    kind: row.kind,
    from: { unitId: row.from_unit_id, name: row.from_unit },
    to: { unitId: row.to_unit_id, name: row.to_unit },
    onlyName: row.only_name,
    why,
    familyThinks,
    ground: row.legal_ground ?? undefined,
    lines: row.offer_body ? box.open(place('offer_body', id), row.offer_body, pageBody).lines : [],
    reason: row.reason_body ? box.open(reasonPlace(id), row.reason_body, reasonBody) : undefined,
    madeBy: nameOf(row.made_by_given, row.made_by_family),
    offeredOn: row.offered_at ? swedishDay(row.offered_at) : undefined,
    answeredOn: row.answered_at ? swedishDay(row.answered_at) : undefined,
    answeredBy: row.answered_at ? nameOf(row.answered_by_given, row.answered_by_family) : undefined,
    answer: row.answer_body
      ? box.open(place('answer_body', id), row.answer_body, answerBody).answer
      : undefined,
  }
}

/** Has been given the work with the child in the own unit, and not only comes across it. */
export async function worksWith({ trx }: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ works: boolean }>`
    select ${childId} = any (assigned_children('{work}')) as works`.execute(trx)
  return rows[0]?.works ?? false
}

/** The one that is prepared or offered and not yet answered: never more than one. */
export async function findOpenHandoverId({ trx }: Work, childId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('handover')
    .select('id')
    .where('child_id', '=', childId)
    .where('state', 'in', ['prepared', 'offered'])
    .executeTakeFirst()
  return row?.id
}

export type NewHandover = {
  id: string
  childId: string
  matterId: string
  toUnitId: string
  kind: HandoverKind
  /** Left out: only the child's name goes along. */
  why: SealedText | undefined
  familyThinks: SealedText | undefined
}

/** Prepares. False when one is there already: this one, sent twice, or another. */
export async function addHandover(work: Work, prepared: NewHandover): Promise<boolean> {
  const { id, childId, matterId, toUnitId, kind, why, familyThinks } = prepared
  const { unitId, personId } = work.actor
  if (!unitId) throw new Error('only staff hand over')
  const added = await work.trx
    .insertInto('handover')
    .values({
      child_id: childId,
      id,
      matter_id: matterId,
      from_unit_id: unitId,
      to_unit_id: toUnitId,
      kind,
      state: 'prepared',
      only_name: why === undefined,
      body: why ? (await work.box(childId)).seal(place('body', id), { why, familyThinks }) : null,
      made_by: personId,
      made_at: work.at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** From now on the receiver sees it. False when it is no longer only prepared. */
export async function setOffered(
  { trx, at, box }: Work,
  childId: string,
  id: string,
  rests: { ground: string | undefined; consentId: string | undefined; lapsesAt: Date },
  lines: readonly Line[],
): Promise<boolean> {
  const page = lines.length > 0 ? (await box(childId)).seal(place('offer_body', id), { lines }) : null
  const offered = await trx
    .updateTable('handover')
    .set({
      state: 'offered',
      legal_ground: rests.ground ?? null,
      consent_id: rests.consentId ?? null,
      offer_body: page,
      offered_at: at,
      lapses_at: rests.lapsesAt,
      version: sql`version + 1`,
    })
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .where('state', '=', 'prepared')
    .executeTakeFirst()
  return offered.numUpdatedRows === 1n
}

/** Why it was offered on a rule, for the giver's own unit. */
export async function addReason(work: Work, childId: string, id: string, why: Reason): Promise<void> {
  await work.trx
    .insertInto('handover_reason')
    .values({
      child_id: childId,
      handover_id: id,
      secrecy_unit_id: work.actor.secrecyUnitId ?? '',
      body: (await work.box(childId)).seal(reasonPlace(id), why),
    })
    .execute()
}

/** The receiver says yes, and is responsible from this moment. False when it is not offered to them any more. */
export async function accept({ trx, newId }: Work, childId: string, id: string): Promise<boolean> {
  const ids = [newId(), newId(), newId()]
  const { rows } = await sql<{ done: boolean }>`
    select accept_handover(${childId}, ${id}, ${ids}::uuid[]) as done`.execute(trx)
  return rows[0]?.done ?? false
}

/** The receiver sends it back, or the giver takes it back; the database knows which. False when it is over already. */
export async function end(
  work: Work,
  childId: string,
  id: string,
  answer: SealedText | undefined,
  due: Day,
): Promise<boolean> {
  const sealed = answer && (await work.box(childId)).seal(place('answer_body', id), { answer })
  const { rows } = await sql<{ done: boolean }>`
    select end_handover(${childId}, ${id}, ${sealed ?? null}::bytea, ${work.newId()}, ${due}::date) as done`.execute(
    work.trx,
  )
  return rows[0]?.done ?? false
}
