import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { deps, lisa, world } from '#test/world.ts'
import { Cast, telephones } from './cast.ts'
import { browse, shoot } from './harness.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const elsewhere = 'https://www.smhi.se/'

/** What is too small for a child's finger, by its words. */
const tooSmall = (page: Page) =>
  page
    .locator('.top a:visible, .top button:visible, main a:visible, main button:visible')
    .evaluateAll((all) =>
      all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent?.trim()),
    )

describe.each(telephones)('Lisa reads beside Maja, on Maja’s telephone, %s', (how, manner) => {
  const cast = new Cast(browsing, manner)
  const { step } = cast
  beforeAll(async () => {
    await world()
    await lisaWithPlan()
  })
  afterAll(() => cast.end())

  step('Maja hands it over', async () => {
    const maja = await cast.at('maja', paths.child.to(at))
    await maja.follow('Läs tillsammans med Lisa')
    await shoot(maja.page, `hand-over ${how}`)
    await maja.send('Lämna över till Lisa')
    await maja.sees('Hej Lisa!')
    await shoot(maja.page, `childs-home ${how}`)
    expect(await tooSmall(maja.page)).toEqual([])
  })

  step('Lisa reads her plan', async () => {
    const lisaHere = await cast.at('maja')
    await lisaHere.follow('Läs min plan')
    await lisaHere.sees('Petra läser med dig.')
    expect(await lisaHere.page.title()).toBe('Min sida')
    await shoot(lisaHere.page, `beside-plan ${how}`)
    expect(await tooSmall(lisaHere.page)).toEqual([])
  })

  step('she writes to Maja, reads when it is read, and it is not there to be read again', async () => {
    const lisaHere = await cast.at('maja', paths.childsDoor.home.to(at))
    await lisaHere.follow('Skriv till Maja')
    await lisaHere.sees('Dina föräldrar ser det inte här.', 'Bris, 116 111')
    await lisaHere.send('Skicka').catch(() => undefined)
    await lisaHere.sees('Skriv några ord först')
    await lisaHere.write('Vad vill du berätta?', 'Jag vill inte ha bilderna på kylskåpet.')
    await lisaHere.choose('Hur vill du ha svar?', 'Prata med mig i skolan')
    await lisaHere.send('Skicka')
    await lisaHere.sees('Tack för att du skrev!', 'Maja läser det senast')
    await lisaHere.page.goto(paths.childsDoor.write.to(at))
    expect(await lisaHere.page.content()).not.toContain('kylskåpet')
  })

  step('nothing of Maja’s is a step back or an address away', async () => {
    const { page, sees } = await cast.at('maja')
    for (const address of [paths.tasks.to({}), paths.child.to(at), paths.children.to({}), '/']) {
      await page.goto(address)
      await sees('Hej Lisa!')
    }
  })

  step('she leaves quickly', async () => {
    const { page } = await cast.at('maja')
    await page.route(`${elsewhere}**`, (route) =>
      route.fulfill({ body: '<title>Väder</title>', contentType: 'text/html' }),
    )
    await page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()
    await page.waitForURL(elsewhere)
    if (!manner.javaScript) {
      // Nothing could sign her out: she is back where she was, until she gives the telephone back.
      await page.goto(paths.childsDoor.home.to(at))
      await page.getByRole('button', { name: 'Klar' }).click()
    }
    // The page is gone at once; what signs her out is sent beside it, and may arrive a moment later.
    await expect
      .poll(async () => {
        await page.goto(paths.childsDoor.home.to(at))
        return new URL(page.url()).pathname
      })
      .toBe(paths.signIn.choose.to({}))
  })
})

it('the browser found no fault with the application itself', () => {
  expect(browsing.faults.filter((fault) => !fault.includes(elsewhere))).toEqual([])
})
