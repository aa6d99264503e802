import type { Page } from 'playwright-core'

type Sent = { who: string; step: string; title: string; required: number; ready: number }

/**
 * What a way asks of people. A screen is a page with a form that must be sent; a required field is one that is shown
 * and not marked as optional (a group of choices is one). `ready`: those that were already filled in by the page.
 */
export class Effort {
  readonly sent: Sent[] = []
  #step = ''

  /** Names what the next forms belong to. */
  step(name: string): void {
    this.#step = name
  }

  /** What was sent in these steps, or in all. */
  of(...steps: string[]): { screens: number; required: number; ready: number } {
    const sent = this.sent.filter(({ step }) => steps.length === 0 || steps.includes(step))
    const sum = (pick: (one: Sent) => number) => sent.reduce((all, one) => all + pick(one), 0)
    return { screens: sent.length, required: sum((s) => s.required), ready: sum((s) => s.ready) }
  }

  /** Sends the form that the button belongs to, and counts it. */
  async send(page: Page, who: string, button: string): Promise<void> {
    const press = page.getByRole('main').getByRole('button', { name: button, exact: true })
    const { required, ready } = await press.evaluate(countRequired)
    const title = (await page.title()).replace(' – Kronobarn', '')
    this.sent.push({ who, step: this.#step, title, required, ready })
    await Promise.all([page.waitForEvent('domcontentloaded'), press.click()])
  }

  table(): string {
    return this.sent
      .map(({ who, step, title, required, ready }) =>
        [step.padEnd(26), who.padEnd(10), title.padEnd(24), `${required} fält, ${ready} ifyllda åt en`].join(
          ' ',
        ),
      )
      .join('\n')
  }
}

type Option = { defaultSelected: boolean; value: string }
type Control = {
  type: string
  required: boolean
  defaultChecked: boolean
  defaultValue: string
  options?: Iterable<Option>
  checkVisibility(): boolean
  closest(selector: string): Group | null
}
type Group = {
  querySelector(selector: string): unknown
  querySelectorAll(selector: string): Iterable<Control>
}

/** Runs in the page. `ready` is what stands as the page gave it. */
function countRequired(button: Control) {
  const form = button.closest('form')
  const shown = [...(form?.querySelectorAll('input, textarea, select') ?? [])].filter(
    (field) => field.type !== 'hidden' && field.checkVisibility(),
  )
  const boxes = shown.filter(({ type }) => type === 'radio' || type === 'checkbox')
  const lines = shown.filter((field) => !boxes.includes(field) && field.required)
  const groups = new Map<Group, boolean>()
  for (const box of boxes) {
    const group = box.closest('fieldset')
    if (!group || group.querySelector(':scope > legend .optional')) continue
    groups.set(group, (groups.get(group) ?? false) || box.defaultChecked)
  }
  const isReady = ({ options, defaultValue }: Control) =>
    options
      ? [...options].some((option) => option.defaultSelected && option.value !== '')
      : defaultValue.trim() !== ''
  return {
    required: lines.length + groups.size,
    ready: lines.filter(isReady).length + [...groups.values()].filter(Boolean).length,
  }
}
