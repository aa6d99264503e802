import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '#app'
import { familyEngagement } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { askFamily, saying, sheet } from '#test/consents.ts'
import { type Lie, startFakeIssuer } from '#test/fake-issuer.ts'
import {
  admin,
  auditRows,
  deps,
  id,
  inHours,
  lisa,
  noon,
  sessionOf,
  setClock,
  showedWhoTheyAre,
  withoutAudit,
  world,
} from '#test/world.ts'

const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const answers = () => admin.selectFrom('consent_answer').select('id').execute()
const sarasSession = () =>
  admin.selectFrom('session').selectAll().where('person_id', '=', id('sara')).executeTakeFirstOrThrow()

describe('what reaches far is asked of somebody who has just shown who they are', () => {
  let op: Awaited<ReturnType<typeof startFakeIssuer>>
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    op = await startFakeIssuer('test')
    const issuers = [op.issuer({ kind: 'family' }), op.issuer({ id: 'saker', kind: 'family', acr: ['loa3'] })]
    app = createApp(deps, {
      cookieName: 'kb-test',
      demo: true,
      signIn: { origin: 'http://localhost', issuers },
    })
  })
  afterAll(() => op.stop())
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await askFamily()
    for (const issuer of ['test', 'saker'])
      await admin
        .insertInto('identity')
        .values([
          { issuer, subject: 'maja', person_id: id('sara') },
          { issuer, subject: 'jonas', person_id: id('jonas') },
        ])
        .execute()
    await showedWhoTheyAre('sara', noon)
    setClock(minutes(16))
  })

  const cookie = 'kb-test=token of sara'
  const get = (path: string, headers = { cookie }) => app.request(path, { headers })
  const answerSheet = (headers = { cookie }) =>
    app.request(sheet, {
      method: 'POST',
      headers,
      body: new URLSearchParams(
        Object.entries({
          ...saying({ familjestod: ['learning'], gaddan: 'no' }),
          engagement: familyEngagement,
          submission: id('answer'),
          language: 'sv',
          seen: '0',
        }).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
      ),
    })
  const linkIn = (page: string) =>
    /href="([^"]+)">\s*Legitimera mig/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''

  /** Sara is sent to the issuer: the question that goes there, and what the browser keeps meanwhile. */
  async function asked(after: string, issuer = 'test') {
    const page = await (await get(after)).text()
    const begun = await get(linkIn(page).replace('/test?', `/${issuer}?`))
    const question = new URL(begun.headers.get('location') ?? '').searchParams
    const kept = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return { question, state: question.get('state') ?? '', nonce: question.get('nonce') ?? '', kept }
  }
  async function comesBack(after: string, lie: Lie = {}, issuer = 'test') {
    const { state, nonce, kept } = await asked(after, issuer)
    op.says(nonce, lie)
    const query = new URLSearchParams({ code: 'abc', state, iss: op.base })
    return get(`/logga-in/${issuer}/klar?${query}`, { cookie: `${cookie}; ${kept}` })
  }
  const tokenIn = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .find((text) => text.startsWith('kb-test='))
      ?.split(';')[0]

  it('Sara signs, shows who she is, comes back to all she chose, and sends it', async () => {
    const sent = await answerSheet()
    expect(sent.status).toBe(303)
    const there = sent.headers.get('location') ?? ''
    expect(there).toBe(`${paths.again.to({})}?${new URLSearchParams({ efter: `${sheet}?utkast=ja` })}`)
    expect(await answers()).toEqual([])

    const { question } = await asked(there)
    expect(Object.fromEntries(question)).toMatchObject({ prompt: 'login', max_age: '0' })
    const back = await comesBack(there)
    expect([back.status, back.headers.get('location')]).toEqual([303, `${sheet}?utkast=ja`])
    const token = tokenIn(back) ?? ''
    const page = await (await get(`${sheet}?utkast=ja`, { cookie: token })).text()
    expect(page).toMatch(new RegExp(`name="answer-${id('familjestod')}"[^>]*value="yes"[^>]*checked`))
    expect(page).toMatch(new RegExp(`name="answer-${id('gaddan')}"[^>]*value="no"[^>]*checked`))
    expect(page).not.toMatch(new RegExp(`name="areas-${id('familjestod')}"[^>]*value="home"[^>]*checked`))
    expect((await answerSheet({ cookie: token })).headers.get('location')).toBe(sheet)
    expect(await answers()).toHaveLength(2)
  })

  it('the session goes on with a new token; the old one is dead, and its hours are not prolonged', async () => {
    const before = await sarasSession()
    const back = await comesBack(`${paths.again.to({})}?efter=${sheet}`)
    const after = await sarasSession()
    expect(after).toMatchObject({ id: before.id, ends_at: before.ends_at, ended_at: null })
    expect(after.token_hash).not.toBe(sessionOf('sara'))
    expect(after.authenticated_at.getTime()).toBeGreaterThanOrEqual(minutes(15).getTime())
    expect((await get(sheet)).status).toBe(303)
    expect((await get(sheet, { cookie: tokenIn(back) ?? '' })).status).toBe(200)
    expect((await auditRows()).map((row) => row.slice(0, 3))).toContainEqual([
      'sara',
      'session.again',
      'done',
    ])
  })

  const seconds = (from: number) => Math.floor(Date.now() / 1000) + from
  it.each<[string, Lie, string, string]>([
    ['the issuer saw her a while ago', { claims: { auth_time: seconds(-120) } }, 'test', 'not-proved'],
    ['somebody else comes back', { claims: { sub: 'jonas' } }, 'test', 'other-person'],
    ['nobody we know comes back', { claims: { sub: 'okand' } }, 'test', 'other-person'],
    ['the issuer is less sure than we need', { claims: { acr: 'loa2' } }, 'saker', 'not-proved'],
  ])('nothing changes when %s', async (_, lie, issuer, outcome) => {
    await answerSheet()
    const before = await sarasSession()
    const back = await comesBack(`${paths.again.to({})}?efter=${sheet}`, lie, issuer)
    expect(back.status).toBe(403)
    expect(await back.text()).toContain('Inget har ändrats')
    expect(tokenIn(back)).toBeUndefined()
    expect(await sarasSession()).toEqual({ ...before, last_seen_at: expect.any(Date) })
    expect((await auditRows()).map((row) => row.slice(0, 3))).toContainEqual([
      'sara',
      'session.again',
      outcome,
    ])
    expect((await answerSheet()).headers.get('location')).toContain(paths.again.to({}))
    expect(await answers()).toEqual([])
  })

  it('a sign-in of the last quarter is new enough, and looking needs none', async () => {
    expect((await get(sheet)).status).toBe(200)
    setClock(minutes(15))
    expect((await answerSheet()).headers.get('location')).toBe(sheet)
  })

  it('so does taking a yes back, changing a bar and taking a plan out on paper', async () => {
    const again = paths.again.to({})
    for (const [method, path] of [
      ['POST', `${sheet}/ta-tillbaka`],
      ['GET', paths.plan.pdf.to({ childId: lisa })],
    ] as const)
      expect((await app.request(path, { method, headers: { cookie } })).headers.get('location')).toContain(
        again,
      )
    await showedWhoTheyAre('maja', inHours(-1))
    const maja = await app.request(paths.family.bar.to({ childId: lisa }), {
      method: 'POST',
      headers: { cookie: 'kb-test=token of maja' },
    })
    expect(maja.headers.get('location')).toContain(again)
  })

  it('shows the page to whoever is signed in, sends nobody elsewhere, and does nothing without the log', async () => {
    const page = await (await get(`${paths.again.to({})}?efter=https://elsewhere.example/`)).text()
    expect(page).not.toContain('elsewhere')
    expect((await get(paths.again.to({}), { cookie: '' })).headers.get('location')).toContain('/logga-in')
    const before = await sarasSession()
    const { state, nonce, kept } = await asked(paths.again.to({}))
    op.says(nonce)
    const back = await withoutAudit(async () =>
      get(`/logga-in/test/klar?${new URLSearchParams({ code: 'abc', state, iss: op.base })}`, {
        cookie: `${cookie}; ${kept}`,
      }),
    )
    expect(back.status).toBe(503)
    expect((await sarasSession()).token_hash).toBe(before.token_hash)
  })
})
