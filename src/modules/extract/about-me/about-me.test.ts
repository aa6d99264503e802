import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, markAsProtected, openMatter, reachedOn, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { say } from '#test/noninterference/rows.ts'
import { headingsIn } from '#test/pdf.ts'
import {
  admin,
  as,
  auditRows,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  showedWhoTheyAre,
  world,
} from '#test/world.ts'

const { show, pdf, json } = paths.aboutMe
const got = async (who: Person) => (await as(who).get(json.to({}))).text()

describe('what there is about oneself', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await lisasPlan()
    await reachedOn('sara', '070-174 06 33')
    await admin
      .insertInto('identity')
      .values({ issuer: 'test', subject: '198901239999', person_id: id('sara') })
      .execute()
  })

  it('Sara takes it out at once: who she is, her child, her answers, her words and her sign-ins', async () => {
    await joined('ali', 'familjestod')
    await say({
      name: 'saras view',
      by: 'sara',
      readers: 'meeting',
      voice: 'guardian',
      speaker: 'sara',
      words: 'Frukosten är lugn',
    })
    const page = await (await as('sara').get(show.to({}))).text()
    expect(page).toContain('Du får det på en gång')
    expect(page).toContain(paths.extract.ask.to({ childId: lisa }))
    const mine = JSON.parse(await got('sara'))
    expect(mine).toMatchObject({
      name: 'Sara Holmgren',
      phones: ['070-174 06 33'],
      logins: [{ issuer: 'test', endsWith: '9999' }],
      guardianOf: [
        { child: 'Lisa Holmgren', called: 'mamma', source: 'folkbokföringen', from: '2018-03-14' },
      ],
      consents: [{ unit: 'Familjestöd Alvesta', answers: [{ answer: 'ja' }] }],
    })
    expect(JSON.stringify(mine.written)).toContain('Frukosten är lugn')
    expect(mine.signIns).toHaveLength(1)
    expect(mine.watermark).toContain('Sara Holmgren')
    expect(JSON.stringify(mine)).not.toContain('198901239999')
    const paper = await as('sara').get(pdf.to({}))
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect(Buffer.from(await paper.arrayBuffer()).toString('latin1')).toContain('/StructTreeRoot')
    expect((await auditRows()).map((row) => row.slice(0, 3))).toEqual([
      ['sara', 'about-me.show', 'done'],
      ['sara', 'about-me.take-out', 'done'],
      ['sara', 'about-me.take-out', 'done'],
    ])
  })

  it('Sara reads Arabic, and so does her paper; what Maja takes out of hers is Swedish', async () => {
    await joined('ali', 'familjestod')
    const paperOf = async (who: Person, query = '') =>
      Buffer.from(await (await as(who).get(`${pdf.to({})}${query}`)).arrayBuffer())
    const [whoYouAre, inSwedish] = ['من أنت', 'Vem du är']
    expect(headingsIn(await paperOf('sara'))).toEqual(
      expect.arrayContaining(['Det som finns om mig', inSwedish]),
    )
    await as('sara').post(paths.language.to({}), { sprak: 'ar' })
    const paper = await paperOf('sara')
    expect(headingsIn(paper)).toEqual(expect.arrayContaining([whoYouAre, 'ما أجبت به عن المشاركة']))
    expect(headingsIn(paper)).not.toContain(inSwedish)
    for (const mark of ['/Lang (ar)', 'pdfuaid:part>1<']) expect(paper.toString('latin1')).toContain(mark)
    expect(headingsIn(await paperOf('sara', '?sprak=sv'))).toContain(inSwedish)
    const atWork = as('maja')
    await atWork.post(paths.language.to({}), { sprak: 'ar' })
    expect(headingsIn(await paperOf('maja'))).toEqual(expect.arrayContaining([inSwedish, 'Där du arbetar']))
  })

  it('Maja gets where she works, and no child; what she wrote at work is the unit’s', async () => {
    const page = await (await as('maja').get(show.to({}))).text()
    expect(page).toContain('registratorn')
    expect(page).not.toContain(lisa)
    const mine = JSON.parse(await got('maja'))
    expect(mine.roles).toMatchObject([{ title: 'rektor', unit: 'Furuskolan', from: '2020-08-01' }])
    expect(mine.guardianOf).toEqual([])
    expect(JSON.stringify(mine)).not.toContain('Lisa')
  })

  it('Jonas, who must not know, gets the same whether something goes on about Lisa or not', async () => {
    const ofJonas = async (told: boolean) => {
      await world()
      if (told) {
        await openMatter()
        await tellFamily('sara', 'jonas')
        await joined('ali', 'familjestod')
        await bar('jonas')
      }
      return [await got('jonas'), await (await as('jonas').get(show.to({}))).text()]
    }
    const nothing = await ofJonas(false)
    expect(nothing.join()).not.toContain('Lisa')
    expect(await ofJonas(true)).toEqual(nothing)
  })

  it('a unit that is barred for Jonas is in none of his answers', async () => {
    await joined('ali', 'familjestod')
    await bar('jonas', id('familjestod'))
    expect(await got('jonas')).not.toContain('Familjestöd')
    expect(await got('sara')).toContain('Familjestöd')
  })

  it('of a protected child no place is named on what leaves', async () => {
    await joined('ali', 'familjestod')
    await markAsProtected()
    const mine = await got('sara')
    expect(mine).toContain('Socialtjänsten')
    expect(mine).not.toMatch(/Familjestöd|Furuskolan|Alvesta/)
  })

  it('a child has no such page while somebody else may hold its eID; grown up it has', async () => {
    for (const address of [show, pdf, json])
      expect((await as('lisaSelf').get(address.to({}))).status).toBe(404)
    await admin.updateTable('child').set({ born_on: '2008-03-14' }).where('id', '=', lisa).execute()
    expect(JSON.parse(await got('lisaSelf')).name).toBe('Lisa Holmgren')
    expect(JSON.parse(await got('sara')).guardianOf).toEqual([])
  })

  it('it asks for a fresh sign-in, and counts as taken out', async () => {
    await showedWhoTheyAre('sara', inHours(0))
    setClock(inHours(1))
    expect((await as('sara').get(pdf.to({}))).status).toBe(303)
    expect((await as('sara').get(show.to({}))).status).toBe(200)
    expect((await as('nobody').get(json.to({}))).status).not.toBe(200)
  })
})
