import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Issuer } from '#modules/identity'

type Claims = Readonly<Record<string, unknown>>

/** How the next answer differs from what it should be. */
export type Lie = {
  claims?: Claims
  header?: Claims
  signedBy?: 'itself' | 'a stranger' | 'the client secret' | 'nobody'
  /** Instead of a token. */
  answer?: { status: number; body: unknown }
}

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const coded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
const clientSecret = 'a secret of the client, and quite a long one'

/** An issuer that says whatever the test wants, about a person that it calls `maja`. */
export async function startFakeIssuer(id: string) {
  const [own, stranger] = [newKey(), newKey()]
  const asked: { verifier: string | null; redirect: string | null }[] = []
  let lie: Lie = {}
  let nonce = ''
  const server = createServer(async (request, response) => {
    const { status, body } = await answerTo(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }

  async function answerTo(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    if (request.url?.endsWith('/openid-configuration')) return { status: 200, body: metadata(base) }
    if (request.url === '/keys') return { status: 200, body: { keys: [jwk] } }
    let text = ''
    for await (const chunk of request) text += chunk
    const form = new URLSearchParams(text)
    asked.push({ verifier: form.get('code_verifier'), redirect: form.get('redirect_uri') })
    return lie.answer ?? { status: 200, body: tokens() }
  }

  const tokens = () => ({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken() })

  function idToken(): string {
    const now = Math.floor(Date.now() / 1000)
    const truth = {
      iss: base,
      sub: 'maja',
      aud: 'kronobarn',
      nonce,
      iat: now,
      auth_time: now,
      exp: now + 300,
    }
    const header = { alg: 'RS256', kid: 'own', ...lie.header }
    const signed = `${coded(header)}.${coded({ ...truth, ...lie.claims })}`
    return `${signed}.${signature(signed)}`
  }

  function signature(signed: string): string {
    const by = (key: KeyObject) => sign('sha256', Buffer.from(signed), key).toString('base64url')
    switch (lie.signedBy ?? 'itself') {
      case 'itself':
        return by(own.privateKey)
      case 'a stranger':
        return by(stranger.privateKey)
      case 'the client secret':
        return createHmac('sha256', clientSecret).update(signed).digest('base64url')
      case 'nobody':
        return ''
    }
  }

  return {
    base,
    /** What it was asked for tokens with. */
    asked,
    issuer: (more: Partial<Issuer> = {}): Issuer => ({
      id,
      kind: 'staff',
      name: 'Påhittad',
      issuerUrl: base,
      clientId: 'kronobarn',
      clientSecret,
      signedWith: 'RS256',
      acr: [],
      ...more,
    }),
    /** The next token is for a question with this nonce. */
    says: (wanted: string, how: Lie = {}) => {
      nonce = wanted
      lie = how
    },
    stop: () => server.close(),
  }
}

const metadata = (base: string) => ({
  issuer: base,
  authorization_endpoint: `${base}/auth`,
  token_endpoint: `${base}/token`,
  jwks_uri: `${base}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  authorization_response_iss_parameter_supported: true,
})

export const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
