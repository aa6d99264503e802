import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#shared/db.ts'
import { openMatter } from '#test/arrange.ts'
import { appointed, furuskolansAuthority } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  type Person,
  sessionOf,
  world,
} from '#test/world.ts'

const tries = <T>(who: Person, statement: ReturnType<typeof sql<T>>) =>
  inTransaction(deps, 'changes', { session: sessionOf(who), childId: undefined }, async ({ trx }) => {
    const { rows } = await statement.execute(trx)
    return { answer: rows, last: [] }
  })
const answerOf = async (who: Person, call: ReturnType<typeof sql<{ said: string }>>) =>
  (await tries(who, call))[0]?.said

const proposal = id('a proposal')
const propose = (
  who: Person,
  kind: string,
  more = sql`null::uuid, ${engagementOf('petra')}::uuid, null::uuid, false`,
) =>
  tries(
    who,
    sql`insert into appointment (id, authority_id, kind, unit_id, holder, stand_in, ends, proposed_by, proposed_at)
      select ${proposal}::uuid, ${furuskolansAuthority}::uuid, ${kind}::appointment_kind, n.*, ${id(who)}::uuid,
        asked_at() from (values (${more})) n (unit_id, holder, stand_in, ends)`,
  )
const decides = (who: Person, yes = true) =>
  answerOf(who, sql`select decide_appointment(${proposal}::uuid, ${yes}) as said`)
const ends = (who: Person, whom: 'maja' | 'stig' | 'petra', day: string) =>
  answerOf(who, sql`select end_employment(${engagementOf(whom)}::uuid, ${day}::date) as said`)

describe('an organisation that looks after itself', () => {
  beforeEach(async () => {
    await world()
    await appointed('maja')
    await appointed('stig')
  })

  it('knows who administers it, and nobody else does', async () => {
    const administers = async (who: Person | 'nobody') => {
      const { rows } = await behindTheWalls(who, undefined, (trx) =>
        sql<{ yes: boolean }>`select administers(${furuskolansAuthority}::uuid) as yes`.execute(trx),
      )
      return rows[0]?.yes
    }
    expect(await administers('maja')).toBe(true)
    for (const who of ['petra', 'eva', 'sara', 'nobody'] as const)
      expect([who, await administers(who)]).toEqual([who, false])
  })

  it('widens what somebody may do only when another administrator agrees', async () => {
    await propose('maja', 'local_administrator')
    expect(await decides('maja')).toBe('own')
    expect(await decides('petra')).toBe('not-found')
    expect(await decides('eva')).toBe('not-found')
    expect(await decides('stig')).toBe('decided')
    expect(await decides('stig', false)).toBe('decided-before')
    const now = await admin.selectFrom('authority_function').select('engagement_id').execute()
    expect(now.map((row) => row.engagement_id)).toContain(engagementOf('petra'))
  })

  it('cannot propose for another organisation, nor decide in the same breath', async () => {
    await expect(propose('eva', 'fallback_lead')).rejects.toThrow(/row-level security/)
    await expect(propose('petra', 'local_administrator')).rejects.toThrow(/row-level security/)
    const elsewhere = sql`null::uuid, ${engagementOf('eva')}::uuid, null::uuid, false`
    await expect(propose('maja', 'local_administrator', elsewhere)).rejects.toThrow(/row-level security/)
    await expect(
      tries(
        'maja',
        sql`insert into authority_function values
        (${furuskolansAuthority}, 'fallback_lead', ${engagementOf('maja')}, '2026-01-01')`,
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('hands the function of a unit to another', async () => {
    const toStig = sql`${id('furuskolan')}::uuid, ${engagementOf('stig')}::uuid, ${engagementOf('maja')}::uuid, false`
    await propose('maja', 'best_interests_lead', toStig)
    expect(await decides('stig')).toBe('decided')
    const held = await admin
      .selectFrom('unit_function')
      .select(['holder_engagement_id', 'stand_in_engagement_id'])
      .where('unit_id', '=', id('furuskolan'))
      .executeTakeFirst()
    expect(held).toEqual({
      holder_engagement_id: engagementOf('stig'),
      stand_in_engagement_id: engagementOf('maja'),
    })
  })

  it('lets whoever leaves go at once, in every window', async () => {
    expect((await as('petra').get('/uppgifter')).status).toBe(200)
    expect(await ends('eva', 'petra', '2026-11-23')).toBe('not-found')
    expect(await ends('maja', 'petra', '2026-11-23')).toBe('ended')
    expect((await as('petra').get('/uppgifter')).status).not.toBe(200)
    const [session] = await admin
      .selectFrom('session')
      .select('ended_at')
      .where('person_id', '=', id('petra'))
      .execute()
    expect(session?.ended_at).not.toBeNull()
  })

  it('is not left without an administrator, nor without somebody who takes what is left, whether or not anything is open', async () => {
    await appointed('petra', 'fallback_lead')
    expect(await ends('maja', 'stig', '2026-11-23')).toBe('ended')
    expect(await ends('maja', 'maja', '2026-12-31')).toBe('last-administrator')
    expect(await ends('maja', 'petra', '2026-12-31')).toBe('last-fallback')
    await openMatter()
    expect(await ends('maja', 'petra', '2026-12-31')).toBe('last-fallback')
    await appointed('maja', 'fallback_lead')
    expect(await ends('maja', 'petra', '2026-12-31')).toBe('ended')
  })

  it('lets the last one who takes what is left go when nothing can be noticed to it any more', async () => {
    await appointed('petra', 'fallback_lead')
    const closes = (day: string) =>
      admin.updateTable('unit').set({ closed_on: day }).where('id', '=', id('furuskolan')).execute()
    await closes('2026-12-01')
    expect(await ends('maja', 'petra', '2026-12-31')).toBe('last-fallback')
    await closes('2026-11-24')
    expect(await ends('maja', 'petra', '2026-12-31')).toBe('ended')
  })

  it('lets nobody’s last day leave a child without anybody', async () => {
    await openMatter()
    await sql`update unit_function set stand_in_engagement_id = holder_engagement_id
      where unit_id = ${id('furuskolan')}`.execute(admin)
    expect(await ends('stig', 'maja', '2026-12-31')).toBe('nobody-left')
    expect(await ends('stig', 'petra', '2026-12-31')).toBe('ended')
    await appointed('stig', 'fallback_lead')
    // Stig would have her children by it: another administrator does that.
    expect(await ends('stig', 'maja', '2026-12-31')).toBe('to-myself')
  })

  it('of civil society nobody comes in before they have signed', async () => {
    expect((await as('ingrid').get('/uppgifter')).status).toBe(200)
    await admin.deleteFrom('undertaking').execute()
    expect((await as('ingrid').get('/uppgifter')).headers.get('location')).toContain('/byt-verksamhet')
    const sees = await behindTheWalls('ingrid', undefined, (trx) =>
      sql<{ unit: string | null }>`select my_unit() as unit`.execute(trx),
    )
    expect(sees.rows).toEqual([{ unit: null }])
    await tries(
      'ingrid',
      sql`insert into undertaking values
      (${engagementOf('ingrid')}, 1, ${id('ingrid')}, asked_at())`,
    )
    expect((await as('ingrid').get('/uppgifter')).status).toBe(200)
  })

  it('shows an administrator no child', async () => {
    await admin.deleteFrom('assignment').execute()
    const { rows } = await behindTheWalls('maja', undefined, (trx) =>
      sql<{ children: string[] }>`select my_children() as children`.execute(trx),
    )
    expect(rows[0]?.children).toEqual([])
  })
})
