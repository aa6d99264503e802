import { type QueryExecutorProvider, sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { admin, as, engagementOf, id, lisa, noon, world } from '#test/world.ts'
import { checkHandovers, checkHistory, checkMatters } from './check.ts'

const now = { at: noon, today: '2026-11-24' }
type Statement = ReturnType<typeof sql>
const left = (who: 'maja' | 'stig') =>
  sql`update engagement set valid_to = '2026-11-23' where id = ${engagementOf(who)}`

/** What a check says when this has happened, whatever the database would say of it at the commit. */
async function said<T>(
  check: (trx: QueryExecutorProvider) => Promise<T>,
  happened: readonly Statement[],
): Promise<T> {
  let answer: T | undefined
  const undo = new Error('undone')
  await admin
    .transaction()
    .execute(async (trx) => {
      for (const statement of happened) await statement.execute(trx)
      answer = await check(trx)
      throw undo
    })
    .catch((error) => {
      if (error !== undo) throw error
    })
  return answer as T
}

describe('what is held apart from the program', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  it.each<[string, readonly Statement[], number]>([
    ['Maja works there', [], 0],
    ['Maja has left, and Stig stands for her', [left('maja')], 1],
  ])('all is well when %s', async (_, happened, stood_for) => {
    const held = await said((trx) => checkMatters(trx, now), happened)
    expect(held).toEqual({ matters: 1, stood_for, wrong: [] })
  })

  const alwaysEva = sql`create or replace function accountable_engagement(child uuid, moment timestamptz) returns uuid
    stable language sql as ${sql.raw(`$$ select '${engagementOf('eva')}'::uuid $$`)}`
  const twice = sql`insert into responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
    select child_id, ${id('another')}, matter_id, kind, unit_id, engagement_id, during from responsibility`
  const mayOverlap = sql`alter table responsibility drop constraint one_responsible_at_a_time`
  it.each<[string, readonly Statement[], string]>([
    ['both have left', [left('maja'), left('stig')], 'nobody employed'],
    ['nobody ever was', [sql`delete from responsibility`], '0 tenures'],
    ['two are at a time', [mayOverlap, twice], '2 tenures'],
    ['the program names Eva, far away', [left('maja'), alwaysEva], 'the program names a stranger'],
  ])('it is noticed that %s', async (_, happened, what) => {
    const { wrong } = await said((trx) => checkMatters(trx, now), happened)
    expect(wrong).toEqual([{ childId: lisa, what }])
  })

  it.each<[string, readonly Statement[], number]>([
    ['nothing happened', [], 0],
    [
      'it began a minute late',
      [sql`update responsibility set during = tstzrange(lower(during) + interval '1 minute', null)`],
      1,
    ],
    ['two are at a time', [mayOverlap, twice], 1],
  ])('the history when %s', async (_, happened, found) => {
    expect(await said(checkHistory, happened)).toHaveLength(found)
  })

  it('a hand-over waits with somebody until it is answered, and then somebody has taken up', async () => {
    const at = { childId: lisa, handoverId: id('the hand-over') }
    const form = { submission: at.handoverId, unit: id('familjestod'), why: 'Familjen behöver stöd hemma.' }
    await as('maja').post(paths.handover.prepare.to(at), form)
    const why = { necessary: 'De ska.', relevant: 'Det hör dit.', proportionate: 'Bara det.' }
    await as('maja').post(paths.handover.offer.to(at), { basis: 'ground', ground: 'ej_men', ...why })
    const check = (...happened: Statement[]) => said((trx) => checkHandovers(trx, now), happened)
    expect(await check()).toEqual([])
    expect(await check(sql`delete from task`)).toHaveLength(1)
    expect(
      await check(sql`update engagement set valid_to = '2026-11-23' where id = ${engagementOf('ali')}`),
    ).toHaveLength(1)
    await as('ali').post(paths.handover.accept.to(at))
    expect(await check()).toEqual([])
    expect(await check(sql`update responsibility set unit_id = ${id('furuskolan')}`)).toHaveLength(1)
  })
})
