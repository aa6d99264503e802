import axe, { type RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'
import { names } from './county.ts'
import { unkind } from './kind-checks.ts'

const standards: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}
/** What another colour scheme or width can change. */
const looks: RunOnly = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
}

/** All that is wrong with the page that is open, in words; empty when it is as it should be. */
export async function wrongWith(page: Page): Promise<string[]> {
  const wrong: string[] = []
  const add = (where: string, found: readonly string[]) =>
    wrong.push(...found.map((one) => `${where}: ${one}`))
  add('page', await page.locator('html').evaluate(structure))
  add('title', nameIn(await page.title()))
  add('keyboard', await byKeyboard(page))
  await page.setViewportSize({ width: 390, height: 844 })
  add('kind', await unkind(page))
  // From the top again: a head that stays lies over what the keyboard had scrolled to.
  await page.evaluate(() => window.scrollTo(0, 0))
  // Half a megabyte, which the page needs once.
  await page.evaluate(axe.source)
  add('390 light', await breaches(page, standards))
  // The colours are the same at every width: what is dark and wide is checked at once.
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 1280, height: 900 })
  add('1280 dark', await breaches(page, looks))
  await page.emulateMedia({ colorScheme: 'light' })
  // A screen of 1280 by 1024, magnified four times.
  await page.setViewportSize({ width: 320, height: 256 })
  add('320', await page.locator('html').evaluate(room))
  return wrong
}

async function breaches(page: Page, runOnly: RunOnly): Promise<string[]> {
  const { violations } = await page.evaluate(
    (only) => window.axe.run({ runOnly: only, resultTypes: ['violations'] }),
    runOnly,
  )
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`)
}

type Box = { left: number; right: number; width: number; height: number }
type Style = { overflowX: string; overflowY: string; textOverflow: string; position: string }
type Part = {
  tagName: string
  id: string
  className: unknown
  textContent: string
  scrollWidth: number
  clientWidth: number
  scrollHeight: number
  clientHeight: number
  ownerDocument: { title: string; defaultView: { getComputedStyle(part: Part): Style; innerWidth: number } }
  querySelectorAll(selector: string): Iterable<Part>
  checkVisibility(): boolean
  closest(selector: string): Part | null
  getBoundingClientRect(): Box
}

/** A title ends up in histories: it never holds a name. */
const nameIn = (title: string) => names.filter((name) => title.split(/\P{L}+/u).includes(name))

/** Runs in the page: one heading of the first degree, and a title. */
function structure(html: Part): string[] {
  const { title } = html.ownerDocument
  const headings = [...html.querySelectorAll('h1')]
  const ids = [...html.querySelectorAll('[id]')].map(({ id }) => id)
  return [
    headings.length === 1 ? '' : `has ${headings.length} h1`,
    headings.every((h1) => h1.textContent.trim() !== '') ? '' : 'has an empty h1',
    title.length < 5 ? `is titled ${title}` : '',
    ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `has two ${id}`),
  ].filter(Boolean)
}

/** Runs in the page: nothing wider than the window or its own place, and no words cut off. */
function room(html: Part): string[] {
  const { defaultView: view } = html.ownerDocument
  const wrong: string[] = []
  if (html.scrollWidth > view.innerWidth) wrong.push(`scrolls sideways to ${html.scrollWidth}`)
  for (const part of html.querySelectorAll('body *')) {
    if (!part.checkVisibility() || part.closest('.sr, svg')) continue
    const name = `${part.tagName.toLowerCase()}.${String(part.className)} ${part.textContent.trim().slice(0, 40)}`
    const { right, left, width } = part.getBoundingClientRect()
    if (width > 1 && (right > view.innerWidth + 1 || left < -1)) wrong.push(`sticks out: ${name}`)
    if (/^summary$/i.test(part.tagName) && part.scrollWidth > part.clientWidth + 1)
      wrong.push(`lies over what stands beside it: ${name}`)
    const { overflowX, overflowY, position } = view.getComputedStyle(part)
    if (position === 'absolute' || part.clientWidth === 0) continue
    const cut =
      (overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1) ||
      (overflowY === 'hidden' && part.scrollHeight > part.clientHeight + 1)
    if (cut && !/^(textarea|input|select)$/i.test(part.tagName)) wrong.push(`is cut off: ${name}`)
  }
  return wrong
}

type Focused = { closest(selector: string): unknown; matches(selector: string): boolean }
declare const window: { axe: typeof axe; scrollTo: (x: number, y: number) => void }
declare const document: { activeElement: Focused | null }

/** The skip link comes first, leads to the content, and the main button can be reached. */
async function byKeyboard(page: Page): Promise<string[]> {
  const at = (selector: string) =>
    page.evaluate((what) => document.activeElement?.matches(what) ?? false, selector)
  // A form with mistakes puts the reader at the summary, after the skip link.
  if (await at('[autofocus]')) return []
  await page.keyboard.press('Tab')
  if (!(await at('.ds-skip-link'))) return ['the skip link is not first']
  await page.keyboard.press('Enter')
  if (!(await at('main'))) return ['the skip link does not lead to the content']
  const [main] = await page.locator('main .ds-button:visible:not([data-variant])').elementHandles()
  if (!main) return []
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab')
    if (await main.evaluate((button: unknown) => button === document.activeElement)) return []
  }
  return ['the main button cannot be reached']
}
