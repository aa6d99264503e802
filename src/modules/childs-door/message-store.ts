import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { othersRead, readBy } from '#modules/tasks'
import { type MessageBody, messageBody } from './message.ts'

const placeOf = (row: string) => ({ table: 'child_message', column: 'body', row, version: 1 })

/** False: there is nobody to read it that the child knows of. */
export async function sendMessage(
  { trx, box, today, newId }: Work,
  { childId, id, body }: { childId: string; id: string; body: MessageBody },
): Promise<boolean> {
  const sealed = (await box(childId)).seal(placeOf(id), body)
  const { rows } = await sql<{ sent: boolean }>`
    select send_childs_message(${childId}, ${id}, ${sealed}::bytea, ${readBy(today)}::date,
      ${othersRead(today).toISOString()}::timestamptz, ${[newId(), newId()]}::uuid[]) as sent`.execute(trx)
  return rows[0]?.sent ?? false
}

export type Message = MessageBody & { id: string; sentAt: Date; isBeside: boolean; isOnPaper: boolean }

export async function findMessage(
  { trx, box }: Work,
  childId: string,
  id: string,
): Promise<Message | undefined> {
  const row = await trx
    .selectFrom('child_message')
    .select(['body', 'sent_at', 'beside', 'on_paper'])
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const body = (await box(childId)).open(placeOf(id), row.body, messageBody)
  return { ...body, id, sentAt: row.sent_at, isBeside: row.beside !== null, isOnPaper: row.on_paper }
}
