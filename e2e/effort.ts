import type { Page } from 'playwright-core'

type Sent = { who: string; step: string; title: string; required: number; filled: number }

/**
 * What a way asks of people. A screen is a page with a form that must be sent. A required field is one that is shown
 * and not marked as optional, a group of choices being one; `filled` are those that the page had not filled in already.
 */
export class Effort {
  readonly #sent: Sent[] = []
  #step = ''

  /** Names what the next forms belong to. */
  step(name: string): void {
    this.#step = name
  }

  /** What it has cost somebody so far. */
  of(person: string): { screens: number; filled: number } {
    const sent = this.#sent.filter(({ who }) => who === person)
    return { screens: sent.length, filled: sent.reduce((all, { filled }) => all + filled, 0) }
  }

  /** Sends the form that the button belongs to, and counts it. */
  async send(page: Page, who: string, button: string): Promise<void> {
    const press = page.getByRole('main').getByRole('button', { name: button, exact: true })
    const { required, ready } = await press.evaluate(countRequired)
    const title = (await page.title()).replace(' – Kronobarn', '')
    this.#sent.push({ who, step: this.#step, title, required, filled: required - ready })
    await Promise.all([page.waitForEvent('domcontentloaded'), press.click()])
  }

  /** Every screen, and what each person's add up to. */
  toString(): string {
    const rows = this.#sent.map(
      ({ who, title, required, filled, step }) =>
        `${who.padEnd(9)} ${title.padEnd(28)} ${required} obligatoriska, ${filled} att fylla i. ${step}`,
    )
    const people = [...new Set(this.#sent.map(({ who }) => who))].map((who) => {
      const { screens, filled } = this.of(who)
      return `${who}: ${screens} skärmar, ${filled} fält`
    })
    return [...rows, ...people].join('\n')
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
