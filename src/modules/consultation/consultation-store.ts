import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { swedishDay } from '#shared/dates.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Place } from '#shared/vault.ts'
import type { Booking, Consultation, Message, NameSeen, Turn } from './consultation.ts'

type Row = {
  id: string
  from_name: string
  to_unit_id: string
  to_name: string
  mine: boolean
  ours: boolean
  asked_at: Date
  turn: Turn
}

const columns = sql`c.id, f.name as from_name, c.to_unit_id, t.name as to_name, c.asked_at,
  c.asked_by = (select my_engagement()) as mine, c.from_unit_id = (select my_unit()) as ours,
  case when c.closed_at is not null then 'closed' when last.from_asker then 'asked' else 'answered' end as turn`
const tables = sql`consultation c join unit_here f on f.id = c.from_unit_id join unit_here t on t.id = c.to_unit_id
  cross join lateral (select m.from_asker, m.written_at from consultation_message m where m.consultation_id = c.id
    order by m.written_at desc, m.id desc limit 1) last`

const consultationOf = ({ from_name, to_unit_id, to_name, asked_at, ...row }: Row): Consultation => ({
  ...row,
  from: from_name,
  toUnitId: to_unit_id,
  to: to_name,
  askedOn: swedishDay(asked_at),
})

export async function findConsultation({ trx }: Work, id: string): Promise<Consultation | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${tables} where c.id = ${id}`.execute(trx)
  return rows[0] && consultationOf(rows[0])
}

/** Those of the person's own unit and to it, what has happened last first. One more than the page tells that there is another. */
export async function listConsultations({ trx }: Work, page: number, size: number): Promise<Consultation[]> {
  const { rows } = await sql<Row>`select ${columns} from ${tables}
    order by c.closed_at is not null, last.written_at desc, c.id
    limit ${size + 1} offset ${(page - 1) * size}`.execute(trx)
  return rows.map(consultationOf)
}

const place = (row: string): Place => ({ table: 'consultation_message', column: 'body', row, version: 1 })
const body = z.object({ words: sealedText })

type MessageRow = {
  id: string
  from_asker: boolean
  mine: boolean
  title: string
  unit_name: string
  written_at: Date
  body: Buffer
}

/** What has been written, in order. */
export async function findMessages(work: Work, consultationId: string): Promise<Message[]> {
  const { rows } = await sql<MessageRow>`
    select m.id, m.from_asker, m.written_by = (select my_engagement()) as mine, e.title, u.name as unit_name,
      m.written_at, m.body
    from consultation_message m join engagement_here e on e.id = m.written_by join unit_here u on u.id = e.unit_id
    where m.consultation_id = ${consultationId} order by m.written_at, m.id`.execute(work.trx)
  if (rows.length === 0) return []
  const box = await work.box(consultationId)
  return rows.map((row) => ({
    id: row.id,
    fromAsker: row.from_asker,
    mine: row.mine,
    who: `${row.title}, ${row.unit_name}`,
    at: row.written_at,
    words: box.open(place(row.id), row.body, body).words,
  }))
}

/** The question first, then its key, then what is sealed with it. False: there is one of that id. */
export async function addConsultation(
  { trx, at, actor }: Work,
  id: string,
  unitId: string,
): Promise<boolean> {
  const added = await trx
    .insertInto('consultation')
    .values({
      id,
      from_unit_id: actor.unitId ?? '',
      to_unit_id: unitId,
      asked_by: actor.engagementId ?? '',
      asked_at: at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

type NewMessage = { consultationId: string; id: string; fromAsker: boolean; words: SealedText }

/** False: there is one of that id. */
export async function addMessage(work: Work, message: NewMessage): Promise<boolean> {
  const { consultationId, id, fromAsker, words } = message
  const added = await work.trx
    .insertInto('consultation_message')
    .values({
      consultation_id: consultationId,
      id,
      from_asker: fromAsker,
      written_by: work.actor.engagementId ?? '',
      written_at: work.at,
      body: (await work.box(consultationId)).seal(place(id), { words }),
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Ends it, and gives back a time that has not been. */
export async function closeConsultation(work: Work, id: string): Promise<void> {
  await giveTimeBack(work, id)
  await work.trx
    .updateTable('consultation')
    .set({ closed_at: work.at, closed_by: work.actor.engagementId ?? '' })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}

/** Takes a free time. False: somebody else came before, or the time is not there any more. */
export async function bookTime(
  { trx, at, actor, newId }: Work,
  consultationId: string,
  unitId: string,
  timeId: string,
): Promise<boolean> {
  const free = await trx
    .selectFrom('consultation_time')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('id', '=', timeId)
    .where('starts_at', '>', at)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (!free) return false
  const booked = await trx
    .insertInto('consultation_booking')
    .values({
      consultation_id: consultationId,
      id: newId(),
      unit_id: unitId,
      time_id: timeId,
      booked_by: actor.engagementId ?? '',
      booked_at: at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return booked.numInsertedOrUpdatedRows === 1n
}

/** What has been is kept as it was. */
export async function giveTimeBack({ trx, at }: Work, consultationId: string): Promise<void> {
  await trx
    .updateTable('consultation_booking')
    .set({ given_back_at: at })
    .where('consultation_id', '=', consultationId)
    .where('given_back_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('consultation_time as t')
          .select('t.id')
          .whereRef('t.unit_id', '=', 'consultation_booking.unit_id')
          .whereRef('t.id', '=', 'consultation_booking.time_id')
          .where('t.starts_at', '>', at),
      ),
    )
    .execute()
}

export async function findBooking({ trx, at }: Work, consultationId: string): Promise<Booking | undefined> {
  const row = await trx
    .selectFrom('consultation_booking as b')
    .innerJoin('consultation_time as t', (on) =>
      on.onRef('t.unit_id', '=', 'b.unit_id').onRef('t.id', '=', 'b.time_id'),
    )
    .select(['b.id', 't.starts_at', 't.minutes', 't.taken_back_at'])
    .where('b.consultation_id', '=', consultationId)
    .where('b.given_back_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const time = { startsAt: row.starts_at, minutes: row.minutes }
  return { id: row.id, time, off: row.taken_back_at !== null, isAhead: row.starts_at > at }
}

/** Whether anybody would read a question to the unit. */
export async function unitAnswers({ trx }: Work, unitId: string): Promise<boolean> {
  const { rows } = await sql<{ answers: boolean }>`select unit_answers(${unitId}) as answers`.execute(trx)
  return rows[0]?.answers ?? false
}

/** The names of all the children that the person can see, to look for in what is written. Shown to nobody. */
export async function findNames({ trx }: Work): Promise<NameSeen[]> {
  const rows = await trx
    .selectFrom('child')
    .select(['given_name', 'family_name'])
    .where('given_name', 'is not', null)
    .execute()
  return rows.flatMap(({ given_name, family_name }) =>
    given_name ? [{ givenName: given_name, familyName: family_name ?? undefined }] : [],
  )
}
