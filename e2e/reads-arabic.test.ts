import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress } from '#test/arrange-meeting.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { askFamily, sheet } from '#test/consents.ts'
import { admin, as, deps, id, lisa, world } from '#test/world.ts'
import { Cast, telephones } from './cast.ts'
import { browse, shoot } from './harness.ts'
import { wrongWith } from './page-checks.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const child = paths.child.to(at)
const pages = [
  child,
  sheet,
  paths.sharing.consents.to(at),
  paths.sharing.whoSees.to(at),
  paths.timeline.to(at),
  paths.directory.whom.to({}),
  paths.words.to({}),
  paths.accessibility.to({}),
  paths.help.to({}),
]

type Node = { textContent: string; closest(selector: string): unknown; childElementCount: number }
type Main = { querySelectorAll(selector: string): Iterable<Node> }

/** Runs in the page: what still stands in Swedish, and does not say that it does. */
const swedishIn = (main: Main): string[] =>
  [...main.querySelectorAll('*')]
    .filter((part) => part.childElementCount === 0 && !part.closest('[lang="sv"], [dir="auto"]'))
    // A value in a sentence, as somebody wrote it, stands between marks of its own.
    .map(({ textContent }) => textContent.replaceAll(/\u2068[^\u2069]*\u2069/g, ' ').trim())
    .filter((text) => /(^|\s)(och|att|är|som|inte|för|på|det|du|ni|vi|har|av|till|om)(\s|$)/i.test(text))

const sideOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().boundingBox())?.x ?? 0

/** A page at the width of a telephone, in Arabic, with nothing wrong with it. */
async function readsWell(page: Page, address: string) {
  await page.setViewportSize({ width: 390, height: 844 })
  await shoot(page, `arabic ${address.replaceAll(/[/?]|[0-9a-f-]{36}/g, ' ').trim()}`)
  expect([address, await page.locator('main').evaluate(swedishIn)]).toEqual([address, []])
  expect([address, await wrongWith(page)]).toEqual([address, []])
}

describe.each(telephones)('a guardian who reads Arabic, on a telephone, %s', (_, manner) => {
  const cast = new Cast(browsing, manner)
  const { step } = cast
  beforeAll(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await askFamily(['familjestod'])
  })
  afterAll(() => cast.end())

  step('Sara finds her language by its own name, and is back where she was', async () => {
    const sara = await cast.at('sara', child)
    await sara.page.getByRole('banner').getByRole('link', { name: 'Svenska' }).click()
    await sara.main.getByRole('button', { name: 'العربية' }).click()
    await sara.page.waitForURL(`**${child}`)
    expect(await sara.page.locator('html').getAttribute('lang')).toBe('ar')
    await sara.sees('سؤال موجّه إليك')
  })

  step('she reads from right to left, all through, and nothing is wrong with her pages', async () => {
    const { page } = await cast.at('sara')
    for (const address of pages) {
      await page.goto(address)
      expect(await page.locator('html').getAttribute('dir'), address).toBe('rtl')
      expect(await sideOf(page, '.brand'), address).toBeGreaterThan(await sideOf(page, '.language'))
      // What looks for faults runs in the page.
      if (manner.javaScript !== false) await readsWell(page, address)
    }
  })

  step('what a machine has translated takes her no, and her yes when somebody interprets', async () => {
    const sara = await cast.at('sara', sheet)
    await sara.sees('Översatt av en maskin. Ingen människa har läst den än.')
    await sara.main.getByRole('radio', { name: 'نعم' }).check()
    await sara.send('أرسل جوابي').catch(() => undefined)
    await sara.sees('اكتب من يترجم لك شفهياً.')
    await sara.write('من يترجم لك شفهياً؟', 'Amina Yusuf')
    await sara.send('أرسل جوابي')
    await sara.sees('شكراً. هكذا هو الوضع الآن.')
    const [answer] = await admin.selectFrom('consent_answer').select(['language', 'interpreted']).execute()
    expect(answer).toEqual({ language: 'ar', interpreted: true })
  })
})

describe('a child who reads Arabic', () => {
  const cast = new Cast(browsing, {})
  const plan = `${paths.plan.show.to(at)}?lasning=hela`
  const wheel = paths.wheel.own.to(at)
  beforeAll(async () => {
    await world()
    await lisaWithPlan()
    await callMeeting()
    for (const who of ['lisaSelf', 'sara'] as const)
      await admin
        .insertInto('reading_language')
        .values({ person_id: id(who), language: 'ar' })
        .execute()
    const own = { area: 'health', good: ['bed', 'food'], working: 'Och jag drömmer.', readers: 'everyone' }
    expect((await as('lisaSelf').post(wheel, own)).status).toBe(303)
  })
  afterAll(() => cast.end())

  it('reads from right to left what she picked on the wheel, her plan and her meeting', async () => {
    const { page } = await cast.at('lisaSelf')
    const own = [wheel, `${wheel}?ruta=health`, paths.wheel.show.to(at), plan, meetingAddress('show')]
    for (const address of [child, ...own]) {
      await page.goto(address)
      expect(await page.locator('html').getAttribute('dir'), address).toBe('rtl')
      await readsWell(page, address)
    }
  })

  it('and her mother reads the whole plan, as those who work do, but in Arabic', async () => {
    const { page } = await cast.at('sara', plan)
    await readsWell(page, `${plan} sara`)
  })

  it('reads her own story when she has grown up', async () => {
    await admin.updateTable('child').set({ born_on: '2008-11-24' }).where('id', '=', lisa).execute()
    const { page, sees } = await cast.at('lisaSelf', paths.story.show.to(at))
    await sees('أنام جيداً.', 'Och jag drömmer.')
    await readsWell(page, paths.story.show.to(at))
  })
})
