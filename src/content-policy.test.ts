import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '#app'
import { paths } from '#shared/paths.ts'
import { admin, as, deps, inHours, lisa, setClock, world } from '#test/world.ts'

const told = vi.spyOn(console, 'error').mockImplementation(() => {})
const lines = () => told.mock.calls.map((words) => words.join(' '))
const page = `http://localhost${paths.child.to({ childId: lisa })}`

/** Where the page itself says that reports go. */
const address = async (who: 'sara' | 'nobody' = 'sara') => {
  const { headers } = await as(who).get(paths.child.to({ childId: lisa }))
  const [, uri = ''] = /report-uri (\/\S+)$/.exec(headers.get('content-security-policy') ?? '') ?? []
  return uri
}
const send = async (body: unknown, headers: Record<string, string> = {}) =>
  as('nobody').send(await address(), {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/csp-report', ...headers },
  })
const report = (blocked: string, directive = 'script-src-elem') => ({
  'csp-report': {
    'document-uri': page,
    referrer: page,
    'effective-directive': directive,
    'blocked-uri': blocked,
    'script-sample': 'Lisa sjunger',
  },
})

describe('what a page is let do', () => {
  it('runs the scripts that we serve ourselves, and none that stands in it: there is nothing for a nonce to let in', async () => {
    await world()
    for (const who of ['sara', 'maja', 'nobody'] as const)
      for (const at of ['/', paths.child.to({ childId: lisa }), paths.help.to({})]) {
        const answer = await as(who).get(at)
        const policy = answer.headers.get('content-security-policy') ?? ''
        expect(policy).toContain("script-src 'self'; style-src 'self';")
        for (const [, attributes = '', inside] of (await answer.text()).matchAll(
          /<script([^>]*)>([^<]*)<\/script>/g,
        ))
          expect([/ src="\/tillgangar\//.test(attributes), inside]).toEqual([true, ''])
      }
  })
})

describe('what a page was not let do', () => {
  beforeEach(async () => {
    await world()
    told.mockClear()
  })
  afterEach(() => expect(lines().join()).not.toMatch(new RegExp(`${lisa}|/barn/|Lisa`)))

  it('is told in one line: the directive and whose it was, never the page, a piece of it, nor who', async () => {
    expect((await send(report(`https://elsewhere.example/x?from=${page}`))).status).toBe(204)
    await send(report('data:x', 'img-src'))
    await send(report('inline', 'style-src-attr'))
    expect(lines()).toEqual([
      'content policy: script-src-elem stopped https://elsewhere.example',
      'content policy: img-src stopped data:',
      'content policy: style-src-attr stopped inline',
    ])
    expect(
      await admin.selectFrom('audit_event').select('act').where('actor_id', 'is', null).execute(),
    ).toEqual([])
  })

  it('comes from browsers by themselves, whatever they say of whose page it was', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])
      expect((await send(report('eval'), headers)).status).toBe(204)
  })

  it('nobody writes in our log through it, whatever they send', async () => {
    await send(report(`${page}\ncontent policy: all is well`, `script-src\n${page}`))
    await send(report('hej\nhopp', 'x'.repeat(5000)))
    expect(lines()).toEqual([
      'content policy: unknown stopped http://localhost',
      'content policy: unknown stopped something',
    ])
    for (const odd of ['', '[', 'null', '{"csp-report":1}', [report('inline')]])
      expect((await send(odd)).status).toBe(204)
    expect((await send(`"${'x'.repeat(20_000)}"`)).status).toBe(413)
    expect(lines()).toHaveLength(2)
  })

  it('fills no disk: ten lines a minute, also when many come at once', async () => {
    setClock(inHours(1))
    await Promise.all(Array.from({ length: 30 }, () => send(report('inline'))))
    expect(lines()).toHaveLength(10)
    setClock(inHours(2))
    await send(report('inline'))
    expect(lines().slice(10)).toEqual([
      'content policy: 20 more were not written',
      'content policy: script-src-elem stopped inline',
    ])
  })

  it('one who sends many hides nobody else’s, and no address is written or kept', async () => {
    setClock(inHours(3))
    const web = createApp(deps, { cookieName: 'kb-test', demo: true })
    const [path, init] = [await address(), { method: 'POST', body: JSON.stringify(report('inline')) }]
    const from = (remoteAddress: string) =>
      web.request(path, init, { incoming: { socket: { remoteAddress } } })
    for (let time = 0; time < 200; time++) await from('203.0.113.7')
    expect(lines()).toHaveLength(10)
    await from('2001:db8::7')
    expect(lines()).toHaveLength(11)
    for (let sender = 0; sender < 300; sender++) await from(`203.0.113.${sender}`)
    expect(lines()).toHaveLength(100)
    expect(lines().join()).not.toMatch(/203\.|2001/)
  })
})
