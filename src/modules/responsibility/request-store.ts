import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { addWorkingDays, type Day, swedishDay } from '#shared/dates.ts'
import type { LeadAsker } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'

/** Somebody asks for another BBA. */
export type LeadRequest = {
  id: string
  tenureId: string
  asker: LeadAsker
  askedOn: Day
  dueOn: Day
  why: SealedText | undefined
  /** Answered, or the one whom it is about is BBA no longer. */
  isOver: boolean
  answer: SealedText | undefined
}

const place = (column: 'body' | 'answer_body', row: string) => ({
  table: 'lead_request',
  column,
  row,
  version: 1,
})
const body = z.object({ why: sealedText.optional() })
const answerBody = z.object({ answer: sealedText })

/** What the person has asked, or is to answer: the latest first. */
export async function listRequests(work: Work, childId: string): Promise<LeadRequest[]> {
  const rows = await work.trx
    .selectFrom('lead_request as q')
    .leftJoin('responsibility as r', (join) =>
      join
        .onRef('r.child_id', '=', 'q.child_id')
        .onRef('r.id', '=', 'q.tenure_id')
        .on(sql<boolean>`upper_inf(r.during)`),
    )
    .select(['q.id', 'q.tenure_id', 'q.asker', 'q.asked_at', 'q.due_on', 'q.body', 'q.answer_body'])
    .select(['q.answered_at', 'r.id as goes_on'])
    .where('q.child_id', '=', childId)
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id')
    .execute()
  if (rows.length === 0) return []
  const box = await work.box(childId)
  return rows.map((row) => ({
    id: row.id,
    tenureId: row.tenure_id,
    asker: row.asker,
    askedOn: swedishDay(row.asked_at),
    dueOn: row.due_on,
    why: box.open(place('body', row.id), row.body, body).why,
    isOver: row.answered_at !== null || row.goes_on === null,
    answer: row.answer_body
      ? box.open(place('answer_body', row.id), row.answer_body, answerBody).answer
      : undefined,
  }))
}

/** Whether the person, at work, has told something about the child. */
export async function hasTold({ trx, actor }: Work, childId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('noticing')
    .select('item_id')
    .where('child_id', '=', childId)
    .where('sender_id', '=', actor.personId)
    .where('sender_engagement_id', '=', actor.engagementId ?? null)
    .executeTakeFirst()
  return row !== undefined
}

/** How many working days an answer may take. */
export const answerWithinWorkingDays = 5
type Asked = 'sent' | 'waits' | 'nobody' | 'not-allowed'

/** Asks for another BBA. Sent twice is once. */
export async function askOtherLead(
  work: Work,
  { childId, id, why }: { childId: string; id: string; why: SealedText | undefined },
): Promise<Asked> {
  const words = (await work.box(childId)).seal(place('body', id), { why })
  const due = addWorkingDays(work.today, answerWithinWorkingDays)
  const { rows } = await sql<{ came: Asked }>`
    select ask_other_lead(${childId}, ${id}, ${due}::date, ${words}) as came`.execute(work.trx)
  return rows[0]?.came ?? 'not-allowed'
}

/** It stays as it is. False when somebody else has answered. */
export async function answerRequest(
  work: Work,
  { childId, id, answer }: { childId: string; id: string; answer: SealedText },
): Promise<boolean> {
  const words = (await work.box(childId)).seal(place('answer_body', id), { answer })
  const { rows } = await sql<{ done: boolean }>`
    select answer_lead_request(${childId}, ${id}, ${words}) as done`.execute(work.trx)
  return rows[0]?.done ?? false
}

/** It was sent twice: the first time was enough. */
export async function isAnsweredByMe({ trx, actor }: Work, childId: string, id: string): Promise<boolean> {
  const row = await trx
    .selectFrom('lead_request')
    .select('id')
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .where('answered_by', '=', actor.personId)
    .executeTakeFirst()
  return row !== undefined
}
