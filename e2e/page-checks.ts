import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { RunOnly } from 'axe-core'
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

/** Half a megabyte; the one that is not made small is three times as much, for every page. */
const axeItself = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** All that is wrong with the page that is open, in words; empty when it is as it should be. */
export async function wrongWith(page: Page): Promise<string[]> {
  const wrong: string[] = []
  const add = (where: string, found: readonly string[]) =>
    wrong.push(...found.map((one) => `${where}: ${one}`))
  add('page', await page.evaluate(structure, undefined))
  add('title', nameIn(await page.title()))
  add('keyboard', await byKeyboard(page))
  await page.setViewportSize({ width: 390, height: 844 })
  add('kind', await unkind(page))
  // From the top again: a head that stays lies over what the keyboard had scrolled to.
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.evaluate(axeItself)
  add('390 light', await breaches(page, standards))
  // The colours are the same at every width: what is dark and wide is checked at once.
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 1280, height: 900 })
  add('1280 dark', await breaches(page, looks))
  await page.emulateMedia({ colorScheme: 'light' })
  // A screen of 1280 by 1024, magnified four times.
  await page.setViewportSize({ width: 320, height: 256 })
  add('320', await page.evaluate(room, undefined))
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
function structure(html: Part = document.documentElement): string[] {
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
function room(html: Part = document.documentElement): string[] {
  const { defaultView: view } = html.ownerDocument
  const wrong: string[] = []
  if (html.scrollWidth > view.innerWidth) wrong.push(`scrolls sideways to ${html.scrollWidth}`)
  for (const part of html.querySelectorAll('body *')) {
    if (!part.checkVisibility() || part.closest('.sr, svg')) continue
    const name = `${part.tagName.toLowerCase()}.${String(part.className)} ${part.textContent.trim().slice(0, 40)}`
    const { right, left, width } = part.getBoundingClientRect()
    if (width > 1 && (right > view.innerWidth + 1 || left < -1)) wrong.push(`sticks out: ${name}`)
    // The turned arrow after it sticks out by some pixels.
    if (/^summary$/i.test(part.tagName) && part.scrollWidth > part.clientWidth + 8)
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

type Focused = { matches(selector: string): boolean }
declare const window: { axe: typeof axe; scrollTo: (x: number, y: number) => void }
declare const document: { activeElement: (Part & Focused) | null; documentElement: Part }

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
  for (let step = 0; step < 150; step++) {
    if (await page.evaluate(hasReachedButton, undefined)) return []
    await page.keyboard.press('Tab')
  }
  return ['the main button cannot be reached']
}

/** Runs in the page: the keyboard is at the main button, or there is none. */
function hasReachedButton(html: Part = document.documentElement): boolean {
  const buttons = [...html.querySelectorAll('main .ds-button:not([data-variant])')]
  const main = buttons.find((button) => button.checkVisibility())
  return !main || main === document.activeElement
}
