import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentConsentText, lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { answers, askFamily, letsIn, sheet } from '#test/consents.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  lisa,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'
import { groundTexts, notShared, whatTheLawSays, yesAndNo } from './who-sees-texts.ts'

const address = paths.sharing.whoSees.to({ childId: lisa })
const keptBy = (who: string) =>
  `Planen som du läser den, senast ändrad den 17 november 2026, förvaras hos ${who}.`
const read = async (who: 'sara' | 'jonas' | 'maja' | 'lisaSelf') => (await as(who).get(address)).text()

describe('who sees what about Lisa', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await askFamily(['familjestod', 'gaddan'])
    for (const who of ['sara', 'jonas'] as const) await answers(who, { familjestod: 'yes', gaddan: 'yes' })
    await letsIn('familjestod', engagementOf('ali'))
  })

  it('Sara reads who, why, since when and until when, and can change it there', async () => {
    const page = await read('sara')
    for (const words of [
      'Vem ser vad om Lisa?',
      'Furuskolan',
      'Maja Lindgren, rektor',
      'Familjestöd Alvesta',
      'Ali Rahimi, familjebehandlare',
      'Hela planen',
      'Vi vill hjälpas åt med &lt;morgnarna&gt;.',
      'Du, 24 november',
      '24 maj 2027',
      `href="${sheet}"`,
    ])
      expect(page).toContain(words)
    // Not let in yet, so it reads nothing; and whatever Jonas has answered is his.
    expect(page).not.toContain('Gäddan')
    expect(page).not.toContain('Jonas')
  })

  it('Maja can explain it: she sees who has said yes', async () => {
    expect(await read('maja')).toContain(
      'Sara Holmgren (mamma), 24 november och Jonas Berg (pappa), 24 november',
    )
  })

  it('Lisa reads it about herself', async () => {
    const page = await read('lisaSelf')
    for (const words of [
      'Vem ser vad om dig?',
      'Familjestöd Alvesta',
      'Din familj har sagt ja.',
      'Det du har berättat för bara en person.',
      'Säg det till Maja Lindgren.',
    ])
      expect(page).toContain(words)
    // Nothing there is said to her parents, or about somebody else.
    expect(page).not.toMatch(/Ert barn|[Nn]i har sagt|Säger ni|för er,|Det Lisa har|för Lisa\./)
    const told = { self: true, call: 'Lisa' }
    const sentences = [...notShared(told), ...whatTheLawSays(told), ...yesAndNo(true, 'Maja')]
    expect(lix(sentences.join(' '))).toBeLessThanOrEqual(30)
  })

  it('a unit that Jonas must not know of is not there for him, nor for Lisa, whose sign-in he may hold', async () => {
    await bar('jonas', id('familjestod'))
    expect(await read('jonas')).not.toContain('Familjestöd')
    expect(await read('lisaSelf')).not.toContain('Familjestöd')
    expect(await read('sara')).toContain('Familjestöd')
  })

  it('taken back, it is gone at the next look', async () => {
    await as('jonas').post(paths.sharing.takeBack.to({ childId: lisa, consentId: id('lisas sheet') }), {
      unit: 'all',
    })
    const page = await read('sara')
    const now = /<section id="delas".*?<\/section>/s.exec(page)?.[0] ?? ''
    expect(now).not.toContain('Familjestöd')
    expect(now).toContain('Ingen annan får läsa något just nu.')
    // They keep what they have read, and it is said.
    expect(page.replace(/<[^>]+>/g, '')).toContain(
      'Familjestöd Alvesta kan inte läsa mer. Det de fick läsa från den 24 november får de behålla.',
    )
    await bar('jonas', id('familjestod'))
    expect(await read('jonas')).not.toContain('Familjestöd')
  })

  it('says on what ground, what they have read so far, and where one sees who has read', async () => {
    const page = await read('sara')
    for (const words of ['Ni har sagt ja.', 'Planen, sedan 24 november', 'Utskrivet för Sara Holmgren'])
      expect(page).toContain(words)
    expect(page).toContain(`href="${paths.readerLog.show.to({ childId: lisa })}"`)
    expect(await read('maja')).not.toContain('Se vilka som har läst')
  })

  it('says who keeps the plan, once there is one', async () => {
    expect(await read('sara')).not.toContain('förvaras')
    await lisasPlan()
    expect(await read('sara')).toContain(keptBy('Furuskolan'))
  })

  it('says not where, of a child whose place nobody may know', async () => {
    await lisasPlan()
    await sql`update child set protection = 'sekretessmarkering', given_name = null, family_name = null, born_on = null,
      identity_sealed = 'x' where id = ${lisa}`.execute(admin)
    const page = await read('sara')
    expect(page).not.toContain('Furuskolan')
    expect(page).toContain(keptBy('Skolan'))
  })

  it('says what is true about the law, in words for a thirteen-year-old', async () => {
    const page = await read('sara')
    const { yes, no, withdraw } = currentConsentText
    const about = { self: false, call: 'Lisa' }
    const sentences = [...notShared(about), ...whatTheLawSays(about), ...yes, ...no, ...withdraw]
    for (const sentence of sentences) expect(page).toContain(sentence)
    expect(lix(sentences.join(' '))).toBeLessThanOrEqual(30)
    expect(lix(groundTexts.join(' '))).toBeLessThanOrEqual(30)
    // The whole page, every heading and every fact as a sentence of its own.
    const main = /<main.*<\/main>/s.exec(await read('lisaSelf'))?.[0] ?? ''
    const all = main.replace(/<\/(p|li|h\d|dt|dd|a)>/g, '. ').replace(/<[^>]+>/g, ' ')
    expect(lix(all)).toBeLessThanOrEqual(25)
  })

  it('is hidden from everybody else, and leaves one row', async () => {
    await bar('jonas')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['jonas', 'eva', 'ali', 'petra', 'sofia', 'karin'] as const)
      for (const child of [lisa, unknownChild]) {
        const answer = await as(who).get(paths.sharing.whoSees.to({ childId: child }))
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      }
    const before = (await auditRows()).length
    await read('sara')
    expect((await auditRows()).slice(before)).toEqual([['sara', 'sharing.who-sees', 'done', lisa]])
    expect((await withoutAudit(() => as('sara').get(address))).status).toBe(503)
  })

  it('is not there for a guardian who has not been told', async () => {
    await world()
    await openMatter()
    expect((await as('sara').get(address)).status).toBe(404)
  })
})
