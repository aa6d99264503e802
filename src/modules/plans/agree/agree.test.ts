import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { lisaWithPlan, tasksOf } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  assign,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'
import { readingAddress } from '../readings.ts'

const to = { childId: lisa }
const address = paths.plan.agree.to(to)
const why = 'Morgonbilderna behövs inte hos oss.'
const answers = () => admin.selectFrom('agreement').select(['answer', 'noted_by']).execute()
const shown = async (who: Person) => (await as(who).get(readingAddress(lisa, 'whole'))).text()
const jonasSays = (form: object = {}) =>
  as('jonas').post(address, { [`answer-${id('jonas')}`]: 'disagrees', [`why-${id('jonas')}`]: why, ...form })

describe('who goes along with the plan', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('each for themselves: Sara, Lisa, and Ali for his unit', async () => {
    await as('sara').post(address, { [`answer-${id('sara')}`]: 'agrees' })
    await as('lisaSelf').post(address, { 'answer-barnet': 'agrees' })
    await as('ali').post(address, { [`answer-${id('familjestod')}`]: 'could_not_answer' })
    const page = (await shown('maja')).replace(/<[^>]+>/g, '')
    for (const text of [
      'Sara, mamma, är med på planen',
      'Lisa är med på planen',
      'Familjestöd Alvesta har inte kunnat svara',
    ])
      expect(page).toContain(text)
  })

  it('Maja notes from the telephone what they have said, and the unit’s task is done', async () => {
    await admin
      .insertInto('task')
      .values({
        child_id: lisa,
        id: id('task'),
        kind: 'agree_to_plan',
        engagement_id: engagementOf('ali'),
        about_id: id('familjestod'),
        due_on: '2026-12-01',
        made_at: noon,
      })
      .execute()
    await as('maja').post(address, {
      [`answer-${id('sara')}`]: 'agrees',
      [`answer-${id('familjestod')}`]: 'agrees',
    })
    expect(await answers()).toHaveLength(2)
    expect((await tasksOf('agree_to_plan'))[0]?.done).toBe(true)
  })

  it('why Jonas does not is for Jonas and the BBA’s unit; everybody else only sees that he does not', async () => {
    await assign('stig', lisa, 'work')
    await jonasSays()
    for (const who of ['jonas', 'maja', 'stig'] as const)
      expect([who, await shown(who)].join()).toContain(why)
    for (const who of ['sara', 'lisaSelf', 'ali'] as const) {
      const page = await shown(who)
      expect(page).toContain('är inte med på allt i planen')
      expect(page).not.toContain(why)
    }
  })

  it('he can open why to all who read the whole plan', async () => {
    await jonasSays({ [`open-${id('jonas')}`]: 'ja' })
    for (const who of ['sara', 'ali'] as const) expect(await shown(who)).toContain(why)
    expect(await shown('ingrid')).not.toContain('Jonas')
  })

  it('sent twice, it is one; another answer is a new one, and the old is kept', async () => {
    for (let time = 0; time < 2; time++) await jonasSays()
    expect(await answers()).toHaveLength(1)
    setClock(new Date(noon.getTime() + 60_000))
    await as('jonas').post(address, { [`answer-${id('jonas')}`]: 'agrees' })
    expect(await answers()).toHaveLength(2)
    expect((await shown('maja')).replace(/<[^>]+>/g, '')).toContain('Jonas, pappa, är med på planen')
  })

  it('nobody answers for another', async () => {
    await as('sara').post(address, {
      [`answer-${id('sara')}`]: 'agrees',
      [`answer-${id('jonas')}`]: 'agrees',
    })
    await as('ali').post(address, {
      [`answer-${id('familjestod')}`]: 'agrees',
      [`answer-${id('gaddan')}`]: 'agrees',
    })
    expect((await answers()).map((row) => row.noted_by).sort()).toEqual([id('ali'), id('sara')].sort())
  })

  it('a unit that is kept from Jonas has no answer for him', async () => {
    await as('ali').post(address, { [`answer-${id('familjestod')}`]: 'agrees' })
    await bar('jonas', id('familjestod'))
    expect(await shown('jonas')).not.toContain('Familjestöd')
    expect(await shown('sara')).toContain('Familjestöd')
  })

  it('a guardian who must not know is not on Maja’s page', async () => {
    await bar('jonas')
    expect(await (await as('maja').get(address)).text()).not.toContain('Jonas')
  })

  it('an answer must be chosen, and what was written is kept', async () => {
    const answer = await as('sara').post(address, { [`why-${id('sara')}`]: 'Jag vet <inte> än' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Välj ett av svaren')
    expect(page).toContain('Jag vet &lt;inte&gt; än')
  })

  it('is hidden from strangers, and silent without the log', async () => {
    for (const who of ['petra', 'sofia', 'eva'] as const)
      expect([(await as(who).get(address)).status, (await as(who).post(address)).status]).toEqual([404, 404])
    expect((await withoutAudit(() => jonasSays())).status).toBe(503)
    expect(await answers()).toEqual([])
  })
})
