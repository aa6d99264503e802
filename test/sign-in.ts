import { createApp } from '#app'
import type { Issuer } from '#modules/identity'
import type { startFakeIssuer } from '#test/fake-issuer.ts'
import { deps } from '#test/world.ts'

const scope = 'https://id.oidc.se/scope/naturalPersonNumber'
const claim = 'https://id.oidc.se/claim/personalIdentityNumber'
const levelClaim = 'https://id.oidc.se/claim/coordinationNumberLevel'

type Told = {
  kind: Issuer['kind']
  number: string | undefined
  level?: string | undefined
  subject?: string
  recheck?: (number: string) => Promise<unknown>
}

/** Somebody signs in with what an issuer tells: how it went, and the application as they meet it from then on. */
export async function signInWith(
  op: Awaited<ReturnType<typeof startFakeIssuer>>,
  { kind, number, level, subject = 'maja', recheck }: Told,
) {
  const signIn = {
    origin: 'http://localhost',
    issuers: [op.issuer({ kind, number: { scope, claim } })],
    ...(recheck && { recheck }),
  }
  const app = createApp(deps, { cookieName: 'kb-test', demo: true, signIn })
  const cookieIn = (answer: Response, name: string) =>
    answer.headers
      .getSetCookie()
      .find((one) => one.startsWith(name))
      ?.split(';')[0] ?? ''
  const begun = await app.request('/logga-in/eid')
  const question = new URL(begun.headers.get('location') ?? '').searchParams
  op.says(question.get('nonce') ?? '', { claims: { sub: subject, [claim]: number, [levelClaim]: level } })
  const query = new URLSearchParams({ code: 'abc', state: question.get('state') ?? '', iss: op.base })
  const answer = await app.request(`/logga-in/eid/klar?${query}`, {
    headers: { cookie: cookieIn(begun, '') },
  })
  const cookie = cookieIn(answer, 'kb-test=')
  return {
    status: answer.status,
    scope: question.get('scope'),
    get: (path: string) => app.request(path, { headers: { cookie } }),
  }
}
