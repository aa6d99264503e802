import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { admin, deps, lisa, noon, world } from '#test/world.ts'
import { browse } from './harness.ts'

describe('a page that was left open on a device that others use', () => {
  const browsing = browse(deps)
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await lisasPlan()
    await admin.updateTable('session').set({ idle_minutes: 20 }).execute()
  })
  afterEach(() => browsing.closeAll())

  /** The page when twenty-one minutes have gone by and nobody has touched it. */
  async function leftBy(
    person: 'sara',
    path: string,
    meanwhile = async (_: { fill: (text: string) => Promise<void> }) => {},
  ) {
    const page = await browsing.open(`token of ${person}`, { ownClock: true })
    await page.clock.install({ time: noon })
    await page.goto(path)
    await meanwhile({ fill: (text) => page.locator('main textarea').first().fill(text) })
    const before = await page.locator('main').textContent()
    await page.clock.fastForward('21:00')
    return { before, after: await page.locator('main').textContent(), page }
  }

  it('shows nothing more of Lisa when the session has ended', async () => {
    const { before, after, page } = await leftBy('sara', paths.plan.show.to({ childId: lisa }))
    expect(before).toContain('Lisa')
    expect(after?.trim()).toBe('Logga in igen')
    expect(await page.locator('aside.session').textContent()).toContain('Du har loggats ut')
    expect(await page.locator('body').textContent()).not.toContain('Lisa')
  })

  it('keeps what Sara was writing', async () => {
    const path = paths.noticing.noticeChild.to({ childId: lisa })
    const { page } = await leftBy('sara', path, ({ fill }) => fill('Lisa sover dåligt.'))
    expect(await page.locator('main textarea').first().inputValue()).toBe('Lisa sover dåligt.')
    expect(await page.locator('aside.session').textContent()).toContain('det du skrev står kvar')
  })

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})
