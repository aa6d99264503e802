import type { Deps } from '#shared/db.ts'

/**
 * What is done by itself, some time. It may run twice, also at once, and may be killed at any moment: what is done is
 * done in transactions of its own, and what is left is found by the next run.
 */
export type Job = {
  /** Stands in the log, as `job.<name>`. */
  name: string
  /** When, as cron writes it, by Swedish clocks. */
  every: string
  /** Also when a program starts, for what should not wait. */
  atStart?: boolean
  /** Answers with how many things were done. */
  run: (deps: Deps) => Promise<number>
}

/** One try at a job, as the queue counts them. */
export type Attempt = {
  /** The queue's own id. */
  id: string
  /** The tries before this one ended without telling what they had done. */
  tried: number
  isLast: boolean
}

export type Outcome = 'done' | 'failed' | 'interrupted'
