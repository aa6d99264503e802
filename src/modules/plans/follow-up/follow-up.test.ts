import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { actions, lisaWithPlan, planVersion, tasksOf } from '#test/arrange-plan.ts'
import { admin, as, engagementOf, id, lisa, type Person, withoutAudit, world } from '#test/world.ts'

const to = { childId: lisa }
const address = paths.plan.followUp.to(to)
const show = paths.plan.show.to(to)
const shown = async (who: Person) => (await (await as(who).get(show)).text()).replace(/<[^>]+>/g, ' ')
const held = {
  version: '1',
  occasion: id('next follow up'),
  heldOn: '2026-11-24',
  words: 'Det är lugnare.',
  [`state-${actions.pictures}`]: 'done',
  [`state-${actions.reading}`]: 'ongoing',
  [`helped-barnet-${actions.reading}`]: 'yes',
  [`words-${actions.reading}`]: 'Petra har roliga böcker.',
  [`helped-${id('sara')}-${actions.reading}`]: 'a_little',
  [`evaluation-${actions.reading}`]: 'Lisa läser längre stycken.',
  next: 'again',
  followUpOn: '2027-01-20',
  followUpTime: '14:30',
}
const parts = () => admin.selectFrom('follow_up_part').select(['voice', 'helped', 'noted_by']).execute()

describe('following up', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('Maja notes how far each action has come, in whose words, and when they meet again', async () => {
    expect((await as('maja').post(address, held)).headers.get('location')).toBe(show)
    expect(await planVersion()).toBe(2)
    const page = await shown('sara')
    for (const text of [
      '”Petra har roliga böcker.”',
      'Lisa läser längre stycken.',
      'Onsdag 20 januari klockan 14.30',
    ])
      expect(page).toContain(text)
    expect(page).toContain('Petra har roliga böcker.')
    expect(await tasksOf('follow_up')).toEqual([
      { engagement_id: engagementOf('maja'), due_on: '2027-01-20', done: false },
    ])
    const occasions = await admin.selectFrom('follow_up').select('held_on').execute()
    expect(occasions.map((row) => row.held_on).sort()).toEqual(['2026-11-24', null])
    expect((await admin.selectFrom('plan_event').select('kind').execute()).map((row) => row.kind)).toEqual([
      'followed_up',
    ])
  })

  it('sent twice, it is one', async () => {
    for (let time = 0; time < 2; time++) expect((await as('maja').post(address, held)).status).toBe(303)
    expect(await planVersion()).toBe(2)
    expect(await parts()).toHaveLength(3)
    expect(await tasksOf('follow_up')).toHaveLength(1)
  })

  it('what somebody else noted meanwhile is not overwritten', async () => {
    await as('maja').post(address, held)
    const late = await as('maja').post(address, { ...held, words: 'Något annat.' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Något annat.')
  })

  it('Sara and Lisa answer for themselves before it is held, and Maja sees it when she opens the page', async () => {
    await as('sara').post(address, {
      [`helped-${actions.pictures}`]: 'a_little',
      [`words-${actions.pictures}`]: 'Frukosten är lugnare.',
    })
    await as('lisaSelf').post(address, { [`helped-${actions.reading}`]: 'yes' })
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('Mamma: lite. ”Frukosten är lugnare.”')
    expect(page).toContain('Lisa: ja.')
  })

  it('what Sara answers alone is for Maja and those who do it, not for Jonas, Lisa or the swim club', async () => {
    await as('sara').post(address, {
      [`helped-${actions.pictures}`]: 'no',
      [`words-${actions.pictures}`]: 'Bilderna ligger kvar i väskan.',
    })
    for (const who of ['sara', 'maja', 'ali'] as const) expect(await shown(who)).toContain('i väskan')
    for (const who of ['jonas', 'lisaSelf', 'ingrid'] as const)
      expect(await shown(who)).not.toContain('i väskan')
  })

  it('Sara says it with one press beside the action, and what she wrote before stays', async () => {
    const plain = async (who: Person) => (await as(who).get(show)).text()
    expect(await plain('sara')).toContain(`name="helped-${actions.pictures}" value="a_little"`)
    await as('sara').post(address, {
      [`helped-${actions.pictures}`]: 'no',
      [`words-${actions.pictures}`]: 'Bilderna ligger kvar.',
    })
    const [, words] = /name="words-[^"]+" value="([^"]+)"/.exec(await plain('sara')) ?? []
    const tapped = await as('sara').post(address, {
      part: actions.pictures,
      [`helped-${actions.pictures}`]: 'a_little',
      [`words-${actions.pictures}`]: words ?? '',
    })
    expect(tapped.headers.get('location')).toBe(`${show}#insats-${actions.pictures}`)
    expect(await plain('sara')).toContain('Du har svarat: Lite')
    expect(await shown('maja')).toContain('Mamma: lite. ”Bilderna ligger kvar.”')
    expect(await plain('jonas')).not.toContain('Du har svarat')
  })

  it('nobody in the family can answer about what is kept from them', async () => {
    await bar('jonas', actions.pictures)
    await as('jonas').post(address, {
      [`helped-${actions.pictures}`]: 'no',
      [`helped-${actions.reading}`]: 'yes',
    })
    expect(await parts()).toEqual([{ voice: 'guardian', helped: 'yes', noted_by: id('jonas') }])
  })

  it('when they are done, the way goes on to the end of the plan', async () => {
    const done = await as('maja').post(address, { ...held, next: 'end', followUpOn: '' })
    expect(done.headers.get('location')).toBe(paths.plan.end.to(to))
  })

  it.each([
    ['no day is set to meet again', { followUpOn: '' }, 'followUpOn', 'Välj en dag när ni ses igen'],
    ['nothing says whether they meet again', { next: '' }, 'next', 'Välj om ni ses igen'],
    ['the day has not been', { heldOn: '2026-11-25' }, 'heldOn', 'Dagen har inte varit än'],
    ['they meet again the same day', { followUpOn: '2026-11-24' }, 'followUpOn', 'Välj en dag efter'],
  ])('gives the form back when %s', async (_, fault, field, message) => {
    const answer = await as('maja').post(address, { ...held, ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">${message}`)
    expect(page).toContain('Petra har roliga böcker.')
    expect(await planVersion()).toBe(1)
  })

  it('is hidden from units that only read, and from strangers; and nothing is kept without the log', async () => {
    for (const who of ['ali', 'ingrid', 'petra', 'eva'] as const)
      expect([(await as(who).get(address)).status, (await as(who).post(address, held)).status]).toEqual([
        404, 404,
      ])
    expect((await withoutAudit(() => as('maja').post(address, held))).status).toBe(503)
    expect(await parts()).toEqual([])
  })
})
