import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { nilId } from '#shared/asking.ts'
import { printedName } from '#shared/person.ts'

/** A time held without a child's name: all that the other unit sees. */
export type Hold = {
  id: string
  startsAt: Date
  minutes: number
  askedBy: string
  fromUnit: string
  phone: string | undefined
  answer: boolean | undefined
  released: boolean
}

/** The times that I am asked for, from today on. */
export async function listHoldsForMe({ trx, at, actor }: Work): Promise<Hold[]> {
  const rows = await trx
    .selectFrom('time_hold as h')
    .innerJoin('unit_directory as u', 'u.id', 'h.from_unit_id')
    .innerJoin('person as p', 'p.id', 'h.asked_by')
    .select([
      'h.id',
      'h.starts_at',
      'h.minutes',
      'h.answer',
      'h.released_at',
      'p.given_name',
      'p.family_name',
      'u.name',
      'u.phone',
    ])
    .where('h.to_engagement_id', '=', actor.engagementId ?? nilId)
    .where(sql<boolean>`h.starts_at + make_interval(mins => h.minutes) > ${at.toISOString()}::timestamptz`)
    .orderBy('h.starts_at')
    .orderBy('h.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    startsAt: row.starts_at,
    minutes: row.minutes,
    askedBy: printedName(row),
    fromUnit: row.name,
    phone: row.phone ?? undefined,
    answer: row.answer ?? undefined,
    released: row.released_at !== null,
  }))
}

/** False when there is no such time to answer. */
export async function answerHold({ trx, at, actor }: Work, id: string, answer: boolean): Promise<boolean> {
  const answered = await trx
    .updateTable('time_hold')
    .set({ answer, answered_at: at })
    .where('id', '=', id)
    .where('to_engagement_id', '=', actor.engagementId ?? nilId)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  return answered.numUpdatedRows === 1n
}

export type MeetingHold = {
  id: string
  unitId: string
  unitName: string
  engagementId: string
  answer: boolean | undefined
}

/** The times held for a meeting just now: for the carrying unit only. */
export async function listHoldsOf({ trx }: Work, childId: string, meetingId: string): Promise<MeetingHold[]> {
  const rows = await trx
    .selectFrom('meeting_hold as m')
    .innerJoin('time_hold as h', 'h.id', 'm.hold_id')
    .innerJoin('unit_here as u', 'u.id', 'm.unit_id')
    .select([
      'h.id',
      'm.unit_id as unitId',
      'u.name as unitName',
      'h.to_engagement_id as engagementId',
      'h.answer',
    ])
    .where('m.child_id', '=', childId)
    .where('m.meeting_id', '=', meetingId)
    .where('h.released_at', 'is', null)
    .orderBy('u.name')
    .execute()
  return rows.map((row) => ({ ...row, answer: row.answer ?? undefined }))
}

export type NewHold = {
  childId: string
  meetingId: string
  unitId: string
  toEngagementId: string
  startsAt: Date
  minutes: number
}

/** Asks somebody in another unit to keep a time free. Nothing of the child goes along. */
export async function holdTime({ trx, at, actor, newId }: Work, hold: NewHold): Promise<void> {
  const id = newId()
  await trx
    .insertInto('time_hold')
    .values({
      id,
      from_unit_id: actor.unitId ?? nilId,
      to_engagement_id: hold.toEngagementId,
      starts_at: hold.startsAt,
      minutes: hold.minutes,
      asked_by: actor.personId,
      asked_at: at,
    })
    .execute()
  await trx
    .insertInto('meeting_hold')
    .values({ child_id: hold.childId, meeting_id: hold.meetingId, hold_id: id, unit_id: hold.unitId })
    .execute()
}

/** Nobody needs to keep these times free any more. */
export async function releaseHolds({ trx, at }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('time_hold')
    .set({ released_at: at })
    .where('id', 'in', [...ids])
    .where('released_at', 'is', null)
    .execute()
}

/** The times held for a meeting, or for one unit's part in it, need not be kept free any more. */
export async function releaseAllHolds(
  work: Work,
  childId: string,
  meetingId: string,
  unitId?: string,
): Promise<MeetingHold[]> {
  const holds = (await listHoldsOf(work, childId, meetingId)).filter(
    (hold) => !unitId || hold.unitId === unitId,
  )
  await releaseHolds(
    work,
    holds.map(({ id }) => id),
  )
  return holds
}
