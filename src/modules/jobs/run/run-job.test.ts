import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { forgetExpiredDrafts } from '#modules/drafts'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { admin, as, deps, inHours, lisa, ownerOptions, setClock, world } from '#test/world.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { runJob } from './run-job.ts'

const owner = connect({ ...ownerOptions, max: 1 })
afterAll(() => owner.end())

const day = 24
const queued = '00000000-0000-4000-8000-0000000000aa'
const first = { id: queued, tried: 0, isLast: false }
const forgetting = { name: 'drafts', every: '20 3 * * *', run: forgetExpiredDrafts }
const keep = `${paths.draft.to({})}?for=${paths.noticing.notice.to({ childId: lisa })}`
const writes = (who: 'petra' | 'maja') => as(who).post(keep, { sentence: 'Lisa sitter ofta själv.' })
const drafts = async () => (await admin.selectFrom('draft').select('person_id').execute()).length
const inTheLog = async () =>
  (
    await admin
      .selectFrom('audit_event')
      .select(['act', 'outcome', 'actor_id', 'object_id'])
      .where('act', 'like', 'job.%')
      .orderBy('at')
      .execute()
  ).map(({ act, outcome, actor_id, object_id }) => [act, outcome, actor_id, object_id])

describe('a job', () => {
  beforeEach(() => world())

  it('Petra never came back to what she began: it is gone when its two weeks are over, and Maja’s of today stays', async () => {
    await writes('petra')
    setClock(inHours(13 * day))
    await admin
      .updateTable('session')
      .set({ ends_at: inHours(30 * day) })
      .execute()
    await writes('maja')
    expect(await runJob(deps, forgetting, first)).toBe(0)
    expect([await drafts(), await inTheLog()]).toEqual([2, []])
    setClock(inHours(14 * day))
    expect(await runJob(deps, forgetting, first)).toBe(1)
    expect([await drafts(), await inTheLog()]).toEqual([1, [['job.drafts', 'done', null, queued]]])
  })

  it('done again, or by two at once, does nothing twice', async () => {
    await writes('petra')
    setClock(inHours(15 * day))
    const both = await Promise.all([runJob(deps, forgetting, first), runJob(deps, forgetting, first)])
    expect(both.toSorted()).toEqual([0, 1])
    expect(await inTheLog()).toHaveLength(1)
  })

  it('that was cut off is told of by the next try, and one that fails for good by itself', async () => {
    const failing = { ...forgetting, run: () => Promise.reject(new Error('no luck')) }
    await expect(runJob(deps, failing, first)).rejects.toThrow('no luck')
    expect(await inTheLog()).toEqual([])
    setClock(inHours(1))
    await expect(runJob(deps, failing, { ...first, tried: 1, isLast: true })).rejects.toThrow('no luck')
    const outcomes = (await inTheLog()).map(([, outcome]) => outcome)
    expect(outcomes.toSorted()).toEqual(['failed', 'interrupted'])
  })

  it('leaves a log that still proves itself', async () => {
    await writes('petra')
    setClock(inHours(15 * day))
    await runJob(deps, forgetting, first)
    expect((await verifyLog(owner, new Set(), [])).faults).toEqual([])
  })
})
