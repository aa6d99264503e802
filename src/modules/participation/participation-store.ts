import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { ParticipationAnswer, ParticipationQuestion } from '#shared/schema.ts'
import type { Counted } from './count/count.form.ts'
import type { Most, Occasion } from './participation.ts'

/** The meetings and follow-ups of the last thirty days that the person is asked about, the oldest first. */
export async function listOccasions(work: Work, childId: string): Promise<Occasion[]> {
  const { rows } = await sql<{ occasion_id: string; is_meeting: boolean; happened_on: Day; said: boolean }>`
    select occasion_id, is_meeting, happened_on, said from asks_me(${childId})`.execute(work.trx)
  return rows.map((row) => ({
    id: row.occasion_id,
    isMeeting: row.is_meeting,
    happenedOn: row.happened_on,
    said: row.said,
  }))
}

export type Said = ReadonlyMap<ParticipationQuestion, ParticipationAnswer>

/** Adds to the counts, the first time. What was answered cannot be read again by anybody. */
export async function addSaid(work: Work, childId: string, occasionId: string, said: Said): Promise<void> {
  await sql`select say_participation(${childId}, ${occasionId},
    ${[...said.keys()]}::participation_question[], ${[...said.values()]}::participation_answer[])`.execute(
    work.trx,
  )
}

/** Who has counted the papers, and when. */
export type Counting = { by: string; at: Date }

export async function findCounting(
  { trx }: Work,
  childId: string,
  occasionId: string,
): Promise<Counting | undefined> {
  const row = await trx
    .selectFrom('participation_on_paper as c')
    .leftJoin('person_here as p', 'p.id', 'c.counted_by')
    .select(['c.counted_at', 'p.given_name', 'p.family_name'])
    .where('c.child_id', '=', childId)
    .where('c.occasion_id', '=', occasionId)
    .executeTakeFirst()
  return row && { by: printedName(row), at: row.counted_at }
}

/** One child, and as many guardians as it has now. */
export async function findMost({ trx, today }: Work, childId: string): Promise<Most> {
  const { rows } = await sql<{ number: number }>`
    select count(distinct person_id)::int as number from guardianship
    where child_id = ${childId} and valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)`.execute(
    trx,
  )
  return { child: 1, guardian: rows[0]?.number ?? 0 }
}

/** Adds to the counts. False: the papers of this one have been counted before. */
export async function addCounts(
  { trx }: Work,
  childId: string,
  occasionId: string,
  { id, counts }: Counted,
): Promise<boolean> {
  const { rows } = await sql<{ counted: boolean }>`
    select count_participation(${childId}, ${occasionId}, ${id}::uuid, ${counts.map((one) => one.voice)}::voice[],
      ${counts.map((one) => one.question)}::participation_question[],
      ${counts.map((one) => one.answer)}::participation_answer[], ${counts.map((one) => one.number)}::int[]) as counted`.execute(
    trx,
  )
  return rows[0]?.counted ?? false
}
