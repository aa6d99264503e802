import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import type { Day } from '#shared/dates.ts'
import type { ParticipationAnswer, ParticipationQuestion } from '#shared/schema.ts'
import type { Occasion } from './participation.ts'

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
