import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

const aboutLisa = paths.noticing.noticeChild.to({ childId: lisa })
const keep = `${paths.draft.to({})}?for=${aboutLisa}`
const words = {
  sentence: 'Lisa <log> hela dagen.',
  working: 'Musiken',
  areas: ['health', 'home'],
  goodNews: 'ja',
}
const submission = '22222222-2222-4222-8222-222222222222'

const drafts = () => admin.selectFrom('draft').selectAll().execute()
const open = async (who: Person, address = aboutLisa) => (await as(who).get(address)).text()
const goOn = (who: Person) => open(who, `${aboutLisa}?utkast=ja`)
const autosave = (who: Person, form = {}) => as(who).post(keep, { ...words, submission, ...form })

/** The session runs out while somebody writes; afterwards they sign in again. */
const runOut = (who: Person) =>
  admin.updateTable('session').set({ idle_minutes: 20 }).where('person_id', '=', id(who)).execute()
const signInAgain = (who: Person) =>
  admin.updateTable('session').set({ idle_minutes: 600_000 }).where('person_id', '=', id(who)).execute()

describe('what is being written', () => {
  beforeEach(() => world())

  it('is kept while Petra writes, and is there after a crash, on another day', async () => {
    const kept = await autosave('petra')
    expect([kept.status, await kept.json()]).toEqual([200, { saved: '12.00' }])
    setClock(inHours(26))
    const page = await open('petra')
    expect(page).toContain('Du har ett utkast från tisdag 24 november kl 12.00.')
    expect(page).not.toContain('hela dagen')

    const form = await goOn('petra')
    expect(form).toContain('Det här är ditt utkast från')
    expect(form).toContain('Lisa &lt;log&gt; hela dagen.')
    expect(form).toContain(`name="submission" value="${submission}"`)
    expect(form).toMatch(/<details class="ds-details" open/)
    for (const chosen of ['health', 'home', 'ja'])
      expect(form).toMatch(new RegExp(`value="${chosen}" checked`))
    expect(form).not.toMatch(/value="safety" checked/)
  })

  it('lies sealed, and the log knows of it when it is opened and when it is sent', async () => {
    await autosave('petra')
    await autosave('petra', { sentence: 'Lisa log igen.' })
    const [draft, ...more] = await drafts()
    expect(more).toEqual([])
    expect(draft?.body.includes('Lisa')).toBe(false)
    expect(await auditRows()).toEqual([])
    await goOn('petra')
    expect(await auditRows()).toEqual([['petra', 'noticing.open-form', 'done', lisa]])
  })

  it('is gone when it has been sent, and still there when it was not taken', async () => {
    await autosave('petra')
    expect((await as('petra').post(aboutLisa, { sentence: ' ' })).status).toBe(422)
    expect(await drafts()).toHaveLength(1)
    expect((await as('petra').post(aboutLisa, words)).status).toBe(303)
    expect(await drafts()).toEqual([])
    expect(await open('petra')).not.toContain('utkast från')
  })

  it('can be thrown away', async () => {
    await autosave('petra')
    const answer = await as('petra').post(paths.discardDraft.to({}), { form: aboutLisa })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, aboutLisa])
    expect(await drafts()).toEqual([])
    expect((await as('petra').post(paths.discardDraft.to({}), { form: 'https://x.example' })).status).toBe(
      404,
    )
  })

  it('is nobody else’s', async () => {
    await autosave('petra')
    expect(await open('maja')).not.toContain('utkast från')
    await as('maja').post(paths.discardDraft.to({}), { form: aboutLisa })
    expect(await drafts()).toHaveLength(1)
  })

  it('belongs to the unit it was written for', async () => {
    const notice = paths.noticing.notice.to({})
    const second = id('petra elsewhere')
    await admin
      .insertInto('engagement')
      .values({
        id: second,
        person_id: id('petra'),
        unit_id: id('elevhalsan'),
        title: 'vikarie',
        valid_from: '2026-01-01',
      })
      .execute()
    const actFor = (till: string) => as('petra').post(paths.unit.to({}), { till })
    const save = (engagement: string, sentence: string) =>
      as('petra').post(`${paths.draft.to({})}?for=${notice}`, { engagement, sentence })
    const goOnThere = () => open('petra', `${notice}?utkast=ja`)

    await save(engagementOf('petra'), 'Från skolan')
    await actFor(second)
    expect(await goOnThere()).not.toContain('Från skolan')
    const fromOldTab = await save(engagementOf('petra'), 'Från en gammal flik')
    expect(fromOldTab.status).toBe(204)
    await save(second, 'Från elevhälsan')
    expect(await goOnThere()).toContain('Från elevhälsan')
    await actFor(engagementOf('petra'))
    expect(await goOnThere()).toContain('Från skolan')
  })

  it('waits for two weeks', async () => {
    await autosave('petra')
    setClock(inHours(24 * 14 - 1))
    expect(await open('petra')).toContain('utkast från')
    setClock(inHours(24 * 14 + 1))
    expect(await open('petra')).not.toContain('utkast från')
  })

  it('that has run out is gone for good when the next is kept', async () => {
    await autosave('petra')
    setClock(inHours(24 * 14 + 1))
    const other = `${paths.draft.to({})}?for=${paths.noticing.notice.to({})}`
    expect((await as('petra').post(other, { sentence: 'Något annat.' })).status).toBe(200)
    expect((await drafts()).map(({ form }) => form)).toEqual([paths.noticing.notice.to({})])
  })

  it('by a child leaves no trace', async () => {
    expect((await autosave('lisaSelf')).status).toBe(204)
    await runOut('lisaSelf')
    setClock(inHours(1))
    const answer = await as('lisaSelf').post(aboutLisa, words)
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('Lisa &lt;log&gt; hela dagen.')
    expect(await drafts()).toEqual([])
  })

  it.each(['', 'https://x.example/', '/barn/../x', `/${'a'.repeat(300)}`, '/barn/Lisa Holmgren'])(
    'is not kept for what is no form: %s',
    async (form) => {
      const answer = await as('petra').post(`${paths.draft.to({})}?for=${encodeURIComponent(form)}`, words)
      expect(answer.status).toBe(204)
      expect(await drafts()).toEqual([])
    },
  )

  it('of one person is not without end', async () => {
    for (let n = 0; n < 102; n++) await as('petra').post(`${paths.draft.to({})}?for=/form-${n}`, words)
    expect(await drafts()).toHaveLength(100)
  })
})

describe('when the session runs out while somebody writes', () => {
  beforeEach(async () => {
    await world()
    await runOut('petra')
    setClock(inHours(1))
  })

  it('the text is kept for that person, and stands in the form after sign-in', async () => {
    const answer = await as('petra').post(aboutLisa, words)
    const way = new URL(answer.headers.get('location') ?? '', 'http://localhost')
    expect([answer.status, way.pathname]).toEqual([303, paths.signIn.choose.to({})])
    expect(await open('petra', way.pathname + way.search)).toContain('Det du skrev är sparat')
    const back = way.searchParams.get('efter') ?? ''
    expect(back).toBe(`${aboutLisa}?utkast=ja`)

    expect(await open('maja', back)).not.toContain('hela dagen')
    await signInAgain('petra')
    const form = await open('petra', back)
    expect(form).toContain('Lisa &lt;log&gt; hela dagen.')
    expect(form).toMatch(/value="home" checked/)
    expect((await drafts())[0]?.body.includes('Lisa')).toBe(false)
    expect(await auditRows()).toContainEqual([undefined, 'noticing.send', 'signed-out', lisa])
  })

  it('the text is kept for a day', async () => {
    await as('petra').post(aboutLisa, words)
    await signInAgain('petra')
    setClock(inHours(24))
    expect(await goOn('petra')).toContain('hela dagen')
    setClock(inHours(26))
    expect(await goOn('petra')).not.toContain('hela dagen')
  })

  it('what cannot be kept is given back at once', async () => {
    for (const [who, hours] of [
      ['nobody', 1],
      ['petra', 26],
    ] as const) {
      setClock(inHours(hours))
      const answer = await as(who).post(aboutLisa, words)
      expect(answer.status).toBe(401)
      expect(await answer.text()).toContain('Lisa &lt;log&gt; hela dagen.')
    }
    expect(await drafts()).toEqual([])
  })

  it('nothing comes of a session that was signed out of', async () => {
    await admin
      .updateTable('session')
      .set({ ended_at: inHours(0) })
      .where('person_id', '=', id('petra'))
      .execute()
    expect((await as('petra').post(aboutLisa, words)).status).toBe(401)
    expect(await drafts()).toEqual([])
  })

  it('autosave says so and keeps nothing', async () => {
    expect((await autosave('petra')).status).toBe(401)
    expect(await drafts()).toEqual([])
  })
})

describe('what was written in a form without a page', () => {
  beforeEach(() => world())

  it('is shown by itself, to its person', async () => {
    const show = `${paths.draft.to({})}?for=/nagot`
    await as('petra').post(show, words)
    const page = await open('petra', show)
    expect(page).toContain('Lisa &lt;log&gt; hela dagen.')
    expect((await as('maja').get(show)).status).toBe(404)
    expect((await auditRows()).map((row) => row.slice(0, 3))).toEqual([
      ['petra', 'draft.show', 'done'],
      ['maja', 'draft.show', 'not-found'],
    ])
    await as('petra').post(paths.discardDraft.to({}), { form: '/nagot', page: 'nej' })
    expect((await as('petra').get(show)).status).toBe(404)
  })
})
