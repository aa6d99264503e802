import { digestOf } from '#modules/audit'
import { nilId } from '#shared/asking.ts'
import type { Sql } from '#shared/pool.ts'

/** What the operator's commands put decisions in with. */
export type Does = { sql: Sql; now: () => Date; newId: () => string }

/** The row in the log that tells of a decision, and the login of whoever puts it in. */
export async function putIn({ sql, now, newId }: Does, about: string) {
  const [event, at] = [newId(), now().toISOString()]
  const row = { id: event, at, act: 'settings.decide', outcome: 'done', object_id: about, request_id: event }
  const digest = digestOf({ ...row, child_id: nilId, actor_id: null, engagement_id: null }, [])
  const [login] = await sql<{ session_user: string }[]>`select session_user`
  return { event, at, digest, login: login?.session_user ?? '' }
}
