import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { callMeeting, meetingAddress } from '#test/arrange-meeting.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { deps, lisa, world } from '#test/world.ts'
import { Cast } from './cast.ts'
import { browse, shoot } from './harness.ts'
import { wrongWith } from './page-checks.ts'

const browsing = browse(deps)
const at = { childId: lisa }

/** Every page about the child that links lead to from one page, itself first. */
async function readAll(page: Page, first: string): Promise<{ wrong: string[]; read: string[] }> {
  const read = [first]
  const wrong: string[] = []
  for (const address of read) {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(address)
    if (!(await page.locator('main').count())) continue
    const links = await page
      .locator(`main a[href^="${paths.child.to(at)}"]`)
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.replace(/#.*/, '') ?? ''))
    read.push(...new Set(links.filter((link) => !read.includes(link) && !/pdf|json|utskrift/.test(link))))
    await shoot(page, `child ${address.replaceAll(/[/]|[0-9a-f-]{36}/g, ' ').trim()}`)
    wrong.push(...(await wrongWith(page)).map((one) => `${address}: ${one}`))
  }
  return { wrong, read }
}

describe('every page of the child’s side, for small fingers, tired eyes and the keyboard', () => {
  const cast = new Cast(browsing, {})
  beforeAll(async () => {
    await world()
    await lisaWithPlan()
    await callMeeting()
  })
  afterAll(() => browsing.closeAll())

  it('when Lisa has signed in herself', async () => {
    const { page } = await cast.at('lisaSelf')
    const { wrong, read } = await readAll(page, paths.child.to(at))
    expect(read).toEqual(
      expect.arrayContaining([
        paths.plan.childsReading.to(at),
        paths.wheel.own.to(at),
        meetingAddress('answer'),
      ]),
    )
    expect(wrong).toEqual([])
  })

  it('when she reads beside Maja', async () => {
    const maja = await cast.at('maja', paths.childsDoor.handOver.to(at))
    await maja.send('Lämna över till Lisa')
    const { wrong, read } = await readAll(maja.page, paths.childsDoor.home.to(at))
    expect(read).toEqual(
      expect.arrayContaining([paths.plan.childsReading.to(at), paths.childsDoor.write.to(at)]),
    )
    expect(wrong).toEqual([])
  })

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})
