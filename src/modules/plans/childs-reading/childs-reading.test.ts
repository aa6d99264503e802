import { beforeEach, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { actions, lisaWithPlan } from '#test/arrange-plan.ts'
import { mainText } from '#test/words.ts'
import { admin, as, auditRows, id, inHours, lisa, type Person, setClock, world } from '#test/world.ts'

const address = paths.plan.childsReading.to({ childId: lisa })
const pageOf = async (who: Person) => (await as(who).get(address)).text()
const answers = () =>
  admin.selectFrom('follow_up_part').select(['part_id', 'voice', 'helped', 'person_id']).execute()

describe('the plan as Lisa reads it', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('says what she wants, and who helps her with what and when; and what is over', async () => {
    const page = await pageOf('lisaSelf')
    for (const text of [
      'Hej Lisa!',
      'Jag vill läsa en hel bok själv.',
      'Petra läser med dig.',
      'Måndag och torsdag',
      '15 december',
      '”Samtal om sömn” är klart.',
    ])
      expect(page).toContain(text)
    for (const text of ['Samverkansansvarig', 'Uppgifter']) expect(page).not.toContain(text)
    expect(await auditRows()).toEqual([['lisaSelf', 'plan.childs-reading', 'done', lisa]])
  })

  it('in easy words', async () => {
    expect(lix(mainText(await pageOf('lisaSelf')))).toBeLessThanOrEqual(25)
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

  it('she can choose what to answer about, and answer again', async () => {
    await as('lisaSelf').post(address, { part: actions.pictures, hjalper: 'no' })
    const page = await pageOf('lisaSelf')
    expect(page).toContain('Du sa: nej.')
    const again = `${address}?fraga=${actions.pictures}`
    expect(page).toContain(`href="${again}#fraga"`)
    const asked = await (await as('lisaSelf').get(again)).text()
    expect(/name="part" value="([^"]+)"/.exec(asked)?.[1]).toBe(actions.pictures)
    setClock(inHours(1))
    await as('lisaSelf').post(address, { part: actions.pictures, hjalper: 'yes' })
    expect(await pageOf('lisaSelf')).toContain('Du sa: ja.')
    expect(await pageOf('sara')).not.toContain('Du sa')
  })

  it('says what is new since she looked, and where she can say that something is not right', async () => {
    await pageOf('lisaSelf')
    setClock(new Date('2026-12-01T11:00:00Z'))
    await as('maja').post(paths.plan.changeAction.to({ childId: lisa, partId: actions.reading }), {
      version: '1',
      what: 'Läsa tillsammans',
      who: 'Petra Ek, lärare',
      unit: id('furuskolan'),
      when: 'Varje dag',
      state: 'ongoing',
    })
    const page = await pageOf('lisaSelf')
    expect(page).toContain('Nytt sedan du tittade 24 november')
    expect(page).toContain('”Läsa tillsammans” har en ny tid: Varje dag.')
    expect(page).toContain(paths.objection.say.to({ childId: lisa, thingId: actions.reading }))
    await bar('jonas', actions.reading)
    expect(await pageOf('lisaSelf')).not.toContain('Läsa tillsammans')
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
