import { beforeEach, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { bar, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

const address = paths.wheel.own.to({ childId: lisa })
const wheel = paths.wheel.show.to({ childId: lisa })
const pageOf = async (who: Person, path = address) => (await as(who).get(path)).text()
const statements = () => admin.selectFrom('statement').selectAll().execute()
const sleeps = { area: 'health', good: 'bed' }
const mainOf = (page: string) => /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? ''

describe('Lisa fills her own wheel', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'lisaSelf')
  })

  it('picks pictures and writes, and Maja finds her words beside the others, and reads them on the next working day', async () => {
    const first = await pageOf('lisaSelf', `${address}?ruta=health`)
    for (const text of ['Jag sover gott.', 'Det är svårt att sova.', 'Vill inte svara', 'läser det senast'])
      expect(first).toContain(text)
    const answer = await as('lisaSelf').post(address, {
      ...sleeps,
      hard: 'heart',
      challenging: 'Jag är <rädd>.',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${address}?tack=development`])
    expect(await statements()).toMatchObject([
      {
        matter_id: lisasMatter,
        area: 'health',
        voice: 'child',
        obtained: 'picture',
        wording: 'hjulet-1',
        said_on: '2026-11-24',
      },
    ])
    const read = await pageOf('maja', wheel)
    for (const text of ['Jag sover gott.', 'Jag är ofta ledsen eller orolig.\nJag är &lt;rädd&gt;.'])
      expect(read).toContain(text)
    const tasks = await admin.selectFrom('task').select(['kind', 'engagement_id', 'due_on']).execute()
    expect(tasks).toEqual([
      { kind: 'read_statement', engagement_id: engagementOf('maja'), due_on: '2026-11-25' },
    ])
    expect((await auditRows()).filter(([, act]) => act === 'wheel.fill-own')).toEqual([
      ['lisaSelf', 'wheel.fill-own', 'done', lisa],
    ])
  })

  it('picks pictures that she meets again in Arabic, and Maja reads in Swedish', async () => {
    await as('lisaSelf').post(address, { ...sleeps, working: 'Och jag drömmer.', readers: 'meeting' })
    await as('lisaSelf').post(address, { area: 'home', other: 'wont_say', readers: 'meeting' })
    await admin
      .insertInto('reading_language')
      .values({ person_id: id('lisaSelf'), language: 'ar' })
      .execute()
    const hers = await pageOf('lisaSelf', wheel)
    expect(hers).toContain('أنام جيداً.\n<span lang="sv" dir="auto">Och jag drömmer.</span>')
    expect(hers).not.toMatch(/Jag sover gott|Vill inte svara/)
    const majas = await pageOf('maja', wheel)
    for (const text of ['Jag sover gott.\nOch jag drömmer.', 'Vill inte svara.'])
      expect(majas).toContain(text)
  })

  it('what she writes for Maja alone is seen nowhere afterwards where a parent may look along', async () => {
    const places = [address, `${address}?ruta=health`, wheel, paths.child.to({ childId: lisa })]
    const seen = () =>
      Promise.all(places.flatMap((place) => [pageOf('lisaSelf', place), pageOf('sara', place)]))
    const without = (pages: string[]) => pages.map((page) => page.replace(/value="[0-9a-f-]{36}"/g, ''))
    const before = without(await seen())
    await as('lisaSelf').post(address, { ...sleeps, challenging: 'Hemligt.' })
    expect(without(await seen())).toEqual(before)
  })

  it('what she lets the meeting read, she meets again herself', async () => {
    await as('lisaSelf').post(address, { ...sleeps, readers: 'meeting' })
    expect(await pageOf('lisaSelf', wheel)).toContain('Jag sover gott.')
    expect(await pageOf('sara', wheel)).not.toContain('Jag sover gott.')
  })

  it('unread after one working day it comes to Stig, who stands in, and not before', async () => {
    await as('lisaSelf').post(address, { ...sleeps, submission: id('unread') })
    const there = paths.wheel.changeStatement.to({ childId: lisa, itemId: id('unread') })
    const hangs = async () => (await pageOf('stig', paths.tasks.to({}))).includes(there)
    setClock(inHours(24))
    expect([await hangs(), (await as('stig').get(there)).status]).toEqual([false, 404])
    setClock(inHours(48))
    expect(await hangs()).toBe(true)
    expect(await pageOf('stig', there)).toContain('Jag sover gott.')
    await as('stig').post(paths.wheel.statementRead.to({ childId: lisa, itemId: id('unread') }))
    expect(await hangs()).toBe(false)
  })

  it('a drawing is shown as she drew it, and nothing but lines gets into it', async () => {
    expect(
      (await as('lisaSelf').post(address, { area: 'home', drawing: '10,10 90,80;5,5 5,5' })).status,
    ).toBe(303)
    expect(await pageOf('maja', wheel)).toContain('<polyline points="10,10 90,80"')
    const sly = await as('lisaSelf').post(address, { area: 'home', drawing: '1,1 2,2"/><a href="#">' })
    expect(sly.status).toBe(422)
    expect(await sly.text()).not.toContain('<a href="#">')
    expect(await statements()).toHaveLength(1)
  })

  it('not to know and not to want to answer are answers, and Maja sees them', async () => {
    await as('lisaSelf').post(address, { area: 'home', other: 'wont_say', good: 'home', challenging: 'Nej.' })
    await as('lisaSelf').post(address, { area: 'care', other: 'dont_know' })
    expect(
      (await statements()).map((row) => [row.area, row.has_working, row.has_challenging]).sort(),
    ).toEqual([
      ['care', false, false],
      ['home', false, false],
    ])
    const read = await pageOf('maja', wheel)
    for (const text of ['>Vill inte svara.</span></q>', '>Vet inte.</span></q>']) expect(read).toContain(text)
    expect(read).not.toContain('Nej.')
  })

  it('sent twice is once; with nothing said it comes back as it was', async () => {
    const submission = deps.newId()
    for (let time = 0; time < 2; time++)
      expect((await as('lisaSelf').post(address, { ...sleeps, submission })).status).toBe(303)
    expect(await statements()).toHaveLength(1)
    const empty = await as('lisaSelf').post(address, { area: 'health', readers: 'meeting' })
    expect(empty.status).toBe(422)
    const page = await empty.text()
    expect(page).toContain('Välj en bild eller skriv något.')
    expect(page).toMatch(/value="meeting" checked/)
  })

  it('in easy words', async () => {
    for (const path of [address, `${address}?ruta=learning`, `${address}?tack=health`]) {
      const text = mainOf(await pageOf('lisaSelf', path))
        .replace(/<\/(h\d|p|li|button|a|label|legend|b|span)>/g, '. ')
        .replace(/<[^>]+>/g, ' ')
      expect(lix(text), path).toBeLessThanOrEqual(25)
    }
  })

  it('nobody fills it for her, and not she either before she has been told', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['maja', 'petra', 'sara', 'jonas', 'ali', 'eva', 'sofia'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, sleeps)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    await bar('lisaSelf')
    expect((await as('lisaSelf').post(address, sleeps)).status).toBe(404)
    expect(await statements()).toEqual([])
  })
})
