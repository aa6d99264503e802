import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { answers, askFamily, letsIn, sheetId } from '#test/consents.ts'
import { as, auditRows, engagementOf, id, lisa, type Person, unknownChild, world } from '#test/world.ts'

const at = { childId: lisa }
const address = paths.child.to(at)
const takeBack = paths.sharing.takeBack.to({ ...at, consentId: sheetId })
const read = async (who: Person) => (await as(who).get(address)).text()
const receipt = 'Det här har du sagt ja till'
/** The receipts of the page and nothing else. */
const receipts = (page: string) => page.split('id="ditt-ja"')[1]?.split('</section>')[0] ?? ''
const takes = (who: Person, unit: string) =>
  as(who).post(takeBack, { submission: id(`${who} takes back`), unit: id(unit) })

describe('what a guardian has said yes to stands on the child’s page', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await askFamily(['familjestod', 'gaddan'])
    await answers('sara', { familjestod: ['home'], gaddan: 'yes' })
  })

  it('Sara reads to whom, about what and until when; nobody there reads until all have answered', async () => {
    const mine = receipts(await read('sara'))
    for (const words of [
      'Familjestöd Alvesta',
      'Hemmet',
      '24 maj 2027',
      'Ingen där läser något än.',
      'Gäddan',
    ])
      expect(mine).toContain(words)
    expect(mine.split('<article')[1]).not.toContain('Lärande')
    expect(mine).not.toContain('Jonas')
  })

  it('Jonas, who has said nothing, and Lisa, whose sign-in he may hold, see nothing of her yes', async () => {
    for (const who of ['jonas', 'lisaSelf', 'maja'] as const)
      expect([who, (await read(who)).includes(receipt)]).toEqual([who, false])
  })

  it('each has their own', async () => {
    await answers('jonas', { familjestod: 'yes', gaddan: 'no' })
    expect(receipts(await read('jonas'))).not.toContain('Gäddan')
    expect(receipts(await read('sara'))).toContain('Gäddan')
  })

  it('the unit is let in: its contact stands among those one can turn to', async () => {
    await answers('jonas', { familjestod: 'yes', gaddan: 'no' })
    expect(await read('sara')).not.toContain('Ali Rahimi')
    await letsIn('familjestod', engagementOf('ali'))
    const page = await read('sara')
    expect(page.match(/Ali Rahimi, familjebehandlare/g)).toHaveLength(1)
    expect(receipts(page).split('<article')[1]).not.toContain('Ingen där läser')
  })

  it('one press takes it back, and only that', async () => {
    const page = await read('sara')
    expect(page).toContain(`action="${takeBack}"`)
    expect(page).toContain(`name="unit" value="${id('gaddan')}"`)
    expect((await takes('sara', 'gaddan')).status).toBe(303)
    const mine = receipts(await read('sara'))
    expect([mine.includes('Gäddan'), mine.includes('Familjestöd Alvesta')]).toEqual([false, true])
    await takes('sara', 'familjestod')
    expect(await read('sara')).not.toContain(receipt)
  })

  it('asked anew before the time is out, a unit has one receipt; one press takes back both yeses', async () => {
    const consentId = id('asked anew')
    const unit = id('familjestod')
    const asked = await as('maja').post(paths.sharing.ask.to(at), {
      submission: consentId,
      purpose: 'Vi vill fortsätta hjälpas åt.',
      units: unit,
      [`areas-${unit}`]: 'learning',
      lastDay: '2027-09-30',
      childPart: 'heard',
    })
    expect(asked.status).toBe(303)
    const anew = paths.sharing.sheet.to({ ...at, consentId })
    const yes = { [`answer-${unit}`]: 'yes', [`areas-${unit}`]: 'learning', seen: '0' }
    expect((await as('sara').post(anew, yes)).status).toBe(303)
    const mine = receipts(await read('sara'))
    expect(mine.match(/Familjestöd Alvesta<\/h3>/g)).toHaveLength(1)
    for (const words of ['Lärande', 'Hemmet', '30 september 2027']) expect(mine).toContain(words)
    await as('sara').post(paths.sharing.takeBack.to({ ...at, consentId }), {
      submission: id('sara takes back both'),
      unit,
      sheets: 'every',
    })
    expect(receipts(await read('sara'))).not.toContain('Familjestöd Alvesta')
    expect(receipts(await read('sara'))).toContain('Gäddan')
  })

  it('somebody else presses in vain', async () => {
    for (const who of ['maja', 'petra', 'sofia', 'eva'] as const)
      expect([who, (await takes(who, 'gaddan')).status]).toEqual([who, 404])
    await takes('jonas', 'gaddan')
    expect(receipts(await read('sara'))).toContain('Gäddan')
  })

  it('a place that Jonas must not know of is not among those he can turn to, nor on his receipt', async () => {
    await answers('jonas', { familjestod: 'yes', gaddan: 'yes' })
    await letsIn('familjestod', engagementOf('ali'))
    expect(await read('jonas')).toContain('Ali Rahimi')
    await bar('jonas', id('familjestod'))
    const page = await read('jonas')
    expect(page).not.toMatch(/Ali Rahimi|Familjestöd/)
    expect(receipts(page)).toContain('Gäddan')
    expect(await read('sara')).toContain('Ali Rahimi')
  })

  it('leaves one row of reading, and a child nobody knows is not there', async () => {
    const before = (await auditRows()).length
    await read('sara')
    expect((await auditRows()).slice(before)).toEqual([['sara', 'child.show', 'done', lisa]])
    expect((await as('sara').get(paths.child.to({ childId: unknownChild }))).status).toBe(404)
  })
})
