import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { goals, lisaWithPlan } from '#test/arrange-plan.ts'
import { deps, lisa, world } from '#test/world.ts'
import { browse, shoot } from './harness.ts'
import { wrongWith } from './page-checks.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const goal = paths.plan.changeGoal.to({ ...at, partId: goals.morning })
const look = 'Se hur familjen läser det'

describe('Maja writes what Sara and Jonas will read', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })
  afterEach(() => browsing.closeAll())

  it('gets tips beside the field when she pauses, said aloud in one line, and they go when the words are plain', async () => {
    const page = await browsing.open('token of maja')
    await page.goto(goal)
    const field = page.getByLabel('Hur märker vi att det blir bättre?')
    const tips = page.locator('[data-tips=better]')
    const aloud = page.locator('[data-tips=better] + [role=status]')
    expect(await tips.isVisible()).toBe(false)
    await field.fill('Pappan uteblev, och BUP ringer.')
    await tips.getByText('kom inte, och varför').waitFor()
    await tips.getByText('barn- och ungdomspsykiatrin').waitFor()
    expect(await aloud.textContent()).toBe('Tips om texten: 2')
    expect(await field.inputValue()).toBe('Pappan uteblev, och BUP ringer.')
    await shoot(page, 'tips')
    await field.fill('Pappan kom inte, för han jobbade.')
    await tips.waitFor({ state: 'hidden' })
    expect(await aloud.textContent()).toBe('')
    expect(browsing.faults).toEqual([])
  })

  it('the page that shows how it reads lets nothing she wrote go', async () => {
    const page = await browsing.open('token of maja')
    await page.goto(goal)
    await page.getByLabel('Hur märker vi att det blir bättre?').fill('Pappan uteblev.')
    await page.getByRole('button', { name: look }).click()
    await page.getByRole('heading', { name: 'Så här läser familjen det' }).waitFor()
    await page.getByText('Utkast sparat').waitFor()
    await shoot(page, 'as-read')
    expect(await wrongWith(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(goal)
    await page.getByRole('link', { name: 'Fortsätt', exact: true }).click()
    expect(await page.getByLabel('Hur märker vi att det blir bättre?').inputValue()).toBe('Pappan uteblev.')
  })

  it('sees it without JavaScript too', async () => {
    for (const [name, address, label] of [
      ['action', paths.plan.addAction.to(at), 'Vilket stöd?'],
      ['invitation', paths.meeting.call.to(at), 'Varför ses ni?'],
    ] as const) {
      const page = await browsing.open('token of maja', { javaScript: false })
      await page.goto(address)
      await page.getByLabel(label).fill('Vi pratar om samordning med BUP.')
      await page.getByRole('button', { name: look }).click()
      const read = page.locator('.as-read')
      await read.getByText('Vi pratar om samordning med BUP.').first().waitFor()
      expect(await page.getByLabel(label).inputValue()).toBe('Vi pratar om samordning med BUP.')
      await shoot(page, `as-read ${name}`)
    }
  })
})
