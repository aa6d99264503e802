import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisa, type Person, world } from '#test/world.ts'
import { Effort } from './effort.ts'
import { closeAll, faults, type Manner, open } from './harness.ts'

const childId = lisa

describe.each([
  ['without JavaScript', { javaScript: false }],
  ['with JavaScript', { javaScript: true }],
] as [string, Manner][])('Lisa’s way, on a telephone, %s', (_, manner) => {
  const effort = new Effort()
  const pages = new Map<Person, Page>()
  const visit = async (person: Person, address: string) => {
    const page = pages.get(person) ?? (await open(person, manner))
    pages.set(person, page)
    await page.goto(address)
    return page
  }

  beforeAll(() => world())
  afterAll(async () => {
    console.log(effort.table())
    await closeAll()
  })

  it('Petra notices', async () => {
    effort.step('uppmärksamma')
    const page = await visit('petra', paths.noticing.noticeChild.to({ childId }))
    await page.getByLabel('Berätta med en mening').fill('Lisa somnar på lektionen efter lunch.')
    await effort.send(page, 'petra', 'Skicka')
    await expect.poll(() => page.locator('h1').textContent()).toBe('Mottaget')
    expect(effort.of('uppmärksamma')).toEqual({ screens: 1, required: 1, ready: 0 })
  })

  it('nothing leaves the application, and no browser complains', () => expect(faults).toEqual([]))
})
