import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { WriteEntryInput } from './write-entry/write-entry.form.ts'

type NewEntry = WriteEntryInput & { proposal: boolean }

/** Adds a version beside the others. False: somebody else came before, with a version of the same number. */
export async function addEntry(work: Work, unitId: string, input: NewEntry): Promise<boolean> {
  const { trx, at, actor } = work
  const { submission, version, contacts, fromAge, toAge, ...told } = input
  const here = { unit_id: unitId, version: version + 1 }
  const added = await trx
    .insertInto('unit_entry')
    .values({
      ...told,
      ...here,
      id: submission,
      from_age: fromAge,
      to_age: toAge,
      saved_by: actor.engagementId ?? null,
      saved_at: at,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .execute()
  if (added.length === 0) return wasAdded(work, unitId, submission)
  if (contacts.length > 0)
    await trx
      .insertInto('unit_contact')
      .values(
        contacts.map(({ what, phone, forEverybody }, place) => ({
          ...here,
          place,
          what,
          phone,
          for_everybody: forEverybody,
        })),
      )
      .execute()
  return true
}

/** The same form, sent twice, is one version. */
async function wasAdded({ trx }: Work, unitId: string, submission: string): Promise<boolean> {
  const found = await trx
    .selectFrom('unit_entry')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('id', '=', submission)
    .execute()
  return found.length > 0
}

export type Version = {
  version: number
  savedOn: Day
  title: string | undefined
  mission: string
  can: string
  cannot: string
}

/** Everything the unit has said of itself, the newest first. */
export async function findVersions({ trx }: Work, unitId: string): Promise<Version[]> {
  const rows = await trx
    .selectFrom('unit_entry as n')
    .leftJoin('engagement_here as e', 'e.id', 'n.saved_by')
    .select([
      'n.version',
      'n.saved_at',
      'n.mission',
      'n.can',
      'n.cannot',
      sql<string | null>`e.title`.as('title'),
    ])
    .where('n.unit_id', '=', unitId)
    .orderBy('n.version', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ saved_at, title, ...row }) => ({
    ...row,
    savedOn: swedishDay(saved_at),
    title: title ?? undefined,
  }))
}

/** A time when the unit answers questions in which no child is named. */
export type OfferedTime = { id: string; startsAt: Date; minutes: number; booked: boolean }

export async function findTimes({ trx, at }: Work, unitId: string): Promise<OfferedTime[]> {
  const rows = await trx
    .selectFrom('consultation_time')
    .select(['id', 'starts_at as startsAt', 'minutes'])
    .select(sql<boolean>`is_booked(unit_id, id)`.as('booked'))
    .where('unit_id', '=', unitId)
    .where('starts_at', '>', at)
    .where('taken_back_at', 'is', null)
    .orderBy('starts_at')
    .limit(50)
    .execute()
  return rows
}

export async function addTime(
  { trx, at, actor }: Work,
  unitId: string,
  time: Omit<OfferedTime, 'booked'>,
): Promise<void> {
  await trx
    .insertInto('consultation_time')
    .values({
      unit_id: unitId,
      id: time.id,
      starts_at: time.startsAt,
      minutes: time.minutes,
      offered_by: actor.engagementId ?? null,
      offered_at: at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function takeBackTime({ trx, at }: Work, unitId: string, id: string): Promise<void> {
  await trx
    .updateTable('consultation_time')
    .set({ taken_back_at: at })
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .execute()
}
