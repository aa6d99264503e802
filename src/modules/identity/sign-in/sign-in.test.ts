import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '#app'
import { findPerson, signInAddress } from '#demo/sign-in.ts'
import type { Issuer } from '#modules/identity'
import { paths } from '#shared/paths.ts'
import { challengeOf, type Lie, startFakeIssuer } from '#test/fake-issuer.ts'
import {
  admin,
  auditRows,
  deps,
  engagementOf,
  id,
  inHours,
  noon,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'
import { Browser } from '#tools/browser.ts'
import { type IdentityProvider, startIdentityProvider } from '#tools/identity-provider-process.ts'

const origin = 'http://localhost'
const cookieName = '__Host-kb-test'
const appWith = (issuers: readonly Issuer[]) =>
  createApp(deps, { cookieName, demo: true, signIn: { origin, issuers } })

const sessions = () => admin.selectFrom('session').selectAll().where('issuer', '<>', 'test').execute()
const knows = (issuer: string, subject: string, person: string) =>
  admin
    .insertInto('identity')
    .values({ issuer, subject, person_id: id(person) })
    .execute()

describe('somebody signs in at the provider', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kronobarn-'))
  let provider: IdentityProvider
  let app: ReturnType<typeof createApp>
  const browser = () =>
    new Browser((address, init) =>
      address.host === 'localhost' ? app.request(address, init) : fetch(address, init),
    )
  const at = (path: string) => new URL(path, origin)
  const linkIn = (page: string, name: string) =>
    new RegExp(`href="([^"]+)">${name}<`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''

  beforeAll(async () => {
    provider = await startIdentityProvider({ dataDir, origin })
    app = appWith(provider.issuers)
  })
  afterAll(async () => {
    await provider.stop()
    rmSync(dataDir, { recursive: true })
  })
  beforeEach(async () => {
    await world()
    await knows('medarbetare', 'karin-wester', 'maja')
    await knows('e-legitimation', 'maria-holmgren', 'sara')
  })

  it('Karin chooses the staff’s way, says who she is there, and comes back to where she was going', async () => {
    const person = browser()
    const choose = await person.get(at(paths.noticing.notice.to({})))
    expect(choose.address.pathname).toBe(paths.signIn.choose.to({}))
    const there = await person.get(at(linkIn(choose.text, 'Medarbetarinloggning \\(demo\\)')))
    expect(there.address.hostname).toBe('127.0.0.1')
    expect(there.text).toContain('<b>Karin Wester</b><span>rektor, Furuskolan</span>')
    expect(there.text).not.toContain('Maria Holmgren')
    const back = await person.post(there.address, { person: 'karin-wester' })
    expect([back.address.href, back.status]).toEqual([`${origin}${paths.noticing.notice.to({})}`, 200])
    expect(back.text).toContain('rektor, Furuskolan')
    const [session] = await sessions()
    expect(session).toMatchObject({
      person_id: id('maja'),
      kind: 'staff',
      engagement_id: engagementOf('maja'),
      issuer: 'medarbetare',
      idle_minutes: 30,
      ends_at: inHours(8),
    })
    expect((await auditRows())[1]?.slice(0, 3)).toEqual(['maja', 'session.begin', 'done'])
  })

  it('a link of the demo goes straight through the same doors', async () => {
    const maria = findPerson('maria-holmgren')
    if (!maria) throw new Error('no Maria')
    const seen = await browser().get(at(signInAddress(maria, paths.noticing.notice.to({}))))
    expect([seen.address.pathname, seen.status]).toEqual([paths.noticing.notice.to({}), 200])
    expect(await sessions()).toMatchObject([{ kind: 'family', issuer: 'e-legitimation', idle_minutes: 20 }])
  })

  it('whoever is known nowhere is told so, and nothing more', async () => {
    const seen = await browser().get(at('/logga-in/medarbetare?som=petra-ek'))
    expect(seen.status).toBe(403)
    expect(seen.text).toContain('Vi känner inte igen dig')
    expect(seen.text).not.toContain('Petra')
    expect(await sessions()).toEqual([])
    expect(await auditRows()).toEqual([[undefined, 'session.begin', 'unknown-person', expect.any(String)]])
  })

  it('the same name at another issuer is another person', async () => {
    await knows('e-legitimation', 'karin-wester', 'karin')
    await browser().get(at('/logga-in/medarbetare?som=karin-wester'))
    expect(await sessions()).toMatchObject([{ person_id: id('maja') }])
  })

  it('a new sign-in has a new token, and the old one in that browser is dead', async () => {
    const person = browser()
    await person.get(at('/logga-in/medarbetare?som=karin-wester'))
    const first = person.cookiesAt(origin)
    await person.get(at('/logga-in/medarbetare?som=karin-wester'))
    expect(person.cookiesAt(origin)).not.toBe(first)
    const old = await app.request(paths.noticing.notice.to({}), { headers: { cookie: first } })
    expect(old.status).toBe(303)
    expect((await sessions()).filter((session) => session.ended_at === null)).toHaveLength(1)
  })

  it('the token lies nowhere in the database', async () => {
    const person = browser()
    await person.get(at('/logga-in/medarbetare?som=karin-wester'))
    const token = person.cookiesAt(origin).replace(`${cookieName}=`, '')
    expect(token).toHaveLength(43)
    expect(JSON.stringify(await sessions())).not.toContain(token)
  })

  it('a code is good for once', async () => {
    let replayed: { cookie: string; address: URL } | undefined
    const person = new Browser((address, init) => {
      if (address.pathname.endsWith('/klar'))
        replayed = { cookie: new Headers(init.headers).get('cookie') ?? '', address }
      return address.host === 'localhost' ? app.request(address, init) : fetch(address, init)
    })
    await person.get(at('/logga-in/medarbetare?som=karin-wester'))
    if (!replayed) throw new Error('never came back')
    const again = await app.request(replayed.address, { headers: { cookie: replayed.cookie } })
    expect(again.status).toBe(403)
    expect(await sessions()).toHaveLength(1)
  })

  it('nobody comes in when the log cannot be written', async () => {
    const seen = await withoutAudit(() => browser().get(at('/logga-in/medarbetare?som=karin-wester')))
    expect(seen.status).toBe(503)
    expect(await sessions()).toEqual([])
  })
})

describe('an issuer that is not what it should be', () => {
  let op: Awaited<ReturnType<typeof startFakeIssuer>>
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    op = await startFakeIssuer('ett')
    app = appWith([
      op.issuer(),
      op.issuer({ id: 'tva' }),
      op.issuer({ id: 'saker', acr: ['loa3'] }),
      op.issuer({ id: 'borta', issuerUrl: 'http://127.0.0.1:9' }),
    ])
  })
  afterAll(() => op.stop())
  beforeEach(async () => {
    await world()
    for (const issuer of ['ett', 'tva', 'saker']) await knows(issuer, 'maja', 'maja')
  })

  /** Begins at an issuer: the question that went there, and the cookie that waits here. */
  async function begin(issuer = 'ett', after = '') {
    const answer = await app.request(`/logga-in/${issuer}${after && `?efter=${encodeURIComponent(after)}`}`)
    const question = new URL(answer.headers.get('location') ?? '').searchParams
    const cookie = answer.headers.getSetCookie()[0] ?? ''
    return { question, cookie, state: question.get('state') ?? '', nonce: question.get('nonce') ?? '' }
  }
  type Back = { cookie: string; issuer?: string; query: Record<string, string> }
  const comeBack = async ({ cookie, issuer = 'ett', query }: Back) =>
    app.request(`/logga-in/${issuer}/klar?${new URLSearchParams(query)}`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
  const rightQuery = (state: string) => ({ code: 'abc', state, iss: op.base })

  async function tryWith(lie: Lie, issuer = 'ett') {
    const { cookie, state, nonce } = await begin(issuer)
    op.says(nonce, lie)
    return comeBack({ cookie, issuer, query: rightQuery(state) })
  }
  async function expectRefused(answer: Response, outcome = 'not-proved') {
    expect(answer.status).toBe(outcome === 'unreachable' ? 503 : 403)
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${cookieName}=`))).toBe(false)
    expect(await sessions()).toEqual([])
    expect(await auditRows()).toEqual([[undefined, 'session.begin', outcome, expect.any(String)]])
  }

  it('tells the truth for once, and Maja is in', async () => {
    const answer = await tryWith({})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.tasks.to({})])
    const cookie = answer.headers.getSetCookie().find((text) => text.startsWith(`${cookieName}=`))
    for (const mark of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(mark)
    expect(cookie).not.toMatch(/max-age|expires|domain/i)
  })

  it('is asked with PKCE, state, nonce, a fresh log-in, and exactly our address to come back to', async () => {
    const { question, cookie, nonce, state } = await begin()
    expect(Object.fromEntries(question)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      client_id: 'kronobarn',
      redirect_uri: 'http://localhost/logga-in/ett/klar',
      prompt: 'login',
      code_challenge_method: 'S256',
    })
    for (const secret of [state, nonce]) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    for (const secret of [state, nonce]) expect(cookie).not.toContain(secret)
    op.says(nonce)
    await comeBack({ cookie, query: rightQuery(state) })
    const { verifier, redirect } = op.asked.at(-1) ?? {}
    expect(challengeOf(verifier ?? '')).toBe(question.get('code_challenge'))
    expect(redirect).toBe(question.get('redirect_uri'))
  })

  const seconds = (from: number) => Math.floor(Date.now() / 1000) + from
  it.each<[string, () => Lie]>([
    ['speaks for another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } })],
    ['speaks to another application', () => ({ claims: { aud: 'somebody-else' } })],
    ['speaks to several, for another', () => ({ claims: { aud: ['kronobarn', 'x'], azp: 'x' } })],
    ['answers another question', () => ({ claims: { nonce: 'another' } })],
    ['answers no question', () => ({ claims: { nonce: undefined } })],
    ['names nobody', () => ({ claims: { sub: undefined } })],
    ['signs nothing', () => ({ header: { alg: 'none', kid: undefined }, signedBy: 'nobody' })],
    ['leaves the signature out', () => ({ signedBy: 'nobody' })],
    ['is signed by a stranger', () => ({ signedBy: 'a stranger' })],
    ['points at a key that it has not', () => ({ header: { kid: 'other' }, signedBy: 'a stranger' })],
    ['is signed with the shared secret', () => ({ header: { alg: 'HS256' }, signedBy: 'the client secret' })],
    ['was good until a while ago', () => ({ claims: { iat: seconds(-900), exp: seconds(-600) } })],
    ['is good for a day', () => ({ claims: { exp: seconds(86_400) } })],
    ['does not say when it saw the person', () => ({ claims: { auth_time: undefined } })],
    ['saw the person an hour ago', () => ({ claims: { auth_time: seconds(-3600) } })],
    [
      'has no word about who it is',
      () => ({ answer: { status: 200, body: { access_token: 'x', token_type: 'Bearer' } } }),
    ],
    ['does not know the code', () => ({ answer: { status: 400, body: { error: 'invalid_grant' } } })],
    ['breaks down', () => ({ answer: { status: 500, body: 'oops' } })],
  ])('is refused when what it says %s', async (_, lie) => {
    await expectRefused(await tryWith(lie()))
  })

  it('is refused when it is less sure of the person than we need', async () => {
    await expectRefused(await tryWith({ claims: { acr: 'loa2' } }, 'saker'))
    expect((await tryWith({ claims: { acr: 'loa3' } }, 'saker')).status).toBe(303)
  })

  it.each<[string, (right: Back) => Back]>([
    ['with another’s state', (b) => ({ ...b, query: { ...b.query, state: 'another' } })],
    ['without state', ({ query: { state, ...query }, ...b }) => ({ ...b, query })],
    [
      'saying that it was another issuer',
      (b) => ({ ...b, query: { ...b.query, iss: 'https://elsewhere.example' } }),
    ],
    ['without saying which issuer', ({ query: { iss, ...query }, ...b }) => ({ ...b, query })],
    ['to another issuer’s door', (b) => ({ ...b, issuer: 'tva' })],
    ['in a browser that never began', (b) => ({ ...b, cookie: '' })],
    ['with a cookie of its own make', (b) => ({ ...b, cookie: b.cookie.replace('-in=', '-in=AAAA') })],
  ])('nobody comes back %s', async (_, wrong) => {
    const { cookie, state, nonce } = await begin()
    op.says(nonce)
    await expectRefused(await comeBack(wrong({ cookie, query: rightQuery(state) })))
  })

  it('nobody comes back after a coffee break', async () => {
    const { cookie, state, nonce } = await begin()
    op.says(nonce)
    setClock(new Date(noon.getTime() + 11 * 60_000))
    await expectRefused(await comeBack({ cookie, query: rightQuery(state) }))
  })

  it('whoever turns back there is met kindly', async () => {
    const { cookie, state } = await begin()
    const answer = await comeBack({ cookie, query: { error: 'access_denied', state, iss: op.base } })
    expect(await answer.clone().text()).toContain('Du avbröt inloggningen')
    await expectRefused(answer, 'cancelled')
  })

  it('is asked again later when it does not answer', async () => {
    const answer = await app.request('/logga-in/borta')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('svarar inte just nu')
    expect((await app.request('/logga-in/ingen')).status).toBe(404)
  })

  it.each([
    ['/barn/x?utkast=ja', '/barn/x?utkast=ja'],
    ['//elsewhere.example', paths.tasks.to({})],
    ['https://elsewhere.example/', paths.tasks.to({})],
    ['/\\elsewhere.example', paths.tasks.to({})],
    ['/.//elsewhere.example', paths.tasks.to({})],
    ['javascript:alert(1)', paths.tasks.to({})],
  ])('sends nobody away from here: %s', async (after, expected) => {
    const { cookie, state, nonce } = await begin('ett', after)
    op.says(nonce)
    const answer = await comeBack({ cookie, query: rightQuery(state) })
    expect(answer.headers.get('location')).toBe(expected)
  })
})
