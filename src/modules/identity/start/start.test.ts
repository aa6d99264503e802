import { beforeEach, describe, expect, it } from 'vitest'
import { createApp, inventory } from '#app'
import { demoSituations } from '#demo/sign-in.ts'
import { paths } from '#shared/paths.ts'
import { as, deps, world } from '#test/world.ts'

const options = { cookieName: 'kb-test', situations: demoSituations }
const demo = createApp(deps, { ...options, demo: true })
const production = createApp(deps, { ...options, demo: false })

describe('the first page', () => {
  beforeEach(() => world())

  it('in the demo lists every situation, and as whom it can be opened', async () => {
    for (const address of ['/', paths.demo.to({})]) {
      const page = await (await demo.request(address)).text()
      expect(page).toContain('Lisa, 8: planen ska följas upp i morgon')
      expect(page.match(/<summary>/g)).toHaveLength(15)
      expect(page).toMatch(
        /href="\/logga-in\/medarbetare\?som=karin-wester&amp;efter=%2Fbarn%2F[0-9a-f-]{36}"/,
      )
      expect(page).toMatch(/href="\/logga-in\/e-legitimation\?som=lisa-holmgren/)
    }
  })

  it('in production says what this is and is not, and knows nothing of the demo', async () => {
    const answer = await production.request('/')
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Det här är Kronobarn inte')
    expect(page).toContain(`href="${paths.signIn.choose.to({})}"`)
    expect((await production.request(paths.demo.to({}))).status).toBe(404)
    const open = inventory(deps, { ...options, demo: false }).filter(
      ({ audience, pattern, method }) => audience === 'public' && method === 'GET' && !pattern.includes(':'),
    )
    expect(open.length).toBeGreaterThan(7)
    for (const { pattern } of open) {
      const text = await (await production.request(pattern)).text()
      expect(text, pattern).not.toMatch(/demo|påhittad|Karin|Lisa|031-390/i)
    }
  })

  it('leads whoever is signed in to where they begin', async () => {
    const homes = [
      ['maja', paths.tasks.to({})],
      ['sara', paths.children.to({})],
    ] as const
    for (const [who, home] of homes) expect((await as(who).get('/')).headers.get('location')).toBe(home)
    expect((await as('nobody').get('/')).status).toBe(200)
  })
})
