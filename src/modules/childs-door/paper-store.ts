import { sql } from 'kysely'
import type { UnsignedWork, Work } from '#modules/audit'
import { hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { codeHash, codeOf } from './paper-access.ts'

/** A paper that opens the meeting just now, for those who carry the matter. */
export type LivingPaper = {
  id: string
  isChildsOwn: boolean
  madeAt: Date
  /** Nobody else is shown the code: else anybody who works with the child could speak in its place. */
  byMe: boolean
}

export async function findLivingPaper(
  { trx, actor }: Work,
  childId: string,
  meetingId: string,
): Promise<LivingPaper | undefined> {
  const row = await trx
    .selectFrom('meeting_paper')
    .select(['id', 'is_childs_own', 'made_at', 'made_by'])
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`does_meeting_paper_live(child_id, id)`)
    .executeTakeFirst()
  if (!row) return undefined
  const byMe = row.made_by === actor.engagementId
  return { id: row.id, isChildsOwn: row.is_childs_own, madeAt: row.made_at, byMe }
}

type NewPaper = { childId: string; meetingId: string; id: string; isChildsOwn: boolean }

/** Makes a paper, and ends the one before it. False: it would open nothing. */
export async function makePaper(
  deps: Deps,
  { trx, newId }: Work,
  { childId, meetingId, id, isChildsOwn }: NewPaper,
): Promise<boolean> {
  const { rows } = await sql<{ lives: boolean }>`
    select make_meeting_paper(${childId}, ${meetingId}, ${id}::uuid, ${codeHash(deps, codeOf(deps, id))}::bytea,
      ${isChildsOwn}::boolean, ${newId()}::uuid) as lives`.execute(trx)
  return rows[0]?.lives ?? false
}

/** Those who carry the matter take it back. */
export async function withdrawPaper(
  { trx, at, actor }: Work,
  childId: string,
  meetingId: string,
): Promise<void> {
  await trx
    .updateTable('meeting_paper')
    .set({ ended_at: at, ended_by: actor.personId })
    .where('child_id', '=', childId)
    .where('meeting_id', '=', meetingId)
    .where('ended_at', 'is', null)
    .execute()
}

/** The child ends the paper in its hand, and with it the session: as the last thing that happens. */
export const endPaperInHand = ({ trx, at, actor, atLast }: Work, childId: string): void =>
  atLast(
    trx
      .updateTable('meeting_paper')
      .set({ ended_at: at, ended_by: actor.personId })
      .where('child_id', '=', childId)
      .where('id', '=', sql<string>`(my_paper()).id`)
      .where('ended_at', 'is', null)
      .compile(),
  )

type NewSession = { code: string; replaced: string; token: string; idleMinutes: number; until: Date }
export type Holder = { personId: string; childId: string }

/** Begins the child's session with the code. Undefined: the paper is over, or never was. */
export async function openWithCode(
  deps: Deps,
  { trx, at, newId }: UnsignedWork,
  { code, replaced, token, idleMinutes, until }: NewSession,
): Promise<Holder | undefined> {
  const { rows } = await sql<{ person_id: string; child_id: string }>`
    select * from open_meeting_paper(${codeHash(deps, code)}::bytea, ${replaced}, ${hashOf(token)}, ${newId()}::uuid,
      ${at.toISOString()}::timestamptz, ${idleMinutes}::int, ${until.toISOString()}::timestamptz)`.execute(
    trx,
  )
  return rows[0] && { personId: rows[0].person_id, childId: rows[0].child_id }
}
