import { beforeEach, describe, expect, it } from 'vitest'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { answers, askFamily, complete, consents, letsIn, noting, saying, sheetId } from '#test/consents.ts'
import { waitingTasks } from '#test/tasks.ts'
import {
  admin,
  as,
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

const signerOf = async (who: 'sara' | 'jonas') => {
  const row = await admin
    .selectFrom('consent_signer')
    .select('id')
    .where('person_id', '=', id(who))
    .executeTakeFirstOrThrow()
  return row.id
}
const call = async (who: 'sara' | 'jonas', said: Parameters<typeof saying>[0], more = {}) =>
  as('maja').post(noting, {
    ...saying(said),
    signer: await signerOf(who),
    way: 'telephone',
    answeredOn: '2026-11-24',
    seen: '0',
    ...more,
  })
const noted = () =>
  admin
    .selectFrom('consent_answer')
    .select(['answer', 'way', 'noted_by', 'body'])
    .orderBy(['seq', 'answer'])
    .execute()

describe('Maja notes what the family says', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
    await askFamily(['familjestod', 'gaddan'])
  })

  it('everything from one telephone call, on one screen', async () => {
    const form = await (await as('maja').get(`${noting}?vem=${await signerOf('jonas')}`)).text()
    expect(form).toContain('Jonas Berg (pappa)')
    expect(form).toMatch(new RegExp(`value="${await signerOf('jonas')}" checked`))
    const answer = await call('jonas', { familjestod: ['learning'], gaddan: 'no' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, consents])
    expect((await noted()).map(({ answer: said, way, noted_by }) => [said, way, noted_by])).toEqual([
      ['yes', 'telephone', id('maja')],
      ['no', 'telephone', id('maja')],
    ])
    const page = await (await as('maja').get(consents)).text()
    expect(page).toContain('ja, 24 november, på telefon. Har strukit Hemmet')
  })

  it('Jonas, who has no eID, takes his yes back by telephone, and it works at the next request', async () => {
    await answers('sara', { familjestod: 'yes' })
    await call('jonas', { familjestod: 'yes' }, { seen: '1' })
    await letsIn('familjestod', engagementOf('ali'))
    const alis = () => behindTheWalls('ali', lisa, (trx) => trx.selectFrom('child').select('id').execute())
    expect(await alis()).toHaveLength(1)
    await call('jonas', {}, { seen: '2', [`answer-${id('familjestod')}`]: 'withdrawn' })
    expect(await alis()).toEqual([])
    expect(await complete()).toEqual([])
    const kinds = await admin.selectFrom('task').select('kind').execute()
    expect(kinds).toContainEqual({ kind: 'consent_withdrawn' })
    expect(await (await as('maja').get(consents)).text()).toContain('Hur går ni vidare?')
  })

  it('on paper: who took it, and where it lies, and that is sealed', async () => {
    const paper = { way: 'paper', seenBy: 'Petra <Ek>', where: 'Pärmen i arkivet' }
    const forgotten = await call('sara', { gaddan: 'yes' }, { ...paper, where: '' })
    expect([forgotten.status, (await forgotten.text()).includes('href="#where"')]).toEqual([422, true])
    expect((await call('sara', { gaddan: 'yes' }, paper)).status).toBe(303)
    const [row] = await noted()
    expect([row?.way, row?.body?.includes('arkivet')]).toEqual(['paper', false])
  })

  it('aloud: with somebody who heard it', async () => {
    const alone = await call('sara', { gaddan: 'yes' }, { way: 'oral' })
    expect([alone.status, (await alone.text()).includes('href="#witness"')]).toEqual([422, true])
    expect((await call('sara', { gaddan: 'yes' }, { way: 'oral', witness: 'Petra' })).status).toBe(303)
  })

  it('aloud to Maja alone: enough for a no, and for taking a yes back', async () => {
    expect((await call('sara', { gaddan: 'yes', familjestod: 'no' })).status).toBe(303)
    const back = await call('sara', { gaddan: 'no', familjestod: 'no' }, { way: 'oral', seen: '2' })
    expect(back.status).toBe(303)
    expect((await noted()).map(({ answer, way }) => [answer, way]).at(-1)).toEqual(['withdrawn', 'oral'])
  })

  it.each([
    ['nobody is named', { signer: '' }, 'signer'],
    ['a stranger is named', { signer: id('karin') }, 'signer'],
    ['it was in the application, which only they can say', { way: 'in_app' }, 'way'],
    ['the day has not been', { answeredOn: '2026-11-25' }, 'answeredOn'],
    ['it was before anybody asked', { answeredOn: '2026-11-23' }, 'answeredOn'],
  ])('gives the form back when %s', async (_, fault, field) => {
    const answer = await call('sara', { gaddan: 'yes' }, fault)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`<a href="#${field}">`)
    expect(await noted()).toEqual([])
  })

  it('while Maja was on the telephone, Sara answered herself: nothing is overwritten', async () => {
    await answers('sara', { gaddan: 'no' })
    const answer = await call('sara', { gaddan: 'yes' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Simklubben Gäddan: ja')
    expect(page).toContain('Sara Holmgren (mamma), Simklubben Gäddan: nej')
    expect(await noted()).toHaveLength(1)
    expect((await call('sara', { gaddan: 'yes' }, { seen: '1' })).status).toBe(303)
  })

  it('sent twice it is one', async () => {
    const submission = id('once')
    for (let time = 0; time < 2; time++)
      expect((await call('sara', { gaddan: 'yes' }, { submission })).status).toBe(303)
    expect(await noted()).toHaveLength(1)
  })

  it('on a page that was gone back to, what another says is not taken for the same', async () => {
    const submission = id('once')
    await call('sara', { gaddan: 'yes' }, { submission })
    expect((await call('jonas', { gaddan: 'no' }, { submission })).status).toBe(409)
    expect((await call('jonas', { gaddan: 'no' }, { submission, seen: '1' })).status).toBe(303)
    expect((await noted()).map(({ answer }) => answer)).toEqual(['yes', 'no'])
  })

  it('Petra, whom Maja has given the work, may note too; everybody else meets nothing', async () => {
    expect((await as('petra').get(noting)).status).toBe(200)
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['sara', 'jonas', 'lisaSelf', 'eva', 'sofia', 'ali', 'stig'] as const)
      for (const answer of [await as(who).get(noting), await as(who).post(noting, saying({ gaddan: 'yes' }))])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
  })

  describe('Lisa, who does not sign, says no to Maja', () => {
    const lisaSays = (said: Parameters<typeof saying>[0], more = {}) =>
      as('maja').post(noting, {
        ...saying(said),
        signer: 'child',
        way: 'oral',
        answeredOn: '2026-11-24',
        seen: '2',
        ...more,
      })
    const knowsLisa = (who: 'ali' | 'ingrid') =>
      behindTheWalls(who, lisa, async (trx) => (await trx.selectFrom('child').select('id').execute()).length)
    const nos = () => admin.selectFrom('consent_child_no').selectAll().execute()
    beforeEach(async () => {
      await answers('sara', { familjestod: 'yes', gaddan: 'yes' })
      await call('jonas', { familjestod: 'yes', gaddan: 'yes' }, { seen: '2' })
      await letsIn('familjestod', engagementOf('ali'))
      await letsIn('gaddan', engagementOf('ingrid'))
    })

    it('it works at the next request for that unit, the parents’ yes stands, and Maja is asked how to go on', async () => {
      expect(await (await as('maja').get(noting)).text()).toContain('Lisa Holmgren, som säger nej')
      expect([await knowsLisa('ali'), await knowsLisa('ingrid')]).toEqual([1, 1])
      expect((await lisaSays({ familjestod: 'no' }, { seen: '4' })).status).toBe(303)
      expect([await knowsLisa('ali'), await knowsLisa('ingrid')]).toEqual([0, 1])
      expect(await complete()).toEqual(['Familjestöd Alvesta', 'Simklubben Gäddan'])
      expect(await waitingTasks()).toContainEqual({
        kind: 'consent_withdrawn',
        engagement_id: engagementOf('maja'),
        about_id: sheetId,
      })
      const page = await (await as('maja').get(consents)).text()
      for (const words of ['Hur går ni vidare?', 'sa nej 24 november']) expect(page).toContain(words)
    })

    it('nobody in the family sees that she said no, and she does not either', async () => {
      await tellFamily('jonas', 'lisaSelf')
      await lisaSays({ familjestod: 'no' }, { seen: '4' })
      for (const who of ['sara', 'jonas', 'lisaSelf', 'ali', 'ingrid', 'eva'] as const) {
        const rows = await behindTheWalls(who, lisa, (trx) =>
          trx.selectFrom('consent_child_no').select('id').execute(),
        )
        expect([who, rows]).toEqual([who, []])
      }
      const saras = await (await as('sara').get(consents)).text()
      expect(saras).toContain('gäller inte längre')
      expect(saras).not.toContain('sa nej')
    })

    it('Familjestöd comes in again by an act of Maja’s own, and Lisa may say no again', async () => {
      await lisaSays({ familjestod: 'no' }, { seen: '4' })
      setClock(inHours(1))
      await letsIn('familjestod', engagementOf('ali'))
      expect(await knowsLisa('ali')).toBe(1)
      await lisaSays({ familjestod: 'no' }, { seen: '5' })
      expect(await knowsLisa('ali')).toBe(0)
    })

    it('a yes is not hers to give here; twice is once; an old form changes nothing; a paper lies sealed', async () => {
      expect((await lisaSays({ familjestod: 'yes' }, { seen: '4' })).status).toBe(422)
      expect((await lisaSays({ familjestod: 'no' }, { seen: '3' })).status).toBe(409)
      expect(await nos()).toEqual([])
      const paper = {
        seen: '4',
        way: 'paper',
        seenBy: 'Petra',
        where: 'Pärmen i arkivet',
        submission: id('no'),
      }
      for (let time = 0; time < 2; time++)
        expect((await lisaSays({ familjestod: 'no' }, paper)).status).toBe(303)
      const [row, ...more] = await nos()
      expect([row?.way, row?.body?.includes('arkivet'), more]).toEqual(['paper', false, []])
    })
  })

  it('leaves one row each time, and changes nothing when it cannot', async () => {
    expect((await withoutAudit(() => call('sara', { gaddan: 'yes' }))).status).toBe(503)
    expect(await noted()).toEqual([])
    await as('maja').get(noting)
    await call('sara', { gaddan: 'yes' })
    expect((await auditRows()).slice(1)).toEqual([
      ['maja', 'consent.open-note', 'done', lisa],
      ['maja', 'consent.note', 'done', lisa],
    ])
  })
})
