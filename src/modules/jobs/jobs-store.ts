import { digestOf } from '#modules/audit'
import { nilId } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { alone } from '#shared/pool.ts'
import type { Outcome } from './run/job.ts'

type Notes = Pick<Deps, 'pool' | 'now' | 'newId'>

/** The row in the log: by nobody, about the job in the queue. */
export async function noteJob(deps: Notes, name: string, outcome: Outcome, queued: string) {
  const [event, at] = [deps.newId(), deps.now().toISOString()]
  const row = { id: event, at, act: `job.${name}`, outcome, object_id: queued, request_id: event }
  const digest = digestOf({ ...row, child_id: nilId, actor_id: null, engagement_id: null }, [])
  await alone(deps, (line) =>
    line.unsafe(`select public.note_job($1, $2::text::timestamptz, $3, $4, $5, decode($6, 'hex'))`, [
      event,
      at,
      name,
      outcome,
      queued,
      digest,
    ]),
  )
}
