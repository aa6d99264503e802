// The demo's identity provider: a process of its own on another host name than the application, as in production.
// It runs as it stands, without being compiled.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type GrantContext } from 'oidc-provider'
import {
  clientId,
  type ProviderIssuer,
  type ProviderKeys,
  type ProviderStart,
  type ProviderStarted,
} from './identity-provider-messages.ts'
import { loginPage } from './identity-provider-page.ts'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
type Mounted = { prefix: string; handle: Handle }

process.on('disconnect', () => process.exit())
process.on('message', (start: ProviderStart) => void run(start))

async function run({ origin, keys, issuers }: ProviderStart) {
  const mounted: Mounted[] = []
  const server = createServer((request, response) => void serve(mounted, request, response))
  const port = await listen(server)
  for (const issuer of issuers) mounted.push(mount(issuer, `http://127.0.0.1:${port}`, origin, keys))
  process.send?.({ port } satisfies ProviderStarted)
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function serve(mounted: readonly Mounted[], request: IncomingMessage, response: ServerResponse) {
  const { url = '/' } = request
  const found = mounted.find(({ prefix }) => url.startsWith(`${prefix}/`))
  try {
    if (!found) throw new Error('no issuer here')
    // Each issuer believes that it is alone; the whole address tells it where it is mounted.
    Object.assign(request, { originalUrl: url, url: url.slice(found.prefix.length) })
    await found.handle(request, response)
  } catch {
    response.writeHead(404, html).end('<p>Börja om inloggningen från Kronobarn.</p>')
  }
}

const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }

function mount(issuer: ProviderIssuer, base: string, origin: string, keys: ProviderKeys): Mounted {
  const { id, accounts } = issuer
  const provider = new Provider(`${base}/${id}`, configuration(issuer, origin, keys))
  const callback = provider.callback()
  const knows = (subject: unknown) => accounts.some((account) => account.subject === subject)

  async function choose(request: IncomingMessage, response: ServerResponse) {
    const { params } = await provider.interactionDetails(request, response)
    const chosen = request.method === 'POST' ? await postedPerson(request) : params.login_hint
    if (!knows(chosen)) response.writeHead(200, html).end(loginPage(issuer))
    else await provider.interactionFinished(request, response, { login: { accountId: chosen } })
  }
  const handle: Handle = (request, response) =>
    request.url?.startsWith('/vem/') ? choose(request, response) : callback(request, response)
  return { prefix: `/${id}`, handle }
}

async function postedPerson(request: IncomingMessage): Promise<string | null> {
  let body = ''
  for await (const chunk of request) body += chunk
  return new URLSearchParams(body).get('person')
}

function configuration({ id, accounts }: ProviderIssuer, origin: string, keys: ProviderKeys) {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: keys.clientSecret,
        redirect_uris: [`${origin}/logga-in/${id}/klar`],
        require_auth_time: true,
      },
    ],
    jwks: { keys: [keys.jwk] },
    cookies: {
      keys: [keys.cookieKey],
      names: { session: `_${id}`, interaction: `_${id}_vem`, resume: `_${id}_vidare` },
    },
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 300,
      Interaction: 3600,
      Session: 3600,
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/${id}/vem/${uid}` },
    findAccount: (_: unknown, subject: string) =>
      accounts.some((account) => account.subject === subject) && {
        accountId: subject,
        claims: () => ({ sub: subject }),
      },
    // Nobody is asked whether the application may know who they are: that is why they came.
    loadExistingGrant: async ({ oidc: { provider, client, session } }: GrantContext) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
}
