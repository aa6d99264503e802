import { setTimeout as sleep } from 'node:timers/promises'
import { type ConstructorOptions, type JobWithMetadata, PgBoss } from 'pg-boss'
import { type Job, runJob } from '#modules/jobs'
import type { Deps } from '#shared/db.ts'
import type { DatabaseOptions } from './database-url.ts'

const schema = 'jobs'
const second = 1000
export const timeZone = 'Europe/Stockholm'

/**
 * One of a job waits or runs at a time. Whoever runs it says so as long as it lives; when it has been quiet for a while,
 * another takes over. After some tries it waits for its next time.
 */
const oneAtATime = {
  policy: 'exclusive',
  retryLimit: 3,
  retryDelay: 5,
  heartbeatSeconds: 15,
  expireInSeconds: 3600,
} as const
/** How often those who are there look for one that has gone quiet. */
const watchful = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 }
/** How long a program that is asked to stop waits for the job it is at. */
const patience = 20 * second
/** Before a queue that could not begin is tried again. */
const pause = 30 * second

/** How the queue is reached. The tables are made by `npm run migrate`, never by the program. */
export const queueOptions = ({ ssl, ...database }: DatabaseOptions): ConstructorOptions => ({
  ...database,
  ...(ssl && { ssl: { rejectUnauthorized: ssl === 'verify-full' } }),
  schema,
  max: 2,
  migrate: false,
  createSchema: false,
  // Its tables are small and belong to another role.
  reindex: false,
})

/** Does the jobs when their time comes, beside others who do the same, until it is stopped. */
export function keepWorking(
  deps: Deps,
  database: DatabaseOptions,
  jobs: readonly Job[],
): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const tell = teller()
  const begin = async () => {
    const boss = new PgBoss({ ...queueOptions(database), ...watchful })
    boss.on('error', tell)
    try {
      await boss.start()
      await takeOn(boss, deps, jobs)
      return boss
    } catch (error) {
      await boss.stop({ graceful: false }).catch(tell)
      throw error
    }
  }
  const begun = untilItHolds(begin, stopping.signal, tell)
  return {
    stop: async () => {
      stopping.abort()
      await (await begun)?.stop({ graceful: true, timeout: patience })
    },
  }
}

/** Tries until the database lets it begin: pages are answered meanwhile. */
async function untilItHolds<T>(
  begin: () => Promise<T>,
  stopping: AbortSignal,
  tell: (error: unknown) => void,
): Promise<T | undefined> {
  while (!stopping.aborted) {
    try {
      return await begin()
    } catch (error) {
      tell(error)
      await sleep(pause, undefined, { signal: stopping }).catch(() => {})
    }
  }
  return undefined
}

async function takeOn(boss: PgBoss, deps: Deps, jobs: readonly Job[]) {
  const names = new Set(jobs.map(({ name }) => name))
  for (const { name } of await boss.getSchedules()) if (!names.has(name)) await boss.unschedule(name)
  for (const job of jobs) {
    await boss.createQueue(job.name, oneAtATime)
    await boss.schedule(job.name, job.every, null, { tz: timeZone, missed: 'once' })
    await boss.work(job.name, { includeMetadata: true }, async ([queued]: JobWithMetadata[]) =>
      queued ? { done: await runJob(deps, job, attemptOf(queued)) } : undefined,
    )
    if (job.atStart) await boss.send(job.name, null)
  }
}

const attemptOf = ({ id, retryCount, retryLimit }: JobWithMetadata) => ({
  id,
  tried: retryCount,
  isLast: retryCount >= retryLimit,
})

/** A database that is away is told of once, not at every turn. Never more than what kind of fault it was. */
function teller(): (error: unknown) => void {
  let last = ''
  return (error) => {
    const kind = `${error instanceof Error ? error.name : typeof error} ${codeOf(error)}`
    if (kind !== last) console.error('the queue of jobs', kind)
    last = kind
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
