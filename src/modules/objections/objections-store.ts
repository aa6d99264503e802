import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { addWorkingDays, type Day, swedishDay } from '#shared/dates.ts'
import type { ObjectionKind, ObjectionOutcome } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Place } from '#shared/vault.ts'
import { answerWithinWorkingDays, type Objection, type Text } from './objection.ts'

const may = sealedText.optional()
/** What is written in a text of any kind, in the order it is read. Codes and ids are left out. */
const textBody = z
  .object({
    words: may,
    better: may,
    what: may,
    who: may,
    when: may,
    toChild: may,
    childsWords: may,
    working: may,
    challenging: may,
    quote: may,
    context: may,
    tried: may,
    canDo: may,
    text: may,
    reason: may,
    actions: z.array(z.object({ what: sealedText })).optional(),
  })
  .transform(({ actions = [], ...body }): SealedText[] => [
    ...Object.values(body).flatMap((text) => text ?? []),
    ...actions.map(({ what }) => what),
  ])

type TextRow = { kind: ObjectionKind; what: string; at: Date; seal: number; body: Buffer }
const tables = { item: 'item_version', plan_part: 'plan_part', meeting_note: 'meeting_note' } as const

/** What a unit has written, as it reads now for the one who asks. */
export async function findText(work: Work, childId: string, thingId: string): Promise<Text | undefined> {
  const { rows } = await sql<TextRow>`
    select 'item' as kind, i.kind::text as what, v.written_at as at, v.version as seal, v.body
      from item i join item_version v on v.child_id = i.child_id and v.item_id = i.id
      where i.child_id = ${childId} and i.id = ${thingId} and i.author_engagement_id is not null
    union all select 'plan_part', n.kind::text, n.written_at, n.seal, n.body
      from plan_part n where n.child_id = ${childId} and n.part_id = ${thingId}
    union all select 'meeting_note', 'meeting', m.written_at, m.version, m.body
      from meeting_note m where m.child_id = ${childId} and m.meeting_id = ${thingId}
    order by at desc limit 1`.execute(work.trx)
  const [row] = rows
  if (!row) return undefined
  const place: Place = { table: tables[row.kind], column: 'body', row: thingId, version: row.seal }
  const lines = (await work.box(childId)).open(place, row.body, textBody)
  return { kind: row.kind, thingId, at: row.at, what: row.what, lines }
}

const bodyPlace = (row: string): Place => ({ table: 'objection', column: 'body', row, version: 1 })
const answerPlace = (row: string): Place => ({ table: 'objection_answer', column: 'body', row, version: 1 })
const body = z.object({ words: sealedText })

type Row = {
  id: string
  kind: ObjectionKind
  thing_id: string
  thing_at: Date
  said_by: string
  is_child: boolean
  is_open: boolean
  is_me: boolean
  called: string | null
  said_at: Date
  due_on: Day
  body: Buffer
  ours: boolean
  inside: boolean
  by_reviewer: boolean | null
  unit_name: string | null
  outcome: ObjectionOutcome | null
  answer_body: Buffer | null
  answered_at: Date | null
}

/** What the person may read of what the family does not agree with, in the order it was said. */
export async function findObjections(work: Work, childId: string, id?: string): Promise<Objection[]> {
  const { rows } = await sql<Row>`
    select o.id, o.kind, o.thing_id, o.thing_at, o.said_by, o.is_child, o.is_open,
      o.said_by = (select me()) as is_me,
      (select g.called from guardianship g where g.child_id = o.child_id and g.person_id = o.said_by
        order by g.valid_from desc limit 1) as called,
      o.said_at, o.due_on, o.body, coalesce(o.secrecy_unit_id = my_secrecy_unit(), false) as inside,
      coalesce(o.secrecy_unit_id = my_secrecy_unit(), false) or o.id in (select c.about_id from my_called() c) as ours,
      w.by_reviewer, u.name as unit_name,
      a.outcome, a.body as answer_body, a.answered_at
    from objection o
      left join objection_answer a on a.child_id = o.child_id and a.objection_id = o.id
      left join lateral who_answers(o.child_id, o.id) w on a.objection_id is null
      left join unit_here u on u.id = w.unit_id
    where o.child_id = ${childId} and (${id ?? null}::uuid is null or o.id = ${id ?? null}::uuid)
    order by o.said_at, o.id`.execute(work.trx)
  return Promise.all(rows.map((row) => objectionOf(work, childId, row)))
}

async function objectionOf(work: Work, childId: string, row: Row): Promise<Objection> {
  const box = await work.box(childId)
  const why = row.answer_body && box.open(answerPlace(row.id), row.answer_body, body).words
  return {
    id: row.id,
    kind: row.kind,
    thingId: row.thing_id,
    thingAt: row.thing_at,
    by: {
      personId: row.said_by,
      isChild: row.is_child,
      called: row.called ?? undefined,
      isMe: row.is_me,
    },
    isOpen: row.is_open,
    words: box.open(bodyPlace(row.id), row.body, body).words,
    saidOn: swedishDay(row.said_at),
    dueOn: row.due_on,
    ours: row.ours,
    inside: row.inside,
    from:
      row.by_reviewer === null
        ? undefined
        : { unit: row.unit_name ?? undefined, byReviewer: row.by_reviewer },
    answer:
      row.outcome && row.answered_at
        ? { outcome: row.outcome, why: why ?? undefined, on: swedishDay(row.answered_at) }
        : undefined,
  }
}

/** Says it, and asks whoever keeps the text for an answer. Sent twice is once. */
export async function addObjection(
  { trx, at, actor, today, newId, box }: Work,
  said: { childId: string; id: string; text: Text; isChild: boolean; isOpen: boolean; words: SealedText },
): Promise<void> {
  const { childId, id, text } = said
  const added = await trx
    .insertInto('objection')
    .values({
      child_id: childId,
      id,
      kind: text.kind,
      thing_id: text.thingId,
      thing_at: text.at,
      // The database fills in who keeps the text.
      secrecy_unit_id: id,
      said_by: actor.personId,
      is_child: said.isChild,
      is_open: said.isOpen,
      said_at: at,
      due_on: addWorkingDays(today, answerWithinWorkingDays),
      body: (await box(childId)).seal(bodyPlace(id), { words: said.words }),
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return
  await sql`select ask_for_answer(${childId}, ${id}, ${sql.val([newId(), newId()])}::uuid[])`.execute(trx)
}

/** False when somebody else has answered already. */
export async function addAnswer(
  { trx, at, actor, box }: Work,
  answer: { childId: string; id: string; outcome: ObjectionOutcome; why: SealedText | undefined },
): Promise<boolean> {
  const { childId, id, outcome, why } = answer
  const added = await trx
    .insertInto('objection_answer')
    .values({
      child_id: childId,
      objection_id: id,
      outcome,
      body: why ? (await box(childId)).seal(answerPlace(id), { words: why }) : null,
      answered_by: actor.personId,
      answered_at: at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
