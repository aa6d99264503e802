import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import { type Paper, type PaperBody, paperBody } from './paper.ts'

const place = (column: 'body' | 'received_body', row: string) => ({
  table: 'paper_handover',
  column,
  row,
  version: 1,
})
const receivedBody = z.object({ by: sealedText })

/** A paper that my own unit has given. */
export async function findPaper(work: Work, childId: string, id: string): Promise<Paper | undefined> {
  const row = await work.trx
    .selectFrom('paper_handover')
    .select(['legal_ground', 'body', 'made_at', 'received_on', 'received_body'])
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const box = await work.box(childId)
  return {
    ...box.open(place('body', id), row.body, paperBody),
    id,
    ground: row.legal_ground,
    madeOn: swedishDay(row.made_at),
    received:
      row.received_on && row.received_body
        ? { on: row.received_on, ...box.open(place('received_body', id), row.received_body, receivedBody) }
        : undefined,
  }
}

/** Writes the paper. False when it is there already: the form was sent twice, perhaps with other words. */
export async function addPaper(
  work: Work,
  paper: { id: string; childId: string; ground: string; body: PaperBody },
): Promise<boolean> {
  const { id, childId, ground, body } = paper
  const added = await work.trx
    .insertInto('paper_handover')
    .values({
      child_id: childId,
      id,
      secrecy_unit_id: work.actor.secrecyUnitId ?? '',
      legal_ground: ground,
      body: (await work.box(childId)).seal(place('body', id), body),
      made_by: work.actor.personId,
      made_at: work.at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Notes who has it. False when somebody has noted that already. */
export async function noteReceived(
  work: Work,
  childId: string,
  id: string,
  { by, on }: { by: SealedText; on: Day },
): Promise<boolean> {
  const noted = await work.trx
    .updateTable('paper_handover')
    .set({
      received_on: on,
      received_body: (await work.box(childId)).seal(place('received_body', id), { by }),
    })
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .where('received_on', 'is', null)
    .executeTakeFirst()
  return noted.numUpdatedRows === 1n
}
