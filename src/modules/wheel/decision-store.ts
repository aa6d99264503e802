import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { addItem, openItem } from '#modules/items'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { DecisionOutcome } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'

export type Analysis = {
  analysis: SealedText
  /** Five questions as an aid; most are left empty. */
  five: readonly (SealedText | undefined)[]
  /** One reason, at the first yes. */
  reason: SealedText
}

export type Decision = { outcome: DecisionOutcome; on: Day } & Analysis

const body = z.object({
  analysis: sealedText,
  five: z.array(sealedText.nullable().transform((text) => text ?? undefined)),
  reason: sealedText,
})

type Row = {
  child_id: string
  item_id: string
  version: number
  body: Buffer
  outcome: DecisionOutcome
  decided_at: Date
}

/** The newest decision of the matter, with its analysis. */
export async function findDecision(
  work: Work,
  childId: string,
  matterId: string,
): Promise<Decision | undefined> {
  const { rows } = await sql<Row>`
    select v.child_id, v.item_id, v.version, v.body, d.outcome, d.decided_at
    from decision d join item_version v on v.child_id = d.child_id and v.item_id = d.analysis_item_id
    where d.child_id = ${childId} and d.matter_id = ${matterId}
    order by d.decided_at desc, v.version desc limit 1`.execute(work.trx)
  const row = rows[0]
  return row && { outcome: row.outcome, on: swedishDay(row.decided_at), ...(await openItem(work, row, body)) }
}

export type NewDecision = {
  childId: string
  itemId: string
  matterId: string
  outcome: DecisionOutcome
  analysis: Analysis
}

/** False when it is there already: the form was sent twice. */
export async function addDecision(work: Work, decided: NewDecision): Promise<boolean> {
  const { childId, itemId, matterId, outcome, analysis } = decided
  const { secrecyUnitId, personId } = work.actor
  if (!secrecyUnitId) throw new Error('only staff decide')
  const sealed = { ...analysis, five: analysis.five.map((text) => text ?? null) }
  const added = await addItem(work, {
    childId,
    itemId,
    matterId,
    kind: 'analysis',
    secrecyUnitId,
    body: sealed,
  })
  if (!added) return false
  await work.trx
    .insertInto('decision')
    .values({
      child_id: childId,
      id: work.newId(),
      matter_id: matterId,
      analysis_item_id: itemId,
      outcome,
      decided_at: work.at,
      decided_by: personId,
    })
    .execute()
  return true
}
