import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { answers, askFamily, complete, consents, letsIn, saying, sheet, sheetId } from '#test/consents.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const back = paths.sharing.takeBack.to({ childId: lisa, consentId: sheetId })
const tasks = async () =>
  (await admin.selectFrom('task').select(['kind', 'engagement_id']).orderBy('kind').execute()).map(
    ({ kind, engagement_id }) => [kind, engagement_id === engagementOf('maja')],
  )
const aliKnowsLisa = async () =>
  (await behindTheWalls('ali', lisa, (trx) => trx.selectFrom('child').select('id').execute())).length === 1

describe('the family answers', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await askFamily()
  })

  it('Sara reads what a yes and a no mean before she answers', async () => {
    const page = await (await as('sara').get(sheet)).text()
    for (const words of [
      'Vi vill hjälpas åt med &lt;morgnarna&gt;.',
      'Om du säger ja',
      'Om du säger nej',
      'Om du ändrar dig',
      'Familjestöd Alvesta',
      'Lärande',
      '24 maj 2027',
    ])
      expect(page).toContain(words)
    expect(page.indexOf('Om du säger nej')).toBeLessThan(page.indexOf('name="answer-'))
    expect(page).not.toContain('Jonas')
  })

  it('Sara says yes to two of three, Jonas no to one: one unit is open, and that is a normal result', async () => {
    const said = await answers('sara', { familjestod: 'yes', elevhalsan: 'yes', gaddan: 'no' })
    expect([said.status, said.headers.get('location')]).toEqual([303, sheet])
    expect(await complete()).toEqual([])
    await answers('jonas', { familjestod: 'yes', elevhalsan: 'no', gaddan: 'yes' })
    expect(await complete()).toEqual(['Familjestöd Alvesta'])

    const majas = await (await as('maja').get(consents)).text()
    expect(majas).toContain('alla har sagt ja')
    expect(majas.match(/någon har tackat nej/g)).toHaveLength(2)
    const saras = await (await as('sara').get(consents)).text()
    expect(saras).toContain('du har tackat nej')
    expect(saras).not.toContain('Jonas')
    expect(saras.match(/du har sagt ja/g)).toHaveLength(2)
    expect(await tasks()).toEqual([['consent_answered', true]])
  })

  it('the task for Maja comes when everybody has answered everything, and only once', async () => {
    await answers('sara', { familjestod: 'yes', elevhalsan: 'yes', gaddan: 'yes' })
    await answers('jonas', { familjestod: 'yes', elevhalsan: 'yes' })
    expect(await tasks()).toEqual([])
    await answers('jonas', { gaddan: 'no' }, 2)
    await answers('jonas', { gaddan: 'yes' }, 3)
    expect(await tasks()).toEqual([['consent_answered', true]])
  })

  it('struck areas are not shared: neither by Sara nor by Jonas', async () => {
    await answers('sara', { familjestod: ['learning'] })
    await answers('jonas', { familjestod: 'yes' })
    const left = (who: 'maja' | 'sara' | 'jonas') =>
      behindTheWalls(who, lisa, async (trx) => {
        const { rows } = await sql<{ left: string }>`
          select consented_areas(cu)::text as left from consent_unit cu where unit_id = ${id('familjestod')}`.execute(
          trx,
        )
        return rows[0]?.left
      })
    expect(await left('maja')).toBe('{learning}')
    expect(await left('sara')).toBe('{learning}')
    expect(await left('jonas')).toBe('{learning,home}')
    expect(await (await as('maja').get(consents)).text()).toContain('Har strukit Hemmet')
    expect(await (await as('jonas').get(consents)).text()).not.toContain('strukit')
  })

  it('taken back, it works at the next request: Ali, who was let in, knows of no Lisa', async () => {
    await answers('sara', { familjestod: 'yes' })
    await answers('jonas', { familjestod: 'yes' })
    expect((await letsIn('familjestod', engagementOf('ali'))).status).toBe(303)
    expect(await aliKnowsLisa()).toBe(true)
    const missing = await (await as('eva').get('/ingenting')).text()

    expect((await as('jonas').post(back, { unit: id('familjestod') })).status).toBe(303)
    expect(await aliKnowsLisa()).toBe(false)
    expect(await (await as('ali').get(paths.noticing.noticeChild.to({ childId: lisa }))).text()).toBe(missing)
    expect(await tasks()).toContainEqual(['consent_withdrawn', true])
    // Sara sees that it no longer holds, and neither who nor why.
    const saras = await (await as('sara').get(consents)).text()
    expect(saras).toContain('gäller inte längre')
    expect(saras).not.toContain('Jonas')
    expect(await (await as('maja').get(consents)).text()).toContain('har tagit tillbaka sitt ja')
  })

  it('a first answer ends nothing that a unit already has on another ground', async () => {
    await assign('ali', lisa, 'party')
    await answers('sara', { familjestod: 'yes' })
    await answers('jonas', { familjestod: 'no' })
    expect(await aliKnowsLisa()).toBe(true)
  })

  it('a yes that comes back lets nobody in by itself', async () => {
    await answers('sara', { familjestod: 'yes' })
    await answers('jonas', { familjestod: 'yes' })
    await letsIn('familjestod', engagementOf('ali'))
    await as('sara').post(back, { unit: 'all' })
    setClock(inHours(1))
    await answers('sara', { familjestod: 'yes' }, 2)
    expect(await complete()).toEqual(['Familjestöd Alvesta'])
    expect(await aliKnowsLisa()).toBe(false)
    expect((await letsIn('familjestod', engagementOf('ali'))).status).toBe(303)
    expect(await aliKnowsLisa()).toBe(true)
  })

  it('it ends by itself: the day after the last day nobody there knows of Lisa', async () => {
    await answers('sara', { familjestod: 'yes' })
    await answers('jonas', { familjestod: 'yes' })
    await letsIn('familjestod', engagementOf('ali'))
    setClock(new Date('2027-05-24T21:59:00Z'))
    expect(await aliKnowsLisa()).toBe(true)
    setClock(new Date('2027-05-24T22:01:00Z'))
    expect(await aliKnowsLisa()).toBe(false)
    expect(await (await as('sara').get(consents)).text()).toContain('gäller inte längre')
    expect((await answers('sara', { elevhalsan: 'yes' }, 1)).status).toBe(409)
  })

  it('on a page that was gone back to, another button takes back another yes', async () => {
    await answers('sara', { familjestod: 'yes', gaddan: 'yes', elevhalsan: 'yes' })
    const submission = id('the same page')
    for (const unit of ['familjestod', 'gaddan', 'gaddan'])
      expect((await as('sara').post(back, { unit: id(unit), submission })).headers.get('location')).toBe(
        sheet,
      )
    const taken = await admin
      .selectFrom('consent_answer')
      .select('unit_id')
      .where('answer', '=', 'withdrawn')
      .orderBy('unit_id')
      .execute()
    expect(taken.map(({ unit_id }) => unit_id)).toEqual([id('familjestod'), id('gaddan')].toSorted())
  })

  it('and an answer that was changed there is not taken for the same: Sara reads both, and answers', async () => {
    const submission = id('the same page')
    const says = (said: Parameters<typeof saying>[0], seen: string) =>
      as('sara').post(sheet, { ...saying(said), seen, submission })
    expect((await says({ familjestod: 'yes' }, '0')).status).toBe(303)
    expect((await says({ familjestod: 'no' }, '0')).status).toBe(409)
    expect((await says({ familjestod: 'no' }, '1')).status).toBe(303)
    const said = await admin.selectFrom('consent_answer').select('answer').orderBy('seq').execute()
    expect(said.map(({ answer }) => answer)).toEqual(['yes', 'withdrawn'])
  })

  it('a yes that was to be taken back and did not come through still stands, and Sara is told', async () => {
    await answers('sara', { familjestod: 'yes' })
    const broken = await as('sara').post(back, {})
    expect(broken.status).toBe(303)
    const page = await (await as('sara').get(broken.headers.get('location') ?? '')).text()
    expect(page).toContain('Inget har tagits tillbaka')
    expect(await (await as('sara').get(sheet)).text()).not.toContain('Inget har tagits tillbaka')
  })

  it('sent twice it is one, and a form that is old keeps what was chosen', async () => {
    const submission = id('once')
    const form = { ...saying({ familjestod: 'yes', gaddan: 'no' }), seen: '0', submission }
    for (let time = 0; time < 2; time++) expect((await as('sara').post(sheet, form)).status).toBe(303)
    expect(await admin.selectFrom('consent_answer').select('id').execute()).toHaveLength(2)

    const old = await as('sara').post(sheet, { ...saying({ gaddan: 'yes' }), seen: '0' })
    const page = await old.text()
    expect(old.status).toBe(409)
    expect(page).toContain('Simklubben Gäddan: ja')
    expect(page).toContain('Simklubben Gäddan: du har tackat nej')
    expect(await admin.selectFrom('consent_answer').select('id').execute()).toHaveLength(2)
  })

  it.each([
    ['nothing is answered', {}, `answer-${id('elevhalsan')}`],
    ['everything is struck', { familjestod: [] }, `areas-${id('familjestod')}`],
  ])('gives the form back when %s', async (_, said, field) => {
    const answer = await answers('sara', said)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`<a href="#${field}">`)
    expect(await admin.selectFrom('consent_answer').select('id').execute()).toEqual([])
  })

  it('nobody answers for somebody else, whatever they send', async () => {
    await bar('jonas')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['jonas', 'lisaSelf', 'karin', 'eva', 'petra', 'sofia', 'ali'] as const)
      for (const answer of [
        await as(who).get(sheet),
        await as(who).post(sheet, { ...saying({ familjestod: 'yes' }), seen: '0' }),
        await as(who).post(back, { unit: 'all' }),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    // Maja reads the sheet, but cannot sign it here.
    expect((await as('maja').get(sheet)).status).toBe(200)
    expect((await as('maja').post(sheet, saying({ familjestod: 'yes' }))).status).toBe(404)
    expect(await admin.selectFrom('consent_answer').select('id').execute()).toEqual([])
  })

  it('the database itself lets Maja sign for nobody, and Sara not for Jonas', async () => {
    const signers = await admin.selectFrom('consent_signer').select(['id', 'person_id']).execute()
    const jonas = signers.find(({ person_id }) => person_id === id('jonas'))
    const sign = (who: 'maja' | 'sara') =>
      behindTheWalls(who, lisa, (trx) =>
        trx
          .insertInto('consent_answer')
          .values({
            child_id: lisa,
            consent_id: sheetId,
            id: id('forged'),
            signer_id: jonas?.id ?? '',
            unit_id: id('familjestod'),
            seq: 1,
            answer: 'yes',
            way: 'in_app',
            answered_at: inHours(0),
            noted_by: id(who),
            noted_at: inHours(0),
          })
          .execute(),
      )
    await expect(sign('maja')).rejects.toThrow('row-level security')
    await expect(sign('sara')).rejects.toThrow('row-level security')
  })

  it('leaves one row each time, and changes nothing when it cannot', async () => {
    expect((await withoutAudit(() => answers('sara', { familjestod: 'yes' }))).status).toBe(503)
    expect(await admin.selectFrom('consent_answer').select('id').execute()).toEqual([])
    await as('sara').get(sheet)
    await answers('sara', { familjestod: 'yes' })
    await answers('sara', {}, 1)
    await as('sara').post(back, { unit: 'all' })
    expect((await auditRows()).slice(1)).toEqual([
      ['sara', 'consent.show', 'done', lisa],
      ['sara', 'consent.answer', 'done', lisa],
      ['sara', 'consent.answer', 'invalid', lisa],
      ['sara', 'consent.take-back', 'done', lisa],
    ])
  })
})
