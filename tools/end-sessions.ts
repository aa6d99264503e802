import { sql } from 'kysely'
import type { DatabaseOptions } from '../src/database-url.ts'
import { withoutWalls } from './without-walls.ts'

/** Signs one person out everywhere, from the next request on: when somebody has lost a telephone and cannot do it. */
export const endSessionsOf = (owner: DatabaseOptions, person: string, at: Date): Promise<number> =>
  withoutWalls(owner, async (trx) => {
    const ended = await sql`update session set ended_at = ${at.toISOString()}::timestamptz
      where person_id = ${person}::uuid and ended_at is null and ends_at > ${at.toISOString()}::timestamptz`.execute(
      trx,
    )
    return Number(ended.numAffectedRows ?? 0n)
  })
