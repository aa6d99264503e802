import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { isAway } from '#test/absences.ts'
import { openMatter, talkWaits } from '#test/arrange.ts'
import { admin, as, auditRows, engagementOf, id, inHours, lisa, noon, setClock, world } from '#test/world.ts'

type Who = Parameters<typeof as>[0]
const page = paths.unheld.to({})
const text = async (who: Who, path = page) => (await as(who).get(path)).text()
const leaves = (who: 'maja' | 'petra', last: string) =>
  admin.updateTable('engagement').set({ valid_to: last }).where('id', '=', engagementOf(who)).execute()

describe('what nobody who is there holds', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  it('is empty while everybody is there, and hidden from families', async () => {
    expect(await text('stig')).toContain('Inget just nu.')
    expect(await text('sara')).toBe(await text('eva', '/ingenting'))
  })

  it('stands with whoever goes in: whom it is about, who is away, and nothing of what it is', async () => {
    await isAway('maja', '2026-11-24', '2026-11-27')
    await talkWaits({ id: id('talk'), due_on: '2026-11-20', made_at: inHours(-100) })
    const list = await text('stig')
    expect(list).toContain('Lisa Holmgren')
    expect(list).toContain('Maja Lindgren är borta. Skulle varit klart i fredags.')
    expect(list).not.toContain('familjen')
    for (const who of ['maja', 'petra', 'eva'] as const) expect(await text(who)).not.toContain('Holmgren')
    expect((await auditRows()).map(([who, act]) => [who, act])).toContainEqual(['stig', 'tasks.list-unheld'])
    expect(await admin.selectFrom('audit_subject').select('child_id').execute()).toEqual([{ child_id: lisa }])
  })

  it('says that somebody has left', async () => {
    await leaves('maja', '2026-11-23')
    expect(await text('stig')).toContain('Maja Lindgren har slutat.')
  })

  it('shows fifty at a time, each once', async () => {
    await isAway('maja', '2026-11-24', '2026-11-27')
    await sql`with made as (
        insert into child (id, given_name, family_name, born_on, made_at)
        select gen_random_uuid(), 'Barn', 'Nummer' || n, '2018-01-01', ${noon.toISOString()}::timestamptz
        from generate_series(1, 60) n returning id),
      known as (
        insert into assignment (child_id, id, kind, engagement_id, secrecy_unit_id, given_by, valid_from)
        select id, id, 'work', ${engagementOf('maja')}, ${id('wall furuskolan')}, ${id('maja')}, '2026-01-01' from made)
      insert into task (child_id, id, kind, engagement_id, due_on, made_at)
      select id, id, 'gather', ${engagementOf('maja')}, '2026-11-24', ${noon.toISOString()}::timestamptz from made`.execute(
      admin,
    )
    const first = await text('stig')
    const next = /href="([^"]*efter=[^"]*)"/.exec(first)?.[1] ?? ''
    const second = await text('stig', next)
    const names = (list: string) => list.match(/Nummer\d+|Holmgren/g) ?? []
    expect([names(first).length, names(second).length]).toEqual([50, 11])
    expect(new Set([...names(first), ...names(second)]).size).toBe(61)
    for (const hostile of ['x', `${id('x')}.`, `${id('x')}.${'-'.repeat(36)}`])
      expect((await as('stig').get(`${page}?efter=${hostile}`)).status).toBe(200)
  })
})

describe('somebody leaves', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await admin
      .updateTable('responsibility')
      .set({ engagement_id: engagementOf('petra') })
      .execute()
  })
  const tasks = (who: Who) => text(who, '/uppgifter')

  it('whoever holds the function, and who stands in, read it a month before, and until nothing is left', async () => {
    await leaves('petra', '2026-12-24')
    for (const who of ['maja', 'stig'] as const)
      expect(await tasks(who)).toContain('Petra Ek slutar 24 december och har barn eller uppgifter.')
    for (const who of ['petra', 'sofia', 'eva'] as const) expect(await tasks(who)).not.toContain('slutar')
    setClock(inHours(24 * 31))
    expect(await tasks('maja')).toContain('Petra Ek slutade 24 december och har barn eller uppgifter kvar.')
    await as('maja').post(paths.close.to({ childId: lisa }), { closing: 'thanked' })
    expect(await tasks('maja')).not.toContain('Petra Ek')
  })

  it('not when it is further off, nor when there is nothing', async () => {
    await leaves('petra', '2026-12-25')
    expect(await tasks('maja')).not.toContain('Petra Ek')
    await leaves('petra', '2026-11-24')
    await admin
      .updateTable('responsibility')
      .set({ engagement_id: engagementOf('maja') })
      .execute()
    expect(await tasks('maja')).not.toContain('Petra Ek')
  })
})
