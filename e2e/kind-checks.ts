import type { Page } from 'playwright-core'

type Box = { width: number; height: number }
type Style = Record<'display' | 'borderStyle' | 'borderWidth' | 'outlineStyle' | 'outlineWidth', string>
type Part = {
  tagName: string
  type?: string
  className: unknown
  textContent: string
  parentElement: Part | null
  ownerDocument: {
    defaultView: { getComputedStyle(part: Part): Style }
    getAnimations(): { playState: string }[]
  }
  querySelectorAll(selector: string): Iterable<Part>
  matches(selector: string): boolean
  closest(selector: string): Part | null
  checkVisibility(): boolean
  focus(): void
  getBoundingClientRect(): Box
}

declare const document: { documentElement: Part }

/** What somebody misses who sees in few colours, is made ill by what moves, or is a child with a child's fingers. */
export async function unkind(page: Page): Promise<string[]> {
  const small = (await page.evaluate(tooSmall, undefined)).map((one) => `is smaller than a finger: ${one}`)
  await page.emulateMedia({ forcedColors: 'active' })
  const gone = await page.evaluate(vanished, undefined)
  await page.emulateMedia({ forcedColors: 'none' })
  return [...small, ...gone]
}

/** Runs in the page: on the child's side whatever is pressed is 44 by 44, but for links inside a sentence. */
function tooSmall(html: Part = document.documentElement): string[] {
  if (!html.querySelectorAll('body.child')[Symbol.iterator]().next().value) return []
  const { getComputedStyle } = html.ownerDocument.defaultView
  const wrong: string[] = []
  for (const part of html.querySelectorAll('a[href], button, summary, input, select, textarea')) {
    const target = part.matches('[type=radio], [type=checkbox]') ? (part.closest('label') ?? part) : part
    if (!target.checkVisibility() || part.matches('[type=hidden], .ds-skip-link')) continue
    const sentence = part.closest('p, li, dd, label, summary')
    const around = sentence?.textContent.trim().length ?? 0
    const isInText =
      getComputedStyle(part).display === 'inline' && around > part.textContent.trim().length + 3
    const { width, height } = target.getBoundingClientRect()
    if (!isInText && (width < 43.5 || height < 43.5))
      wrong.push(
        `${part.tagName} ${Math.round(width)}×${Math.round(height)} ${part.textContent.trim().slice(0, 40)}`,
      )
  }
  return wrong
}

/** Runs in the page, in the few colours that the reader has chosen and with as little motion as they asked for. */
function vanished(html: Part = document.documentElement): string[] {
  const { defaultView: view } = html.ownerDocument
  const lined = (style: string, width: string) => style !== 'none' && Number.parseFloat(width) >= 1
  const wrong: string[] = []
  const moving = html.ownerDocument.getAnimations().filter(({ playState }) => playState === 'running')
  if (moving.length > 0) wrong.push(`${moving.length} things move`)
  for (const part of html.querySelectorAll('a[href], button, summary, input, select, textarea')) {
    if (!part.checkVisibility() || part.matches('[type=hidden], .ds-skip-link')) continue
    const name = `${part.tagName} ${String(part.className)} ${part.textContent.trim().slice(0, 40)}`
    const { borderStyle, borderWidth } = view.getComputedStyle(part)
    const isButton = part.matches('.ds-button, .leave, .answers button, .taps button, .tiles a, .ds-input')
    if (isButton && !lined(borderStyle, borderWidth)) wrong.push(`has no edge in few colours: ${name}`)
    part.focus()
    const { outlineStyle, outlineWidth } = view.getComputedStyle(part)
    if (part.matches(':focus') && !(lined(outlineStyle, outlineWidth) || outlineStyle === 'auto'))
      wrong.push(`does not show where the keyboard is: ${name}`)
  }
  return wrong
}
