import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan, tasksOf } from '#test/arrange-plan.ts'
import { admin, as, engagementOf, id, inHours, lisa, type Person, setClock, world } from '#test/world.ts'

const at = { childId: lisa }
const ids = { ...at, handoverId: id('the hand-over') }
const prepare = paths.handover.prepare.to(at)
const plan = paths.plan.show.to(at)
const next = {
  submission: ids.handoverId,
  unit: id('lillaskolan'),
  kind: 'next_lead',
  why: 'Lisa byter skola.',
}
const onRule = {
  basis: 'ground',
  ground: 'ej_men',
  necessary: 'De tar över.',
  relevant: 'Det är deras elev.',
  proportionate: 'Bara det som behövs.',
}
const pageOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const leads = async (kind: 'best_interests_lead' | 'collaboration_lead') => {
  const all = await admin
    .selectFrom('responsibility')
    .select(['engagement_id', 'during'])
    .where('kind', '=', kind)
    .execute()
  return all.flatMap(({ engagement_id, during }) => (String(during).endsWith(',)') ? engagement_id : []))
}
const openTasks = async () =>
  (
    await admin
      .selectFrom('task')
      .select(['kind', 'engagement_id'])
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind, engagement_id }) => [kind, engagement_id])

describe('what is handed over', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('to the next BBA: the family sees what the school is asked, and who is responsible until it has said yes', async () => {
    expect((await as('maja').post(prepare, next)).status).toBe(303)
    expect((await as('maja').post(paths.handover.offer.to(ids), onRule)).status).toBe(303)
    for (const who of ['sara', 'lisaSelf'] as const) {
      const page = await pageOf(who, paths.child.to(at))
      expect(page).toContain(
        'Lillåskolan har fått frågan om att bli nästa Barnets bästa-ansvarig, den 24 november.',
      )
      expect(page).toContain('Maja Lindgren har ansvaret tills de har svarat.')
    }
    const offered = await pageOf('eva', paths.handover.show.to(ids))
    for (const text of [
      'frågar om ni blir nästa Barnets bästa-ansvarig',
      'Uppdraget som Barnets bästa-ansvarig',
    ])
      expect(offered).toContain(text)
    setClock(inHours(1))
    expect((await as('eva').post(paths.handover.accept.to(ids))).status).toBe(303)
    // Over a wall: the plan stays with those who made it and ends, nobody leads it, and the parts in it end.
    expect([await leads('best_interests_lead'), await leads('collaboration_lead')]).toEqual([
      [engagementOf('eva')],
      [],
    ])
    const [old] = await admin.selectFrom('plan').select(['ended_because']).execute()
    expect(old?.ended_because).toBe('moved')
    expect((await as('ali').get(plan)).status).toBe(404)
    expect(await openTasks()).toEqual([['gather', engagementOf('eva')]])
  })

  it('to the next BBA only where there is a step on the ladder', async () => {
    for (const unit of ['familjestod', 'gaddan', 'elevhalsan']) {
      const answer = await as('maja').post(prepare, { ...next, unit: id(unit) })
      const page = await answer.text()
      expect([answer.status, page.includes('href="#unit"'), page.includes('Lisa byter skola.')]).toEqual([
        422,
        true,
        true,
      ])
    }
    expect((await as('maja').post(prepare, { ...next, unit: id('familjestod'), kind: 'whole' })).status).toBe(
      303,
    )
  })

  it('only the responsibility for the plan: Maja is BBA, follows the process, and loses nothing', async () => {
    expect(await pageOf('maja', prepare)).toContain(`href="${paths.plan.lead.to(at)}"`)
    const lead = paths.plan.lead.to(at)
    await as('maja').post(lead, { act: 'ask', who: engagementOf('ali') })
    expect((await as('ali').post(lead, { act: 'accept' })).status).toBe(303)
    expect([await leads('best_interests_lead'), await leads('collaboration_lead')]).toEqual([
      [engagementOf('maja')],
      [engagementOf('ali')],
    ])
    for (const path of [plan, paths.timeline.to(at), paths.plan.versions.to(at), paths.child.to(at)])
      expect([path, (await as('maja').get(path)).status]).toEqual([path, 200])
    for (const who of ['sara', 'maja', 'ali'] as const)
      expect(await pageOf(who, plan)).toContain('Ali Rahimi')
    expect((await tasksOf('follow_up')).map((task) => task.engagement_id)).toEqual([engagementOf('ali')])
    const [kept] = await admin.selectFrom('plan').select(['ended_at']).execute()
    expect(kept?.ended_at).toBeNull()
    // What has gone to Ali stays with Ali; nothing of what Maja keeps has been opened for him.
    for (const path of [paths.wheel.notes, paths.close, paths.wheel.analyse])
      expect((await as('ali').get(path.to(at))).status).toBe(404)
  })
})
