import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Deps, inTransaction } from '#shared/db.ts'
import { Pool } from '#shared/pool.ts'
import { accountableAt, lisasMatter, openMatter } from '#test/arrange.ts'
import {
  admin,
  assign,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  noon,
  ownerOptions,
  sessionOf,
  setClock,
  world,
} from '#test/world.ts'

type Statement = ReturnType<typeof sql>

/** As the application, in Maja's session, whatever she sends; all of it or nothing. */
const sends = (of: Deps, ...statements: readonly Statement[]) =>
  inTransaction(of, 'changes', { session: sessionOf('maja'), childId: lisa }, async ({ trx }) => {
    for (const statement of statements) await statement.execute(trx)
    return { answer: undefined, last: [] }
  })
const begins = (who: 'maja' | 'stig' | 'petra' | 'sofia', from = sql`asked_at()`, unit = 'furuskolan') =>
  sql`insert into responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during, given_by)
    values (${lisa}, ${randomUUID()}, ${lisasMatter}, 'best_interests_lead', ${id(unit)}, ${engagementOf(who)},
      tstzrange(${from}, null), me())`
const ends = (when = sql`asked_at()`) =>
  sql`update responsibility set during = tstzrange(lower(during), ${when}) where upper_inf(during)`

describe('a matter has exactly one who is accountable, whatever the application sends', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
  })

  it('the work goes from Maja to Stig in one moment, and each moment has its one', async () => {
    await sends(deps, ends(), begins('stig'))
    expect(await accountableAt(inHours(-1))).toBe(engagementOf('maja'))
    expect(await accountableAt(noon)).toBe(engagementOf('stig'))
    expect(await accountableAt(inHours(-48))).toBeNull()
  })

  it.each<[string, readonly Statement[], RegExp]>([
    ['nobody comes after', [ends()], /exactly one/],
    ['somebody comes later', [ends(), begins('stig', sql`asked_at() + interval '1 second'`)], /begins now/],
    ['two at a time', [begins('stig')], /one_responsible_at_a_time/],
    ['what has been is made shorter', [ends(sql`asked_at() - interval '1 hour'`)], /ends once/],
    [
      'what was ended goes on',
      [
        ends(),
        begins('stig'),
        sql`update responsibility set during = tstzrange(lower(during), null)
      where not upper_inf(during)`,
      ],
      /ends once/,
    ],
    [
      'the beginning is moved',
      [sql`update responsibility set during = tstzrange(lower(during) - interval '1 day', null)`],
      /ends once/,
    ],
    ['it goes past the wall', [ends(), begins('sofia', undefined, 'elevhalsan')], /row-level security/],
    [
      'it goes to a unit where Stig does not work',
      [ends(), begins('stig', undefined, 'mottagning')],
      /row-level security/,
    ],
    [
      'the matter closes and the responsibility goes on',
      [sql`update matter set closed_at = asked_at(), outcome = 'other'`],
      /exactly one/,
    ],
    ['it is taken away', [sql`delete from responsibility`], /permission denied/],
    [
      'it becomes another’s',
      [sql`update responsibility set engagement_id = ${engagementOf('stig')}`],
      /permission denied/,
    ],
  ])('refuses when %s', async (_, statements, why) => {
    await expect(sends(deps, ...statements)).rejects.toThrow(why)
    expect(await accountableAt(noon)).toBe(engagementOf('maja'))
  })

  it('refuses whoever has left', async () => {
    await sql`update engagement set valid_to = '2026-11-23' where id = ${engagementOf('stig')}`.execute(admin)
    await expect(sends(deps, ends(), begins('stig'))).rejects.toThrow(/row-level security/)
  })
})

describe('fifty at a time', () => {
  it('leave one line of tenures without a gap and without two', { timeout: 120_000 }, async () => {
    await world()
    await openMatter()
    for (const who of ['stig', 'petra'] as const) await assign(who, lisa, 'work')
    let tick = 0
    // Every request has a moment of its own, in no order.
    const now = () => new Date(noon.getTime() + ((tick++ * 37) % 50) * 1000)
    const pool = new Pool({ ...ownerOptions, user: 'kb_app', max: 50 })
    const crowd: Deps = { ...deps, now, pool }
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => sends(crowd, ends(), begins(n % 2 ? 'stig' : 'petra'))),
    )
    await pool.end()
    const taken = answers.filter(({ status }) => status === 'fulfilled').length
    expect(taken).toBeGreaterThan(0)
    setClock(inHours(1))
    const { rows } = await sql<{ whole: boolean; tenures: number }>`
      select range_agg(during) = tstzmultirange(tstzrange(min(lower(during)), null)) as whole, count(*)::int as tenures
      from responsibility where child_id = ${lisa}`.execute(admin)
    expect(rows[0]).toEqual({ whole: true, tenures: taken + 1 })
  })
})
