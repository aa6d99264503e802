import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deps, world } from '#test/world.ts'
import { forms, type TrustForm } from './forms-of-trust.ts'
import { browse } from './harness.ts'

const browsing = browse(deps)
const reads = (page: Page, words: string) => page.getByRole('main').getByText(words).first().waitFor()
const button = ({ button: name }: TrustForm, page: Page) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).last()

describe('what trust rests on is done once', () => {
  beforeEach(() => world())
  afterEach(() => browsing.closeAll())

  it.each(forms)(
    'without a script, $act: sent empty, then twice, and in two tabs; the second is told',
    async (form) => {
      await form.arrange()
      const address = await form.page()
      const first = await browsing.open(`token of ${form.who}`, { javaScript: false })
      const second = await first.context().newPage()
      for (const page of [first, second]) await page.goto(address)
      if (form.wrong) {
        await button(form, first).click()
        for (const words of form.wrong) await reads(first, words)
        expect(await first.title()).toMatch(/^Fel: /)
        expect(await first.locator(':focus').getAttribute('class')).toBe('ds-error-summary')
      }
      for (const page of [first, second]) await form.fill(page)
      // Both presses are sent, and the answer to the second is the one that shows.
      await button(form, first).dblclick()
      await expect.poll(form.made).toBe(1)
      await button(form, second).click()
      await reads(second, form.again)
      expect(await form.made()).toBe(1)
    },
  )

  it.each(forms.filter(({ done }) => done))(
    'with a script, $act: pressed twice, and gone back to and sent again',
    async (form) => {
      await form.arrange()
      const page = await browsing.open(`token of ${form.who}`)
      const address = await form.page()
      await page.goto(address)
      await form.fill(page)
      await button(form, page).dblclick()
      await reads(page, form.done ?? '')
      await page.goBack()
      if (!page.url().endsWith(address)) await page.goto(address)
      if (await button(form, page).isVisible()) {
        await form.fill(page)
        await button(form, page).click()
      }
      await reads(page, form.again)
      expect(await form.made()).toBe(1)
    },
  )

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})
