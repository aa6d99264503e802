import { PgBoss } from 'pg-boss'
import type { Sql } from '#shared/pool.ts'
import type { DatabaseOptions } from '../../src/database-url.ts'
import { queueOptions, timeZone } from '../../src/job-queue.ts'
import { PlainError } from '../../src/plain-error.ts'

// What the operator sees of the jobs, and may ask for. The queue keeps what is done for a week.

type Known = {
  name: string
  /** When the last run ended, and how. */
  ended: Date | null
  state: 'completed' | 'failed' | null
  done: number | null
  /** Runs that failed for good, of those that the queue still keeps. */
  failures: number
  active: boolean
}
export type Standing = Known & { next: Date | undefined }

/** Every job that somebody has taken on. */
export async function overview(sql: Sql, owner: DatabaseOptions): Promise<Standing[]> {
  const rows = await sql<(Known & { cron: string })[]>`
    select n.name, n.cron, last.completed_on as ended, last.state::text as state, (last.output->>'done')::int as done,
      (select count(*)::int from jobs.job j where j.name = n.name and j.state = 'failed') as failures,
      exists (select from jobs.job j where j.name = n.name and j.state = 'active') as active
    from jobs.schedule n
      left join lateral (
        select j.completed_on, j.state, j.output from jobs.job j
        where j.name = n.name and j.state in ('completed', 'failed')
        order by j.completed_on desc limit 1) last on true
    order by n.name`
  const clock = new PgBoss(queueOptions(owner))
  const next = (cron: string) => clock.previewSchedule(cron, { tz: timeZone, count: 1 })[0]
  return rows.map(({ cron, ...known }) => ({ ...known, next: next(cron) }))
}

const minute = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone,
})

/** One line for people to read. */
export function tell({ name, ended, state, done, failures, active, next }: Standing): string {
  const last = ended
    ? `${minute.format(ended)}, ${state === 'failed' ? 'misslyckades' : `gjorde ${done}`}`
    : 'aldrig'
  return [
    `${name}: senast ${last}`,
    `nästa ${next ? minute.format(next) : 'aldrig'}`,
    `misslyckade ${failures}`,
    ...(active ? ['pågår'] : []),
  ].join('; ')
}

/** Puts a job in the queue at once; whoever works takes it. False: one waits or runs already. */
export async function ask(app: DatabaseOptions, name: string): Promise<boolean> {
  const boss = new PgBoss({ ...queueOptions(app), supervise: false, schedule: false })
  boss.on('error', () => {})
  try {
    await boss.start()
    if (!(await boss.getSchedule(name))) throw new PlainError(`Det finns inget jobb som heter ${name}.`)
    return (await boss.send(name, null)) !== null
  } finally {
    await boss.stop({ graceful: false })
  }
}
