import type { Deps } from '#shared/db.ts'
import { noteJob } from '../jobs-store.ts'
import type { Attempt, Job } from './job.ts'

/**
 * Runs a job and leaves one row in the log if something was done. A try that never came to its row, because it failed or
 * its process was killed, is told of by the one after it, so that nothing is ever done in silence.
 */
export async function runJob(deps: Deps, job: Job, { id, tried, isLast }: Attempt): Promise<number> {
  if (tried > 0) await noteJob(deps, job.name, 'interrupted', id)
  try {
    const done = await job.run(deps)
    if (done > 0) await noteJob(deps, job.name, 'done', id)
    return done
  } catch (error) {
    if (isLast) await noteJob(deps, job.name, 'failed', id)
    throw error
  }
}
