import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import type { Helped, Voice } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Box } from '#shared/vault.ts'
import { followUpBody, helpedBody } from './plan-bodies.ts'
import { theirPlan } from './plan-store.ts'

/** Did it help? What somebody has said about one action, the last time they were asked. */
export type HelpedAnswer = {
  partId: string
  occasionId: string
  voice: Voice
  personId: string | undefined
  /** What the child calls a guardian; undefined for those who may not know. */
  called: string | undefined
  mine: boolean
  /** Said alone, not at a follow-up: for few to read. */
  alone: boolean
  helped: Helped | undefined
  words: SealedText | undefined
  at: Date
}

export type HelpedRow = {
  id: string
  part_id: string
  follow_up_id: string
  voice: Voice
  person_id: string | null
  called: string | null
  mine: boolean
  alone: boolean
  helped: Helped | null
  body: Buffer | null
  noted_at: Date
}

/** The last answer of each voice about each action, as far as the reader may see. */
export async function findHelpedRows({ trx }: Work, childId: string): Promise<HelpedRow[]> {
  const { rows } = await sql<HelpedRow>`
    select distinct on (f.part_id, f.voice, f.person_id) f.id, f.part_id, f.follow_up_id, f.voice, f.person_id, g.called,
      f.noted_by = (select me()) as mine, f.noted_by is not distinct from f.person_id as alone, f.helped, f.body, f.noted_at
    from follow_up_part f
      left join guardianship g on g.child_id = f.child_id and g.person_id = f.person_id
    where f.child_id = ${childId} and f.plan_id = ${theirPlan(childId)}
    order by f.part_id, f.voice, f.person_id, f.noted_at desc, f.id`.execute(trx)
  return rows
}

const partPlace = (row: string) => ({ table: 'follow_up_part', column: 'body', row, version: 1 })
const bodyPlace = (row: string) => ({ table: 'follow_up', column: 'body', row, version: 1 })

export const openHelped = (box: Box, rows: readonly HelpedRow[]): HelpedAnswer[] =>
  rows.map((row) => ({
    partId: row.part_id,
    occasionId: row.follow_up_id,
    voice: row.voice,
    personId: row.person_id ?? undefined,
    called: row.called ?? undefined,
    mine: row.mine,
    alone: row.alone,
    helped: row.helped ?? undefined,
    words: row.body ? box.open(partPlace(row.id), row.body, helpedBody).words : undefined,
    at: row.noted_at,
  }))

/** The occasion that is coming; undefined when none is planned, or the reader reads only its own part. */
export async function findPlannedFollowUp({ trx }: Work, childId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('follow_up')
    .select('id')
    .where('child_id', '=', childId)
    .where('plan_id', '=', theirPlan(childId))
    .where('held_on', 'is', null)
    .executeTakeFirst()
  return row?.id
}

type Occasion = { childId: string; planId: string; id: string }

/** From now on child and guardians can answer about it. */
export async function planFollowUp({ trx }: Work, { childId, planId, id }: Occasion): Promise<void> {
  await trx.insertInto('follow_up').values({ child_id: childId, plan_id: planId, id }).execute()
}

export type HeldFollowUp = {
  id: string
  heldOn: Day
  words: SealedText | undefined
  next: SealedText | undefined
}

/** Notes what was said. False when it is noted already: the form was sent twice. */
export async function holdFollowUp(
  { trx, at, actor, box }: Work,
  { childId, planId, id }: Occasion,
  { heldOn, words, next }: Omit<HeldFollowUp, 'id'>,
): Promise<boolean> {
  const held = await trx
    .updateTable('follow_up')
    .set({
      held_on: heldOn,
      held_by: actor.personId,
      noted_at: at,
      body: (await box(childId)).seal(bodyPlace(id), { words, next }),
    })
    .where('child_id', '=', childId)
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('held_on', 'is', null)
    .executeTakeFirst()
  return held.numUpdatedRows === 1n
}

export type NewAnswer = {
  partId: string
  voice: Voice
  personId?: string | undefined
  helped?: Helped | undefined
  words?: SealedText | undefined
}

export async function addAnswers(
  { trx, at, actor, box, newId }: Work,
  { childId, planId, id }: Occasion,
  answers: readonly NewAnswer[],
): Promise<void> {
  if (answers.length === 0) return
  const sealed = await box(childId)
  const rows = answers.map((answer) => ({ ...answer, id: newId() }))
  await trx
    .insertInto('follow_up_part')
    .values(
      rows.map((row) => ({
        child_id: childId,
        plan_id: planId,
        follow_up_id: id,
        id: row.id,
        part_id: row.partId,
        voice: row.voice,
        person_id: row.personId ?? null,
        helped: row.helped ?? null,
        body: row.words ? sealed.seal(partPlace(row.id), { words: row.words }) : null,
        noted_by: actor.personId,
        noted_at: at,
      })),
    )
    .execute()
}

export type HeldRow = { id: string; held_on: Day; body: Buffer }

/** What was said at the follow-ups of the plan, newest first. */
export async function findHeldRows({ trx }: Work, childId: string): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select id, held_on, body from follow_up
    where child_id = ${childId} and plan_id = ${theirPlan(childId)} and held_on is not null
    order by held_on desc, noted_at desc`.execute(trx)
  return rows
}

export const openHeld = (box: Box, rows: readonly HeldRow[]): HeldFollowUp[] =>
  rows.map((row) => ({ id: row.id, heldOn: row.held_on, ...readFollowUp(box, row) }))

function readFollowUp(box: Box, row: { id: string; body: Buffer }) {
  const { words, next } = box.open(bodyPlace(row.id), row.body, followUpBody)
  return { words, next }
}

export const finishFollowUp = ({ trx }: Work, childId: string) =>
  sql`select finish_follow_up(${childId})`.execute(trx)
