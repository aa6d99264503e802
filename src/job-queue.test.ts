import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Job } from '#modules/jobs'
import { deps, ownerOptions, world } from '#test/world.ts'
import { ask } from '#tools/jobs/overview.ts'
import { keepWorking } from './job-queue.ts'

const app = { ...ownerOptions, user: 'kb_app' }
const nowhere = { ...app, database: 'not_there' }
const running: { stop: () => Promise<void> }[] = []
const begin = (database: typeof app, ...jobs: Job[]) => {
  const working = keepWorking(deps, database, jobs)
  running.push(working)
  return working
}

/** A job that notes when it runs. */
function noting(name: string) {
  const ran: string[] = []
  const job = (program: string, more: Partial<Job> = {}): Job => ({
    name,
    every: '0 4 29 2 *',
    run: async () => ran.push(program),
    ...more,
  })
  return { ran, job }
}

describe('the queue of jobs', () => {
  beforeEach(() => world())
  afterEach(async () => {
    await Promise.all(running.splice(0).map((working) => working.stop()))
    vi.restoreAllMocks()
  })

  it('has two programs at work: what is asked for is done once, by one of them', async () => {
    const { ran, job } = noting('counted')
    begin(app, job('one'))
    begin(app, job('two'))
    await vi.waitFor(async () => expect(await ask(app, 'counted')).toBe(true), {
      timeout: 20_000,
      interval: 300,
    })
    await vi.waitFor(() => expect(ran).toHaveLength(1), { timeout: 20_000 })
    await Promise.all(running.splice(0).map((working) => working.stop()))
    expect(ran).toHaveLength(1)
  }, 60_000)

  it('does at the start what should not wait, and forgets a job that is no more', async () => {
    const { ran, job } = noting('at-start')
    begin(app, job('one', { atStart: true }))
    await vi.waitFor(() => expect(ran).toEqual(['one']), { timeout: 20_000 })
    await Promise.all(running.splice(0).map((working) => working.stop()))
    begin(app, noting('another').job('one'))
    await vi.waitFor(
      async () =>
        await expect(ask(app, 'at-start')).rejects.toThrow('Det finns inget jobb som heter at-start.'),
      { timeout: 20_000, interval: 300 },
    )
  }, 60_000)

  it('without its database lets the program run: says so once, and stops when it is told to', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const working = begin(nowhere, noting('never').job('one'))
    await vi.waitFor(() => expect(said).toHaveBeenCalled(), { timeout: 20_000 })
    await working.stop()
    expect(said.mock.calls).toEqual([['the queue of jobs', expect.stringMatching(/3D000$/)]])
  }, 60_000)
})
