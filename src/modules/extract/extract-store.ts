import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import { SealedText, sealedText } from '#shared/sealed.ts'
import type { Place } from '#shared/vault.ts'
import { type HoldGround, type Part, partTitles, type ToReview, textsIn } from './extract.ts'

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

type Written = {
  id: string
  unit_id: string | null
  /** Whose the part is, where that is a part of what it says. */
  unit_name?: string | null
  /** What a part of a plan belongs to: barred with it. */
  goal_id?: string | null
  kind: string
  at: Date
  given_name: string | null
  family_name: string | null
  version: number
  body: Buffer
}

/** Everything that the unit itself keeps about the child and may open, in the order it was written. */
export async function findParts(work: Work, childId: string): Promise<Part[]> {
  const { trx, actor } = work
  const box = await work.box(childId)
  const wall = actor.secrecyUnitId ?? null
  const opened = (rows: readonly Written[], place: (row: Written) => Place) =>
    rows.map((row): Part => {
      const texts = textsIn(box.open(place(row), row.body, z.unknown()))
      return {
        id: row.id,
        things: [row.id, row.unit_id, row.goal_id].filter((thing) => typeof thing === 'string'),
        title: partTitles[row.kind] ?? 'Något som är skrivet',
        day: swedishDay(row.at),
        by: row.given_name ? printedName(row) : undefined,
        whose: row.unit_name ? new SealedText(row.unit_name) : undefined,
        texts: texts.map((text) => new SealedText(text)),
      }
    })
  const items = await sql<Written>`
    select i.id, e.unit_id, i.kind, v.written_at as at, p.given_name, p.family_name, v.version, v.body
    from item i join item_version v on v.child_id = i.child_id and v.item_id = i.id and v.version = i.version
      left join engagement_here e on e.id = i.author_engagement_id left join person_here p on p.id = v.written_by
    where i.child_id = ${childId} and i.secrecy_unit_id = ${wall} and i.readers <> 'told'`.execute(trx)
  const plan = await sql<Written>`
    select n.part_id as id, n.unit_id, n.goal_id, u.name as unit_name, n.kind, n.written_at as at, p.given_name, p.family_name,
      n.seal as version, n.body
    from plan_part n join plan l on l.child_id = n.child_id and l.id = n.plan_id
      left join unit_here u on u.id = n.unit_id
      left join person_here p on p.id = n.written_by
    where n.child_id = ${childId} and n.to_at is null and l.secrecy_unit_id = ${wall}`.execute(trx)
  const notes = await sql<Written>`
    select distinct on (n.meeting_id) n.meeting_id as id, null::uuid as unit_id, 'meeting' as kind, n.written_at as at,
      p.given_name, p.family_name, n.version, n.body
    from meeting_note n join meeting m on m.child_id = n.child_id and m.id = n.meeting_id
      left join person_here p on p.id = n.written_by
    where n.child_id = ${childId} and m.secrecy_unit_id = ${wall}
    order by n.meeting_id, n.version desc`.execute(trx)
  const grants = await sql<{
    id: string
    unit_id: string
    item_id: string | null
    name: string
    at: Date
    until: Date
  }>`
    select g.id, u.id as unit_id, g.item_id, u.name, g.decided_at as at, coalesce(g.ended_at, g.valid_to) as until
    from access_grant g join unit_here u on u.id = g.to_unit_id
    where g.child_id = ${childId} and g.from_secrecy_unit_id = ${wall}`.execute(trx)
  return [
    ...opened(items.rows, ({ id, version }) => ({ table: 'item_version', column: 'body', row: id, version })),
    ...opened(plan.rows, ({ id, version }) => ({ table: 'plan_part', column: 'body', row: id, version })),
    ...opened(notes.rows, ({ id, version }) => ({ table: 'meeting_note', column: 'body', row: id, version })),
    ...grants.rows.map((row) => ({
      id: row.id,
      things: [row.id, row.unit_id, ...(row.item_id ? [row.item_id] : [])],
      title: partTitles['grant'] ?? '',
      day: swedishDay(row.at),
      by: undefined,
      whose: new SealedText(row.name),
      texts: [new SealedText(`Till ${swedishDay(row.until)}`)],
    })),
  ].toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
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
