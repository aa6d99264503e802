import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import { type Proposal, type Source, sources } from './protection.ts'

const body = z.object({ why: sealedText.optional() })
const place = (row: string) => ({ table: 'protection_lift', column: 'body', row, version: 1 })

type Row = {
  id: string
  source: string
  proposed_at: Date
  mine: boolean
  accepted: boolean | null
  decided_at: Date | null
  body: Buffer | null
  given_name: string | null
  family_name: string | null
  by_given: string | null
  by_family: string | null
}

/** The newest proposal to lift the mark, answered or not; for the group. */
export async function findProposal(
  work: Work,
  childId: string,
  markId: string,
): Promise<Proposal | undefined> {
  const { rows } = await sql<Row>`
    select l.id, l.source, l.proposed_at, l.proposed_by = me() as mine, l.accepted, l.decided_at, l.body,
      p.given_name, p.family_name, d.given_name as by_given, d.family_name as by_family
    from protection_lift l
      left join person_here p on p.id = l.proposed_by
      left join person_here d on d.id = l.decided_by
    where l.child_id = ${childId} and l.mark_id = ${markId}
    order by l.lapsed_at is null desc, l.proposed_at desc limit 1`.execute(work.trx)
  const row = rows[0]
  if (!row) return undefined
  return {
    id: row.id,
    source: sources.find((source) => source === row.source) ?? 'annan',
    on: swedishDay(row.proposed_at),
    by: printedName(row),
    mine: row.mine,
    answer:
      row.accepted === null || row.decided_at === null
        ? undefined
        : {
            accepted: row.accepted,
            on: swedishDay(row.decided_at),
            by: printedName({ given_name: row.by_given, family_name: row.by_family }),
            why: row.body ? (await work.box(markId)).open(place(row.id), row.body, body).why : undefined,
          },
  }
}

export type About = { childId: string; markId: string; proposalId: string }

/** Why the database does nothing. */
export type NotProposed = 'alone' | 'waits' | 'refused'
export type NotDecided = 'own' | 'decided' | 'left' | 'refused'

/** `others`: at most so many are told that it waits for them. */
export async function proposeLift(
  { trx, newId }: Work,
  { childId, markId, proposalId }: About,
  { source, dueOn, others }: { source: Source; dueOn: Day; others: number },
): Promise<NotProposed | undefined> {
  const ids = Array.from({ length: others }, () => newId())
  const { rows } = await sql<{ said: 'done' | NotProposed }>`
    select propose_lift(${childId}, ${markId}, ${proposalId}, ${source}, ${dueOn}::date, ${ids}::uuid[]) as said`.execute(
    trx,
  )
  const said = rows[0]?.said ?? 'refused'
  return said === 'done' ? undefined : said
}

/** Accepted: the mark is lifted, and nothing more. */
export async function decideLift(
  { trx, box }: Work,
  { childId, markId, proposalId }: About,
  { accepts, why }: { accepts: boolean; why: SealedText | undefined },
): Promise<NotDecided | undefined> {
  const sealed = why ? (await box(markId)).seal(place(proposalId), { why }) : null
  const { rows } = await sql<{ said: 'done' | NotDecided }>`
    select decide_lift(${childId}, ${markId}, ${proposalId}, ${accepts}, ${sealed}::bytea) as said`.execute(
    trx,
  )
  const said = rows[0]?.said ?? 'refused'
  return said === 'done' ? undefined : said
}
