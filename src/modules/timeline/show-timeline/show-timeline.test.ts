import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import type { PlanEventKind } from '#shared/schema.ts'
import { bar, joined, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import { actions, goals, lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, as, auditRows, id, lisa, withoutAudit, world } from '#test/world.ts'

const address = paths.timeline.to({ childId: lisa })
const happened = (kind: PlanEventKind, at: string, about?: string) =>
  admin
    .insertInto('plan_event')
    .values({
      child_id: lisa,
      id: id(`event ${kind}`),
      matter_id: lisasMatter,
      kind,
      about_id: about ?? null,
      at: new Date(at),
    })
    .execute()
const read = async (who: Parameters<typeof as>[0]) => (await as(who).get(address)).text()

describe('what has happened around Lisa', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await happened('noticed', '2026-11-20T10:00:00Z')
    await happened('family_told', '2026-11-21T10:00:00Z')
    await happened('meeting_called', '2026-11-22T10:00:00Z', id('meeting'))
  })

  it('Maja sees the plan’s own events, the latest first', async () => {
    const page = await read('maja')
    expect(page).toContain('<h1>Lisa Holmgren</h1>')
    const order = ['Inbjudan till samverkansmöte', 'Familjen fick veta', 'Någon berättade något']
    expect(order.map((words) => page.indexOf(words))).toEqual(
      [...order.map((words) => page.indexOf(words))].sort((a, b) => a - b),
    )
    expect(page).toContain('22 november 2026')
    expect(await auditRows()).toEqual([['maja', 'timeline.show', 'done', lisa]])
  })

  it('Sara and Lisa see them once they are told, and Jonas not what is barred for him', async () => {
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await bar('jonas', id('meeting'))
    expect(await read('sara')).toContain('Inbjudan till samverkansmöte')
    const forJonas = await read('jonas')
    expect(forJonas).toContain('Familjen fick veta')
    expect(forJonas).not.toContain('Inbjudan')
    const forLisa = await read('lisaSelf')
    expect(forLisa).toContain('Det här har hänt')
    expect(forLisa).not.toContain('Inbjudan')
  })

  it('a unit that takes part in the whole reads it too, one with its own part does not', async () => {
    await joined('ali', 'familjestod')
    await joined('ingrid', 'gaddan', 'own')
    expect(await read('ali')).toContain('Familjen fick veta')
    expect((await as('ingrid').get(address)).status).toBe(404)
  })

  it('is hidden from all others, the untold family among them', async () => {
    await tellFamily('jonas')
    await bar('jonas')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'stig', 'sofia', 'eva', 'sara', 'jonas', 'lisaSelf', 'karin'] as const) {
      const answer = await as(who).get(address)
      expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
  })

  it('shows nothing when the log cannot be written', async () => {
    expect((await withoutAudit(() => as('maja').get(address))).status).toBe(503)
  })
})

describe('a change in the plan', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    await happened('plan_changed', '2026-11-24T10:00:00Z', actions.reading)
  })

  it.each([
    ['the goal it serves', goals.book],
    ['the unit that does it', id('furuskolan')],
  ])('is not there for Jonas when %s is kept from him', async (_, thing) => {
    expect(await read('jonas')).toContain('Planen ändrades')
    await bar('jonas', thing)
    for (const who of ['jonas', 'lisaSelf'] as const) expect(await read(who)).not.toContain('Planen ändrades')
    expect(await read('sara')).toContain('Planen ändrades')
  })
})
