import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { admin, deps, id, lisa, noon, type Person, sessionOf, world } from '#test/world.ts'
import { forms } from './forms-of-trust.ts'
import { browse } from './harness.ts'

const browsing = browse(deps)

/** The session of somebody has run out. */
const lapses = (person: Person) =>
  admin.updateTable('session').set({ ends_at: noon }).where('token_hash', '=', sessionOf(person)).execute()

/** The person signs in again, in the same browser. */
async function signsInAgain(person: Person, page: Page) {
  const old = await admin
    .selectFrom('session')
    .selectAll()
    .where('token_hash', '=', sessionOf(person))
    .executeTakeFirstOrThrow()
  const again = { ...old, id: id('again'), token_hash: hashOf('anew'), ends_at: old.authenticated_at }
  await admin.insertInto('session').values(again).execute()
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name: 'kb-test', value: 'anew', url: origin }])
}

describe('what trust rests on, when the session ends', () => {
  beforeEach(() => world())
  afterEach(() => browsing.closeAll())

  it.each(forms.filter(({ written }) => written))(
    '$act: what was written comes back after signing in',
    async (form) => {
      await form.arrange()
      const page = await browsing.open(`token of ${form.who}`, { javaScript: false })
      await page.goto(await form.page())
      await form.fill(page)
      await lapses(form.who)
      await page.getByRole('main').getByRole('button', { name: form.button, exact: true }).last().click()
      expect(new URL(page.url()).pathname).toBe(paths.signIn.choose.to({}))
      expect(await form.made()).toBe(0)
      const back = new URL(page.url()).searchParams.get('efter') ?? ''
      await signsInAgain(form.who, page)
      await page.goto(back)
      const texts = await page.locator('main :is(textarea, input)').all()
      const values = await Promise.all(texts.map((field) => field.inputValue()))
      expect(values).toContain(form.written)
    },
  )

  it('after signing out, nothing of the family is shown by going back', async () => {
    await lisaWithPlan()
    const page = await browsing.open('token of sara')
    for (const path of [paths.plan.show, paths.sharing.whoSees]) await page.goto(path.to({ childId: lisa }))
    expect(await page.locator('body').textContent()).toContain('Lisa')
    await page.locator('header summary').last().click()
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByText('Du har loggat ut').first().waitFor()
    for (let steps = 0; steps < 2; steps++) {
      await page.goBack()
      expect(await page.locator('body').textContent()).not.toContain('Lisa')
    }
  })

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})
