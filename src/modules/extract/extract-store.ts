import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { sealedText } from '#shared/sealed.ts'
import type { Place } from '#shared/vault.ts'
import type { HoldGround, Part, ToReview } from './extract.ts'

/** What waits for the unit, or has been answered there. */
export async function findToReview(
  { trx }: Work,
  childId: string,
  id: string,
): Promise<ToReview | undefined> {
  const row = await trx
    .selectFrom('extract_request')
    .selectAll()
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { dueOn: row.due_on, isAnswered: row.answered_at !== null, askedBy: row.asked_by }
}

/** What must not be told to the one who asked. */
export async function findBarred({ trx }: Work, childId: string, personId: string): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('bar')
    .select('thing_id')
    .where('child_id', '=', childId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
  return new Set(rows.flatMap(({ thing_id }) => thing_id ?? []))
}

/** The same, for the one whose session it is. */
export async function findMyBarred({ trx }: Work, childId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select unnest(my_own_bars(${childId})) as id`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

const releasePlace = (row: string): Place => ({ table: 'extract_release', column: 'body', row, version: 1 })
const part = z.object({
  id: z.string(),
  things: z.array(z.string()),
  title: z.string(),
  day: z.string(),
  by: z.string().optional(),
  whose: sealedText.optional(),
  texts: z.array(sealedText),
  // Those from before had words alone.
  facts: z
    .array(
      z.object({
        name: z.string(),
        label: z.string(),
        value: z.string(),
        raw: z.union([z.string(), z.boolean(), z.array(z.string())]),
      }),
    )
    .default([]),
  earlier: z.array(z.object({ day: z.string(), texts: z.array(sealedText) })).default([]),
})
const release = z.object({ parts: z.array(part) })

/** Gives what was chosen, as it reads now, and closes the request. False: somebody else was first. */
export async function answerExtract(
  { trx, at, actor, box }: Work,
  answered: {
    childId: string
    requestId: string
    given: readonly Part[]
    held: ReadonlyMap<string, HoldGround>
  },
): Promise<boolean> {
  const { childId, requestId, given, held } = answered
  const open = await trx
    .selectFrom('extract_request')
    .select('id')
    .where('child_id', '=', childId)
    .where('id', '=', requestId)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (!open) return false
  const body = (await box(childId)).seal(releasePlace(requestId), { parts: given })
  await trx
    .insertInto('extract_release')
    .values({ child_id: childId, request_id: requestId, body, written_by: actor.personId, written_at: at })
    .execute()
  if (held.size > 0)
    await trx
      .insertInto('extract_hold')
      .values(
        [...held].map(([part_id, ground]) => ({ child_id: childId, request_id: requestId, part_id, ground })),
      )
      .execute()
  const { rows } = await sql<{ closed: boolean }>`
    select close_extract(${childId}, ${requestId}) as closed`.execute(trx)
  return rows[0]?.closed ?? false
}

/** What was given to the one who asks now. */
export async function findRelease(
  { trx, box }: Work,
  childId: string,
  requestId: string,
): Promise<{ givenOn: Day; unit: string | undefined; carries: boolean; parts: Part[] } | undefined> {
  const row = await trx
    .selectFrom('extract_release as g')
    .innerJoin('extract_request as r', (join) =>
      join.onRef('r.child_id', '=', 'g.child_id').onRef('r.id', '=', 'g.request_id'),
    )
    .leftJoin('unit_here as u', 'u.id', 'r.unit_id')
    .select(['g.body', 'g.written_at', 'r.carries', 'u.name'])
    .where('g.child_id', '=', childId)
    .where('g.request_id', '=', requestId)
    .executeTakeFirst()
  if (!row) return undefined
  const { parts } = (await box(childId)).open(releasePlace(requestId), row.body, release)
  return {
    givenOn: swedishDay(row.written_at),
    unit: row.name ?? undefined,
    carries: row.carries,
    parts: parts.map((one) => ({ ...one, by: one.by, whose: one.whose })),
  }
}
