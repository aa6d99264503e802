import { beforeEach, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { actions, lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, as, auditRows, id, lisa, type Person, world } from '#test/world.ts'

const address = paths.plan.childsReading.to({ childId: lisa })
const pageOf = async (who: Person) => (await as(who).get(address)).text()
const answers = () =>
  admin.selectFrom('follow_up_part').select(['part_id', 'voice', 'helped', 'person_id']).execute()

describe('the plan as Lisa reads it', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('says what she wants, and who helps her with what and when; what is over is not there', async () => {
    const page = await pageOf('lisaSelf')
    for (const text of [
      'Hej Lisa!',
      'Jag vill läsa en hel bok själv.',
      'Petra läser med dig.',
      'Måndag och torsdag',
      '15 december',
    ])
      expect(page).toContain(text)
    for (const text of ['Samtal om sömn', 'Klar', 'Samverkansansvarig', 'Uppgifter'])
      expect(page).not.toContain(text)
    expect(await auditRows()).toEqual([['lisaSelf', 'plan.childs-reading', 'done', lisa]])
  })

  it('in easy words', async () => {
    const main = /<main[\s\S]*<\/main>/.exec(await pageOf('lisaSelf'))?.[0] ?? ''
    const text = main.replace(/<\/(h\d|p|li|button|a)>/g, '. ').replace(/<[^>]+>/g, ' ')
    expect(lix(text)).toBeLessThanOrEqual(25)
  })

  it('she answers with one press whether it helps; then comes the next question', async () => {
    const asked = /name="part" value="([^"]+)"/.exec(await pageOf('lisaSelf'))?.[1]
    expect(asked).toBe(actions.pictures)
    for (let time = 0; time < 2; time++)
      await as('lisaSelf').post(address, { part: actions.pictures, hjalper: 'little' })
    expect(await answers()).toEqual([
      { part_id: actions.pictures, voice: 'child', helped: 'a_little', person_id: id('lisaSelf') },
    ])
    expect(/name="part" value="([^"]+)"/.exec(await pageOf('lisaSelf'))?.[1]).toBe(actions.reading)
  })

  it('what is kept from a parent is not on her page, where the parent may look along', async () => {
    await bar('jonas', actions.reading)
    expect(await pageOf('lisaSelf')).not.toContain('Petra')
    const answer = await as('lisaSelf').post(address, { part: actions.reading, hjalper: 'yes' })
    expect([answer.status, await answers()]).toEqual([404, []])
  })

  it('her parents and those who read the whole plan can read it as she does, and answer nothing for her', async () => {
    for (const who of ['sara', 'maja', 'ali'] as const) {
      expect(await pageOf(who)).toContain('Petra läser med dig.')
      expect((await as(who).post(address, { part: actions.reading, hjalper: 'yes' })).status).toBe(404)
    }
    for (const who of ['ingrid', 'petra', 'eva'] as const)
      expect((await as(who).get(address)).status).toBe(404)
    expect(await answers()).toEqual([])
  })
})
