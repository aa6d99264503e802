import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { accountableAt, bar, openMatter, openTenure, tellFamily } from '#test/arrange.ts'
import { appointed, fallbackOutsideTheWall } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  inHours,
  lisa,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

type Who = Parameters<typeof as>[0]
const at = { childId: lisa }
const requestId = id('a request')
const address = paths.lead.ask.to(at)
const answering = paths.lead.answer.to({ ...at, requestId })
const hub = paths.child.to(at)
const text = async (who: Who, path: string) => (await as(who).get(path)).text()
const status = async (who: Who, path: string) => (await as(who).get(path)).status
const words = 'Vi litar inte på Maja efter i våras.'
const asks = (who: Who, submission = requestId) => as(who).post(address, { submission, why: words })
const requests = () => admin.selectFrom('lead_request').selectAll().execute()
const lead = () => accountableAt(inHours(24))
const change = (who: 'petra' | 'maja' | 'stig' | 'eva') => ({
  submission: id('tenure'),
  outcome: 'change',
  who: engagementOf(who),
  words: 'Familjen behöver börja om.',
})
const keep = { outcome: 'keep', words: 'Maja är den som finns på skolan. Stig kan vara med på mötena.' }

/** Whoever takes what nobody else holds is Stig, who works on the same school. */
async function begin() {
  await world()
  await openMatter()
  await tellFamily('sara', 'lisaSelf')
  await appointed('stig', 'fallback_lead')
}

describe('Sara asks for another than Maja', () => {
  beforeEach(begin)

  it('and sees that it waits; Stig reads it, and Maja learns nothing', async () => {
    const before = [await text('maja', hub), await text('maja', '/uppgifter')]
    expect((await asks('sara')).headers.get('location')).toBe(address)
    expect(await text('sara', address)).toContain(words)
    expect(await text('sara', address)).toContain('Du får svar senast 1 december.')
    expect(await text('stig', '/uppgifter')).toContain('Svara någon som ber om en annan')
    expect(await text('stig', answering)).toContain(words)
    expect([await text('maja', hub), await text('maja', '/uppgifter')]).toEqual(before)
    const missing = await text('eva', '/ingenting')
    for (const who of ['maja', 'petra', 'sofia', 'eva', 'ali', 'sara', 'jonas', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(answering), await as(who).post(answering, keep)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    for (const who of ['lisaSelf', 'jonas'] as const) expect(await text(who, address)).not.toContain(words)
    const [row] = await requests()
    expect(row?.body.toString('latin1')).not.toContain('litar')
  })

  it('Stig lets Petra be it: at once, and Maja has nothing more to do with it', async () => {
    await asks('sara')
    setClock(inHours(1))
    for (let time = 0; time < 2; time++)
      expect((await as('stig').post(answering, change('petra'))).headers.get('location')).toBe('/uppgifter')
    expect(await lead()).toBe(engagementOf('petra'))
    expect(await text('sara', hub)).toContain('Petra Ek')
    expect(await text('sara', address)).toContain('Nu är Petra Ek Barnets bästa-ansvarig.')
    expect(await text('petra', '/uppgifter')).toContain('Du är nu Barnets bästa-ansvarig')
    expect(await text('stig', '/uppgifter')).not.toContain('ber om en annan')
    for (const page of [paths.close, paths.wheel.show, paths.lead.show, paths.timeline])
      expect([page, await status('maja', page.to(at))]).toEqual([page, 404])
    expect(await text('maja', hub)).toContain('Petra Ek, lärare på Furuskolan, är nu Barnets bästa-ansvarig.')
    expect(await text('maja', '/uppgifter')).not.toContain('Holmgren')
  })

  it('and Maja does not get it back: not when Petra leaves, nor by hand', async () => {
    await asks('sara')
    setClock(inHours(1))
    await as('stig').post(answering, change('petra'))
    await sql`update engagement set valid_to = '2026-11-24' where id = ${engagementOf('petra')}`.execute(
      admin,
    )
    setClock(inHours(24))
    expect(await lead()).toBe(engagementOf('stig'))
    const form = { seen: await openTenure(), who: engagementOf('maja'), why: 'Maja igen.' }
    expect((await as('maja').post(paths.lead.show.to(at), form)).status).toBe(404)
    expect((await as('stig').post(paths.lead.show.to(at), form)).status).toBe(422)
    await as('stig').post(paths.close.to(at), { closing: 'other' })
    const { rows } = await sql`select from responsibility where upper_inf(during)`.execute(admin)
    expect(rows).toEqual([])
  })

  it('Stig lets it be: Sara reads why, and may ask again', async () => {
    await asks('sara')
    expect((await as('stig').post(answering, keep)).status).toBe(303)
    expect(await text('sara', address)).toContain('Stig kan vara med på mötena.')
    expect(await text('sara', hub)).toContain('Maja Lindgren')
    expect(await lead()).toBe(engagementOf('maja'))
    expect((await asks('sara', id('again'))).status).toBe(303)
  })

  it('twice is once, and another question while it waits is held back with its words', async () => {
    for (let time = 0; time < 2; time++) expect((await asks('sara')).status).toBe(303)
    const again = await as('sara').post(address, { why: 'En gång till.' })
    expect([again.status, (await again.text()).includes('En gång till.')]).toEqual([422, true])
    expect(await requests()).toHaveLength(1)
  })

  it('it is over when Maja is BBA no longer', async () => {
    await asks('sara')
    await as('maja').post(paths.close.to(at), { closing: 'other' })
    expect([await status('stig', answering), await status('sara', address)]).toEqual([404, 404])
  })

  it('is answered with words, and with somebody who may be it', async () => {
    await asks('sara')
    for (const wrong of [
      {},
      { ...keep, words: '' },
      { ...change('petra'), who: '' },
      change('maja'),
      change('eva'),
    ]) {
      const answer = await as('stig').post(answering, wrong)
      expect([answer.status, (await answer.text()).includes('Välj') || 'words' in wrong]).toEqual([422, true])
    }
    expect((await withoutAudit(() => as('stig').post(answering, keep))).status).toBe(503)
    expect(await lead()).toBe(engagementOf('maja'))
  })
})

describe('who may ask', () => {
  beforeEach(begin)

  it('not somebody who has not been told, nor a guardian who must not know, nor those who work with it', async () => {
    await tellFamily('jonas')
    await bar('jonas')
    const missing = await text('eva', '/ingenting')
    for (const who of ['jonas', 'karin', 'maja', 'petra', 'sofia', 'eva'] as const)
      for (const answer of [await as(who).get(address), await asks(who)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await requests()).toEqual([])
  })

  it('Lisa herself: what she asks is seen by Stig, and afterwards by nobody at home', async () => {
    expect((await asks('lisaSelf')).headers.get('location')).toBe('/uppmarksamma/mottaget?om=ansvarig')
    expect(await text('stig', answering)).toContain('Barnet självt frågar')
    for (const who of ['lisaSelf', 'sara'] as const) expect(await text(who, address)).not.toContain(words)
    expect((await as('stig').post(answering, keep)).status).toBe(303)
    expect(await text('lisaSelf', address)).not.toContain('mötena')
  })

  it('Petra, already when she tells: Stig answers, and Maja reads what was told and not that', async () => {
    await world()
    await appointed('stig', 'fallback_lead')
    const notice = paths.noticing.noticeChild.to(at)
    expect(await text('petra', notice)).toContain('name="otherLead"')
    const form = { submission: id('told'), sentence: 'Hon är trött.', otherLead: words }
    const without = await as('stig').post(notice, { sentence: 'Hon är glad.' })
    for (let time = 0; time < 2; time++) {
      const answer = await as('petra').post(notice, form)
      expect(answer.headers.get('location')).toBe(without.headers.get('location'))
    }
    const [asked, ...more] = await requests()
    expect([asked?.asker, asked?.asked_by, more]).toEqual(['sender', id('petra'), []])
    const there = paths.lead.answer.to({ ...at, requestId: asked?.id ?? '' })
    expect(await text('stig', there)).toContain(words)
    const received = await text('maja', paths.noticing.receive.to({ ...at, itemId: form.submission }))
    expect([received.includes('Hon är trött.'), received.includes(words)]).toEqual([true, false])
    expect(await text('maja', hub)).not.toContain(words)
  })

  it('only somebody at work, who has chosen the child, is asked for that when telling', async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    const field = 'name="otherLead"'
    expect(await text('petra', paths.noticing.notice.to({}))).not.toContain(field)
    expect(await text('sara', paths.noticing.noticeChild.to(at))).not.toContain(field)
    await as('sara').post(paths.noticing.noticeChild.to(at), { sentence: 'Hon är trött.', otherLead: words })
    expect(await requests()).toEqual([])
  })

  it('Petra, who has told something, and the page is the same when nothing is going on', async () => {
    await as('petra').post(paths.noticing.noticeChild.to(at), { sentence: 'Hon är trött.' })
    expect(await text('petra', hub)).toContain('Be om en annan Barnets bästa-ansvarig')
    const open = await text('petra', address)
    expect(open).not.toContain('Maja')
    expect((await asks('petra')).headers.get('location')).toBe('/uppmarksamma/mottaget?om=ansvarig')
    expect(await requests()).toHaveLength(1)
    await as('maja').post(paths.close.to(at), { closing: 'other' })
    const strip = (page: string) => page.replaceAll(/[0-9a-f-]{36}/g, '')
    expect(strip(await text('petra', address))).toBe(strip(open))
    expect((await asks('petra', id('another'))).headers.get('location')).toBe(
      '/uppmarksamma/mottaget?om=ansvarig',
    )
    expect(await requests()).toHaveLength(1)
  })
})

describe('who answers', () => {
  it('is whoever holds the function when there is no fallback, and never the one whom it is about', async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await asks('sara')
    expect([await status('stig', answering), await status('maja', answering)]).toEqual([200, 404])
  })

  it('nobody: then Sara is told whom to call', async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await sql`update unit_function set stand_in_engagement_id = holder_engagement_id`.execute(admin)
    const answer = await asks('sara')
    expect([answer.status, (await answer.text()).includes('växel')]).toEqual([422, true])
    expect(await requests()).toEqual([])
  })

  it('a fallback outside the wall answers without reading anything else', async () => {
    await begin()
    await sql`delete from authority_function`.execute(admin)
    await fallbackOutsideTheWall()
    expect(await status('rut', hub)).toBe(404)
    await asks('sara')
    expect(await text('rut', answering)).toContain('du läser dem inte')
    for (const page of [paths.wheel.show, paths.timeline, paths.lead.show, paths.close])
      expect([page, await status('rut', page.to(at))]).toEqual([page, 404])
    setClock(inHours(1))
    expect((await as('rut').post(answering, change('stig'))).status).toBe(303)
    expect([await lead(), await status('rut', hub)]).toEqual([engagementOf('stig'), 404])
    // What was known of the child is over with it, for the second click too.
    expect((await as('rut').post(answering, change('stig'))).status).toBe(404)
    expect(
      (await auditRows()).filter(([, act]) => act === 'lead.answer').map((row) => row.slice(0, 3)),
    ).toEqual([
      ['rut', 'lead.answer', 'done'],
      ['rut', 'lead.answer', 'not-found'],
    ])
  })
})
