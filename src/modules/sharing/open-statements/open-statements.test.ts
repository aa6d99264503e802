import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import type { ItemReaders, Voice, WheelArea } from '#shared/schema.ts'
import { bar, lisasBox, lisasMatter, markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { answers, askFamily, letsIn } from '#test/consents.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.sharing.open.to({ childId: lisa })
const [home, health, secret] = [id('about home'), id('about health'), id('told Maja only')]

async function said(itemId: string, area: WheelArea, readers: ItemReaders, voice: Voice = 'child') {
  const place = { table: 'item_version', column: 'body', row: itemId, version: 1 }
  const body = (await lisasBox()).seal(place, { working: `Bra med <${area}>` })
  const wall = id('wall furuskolan')
  await admin
    .insertInto('item')
    .values({
      child_id: lisa,
      id: itemId,
      matter_id: lisasMatter,
      kind: 'statement',
      secrecy_unit_id: wall,
      readers,
      author_id: id('maja'),
      author_engagement_id: engagementOf('maja'),
      made_at: noon,
    })
    .execute()
  await admin
    .insertInto('item_version')
    .values({ child_id: lisa, item_id: itemId, version: 1, body, written_by: id('maja'), written_at: noon })
    .execute()
  await admin
    .insertInto('statement')
    .values({
      child_id: lisa,
      item_id: itemId,
      matter_id: lisasMatter,
      area,
      voice,
      has_working: true,
      has_challenging: false,
      wording: 'hjulet-1',
      said_on: '2026-11-20',
    })
    .execute()
}

async function newVersion() {
  const place = { table: 'item_version', column: 'body', row: home, version: 2 }
  const body = (await lisasBox()).seal(place, { working: 'Nya ord' })
  await admin.updateTable('item').set({ version: 2 }).where('id', '=', home).execute()
  await admin
    .insertInto('item_version')
    .values({ child_id: lisa, item_id: home, version: 2, body, written_by: id('maja'), written_at: noon })
    .execute()
}

const reads = async (who: Person) => {
  const rows = await behindTheWalls(who, lisa, (trx) =>
    trx.selectFrom('item_version').select(['item_id', 'version']).orderBy('version').execute(),
  )
  return rows.map(({ item_id, version }) => `${item_id === home ? 'home' : 'other'} ${version}`)
}
const opening = (more: Record<string, string | string[]> = {}) =>
  as('maja').post(address, { items: `${home}.1`, people: id('sara'), ...more })

describe('Maja shows what was said', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await said(home, 'home', 'meeting')
    await said(health, 'health', 'everyone')
    await said(secret, 'safety', 'told')
    await askFamily(['familjestod'])
    await answers('sara', { familjestod: 'yes' })
    await answers('jonas', { familjestod: 'yes' })
    await letsIn('familjestod', engagementOf('ali'))
  })

  it('words that may tell where somebody is are pointed out while anybody around Lisa is protected', async () => {
    const place = { table: 'item_version', column: 'body', row: home, version: 1 }
    const body = (await lisasBox()).seal(place, { working: 'Hon bor på Storgatan 4 nu' })
    await admin.updateTable('item_version').set({ body }).where('item_id', '=', home).execute()
    const warnings = async () =>
      (await (await as('maja').get(address)).text()).split('Läs en gång till.').length - 1
    expect(await warnings()).toBe(0)
    await markAsProtected()
    expect(await warnings()).toBe(1)
  })

  it('one statement to Sara in two clicks, and nothing else', async () => {
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('Bra med &lt;home&gt;')
    expect(page).not.toContain('&lt;safety&gt;')
    expect(page).toContain('Barnet vill att bara de som är på mötet får läsa.')
    expect(await reads('sara')).toEqual([])
    expect((await opening()).status).toBe(303)
    expect(await reads('sara')).toEqual(['home 1'])
    expect([await reads('jonas'), await reads('ali')]).toEqual([[], []])
    const [grant] = await admin
      .selectFrom('access_grant')
      .select(['legal_ground', 'consent_id'])
      .where('kind', '=', 'item_version')
      .execute()
    expect(grant).toEqual({ legal_ground: 'familjens_insyn', consent_id: null })
    expect(await (await as('maja').get(address)).text()).toContain('visas sedan den 24 november')
  })

  it('to Ali only with one sentence why, sealed, and inside what the family said yes to', async () => {
    const silent = await opening({ units: id('familjestod') })
    expect([silent.status, (await silent.text()).includes('href="#why"')]).toEqual([422, true])
    const why = 'Ali behöver veta hur morgnarna är.'
    const outside = await opening({ items: `${health}.1`, units: id('familjestod'), why, confirmed: 'ja' })
    expect(outside.status).toBe(422)
    expect(await outside.text()).toContain('inte sagt ja till att Familjestöd Alvesta får veta om Hälsa')
    const unconfirmed = await opening({ units: id('familjestod'), why })
    expect([unconfirmed.status, (await unconfirmed.text()).includes('href="#confirmed"')]).toEqual([
      422,
      true,
    ])
    expect(await reads('ali')).toEqual([])

    expect((await opening({ units: id('familjestod'), why, confirmed: 'ja' })).status).toBe(303)
    expect(await reads('ali')).toEqual(['home 1'])
    const [grant] = await admin
      .selectFrom('access_grant')
      .select('sharing_test')
      .where('to_unit_id', '=', id('familjestod'))
      .where('kind', '=', 'item_version')
      .execute()
    expect([grant?.sharing_test?.length === 0, grant?.sharing_test?.includes('morgnarna')]).toEqual([
      false,
      false,
    ])
  })

  it('from the statement itself: that one is ticked already, and a new version asks to be shown', async () => {
    const statement = paths.wheel.changeStatement.to({ childId: lisa, itemId: home })
    expect(await (await as('maja').get(statement)).text()).toContain(`${address}?vad=${home}`)
    const page = await (await as('maja').get(`${address}?vad=${home}`)).text()
    expect(page).toContain(`value="${home}.1" checked`)
    expect(page).not.toContain(`value="${health}.1" checked`)
    const change = { version: '1', working: 'Bra med lugna morgnar' }
    const unseen = await as('maja').post(statement, change)
    expect(unseen.headers.get('location')).not.toContain('/visa')
    await opening({ items: `${home}.2` })
    const seen = await as('maja').post(statement, { ...change, version: '2' })
    expect(seen.headers.get('location')).toBe(`${address}?vad=${home}`)
    expect(await reads('sara')).toEqual(['home 2'])
  })

  it('an area that is struck afterwards is no longer read there, and the rest is', async () => {
    const why = 'Det behövs.'
    await opening({ units: id('familjestod'), why, confirmed: 'ja' })
    await answers('jonas', { familjestod: ['learning'] }, 1)
    expect(await reads('ali')).toEqual([])
    expect(await reads('sara')).toEqual(['home 1'])
    const plans = await behindTheWalls('ali', lisa, (trx) => trx.selectFrom('child').select('id').execute())
    expect(plans).toHaveLength(1)
  })

  it('a new version is not shared until Maja says so, and a page that is old shows nothing new', async () => {
    await opening()
    await newVersion()
    expect(await reads('sara')).toEqual(['home 1'])
    expect(await (await as('maja').get(address)).text()).toContain('Ändrad sedan den visades')
    const old = await opening({ people: id('jonas') })
    expect([old.status, (await old.text()).includes('Det hann ändras')]).toEqual([409, true])
    expect(await reads('jonas')).toEqual([])
    await opening({ items: `${home}.2` })
    expect(await reads('sara')).toEqual(['home 1', 'home 2'])
  })

  it('what Lisa told one person only cannot be opened, whatever is sent', async () => {
    expect((await opening({ items: `${secret}.1` })).status).toBe(409)
    expect(await reads('sara')).toEqual([])
    const grant = {
      child_id: lisa,
      id: id('grant'),
      kind: 'item_version' as const,
      item_id: secret,
      item_version: 1,
      from_secrecy_unit_id: id('wall furuskolan'),
      to_person_id: id('sara'),
      legal_ground: 'familjens_insyn',
      decided_by: id('maja'),
      decided_at: noon,
      valid_to: new Date('2027-01-01'),
    }
    await expect(admin.insertInto('access_grant').values(grant).execute()).rejects.toThrow('confidence')
    const without = { ...grant, item_id: health, to_person_id: null, to_unit_id: id('gaddan') }
    const frame = { ...without, to_unit_id: id('familjestod'), legal_ground: 'samtycke' }
    await expect(
      admin
        .insertInto('access_grant')
        .values({ ...frame, consent_id: id('lisas sheet') })
        .execute(),
    ).rejects.toThrow('outside the consent')
  })

  it('what a grown-up said is the unit’s to open; Lisa’s own words to those who work with her are not', async () => {
    await said(id('mother'), 'home', 'unit', 'guardian')
    await said(id('lisa to staff'), 'learning', 'unit', 'child')
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain(`${id('mother')}.1`)
    expect(page).not.toContain(id('lisa to staff'))
  })

  it('Jonas, who must not know, cannot be chosen', async () => {
    await bar('jonas')
    expect(await (await as('maja').get(address)).text()).not.toContain('Jonas')
    expect((await opening({ people: id('jonas') })).status).toBe(422)
  })

  it('it ends when Maja says so, and sent twice it is one', async () => {
    expect((await opening()).headers.get('location')).toBe(address)
    const again = await opening()
    const told = await (await as('maja').get(again.headers.get('location') ?? '')).text()
    expect(told).toContain('Det visas redan')
    const rows = await admin
      .selectFrom('access_grant')
      .select('id')
      .where('kind', '=', 'item_version')
      .execute()
    expect(rows).toHaveLength(1)
    const end = paths.sharing.end.to({ childId: lisa, grantId: rows[0]?.id ?? '' })
    expect((await as('maja').post(end)).headers.get('location')).toBe(address)
    expect(await reads('sara')).toEqual([])
  })

  const onRule = {
    otherUnit: id('elevhalsan'),
    ground: 'ej_men',
    necessary: 'Sofia behöver veta hur morgnarna är.',
    relevant: 'Hon ska ge råd om sömn.',
    proportionate: 'Det är en enda sak, och en bra.',
    informed: 'told',
    informedHow: 'Vi ringde mamma.',
  }

  it('to Sofia without a yes only on a rule from the list, with three sentences and what the family got to know', async () => {
    for (const [fault, field] of [
      [{ ground: '' }, 'ground'],
      [{ ground: 'halsa_social_underarig' }, 'ground'],
      [{ ground: 'samtycke' }, 'ground'],
      [{ necessary: '' }, 'necessary'],
      [{ proportionate: ' ' }, 'proportionate'],
      [{ informed: '' }, 'informed'],
      [{ informedHow: '' }, 'informedHow'],
      [{ otherUnit: id('furuskolan') }, 'otherUnit'],
    ] as const) {
      const answer = await opening({ people: [], ...onRule, ...fault })
      const text = await answer.text()
      expect([field, answer.status, text.includes(`href="#${field}"`)]).toEqual([field, 422, true])
      expect(text).toContain('Vi ringde mamma.'.slice(0, 'informedHow' in fault ? 0 : undefined))
    }
    expect(await reads('sofia')).toEqual([])
    for (let time = 0; time < 2; time++) expect((await opening({ people: [], ...onRule })).status).toBe(303)
    expect(await reads('sofia')).toEqual(['home 1'])
    const informed = await admin.selectFrom('family_informed').selectAll().execute()
    expect(informed.map(({ informed, noted_by }) => [informed, noted_by])).toEqual([[true, id('maja')]])
    expect(informed[0]?.body.includes('mamma')).toBe(false)
    for (const who of ['sofia', 'sara', 'ali', 'petra'] as const)
      expect(
        await behindTheWalls(who, lisa, (trx) =>
          trx.selectFrom('family_informed').select('grant_id').execute(),
        ),
      ).toEqual([])
  })

  it('in an emergency first, and why within a day, on Maja’s own list', async () => {
    const now = { ...onRule, ground: 'nod', necessary: '', relevant: '', proportionate: '' }
    expect((await opening({ people: [], ...now })).status).toBe(303)
    expect(await reads('sofia')).toEqual(['home 1'])
    const [grant] = await admin
      .selectFrom('access_grant')
      .select('id')
      .where('legal_ground', '=', 'nod')
      .execute()
    const tasks = () =>
      admin
        .selectFrom('task')
        .select(['kind', 'due_on', 'done_at'])
        .where('kind', '=', 'explain_sharing')
        .execute()
    expect(await tasks()).toEqual([{ kind: 'explain_sharing', due_on: '2026-11-25', done_at: null }])
    const why = paths.sharing.explain.to({ childId: lisa, grantId: grant?.id ?? '' })
    const page = await (await as('maja').get(why)).text()
    expect(page).toContain('Den 24 november visade du något för')
    expect((await as('maja').post(why, { necessary: 'Hon svimmade.' })).status).toBe(422)
    const sentences = { necessary: 'Hon svimmade.', relevant: 'Sofia hjälpte.', proportionate: 'Bara det.' }
    expect((await as('maja').post(why, sentences)).status).toBe(303)
    const late = await as('maja').post(why, { ...sentences, necessary: 'Det stod i en annan flik.' })
    expect(late.status).toBe(409)
    for (const words of ['Det var redan skrivet', 'Det stod i en annan flik.'])
      expect(await late.clone().text()).toContain(words)
    expect((await tasks()).map(({ done_at }) => done_at)).toEqual([noon])
    expect(await admin.selectFrom('sharing_reason').select('grant_id').execute()).toHaveLength(1)
    expect(await (await as('maja').get(why)).text()).toContain('Tack, du har skrivit varför.')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'sofia', 'sara', 'eva'] as const)
      for (const answer of [await as(who).get(why), await as(who).post(why, sentences)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
  })

  it('is hidden from everybody else, leaves one row, and opens nothing when it cannot', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['sara', 'jonas', 'lisaSelf', 'eva', 'ali', 'petra', 'sofia'] as const)
      for (const answer of [
        await as(who).get(address),
        await as(who).post(address, { items: `${home}.1`, people: id('sara') }),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect((await withoutAudit(() => opening())).status).toBe(503)
    expect(await reads('sara')).toEqual([])
    const before = (await auditRows()).length
    await opening()
    expect((await auditRows()).slice(before)).toEqual([['maja', 'sharing.open', 'done', lisa]])
  })
})
