import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, as, auditRows, id, lisa, type Person, world } from '#test/world.ts'

const child = paths.child.to({ childId: lisa })
const choose = (who: Person | 'nobody', sprak: string, efter = child) =>
  as(who).post(paths.language.to({}), { sprak, efter })
const pageOf = async (who: Person, address = child) => (await as(who).get(address)).text()
const opening = (html: string) => /<html[^>]*>/.exec(html)?.[0]
const asked = async (address: string, headers: Record<string, string>) =>
  (await as('nobody').send(address, { headers })).text()

describe('the language of the reader', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('Sara chooses Arabic, and from then on reads it from right to left, on every device', async () => {
    expect(opening(await pageOf('sara'))).toBe('<html lang="sv" dir="ltr">')
    const chosen = await choose('sara', 'ar')
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, child])
    expect(chosen.headers.get('set-cookie')).toMatch(/^sprak=ar; .*HttpOnly; Secure; SameSite=Lax/)
    const page = await pageOf('sara')
    expect(opening(page)).toBe('<html lang="ar" dir="rtl">')
    expect(page).toContain('خطة الطفل')
    expect(page).toContain('<h1>Lisa Holmgren</h1>')
    expect(await admin.selectFrom('reading_language').selectAll().execute()).toEqual([
      { person_id: id('sara'), language: 'ar' },
    ])
    await choose('sara', 'fi')
    expect(opening(await pageOf('sara'))).toBe('<html lang="fi" dir="ltr">')
    expect((await auditRows()).map(([, act]) => act)).toContain('session.choose-language')
  })

  it('is hers alone: Jonas and those who work read Swedish, whatever they choose for the device', async () => {
    await choose('sara', 'ar')
    await choose('maja', 'ar', paths.tasks.to({}))
    for (const who of ['jonas', 'maja'] as const)
      expect(opening(await pageOf(who))).toBe('<html lang="sv" dir="ltr">')
    const rows = await admin.selectFrom('reading_language').select('person_id').execute()
    expect(rows).toEqual([{ person_id: id('sara') }])
  })

  it('says in both languages that a machine has translated, and that no person has read it', async () => {
    const said = 'Översatt av en maskin. Ingen människa har läst den än.'
    expect(await pageOf('sara')).not.toContain(said)
    await choose('sara', 'ar')
    expect(await pageOf('sara')).toContain(
      `ترجمة آلية. لم يقرأها أي إنسان بعد. <span lang="sv">${said}</span>`,
    )
  })

  it('is the grown Lisa’s in her story too', async () => {
    await admin.updateTable('child').set({ born_on: '2008-11-24' }).where('id', '=', lisa).execute()
    await choose('lisaSelf', 'ar')
    const page = await pageOf('lisaSelf', paths.story.show.to({ childId: lisa }))
    expect(opening(page)).toBe('<html lang="ar" dir="rtl">')
    expect(page).not.toContain('Den här sidan finns bara på svenska än.')
    expect(page).toContain('Översatt av en maskin.')
  })

  it('before sign-in is what was chosen on the device, or else what its browser asks for', async () => {
    const start = paths.directory.whom.to({})
    expect(opening(await asked(start, {}))).toBe('<html lang="sv" dir="ltr">')
    const so = await asked(start, { 'accept-language': 'so,en;q=0.5' })
    expect(so).toContain('<h1>Yaan la xiriiraa?</h1>')
    const pl = await asked(start, { 'accept-language': 'so', cookie: 'sprak=pl' })
    expect(pl).toContain('<h1>Do kogo mam się zwrócić?</h1>')
    expect(opening(await asked(start, { cookie: 'sprak=xx' }))).toBe('<html lang="sv" dir="ltr">')
  })

  it('is offered by its own name, on every page of the family and of everybody', async () => {
    for (const html of [await pageOf('sara'), await asked('/', {})])
      expect(html).toContain('class="language"')
    expect(await pageOf('maja')).not.toContain('class="language"')
    const offered = await asked(paths.language.to({}), {})
    for (const own of ['Svenska', 'Lätt svenska', 'العربية', 'Soomaali', 'Українська', 'Polski', 'Suomi'])
      expect(offered).toContain(`>${own}</button>`)
    expect((await choose('nobody', 'xx', 'https://elsewhere.example')).headers.get('location')).toBe('/')
  })

  it('what may not be seen looks like what does not exist, in every language', async () => {
    const headers = { 'accept-language': 'uk' }
    const missing = await (await as('eva').send('/ingenting', { headers })).text()
    expect(missing).toContain('Такої сторінки немає')
    expect(await (await as('eva').send(child, { headers })).text()).toBe(missing)
  })
})
