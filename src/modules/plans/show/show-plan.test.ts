import { beforeEach, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { actions, lisaWithPlan } from '#test/arrange-plan.ts'
import { mainText } from '#test/words.ts'
import { as, auditRows, lisa, type Person, setClock, unknownChild, withoutAudit, world } from '#test/world.ts'
import { readingAddress } from '../readings.ts'

const address = paths.plan.show.to({ childId: lisa })
const whole = readingAddress(lisa, 'whole')
const read = async (who: Person, path = address) => {
  const answer = await as(who).get(path)
  return { status: answer.status, page: await answer.text() }
}

describe('reading a plan', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it.each(['maja', 'ali', 'sara', 'jonas', 'lisaSelf'] as const)('%s reads the whole of it', async (who) => {
    const { status, page } = await read(who, whole)
    expect(status).toBe(200)
    for (const text of [
      'Jag vill läsa en hel bok själv.',
      'Petra Ek, lärare',
      'Måndag och torsdag, till 22 december',
      'Från 9 januari 2027',
      'Petra läser med dig.',
      'Ring Maja.',
      'Åtgärdsprogram för läsning',
      'Tisdag 15 december klockan 14.30',
    ])
      expect(page).toContain(text)
    expect(page.match(/Maja Lindgren, Furuskolan/g)).toHaveLength(2)
    expect(await auditRows()).toEqual([[who, 'plan.show', 'done', lisa]])
  })

  it.each(['sara', 'jonas', 'lisaSelf'] as const)('%s first meets it in plain words', async (who) => {
    const { page } = await read(who)
    for (const text of [
      'Jag vill läsa en hel bok själv.',
      'Petra Ek, lärare',
      'Petra läser med dig.',
      'Ring Maja.',
      'Tisdag 15 december klockan 14.30',
      'Barnets bästa-ansvarig',
      `href="${paths.plan.childsReading.to({ childId: lisa })}"`,
      `href="${whole}"`,
    ])
      expect(page).toContain(text)
    for (const text of ['Samverkansansvarig', 'Åtgärdsprogram', '>Läge<']) expect(page).not.toContain(text)
    expect(lix(mainText(page))).toBeLessThanOrEqual(35)
  })

  it('Maja can look at what the family reads', async () => {
    expect((await read('maja', readingAddress(lisa, 'plain'))).page).toContain('Så här hjälps vi åt')
    expect((await read('ingrid', readingAddress(lisa, 'plain'))).page).toContain('Din del')
  })

  it('Ingrid at the swim club reads her own part: what she does, when, and whom to ask', async () => {
    const { page } = await read('ingrid')
    for (const text of ['Simskola på lördagar', 'Ingrid Falk, ledare', 'Maja Lindgren', '15 december'])
      expect(page).toContain(text)
    for (const text of ['Läsa tillsammans', 'lugnt på morgonen', 'Ring Maja', 'Ali Rahimi', '<h3>Furuskolan'])
      expect(page).not.toContain(text)
  })

  it('only those who write it see where it is changed', async () => {
    const change = paths.plan.changeAction.to({ childId: lisa, partId: actions.reading })
    for (const who of ['maja', 'ali', 'sara', 'lisaSelf', 'ingrid'] as const)
      expect([who, (await read(who)).page.includes(change)]).toEqual([who, who === 'maja'])
  })

  it('strangers, and a guardian from whom everything is kept, meet what does not exist', async () => {
    await bar('jonas')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['eva', 'petra', 'sofia', 'karin', 'jonas'] as const)
      expect(await read(who)).toEqual({ status: 404, page: missing })
    const unknown = await as('maja').get(paths.plan.show.to({ childId: unknownChild }))
    expect([unknown.status, await unknown.text()]).toEqual([404, missing])
  })

  it('an action that is kept from Jonas is not there for him, nor for Lisa, who may read beside him', async () => {
    await bar('jonas', actions.sleep)
    expect((await read('sara')).page).toContain('Samtal om sömn')
    for (const who of ['jonas', 'lisaSelf'] as const) {
      const { page } = await read(who)
      expect(page).toContain('Läsa tillsammans')
      expect(page).not.toContain('Samtal om sömn')
    }
  })

  it('nothing is shown when the log cannot be written', async () => {
    const answer = await withoutAudit(() => as('sara').get(address))
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toContain('Lisa')
  })

  it('a plan that waits to be followed up says so, and nobody is blamed', async () => {
    setClock(new Date('2026-12-16T09:00:00Z'))
    expect((await read('maja')).page).toContain('Uppföljningen har blivit liggande')
  })
})
