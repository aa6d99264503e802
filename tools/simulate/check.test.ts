import { type QueryExecutorProvider, sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { furuskolansAuthority } from '#test/arrange-organisation.ts'
import { admin, as, engagementOf, id, inHours, lisa, noon, world } from '#test/world.ts'
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

  const isAway = sql`insert into absence (id, engagement_id, from_day, to_day, entered_by, entered_at)
    values (${id('away')}, ${engagementOf('maja')}, '2026-11-20', '2026-11-30', ${id('maja')}, ${noon.toISOString()}::timestamptz)`
  const hasClosed = sql`insert into closed_period (id, unit_id, from_day, to_day, entered_by, entered_at)
    values (${id('shut')}, ${id('furuskolan')}, '2026-11-20', '2026-11-30', ${id('maja')}, ${noon.toISOString()}::timestamptz)`
  const petraTakesOver = sql`insert into authority_function (authority_id, kind, engagement_id, valid_from)
    values (${furuskolansAuthority}, 'fallback_lead', ${engagementOf('petra')}, '2026-01-01')`
  it.each<[string, readonly Statement[], number]>([
    ['Maja works there', [], 0],
    ['Maja has left, and Stig stands for her', [left('maja')], 1],
    ['Maja is away', [isAway], 1],
    ['Maja is away, and there is nobody else', [isAway, left('stig')], 0],
    ['the school has closed, and Petra takes what it holds', [hasClosed, petraTakesOver], 1],
    ['the school has closed, and nobody takes what it holds', [hasClosed], 0],
  ])('all is well when %s', async (_, happened, stood_for) => {
    const held = await said((trx) => checkMatters(trx, { ...now, all: true }), happened)
    expect(held).toEqual({ matters: 1, stood_for, wrong: [] })
  })

  const always = (who: 'eva' | 'maja' | 'stig' | undefined) =>
    sql`create or replace function accountable_engagement(child uuid, moment timestamptz) returns uuid
    stable language sql as ${sql.raw(`$$ select ${who ? `'${engagementOf(who)}'` : 'null'}::uuid $$`)}`
  const twice = sql`insert into responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
    select child_id, ${id('another')}, matter_id, kind, unit_id, engagement_id, during from responsibility`
  const mayOverlap = sql`alter table responsibility drop constraint one_responsible_at_a_time`
  it.each<[string, readonly Statement[], string]>([
    ['both have left', [left('maja'), left('stig')], 'nobody employed'],
    ['nobody ever was', [sql`delete from responsibility`], '0 tenures'],
    ['two are at a time', [mayOverlap, twice], '2 tenures'],
    ['the program names Eva, far away', [left('maja'), always('eva')], 'the program names a stranger'],
    ['the program names Maja, who is away', [isAway, always('maja')], 'the program names a stranger'],
    [
      'the program names Stig, who is at home',
      [hasClosed, petraTakesOver, always('stig')],
      'the program names a stranger',
    ],
    ['the program names nobody', [always(undefined)], 'the program names nobody'],
  ])('it is noticed that %s', async (_, happened, what) => {
    const { wrong } = await said((trx) => checkMatters(trx, { ...now, all: true }), happened)
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
    const waited = sql`update handover set lapses_at = ${inHours(-25).toISOString()}::timestamptz`
    expect(await check(sql`alter table handover disable trigger offer_is_kept`, waited)).toHaveLength(1)
    expect(
      await check(sql`update engagement set valid_to = '2026-11-23' where id = ${engagementOf('ali')}`),
    ).toHaveLength(1)
    await as('ali').post(paths.handover.accept.to(at))
    expect(await check()).toEqual([])
    expect(await check(sql`update responsibility set unit_id = ${id('furuskolan')}`)).toHaveLength(1)
  })
})
