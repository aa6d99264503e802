import { sql } from 'kysely'
import type { Work } from '#modules/audit'

/** Has the child been told what this is, and does nothing say that it must not know? */
export async function isChildTold({ trx }: Work, childId: string): Promise<boolean> {
  const { rows } = await sql<{ told: boolean }>`select child_is_told(${childId}) as told`.execute(trx)
  return rows[0]?.told ?? false
}

type NewSession = { childId: string; hash: string; idleMinutes: number; until: Date }

/** The adult's session ends and the child's begins, as the last thing that happens. */
export function handToChild({ trx, newId, atLast }: Work, { childId, hash, idleMinutes, until }: NewSession) {
  const sessionId = newId()
  const handed = sql`select hand_to_child(${childId}, ${hash}, ${sessionId}::uuid, ${newId()}::uuid, ${idleMinutes}::int,
    ${until.toISOString()}::timestamptz)`
  atLast(handed.compile(trx))
  return sessionId
}

export async function hasPlan({ trx }: Work, childId: string): Promise<boolean> {
  const row = await trx.selectFrom('plan').select('id').where('child_id', '=', childId).executeTakeFirst()
  return row !== undefined
}
