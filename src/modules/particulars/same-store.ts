import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type SealedText, sealedText } from '#shared/sealed.ts'

/** Why two records cannot become one by themselves. `no`: not for this person to say. */
export type WhyNot =
  | 'no'
  | 'waits'
  | 'protected'
  | 'not-open'
  | 'told'
  | 'shared'
  | 'unread'
  | 'gone-far'
  | 'guardians'
  | 'numbers'

/** Somebody has said that this record is the same child as another, and somebody else is to agree. */
export type Proposal = { id: string; sameAs: string; why: SealedText; byMe: boolean }

const bodyPlace = (row: string) => ({ table: 'same_child', column: 'body', row, version: 1 })
const body = z.object({ why: sealedText })

/** What waits for an answer. */
export async function findProposal(
  { trx, actor, box }: Work,
  childId: string,
): Promise<Proposal | undefined> {
  const row = await trx
    .selectFrom('same_child')
    .select(['id', 'same_as', 'body', 'proposed_by'])
    .where('child_id', '=', childId)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { why } = (await box(childId)).open(bodyPlace(row.id), row.body, body)
  return { id: row.id, sameAs: row.same_as, why, byMe: row.proposed_by === actor.personId }
}

type Proposed = { childId: string; id: string; sameAs: string; why: SealedText }

/** In a request about all children that the person knows. */
export async function propose(work: Work, { childId, id, sameAs, why }: Proposed): Promise<'done' | WhyNot> {
  const sealed = (await work.box(childId)).seal(bodyPlace(id), { why })
  const { rows } = await sql<{ how: 'done' | WhyNot }>`
    select propose_same(${childId}, ${id}, ${sameAs}, ${sealed}::bytea, ${work.newId()}) as how`.execute(
    work.trx,
  )
  return rows[0]?.how ?? 'no'
}

/** In a request about all children that the person knows. A yes makes them one. */
export async function answerSame(
  { trx }: Work,
  childId: string,
  proposalId: string,
  yes: boolean,
): Promise<'done' | WhyNot> {
  const { rows } = await sql<{ how: 'done' | WhyNot }>`
    select answer_same(${childId}, ${proposalId}, ${yes}) as how`.execute(trx)
  return rows[0]?.how ?? 'no'
}
