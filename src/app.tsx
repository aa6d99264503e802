import { Hono } from 'hono'
import { audited } from '#modules/audit'
import { type Issuer, keepWritten, type Situation } from '#modules/identity'
import type { ReportChannel } from '#modules/knowledge'
import { askingOf, idIn, nilId } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { refuse } from '#shared/refusal.ts'
import type { RouteInfo, Routes, Web, WebContext } from '#shared/routes.ts'
import { hidden, refused } from '#shared/web.tsx'
import { assetRoutes } from '#ui/assets.ts'
import { contentPolicyReports } from './content-policy.ts'
import { ErrorWithFormPage } from './error-page.tsx'
import { withFiles, withPages } from './headers.ts'
import { healthRoutes } from './health.ts'
import { modules } from './modules.ts'
import { packed } from './packed.ts'

export type AppOptions = {
  /** `__Host-kb` in production; with the port in development, since ports share cookies. */
  cookieName: string
  /** True in development and tests: the demo county's start page and the words about it. */
  demo: boolean
  /** Those who vouch for people, and our own address that they send people back to. */
  signIn?: {
    origin: string
    issuers: readonly Issuer[]
    /** Asks the population register about a guardian before they are let in. */
    recheck?: (number: string) => Promise<unknown>
  }
  /** Where people write when something does not work for them. */
  contact?: string
  /** Where one reports a worry, in each municipality. */
  channels?: readonly ReportChannel[]
  /** What the demo's start page lists. */
  situations?: readonly Situation[]
}

/** The whole application. Tests call it too. */
export function createApp(deps: Deps, options: AppOptions) {
  const app = new Hono<Web>()
  app.use(async (c, next) => {
    c.set('requestId', deps.newId())
    c.set('cookieName', options.cookieName)
    c.set('keepWritten', (typed) => keepWritten(deps, askingOf(c), new URL(c.req.url).pathname, typed))
    await next()
    const sent = c.req.path.startsWith('/tillgangar/') ? withFiles : withPages
    for (const [name, value] of Object.entries(sent)) c.header(name, value)
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  })
  app.use(packed)
  // Before the check of whose page it was: a browser sends these by itself, and they change nothing.
  app.route('/', contentPolicyReports(deps))
  app.use(refuseOtherSites(deps))
  app.route('/', assetRoutes)
  app.route('/', healthRoutes(deps))
  for (const { app: routes } of mounted(deps, options)) app.route('/', routes)
  app.notFound((c) => unknownAddress(deps, c))
  app.onError((error, c) => {
    // Everything the database says carries a code; a message may quote a row and is never logged.
    const code = 'code' in error ? String(error.code) : undefined
    console.error(c.req.method, c.req.routePath, error.name, code ?? (options.demo ? error.stack : ''))
    const fault = { at: deps.now().toISOString(), event: 'fault', outcome: code ?? error.name }
    deps.tell?.(JSON.stringify({ ...fault, request: c.get('requestId') }))
    return c.html(
      <ErrorWithFormPage action={new URL(c.req.url).pathname} typed={c.get('typed')} />,
      code ? 503 : 500,
    )
  })
  return app
}

/** Every route there is: the inventory that the tests walk. */
export const inventory = (deps: Deps, options: AppOptions): RouteInfo[] =>
  mounted(deps, options).flatMap((routes) => routes.inventory)

const mounted = (deps: Deps, options: AppOptions): Routes[] => modules.map((routes) => routes(deps, options))

/** An address that is no route looks like any other that one may not see; about a child, it leaves its row. */
async function unknownAddress(deps: Deps, c: WebContext) {
  if (!c.req.path.startsWith('/barn/')) return hidden(c)
  const childId = idIn(c, 'childId')
  const named = childId === nilId ? (c.req.path.split('/')[2] ?? '') : childId
  const asking = { ...askingOf(c), childId: /^[0-9a-f-]{36}$/.test(named) ? named : nilId }
  const answer = await audited(deps, 'address.unknown', asking, async () => refuse.notFound())
  return answer.ok ? hidden(c) : refused(c, answer.error)
}

/**
 * Forms are taken only from our own pages (the cookie is SameSite=Lax as well). One from elsewhere is nobody's act, and
 * leaves no row in anybody's log; a collector is told of it.
 */
const refuseOtherSites =
  (deps: Deps) =>
  async (c: WebContext, next: () => Promise<void>): Promise<Response | undefined> => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return void (await next())
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    // Our pages send no referrer, and then browsers say `Origin: null`: the first header tells whose page it was.
    const ours = site === undefined ? origin === undefined || sameHost(origin, c) : site === 'same-origin'
    if (!ours) {
      const line = { at: deps.now().toISOString(), event: 'other-site', outcome: 'refused' }
      deps.tell?.(JSON.stringify({ ...line, request: c.get('requestId') }))
      return hidden(c)
    }
    await next()
    return undefined
  }

function sameHost(origin: string, c: WebContext): boolean {
  return URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)
}
