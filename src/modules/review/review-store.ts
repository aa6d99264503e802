import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { nilId } from '#shared/asking.ts'
import { addDays, addMonths, type Day, swedishDay, weekBegins } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import { type Line, type Outcome, type Review, type Rule, reconsiderMonths, rules, usual } from './review.ts'

type Named = { given_name: string | null; family_name: string | null }

type LineRow = Named & {
  line_id: string
  unit_id: string
  unit_name: string
  person_id: string
  child_id: string
  day: Day
  rules: string
  children: number
}

/** The lines that are the person's to review, the latest first; or just one of them. */
export async function findLines({ trx }: Work, lineId?: string): Promise<Line[]> {
  const one = lineId === undefined ? sql`` : sql`where l.line_id = ${lineId}::uuid`
  const { rows } = await sql<LineRow>`
    select l.line_id, l.unit_id, u.name as unit_name, l.person_id, p.given_name, p.family_name, l.child_id, l.day,
      array_to_string(l.rules, ',') as rules, l.children
    from review_lines(${usual.childrenADay}, ${usual.sampleLeast}, ${usual.samplePercent}, false) l
      join unit_directory u on u.id = l.unit_id join person p on p.id = l.person_id ${one}
    order by l.began desc, l.line_id`.execute(trx)
  return rows.map((row) => ({
    id: row.line_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    personId: row.person_id,
    personName: printedName(row),
    childId: row.child_id === nilId ? undefined : row.child_id,
    day: row.day,
    rules: rules.filter((rule) => row.rules.split(',').includes(rule)),
    children: row.children,
  }))
}

export type ReviewUnit = { id: string; name: string; turn: 'holder' | 'stand_in' | 'fallback' }

/** The units whose log the person reviews; none: the person is no reviewer. */
export async function findReviewUnits({ trx }: Work): Promise<ReviewUnit[]> {
  const { rows } = await sql<ReviewUnit>`
    select u.id, u.name, m.turn from my_review_units() m join unit_directory u on u.id = m.unit_id order by u.name`.execute(
    trx,
  )
  return rows
}

/** The Mondays of the last four weeks that are over. */
function weeksBefore(today: Day): Day[] {
  const monday = weekBegins(today)
  return [1, 2, 3, 4].map((weeks) => addDays(monday, -7 * weeks))
}

const drawn = (units: readonly ReviewUnit[]) => units.filter(({ turn }) => turn !== 'fallback')

/** How many weekly samples are still to be drawn. */
export async function countUndrawn({ trx, today }: Work, units: readonly ReviewUnit[]): Promise<number> {
  const weeks = weeksBefore(today)
  const mine = drawn(units).map(({ id }) => id)
  if (mine.length === 0) return 0
  const rows = await trx
    .selectFrom('review_draw')
    .select('unit_id')
    .where('unit_id', 'in', mine)
    .where('week', 'in', weeks)
    .execute()
  return mine.length * weeks.length - rows.length
}

/** Draws each week's sample once, with a seed that nobody chooses. */
export async function drawSamples(
  { trx, at, actor, today }: Work,
  units: readonly ReviewUnit[],
  newSeed: () => string,
): Promise<void> {
  const values = drawn(units).flatMap(({ id }) =>
    weeksBefore(today).map((week) => ({
      unit_id: id,
      week,
      seed: newSeed(),
      drawn_by: actor.personId,
      drawn_at: at,
    })),
  )
  if (values.length === 0) return
  await trx
    .insertInto('review_draw')
    .values(values)
    .onConflict((on) => on.doNothing())
    .execute()
}

export type Event = { at: Date; act: string; outcome: string }

/** What was done in a line, in order of time. */
export async function findEvents({ trx }: Work, { unitId, personId, childId, day }: Line): Promise<Event[]> {
  if (childId === undefined) return []
  const { rows } = await sql<Event>`
    select * from review_events(${unitId}::uuid, ${personId}::uuid, ${childId}::uuid, ${day}::date)`.execute(
    trx,
  )
  return rows
}

/** Whose line it is about: a name, unless the child is protected. */
export async function findChildName({ trx }: Work, childId: string): Promise<string | undefined> {
  const { rows } = await sql<Named & { protection: string }>`
    select * from review_child(${childId}::uuid)`.execute(trx)
  return rows[0] && printedName(rows[0])
}

const whyBody = z.object({ why: sealedText })
type ReasonRow = { ground: string | null; body: Buffer }
export type Reason = { ground: string | undefined; why: SealedText }

/** What the person wrote: why a plan was opened, or why there were many children. */
export async function findReason(work: Work, line: Line): Promise<Reason | undefined> {
  const { rows } = await sql<ReasonRow>`select ground, body from review_reason(${line.id}::uuid)`.execute(
    work.trx,
  )
  const [row] = rows
  if (!row) return undefined
  const table = row.ground === null ? 'look_up_reason' : 'break_glass'
  const place = { table, column: 'body', row: line.id, version: 1 }
  const { why } = (await work.box(line.personId)).open(place, row.body, whyBody)
  return { ground: row.ground ?? undefined, why }
}

const reviewBody = z.object({ words: sealedText })
const reviewPlace = (row: string) => ({ table: 'log_review', column: 'body', row, version: 1 })

type NewReview = {
  id: string
  line: Line
  outcome: Outcome
  words: SealedText
  harms: boolean | undefined
}

/** Keeps what was found. What can harm is considered again on a day. */
export async function addReview(work: Work, { id, line, outcome, words, harms }: NewReview): Promise<void> {
  const { trx, at, actor, today } = work
  const box = await work.box(line.personId)
  await trx
    .insertInto('log_review')
    .values({
      id,
      line_id: line.id,
      unit_id: line.unitId,
      person_id: line.personId,
      rules: [...line.rules] satisfies Rule[],
      outcome,
      body: box.seal(reviewPlace(id), { words }),
      harms: harms ?? null,
      reconsider_on: harms ? addMonths(today, reconsiderMonths) : null,
      reviewed_by: actor.personId,
      reviewed_at: at,
    })
    .execute()
}

/** What has been found, the latest first: all that the person may see, or of one line. */
export async function findReviews(work: Work, lineId?: string): Promise<(Review & { id: string })[]> {
  let query = work.trx
    .selectFrom('log_review as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .innerJoin('person as by', 'by.id', 'r.reviewed_by')
    .select([
      'r.id',
      'r.person_id',
      'r.outcome',
      'r.body',
      'r.reviewed_at',
      'p.given_name',
      'p.family_name',
      'by.given_name as by_given',
      'by.family_name as by_family',
    ])
  if (lineId) query = query.where('r.line_id', '=', lineId)
  const rows = await query.orderBy('r.reviewed_at', 'desc').orderBy('r.id').limit(20).execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      personName: printedName(row),
      reviewerName: printedName({ given_name: row.by_given, family_name: row.by_family }),
      day: swedishDay(row.reviewed_at),
      outcome: row.outcome,
      words: (await work.box(row.person_id)).open(reviewPlace(row.id), row.body, reviewBody).words,
    })),
  )
}
