import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import type { TaskKind } from '#shared/schema.ts'
import { openMatter, protectPeople } from '#test/arrange.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  nils,
  noon,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.tasks.to({})
const listFor = async (who: 'maja' | 'stig' | 'petra' | 'eva') => (await as(who).get(address)).text()

type Task = { kind: TaskKind; due: string; who?: 'maja' | 'eva'; about?: string; child?: string }
async function waits(...tasks: readonly Task[]) {
  await admin
    .insertInto('task')
    .values(
      tasks.map(({ kind, due, who = 'maja', about, child = lisa }, place) => ({
        child_id: child,
        id: id(`task ${place} ${kind} ${due}`),
        kind,
        engagement_id: engagementOf(who),
        about_id: about ?? null,
        due_on: due,
        made_at: noon,
      })),
    )
    .execute()
}

const inOrder = (page: string, ...texts: readonly string[]) => {
  let from = 0
  for (const text of texts) {
    const found = page.indexOf(text, from)
    expect([text, found >= 0]).toEqual([text, true])
    from = found
  }
}

describe('what waits for whom', () => {
  beforeEach(() => world())

  it('greets somebody protected without a name, and shows none to her colleagues', async () => {
    expect(await listFor('maja')).toContain('<h1>Hej, Maja</h1>')
    await protectPeople('maja')
    const page = await listFor('maja')
    expect(page).toContain('<h1>Hej</h1>')
    expect(page).toContain('<b>Inloggad</b>')
    expect(page).not.toContain('Maja')
  })

  it('Maja sees what has been left lying, today, tomorrow and later: name, step and day, never why', async () => {
    const item = id('item')
    await waits(
      { kind: 'follow_up', due: '2026-12-20' },
      { kind: 'analyse', due: '2026-11-25' },
      { kind: 'receive_noticing', due: '2026-11-24', about: item },
      { kind: 'talk_with_family', due: '2026-11-20' },
    )
    const page = await listFor('maja')
    inOrder(
      page,
      'Tisdag 24 november. Du arbetar som rektor, Furuskolan.',
      '<h1>Hej, Maja</h1>',
      'Ett barn väntar på ett nästa steg från dig. Börja med Lisa.',
      'Har blivit liggande',
      'Prata med familjen',
      'Skulle varit klart i fredags',
      'I dag',
      'Läs och ta emot',
      'I morgon',
      'Se helheten och välj väg',
      'Längre fram',
      'Följ upp planen',
      'Senast söndag 20 december',
      'Uppmärksamma ett barn',
    )
    expect(page).toContain(
      `href="${paths.noticing.receive.to({ childId: lisa, itemId: item })}">Lisa Holmgren`,
    )
    expect(await auditRows()).toEqual([
      ['maja', 'tasks.list', 'done', id('nil')].with(3, '00000000-0000-0000-0000-000000000000'),
    ])
    expect(await admin.selectFrom('audit_subject').select('child_id').execute()).toEqual([{ child_id: lisa }])
  })

  it('is empty, and says so kindly', async () => {
    const page = await listFor('petra')
    expect(page).toContain('Inget väntar på dig just nu.')
    expect(page).not.toContain('Klart den här veckan')
  })

  it('greets by the clock', async () => {
    setClock(new Date('2026-11-25T06:15:00Z'))
    expect(await listFor('maja')).toContain('God morgon, Maja')
    setClock(new Date('2026-11-25T19:15:00Z'))
    expect(await listFor('maja')).toContain('God kväll, Maja')
  })

  it('comes to Stig when it has lain too long, and says that he stands in', async () => {
    await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), { sentence: 'Lisa somnar.' })
    expect(await listFor('stig')).toContain('Inget väntar på dig just nu.')
    setClock(new Date('2026-11-27T06:01:00Z'))
    const page = await listFor('stig')
    expect(page).toContain('Läs och ta emot')
    expect(page).toContain('Skulle varit klart i går. Du står in.')
    expect(await listFor('maja')).toContain('Läs och ta emot')
    expect(await listFor('petra')).not.toContain('Läs och ta emot')
  })

  it('Eva sees her own only, and Maja’s tasks about children she no longer works with are gone', async () => {
    await assign('eva', nils, 'work')
    await waits(
      { kind: 'gather', due: '2026-11-24', who: 'eva', child: nils },
      { kind: 'gather', due: '2026-11-24', child: nils },
    )
    expect(await listFor('eva')).toContain('Nils Ström')
    expect(await listFor('maja')).not.toContain('Nils')
  })

  it('what is done this week stands in a list of its own', async () => {
    await openMatter()
    await waits({ kind: 'talk_with_family', due: '2026-11-24' }, { kind: 'call_meeting', due: '2026-11-20' })
    await admin
      .updateTable('task')
      .set({ done_at: new Date('2026-11-23T09:00:00Z'), done_by: id('maja') })
      .where('kind', '=', 'talk_with_family')
      .execute()
    await admin
      .updateTable('task')
      .set({ done_at: new Date('2026-11-20T09:00:00Z'), done_by: id('maja') })
      .where('kind', '=', 'call_meeting')
      .execute()
    const page = await listFor('maja')
    inOrder(page, 'Klart den här veckan', 'Lisa Holmgren</a>: prata med familjen')
    expect(page).not.toContain('bjud in')
  })

  it('shows fifty at a time, each once', async () => {
    await waits(...Array.from({ length: 60 }, (): Task => ({ kind: 'gather', due: '2026-11-24' })))
    const first = await listFor('maja')
    const next = /href="([^"]*efter=[^"]*)"/.exec(first)?.[1] ?? ''
    expect(next).not.toContain('Lisa')
    const second = await (await as('maja').get(next)).text()
    const rows = (page: string) => page.split('<article class="task">').length - 1
    expect([rows(first), rows(second)]).toEqual([50, 10])
    expect(second).not.toContain('efter=')
    for (const hostile of ['x', '2026-99-99.x', `2026-02-31.${id('x')}`, `2026-11-24.${'-'.repeat(36)}`])
      expect((await as('maja').get(`${address}?efter=${hostile}`)).status).toBe(200)
  })

  it('is for staff: the family meets what does not exist', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['sara', 'lisaSelf'] as const) {
      const answer = await as(who).get(address)
      expect([answer.status, await answer.text()]).toEqual([404, missing])
    }
  })

  it('shows nothing when the log cannot be written', async () => {
    await waits({ kind: 'gather', due: '2026-11-24' })
    const answer = await withoutAudit(() => as('maja').get(address))
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toContain('Lisa')
  })

  it('reads by the engagement’s own index, however many tasks the county has', async () => {
    await sql`insert into task (child_id, id, kind, engagement_id, due_on, made_at)
      select ${lisa}::uuid, md5('t' || n)::uuid, 'gather', ${engagementOf('eva')}::uuid, '2026-11-24', ${noon.toISOString()}::timestamptz
      from generate_series(1, 20000) n`.execute(admin)
    await waits({ kind: 'gather', due: '2026-11-24' })
    await sql`analyze task`.execute(admin)
    const plan = await behindTheWalls('maja', undefined, async (trx) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from task
        where engagement_id = ${engagementOf('maja')} and done_at is null`.execute(trx)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain('task_engagement_id_due_on')
    expect(plan).not.toContain('Seq Scan on task')
  })
})
