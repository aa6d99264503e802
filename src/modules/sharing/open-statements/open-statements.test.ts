import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import type { ItemReaders, Voice, WheelArea } from '#shared/schema.ts'
import { bar, lisasBox, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
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
    const outside = await opening({ items: `${health}.1`, units: id('familjestod'), why })
    expect(outside.status).toBe(422)
    expect(await outside.text()).toContain('inte sagt ja till att Familjestöd Alvesta får veta om Hälsa')
    expect(await reads('ali')).toEqual([])

    expect((await opening({ units: id('familjestod'), why })).status).toBe(303)
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

  it('an area that is struck afterwards is no longer read there, and the rest is', async () => {
    const why = 'Det behövs.'
    await opening({ units: id('familjestod'), why })
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
    for (let time = 0; time < 2; time++) await opening()
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
