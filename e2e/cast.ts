import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import type { Person } from '#test/world.ts'
import { Effort } from './effort.ts'
import type { Browsing, Manner } from './harness.ts'

const begins = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/** A page as somebody reads it: fields by their labels, answers by their words. */
export class Seat {
  readonly page: Page
  readonly #who: string
  readonly #effort: Effort
  constructor(page: Page, who: string, effort: Effort) {
    this.page = page
    this.#who = who
    this.#effort = effort
  }
  get main(): Locator {
    return this.page.getByRole('main')
  }
  write = async (label: string, text: string) => this.main.getByLabel(begins(label)).first().fill(text)
  /** The three sentences of a rule: why, whether it belongs there, and why not less. */
  weigh = async (why: string, belongs: string, notLess: string) => {
    await this.write('Varför behöver de veta det här?', why)
    await this.write('Hör det till det som vi ska göra', belongs)
    await this.write('Räcker det med mindre?', notLess)
  }
  pick = async (label: string, option: string) =>
    this.main.getByLabel(begins(label)).first().selectOption({ label: option })
  /** Ticks the answers of a question, or a box that stands alone when only one name is given. */
  choose = async (question: string, ...answers: string[]) => {
    const group = this.main.getByRole('group', { name: begins(question) }).first()
    for (const answer of answers) await group.getByLabel(begins(answer)).first().check()
  }
  tick = async (label: string) => this.main.getByLabel(begins(label)).first().check()
  unfold = async (summary: string) => this.main.locator('summary', { hasText: summary }).first().click()
  follow = async (link: string) => {
    const target = this.main.getByRole('link', { name: begins(link) }).first()
    await Promise.all([this.page.waitForEvent('domcontentloaded'), target.click()])
  }
  send = async (button: string) => {
    await this.#effort.send(this.page, this.#who, button)
    const wrong = this.main.locator('.ds-error-summary, .conflict')
    if (await wrong.count())
      throw new Error(`${this.#who} got the form back: ${await wrong.first().textContent()}`)
  }
  sees = async (...words: string[]) => {
    for (const part of words) await this.main.getByText(part).first().waitFor()
  }
}

/** The ways somebody may meet the application on a telephone. */
export const telephones: readonly [string, Manner][] = [
  ['without JavaScript', { javaScript: false }],
  ['with JavaScript', { javaScript: true }],
]

/** The people of the story, each at a browser of their own. */
export class Cast {
  readonly effort = new Effort()
  readonly #browsing: Browsing
  readonly #manner: Manner
  readonly #seats = new Map<Person, Seat>()
  constructor(browsing: Browsing, manner: Manner) {
    this.#browsing = browsing
    this.#manner = manner
  }
  async at(person: Person, address?: string): Promise<Seat> {
    const sit = async () =>
      new Seat(await this.#browsing.open(`token of ${person}`, this.#manner), person, this.effort)
    const seat = this.#seats.get(person) ?? (await sit())
    this.#seats.set(person, seat)
    if (address) await seat.page.goto(address)
    return seat
  }
  /** What waits for somebody, opened from the list; `of` says about whom, where there are several. */
  async task(person: Person, step: string, of = ''): Promise<Seat> {
    const seat = await this.at(person, paths.tasks.to({}))
    const row = seat.main.getByRole('article').filter({ hasText: step }).filter({ hasText: of }).first()
    await Promise.all([seat.page.waitForEvent('domcontentloaded'), row.getByRole('link').click()])
    return seat
  }
  /** Somebody whom it does not concern has the address, and finds what there is where there is nothing. */
  async findsNothing(person: Person, address: string): Promise<void> {
    const { page } = await this.at(person)
    const answer = await page.goto(address)
    expect([person, answer?.status()]).toEqual([person, 404])
  }
  /** A step of the story. When it goes wrong, what everybody sees is told. */
  step = (name: string, play: () => Promise<void>) =>
    it(name, async () => {
      this.effort.step(name)
      await play().catch(async (error) => {
        console.error(await this.#views())
        throw error
      })
    })
  /** Everybody goes home; what it cost them is told. */
  async end(): Promise<void> {
    console.log(`${this.effort}`)
    await this.#browsing.closeAll()
  }
  async #views(): Promise<string> {
    const views = [...this.#seats].map(async ([person, { page, main }]) => {
      const text = (await main.textContent())?.replace(/\s+/g, ' ')
      return `${person} at ${new URL(page.url()).pathname}: ${text}`
    })
    return (await Promise.all(views)).join('\n')
  }
}
