import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  withoutAudit,
  world,
} from '#test/world.ts'

const wheel = paths.wheel.show.to({ childId: lisa })
const address = paths.wheel.addStatement.to({ childId: lisa })
const hops = { area: 'learning', challenging: 'Bokstäverna hoppar.' }
const said = { voice: 'child', ...hops }

const pageOf = async (who: Person, path = wheel) => (await as(who).get(path)).text()
const statements = () => admin.selectFrom('statement').selectAll().execute()
const items = () => admin.selectFrom('item').select(['id', 'readers', 'secrecy_unit_id']).execute()

describe('a voice in the wheel', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'lisaSelf')
  })

  it('Maja writes what Sara says, and Sara finds her own words', async () => {
    const answer = await as('maja').post(address, {
      voice: `guardian:${id('sara')}`,
      area: 'home',
      working: 'Vi har mysigt på <fredagar>.',
      obtained: 'telephone',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${wheel}#hjulet-home`])
    expect(await pageOf('maja')).toContain('Vi har mysigt på &lt;fredagar&gt;.')
    expect(await pageOf('sara')).toContain('Vi har mysigt på &lt;fredagar&gt;.')
    for (const who of ['jonas', 'lisaSelf'] as const) expect(await pageOf(who)).not.toContain('fredagar')
    expect((await auditRows()).slice(0, 2)).toEqual([
      ['maja', 'wheel.add-statement', 'done', lisa],
      ['maja', 'wheel.show', 'done', lisa],
    ])
  })

  it('what Sara said is gone for her when everything is barred, or that one thing', async () => {
    const submission = deps.newId()
    await as('maja').post(address, { voice: `guardian:${id('sara')}`, ...hops, submission })
    await bar('sara', submission)
    expect(await pageOf('sara')).not.toContain('hoppar')
    await bar('sara')
    expect((await as('sara').get(wheel)).status).toBe(404)
  })

  it('what Lisa tells Petra alone is Petra’s to keep: nobody else sees a trace of it', async () => {
    const before = await pageOf('maja')
    expect((await as('petra').post(address, said)).status).toBe(303)
    expect(await pageOf('maja')).toBe(before)
    expect(await pageOf('petra')).toContain('Bokstäverna hoppar.')
    for (const who of ['sara', 'lisaSelf'] as const) expect(await pageOf(who)).not.toContain('hoppar')
    expect((await items()).map(({ readers }) => readers)).toEqual(['told'])
    const [row] = await statements()
    const there = paths.wheel.changeStatement.to({ childId: lisa, itemId: row?.item_id ?? '' })
    expect((await as('petra').get(there)).status).toBe(200)
    expect((await as('maja').get(there)).status).toBe(404)
  })

  it('what Lisa told one alone, or only those who work with her, can be granted to nobody', async () => {
    await as('petra').post(address, said)
    await as('lisaSelf').post(address, hops)
    await as('maja').post(paths.wheel.notes.to({ childId: lisa }), { text: 'Ring mormor.' })
    const written = await admin.selectFrom('item').select(['id', 'author_id']).execute()
    expect(written).toHaveLength(3)
    for (const item of written) {
      const grant = {
        child_id: lisa,
        id: deps.newId(),
        kind: 'item_version' as const,
        item_id: item.id,
        item_version: 1,
        from_secrecy_unit_id: id('wall furuskolan'),
        to_unit_id: id('familjestod'),
        legal_ground: 'ej_men',
        decided_by: id('petra'),
        decided_at: noon,
        valid_to: new Date('2027-01-01'),
      }
      await expect(
        behindTheWalls('petra', lisa, (trx) => trx.insertInto('access_grant').values(grant).execute()),
      ).rejects.toThrow()
      await expect(admin.insertInto('access_grant').values(grant).execute()).rejects.toThrow(
        'told in confidence',
      )
    }
  })

  it('what Lisa lets all read is hers to see, and still nobody else’s until it is opened', async () => {
    await as('petra').post(address, { ...said, readers: 'everyone' })
    for (const who of ['maja', 'petra', 'lisaSelf'] as const) expect(await pageOf(who)).toContain('hoppar')
    expect(await pageOf('sara')).not.toContain('hoppar')
  })

  it('Sara writes herself, and it belongs to the unit that carries the matter', async () => {
    const answer = await as('sara').post(address, { area: 'home', challenging: 'Morgnarna är stressiga.' })
    expect(answer.status).toBe(303)
    expect(await statements()).toMatchObject([
      {
        matter_id: lisasMatter,
        voice: 'guardian',
        voice_person_id: id('sara'),
        obtained: 'written',
        said_on: '2026-11-24',
        wording: 'hjulet-1',
      },
    ])
    expect(await items()).toMatchObject([{ secrecy_unit_id: id('wall furuskolan'), readers: 'unit' }])
    for (const who of ['sara', 'maja'] as const) expect(await pageOf(who)).toContain('stressiga')
    const waiting = () =>
      admin
        .selectFrom('task')
        .select(['kind', 'engagement_id', 'about_id'])
        .where('done_at', 'is', null)
        .execute()
    const [{ about_id = '' } = {}] = await waiting()
    expect(await waiting()).toEqual([
      { kind: 'read_statement', engagement_id: engagementOf('maja'), about_id },
    ])
    const itemId = about_id ?? ''
    const there = paths.wheel.changeStatement.to({ childId: lisa, itemId })
    expect(await pageOf('maja', there)).toContain('Jag har läst')
    expect(await pageOf('sara', there)).not.toContain('Jag har läst')
    const read = paths.wheel.statementRead.to({ childId: lisa, itemId })
    expect((await as('sara').post(read)).status).toBe(404)
    expect((await as('maja').post(read)).status).toBe(303)
    expect(await waiting()).toEqual([])
    expect(await pageOf('lisaSelf')).not.toContain('stressiga')
  })

  it('what Lisa writes for Maja alone leaves no trace in her own session; what she lets more read, she reads', async () => {
    const before = await pageOf('lisaSelf')
    const answer = await as('lisaSelf').post(address, hops)
    expect(answer.headers.get('location')).toBe(paths.noticing.receipt.to({}))
    expect(await pageOf('lisaSelf')).toBe(before)
    expect(await pageOf('maja')).toContain('hoppar')
    await as('lisaSelf').post(address, { ...hops, challenging: 'Matte är tråkigt.', readers: 'meeting' })
    expect(await pageOf('lisaSelf')).toContain('Matte är tråkigt.')
  })

  it('Lisa cannot pretend to be somebody else, nor can Sara', async () => {
    await as('lisaSelf').post(address, { ...hops, voice: `guardian:${id('sara')}` })
    await as('sara').post(address, { ...hops, voice: 'child', readers: 'everyone' })
    expect((await statements()).map(({ voice }) => voice).sort()).toEqual(['child', 'guardian'])
    expect((await items()).map(({ readers }) => readers)).toEqual(['unit', 'unit'])
  })

  it('an adult who was not known before is written down with the first words', async () => {
    const form = { ...hops, voice: 'new_adult', adultCalled: 'mormor', adultName: 'Gunilla' }
    const submission = deps.newId()
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(address, { ...form, submission })).status).toBe(303)
    expect(await admin.selectFrom('important_adult').select('id').execute()).toHaveLength(1)
    expect(await statements()).toHaveLength(1)
    expect(await pageOf('maja')).toContain('Mormor')
    expect(await pageOf('maja', address)).toContain('Mormor (Gunilla)')
  })

  it.each([
    ['nothing is said', { ...said, challenging: ' ' }, 'working', 'Skriv något som fungerar'],
    ['nobody says it', hops, 'voice', 'Välj vem det är'],
    ['somebody unknown says it', { ...hops, voice: `guardian:${id('karin')}` }, 'voice', 'Välj vem det är'],
    [
      'the adult has no name',
      { ...hops, voice: 'new_adult', adultCalled: 'farfar' },
      'adultName',
      'Skriv vad',
    ],
    [
      'the colleague works elsewhere',
      { ...hops, voice: 'colleague', colleague: id('eva') },
      'colleague',
      'Välj',
    ],
    ['the area is none', { ...said, area: 'money' }, 'area', 'Välj vilket område'],
    ['the day has not been', { ...said, saidOn: '2026-11-25' }, 'saidOn', 'Dagen har inte varit'],
    ['the day does not exist', { ...said, saidOn: '2026-02-30' }, 'saidOn', 'Skriv en dag'],
  ])('gives the form back when %s', async (_, form, field, message) => {
    const answer = await as('maja').post(address, { quote: 'Ett <citat>.', ...form })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">${message}`)
    expect(page).toContain('Ett &lt;citat&gt;.')
    expect(await statements()).toEqual([])
  })

  it('is hidden from those who do not work with Lisa, from Jonas who is not told, and from whom all is barred', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    await bar('sara')
    for (const who of ['sofia', 'ali', 'eva', 'jonas', 'sara', 'karin'] as const)
      for (const answer of [
        await as(who).get(address),
        await as(who).post(address, said),
        await as(who).get(wheel),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await statements()).toEqual([])
  })

  it('keeps nothing when the log cannot be written', async () => {
    const answer = await withoutAudit(() => as('maja').post(address, said))
    expect([answer.status, (await answer.text()).includes('Bokstäverna hoppar.')]).toEqual([503, true])
    expect(await statements()).toEqual([])
  })

  it('is about the engagement it was written under', async () => {
    const answer = await as('maja').post(address, { ...said, engagement: engagementOf('petra') })
    expect(answer.status).toBe(409)
    expect(await statements()).toEqual([])
  })
})

describe('a new version of what somebody said', () => {
  const itemId = id('what lisa said')
  const there = paths.wheel.changeStatement.to({ childId: lisa, itemId })
  const versions = () => admin.selectFrom('item_version').select('version').execute()

  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
    await as('petra').post(address, { ...said, readers: 'everyone', submission: itemId })
  })

  it('is written by the one who wrote the first, and keeps it', async () => {
    const answer = await as('petra').post(there, { version: '1', challenging: 'Läsa är svårt.' })
    expect(answer.status).toBe(303)
    expect(await versions()).toHaveLength(2)
    expect(await pageOf('maja')).toContain('Läsa är svårt.')
    expect((await as('maja').post(there, { version: '2', working: 'Ändrat.' })).status).toBe(404)
    expect(await pageOf('maja', there)).not.toContain('name="working"')
    expect(await versions()).toHaveLength(2)
  })

  it('saved in another tab meanwhile: both texts, side by side', async () => {
    await as('petra').post(there, { version: '1', challenging: 'Det första.' })
    const answer = await as('petra').post(there, { version: '1', challenging: 'Det andra.' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    for (const text of ['Det första.', 'Det andra.', 'Någon annan hann spara']) expect(page).toContain(text)
    expect(await versions()).toHaveLength(2)
    expect((await as('petra').post(there, { version: '2', challenging: 'Det andra.' })).status).toBe(303)
  })
})

describe('the wheel beside the earlier one', () => {
  beforeEach(() => world())

  it('a follow-up begins a new wheel, and the old one stands beside it', async () => {
    await openMatter()
    await tellFamily('sara')
    await as('maja').post(paths.wheel.start.to({ childId: lisa }), { areas: 'learning' })
    await as('maja').post(address, { voice: 'me', ...hops, saidOn: '2026-11-20' })
    expect(await pageOf('maja')).not.toContain('Förr och nu')
    const plan = { child_id: lisa, id: id('plan'), matter_id: lisasMatter, made_at: noon }
    await admin.insertInto('plan').values(plan).execute()
    await admin
      .insertInto('follow_up')
      .values({
        child_id: lisa,
        plan_id: id('plan'),
        id: id('follow-up'),
        held_on: '2026-11-24',
        body: Buffer.from('x'),
        held_by: id('maja'),
        noted_at: noon,
      })
      .execute()
    await admin
      .updateTable('gathering')
      .set({ started_at: new Date('2026-11-01') })
      .execute()
    await as('maja').post(address, { voice: 'me', area: 'learning', working: 'Läser på morgonen.' })
    const page = await pageOf('maja')
    expect(page).toContain('Förr och nu')
    expect(page).toMatch(/1 november[\s\S]*24 november/)
  })

  it('each time has its day and its own wheel, more than two of them too, and the year where it is another', async () => {
    await openMatter()
    await tellFamily('sara')
    await as('maja').post(paths.wheel.start.to({ childId: lisa }), { areas: 'learning' })
    for (const [saidOn, working] of [
      ['2025-11-02', 'Läste en rad.'],
      ['2026-09-04', 'Läste en sida.'],
      ['2026-11-20', 'Läste ett kapitel.'],
    ] as const)
      await as('maja').post(address, { voice: 'me', area: 'learning', working, saidOn, readers: 'everyone' })
    await admin
      .updateTable('gathering')
      .set({ started_at: new Date('2025-11-01') })
      .execute()
    await admin
      .insertInto('plan')
      .values({ child_id: lisa, id: id('plan'), matter_id: lisasMatter, made_at: noon })
      .execute()
    for (const held_on of ['2026-09-01', '2026-11-10'])
      await admin
        .insertInto('follow_up')
        .values({
          child_id: lisa,
          plan_id: id('plan'),
          id: id(held_on),
          held_on,
          body: Buffer.from('x'),
          held_by: id('maja'),
          noted_at: noon,
        })
        .execute()
    const page = await pageOf('maja')
    const times = page.slice(page.indexOf('class="times"'))
    expect([...times.matchAll(/<figcaption>([^<]+)</g)].map(([, when]) => when)).toEqual([
      '1 november 2025',
      '1 september',
      '10 november',
    ])
    expect(times.match(/class="when"/g)).toHaveLength(3)
    expect(times).toMatch(/Läste en rad[\s\S]*Läste en sida[\s\S]*Läste ett kapitel/)
  })
})
