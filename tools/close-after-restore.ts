import { sql } from 'kysely'
import type { DatabaseOptions } from '../src/database-url.ts'
import { withoutWalls } from './without-walls.ts'

export type Closed = { grants: number; consents: number; sessions: number }

/**
 * After an older copy has been put back, a no that came later is missing. Before anybody is let in, everything that rests
 * on a yes is closed, for some children or for all: the families are asked again, and nothing that is written is lost.
 * Everybody signs in anew.
 */
export function closeAfterRestore(
  owner: DatabaseOptions,
  children: readonly string[] | 'all',
  at: Date,
): Promise<Closed> {
  const theirs = children === 'all' ? sql`true` : sql`child_id = any(${[...children]}::uuid[])`
  const moment = sql`${at.toISOString()}::timestamptz`
  return withoutWalls(owner, async (trx) => {
    const changed = async (statement: ReturnType<typeof sql>) =>
      Number((await statement.execute(trx)).numAffectedRows ?? 0n)
    return {
      grants: await changed(sql`update access_grant set ended_at = ${moment}
        where consent_id is not null and ended_at is null and valid_to > ${moment} and ${theirs}`),
      consents: await changed(sql`update consent set valid_to = ${moment}
        where valid_to > ${moment} and valid_from < ${moment} and ${theirs}`),
      sessions: await changed(sql`update session set ended_at = ${moment} where ended_at is null`),
    }
  })
}
