import { type Context, Hono } from 'hono'
import type { Act } from '#modules/audit'
import type { Typed } from './form-reading.ts'
import type { Path } from './paths.ts'

/** Who a route is for. What happens inside is decided by the policies; the audience only says who should come. */
export type Audience = 'public' | 'signed-in' | 'staff' | 'family' | 'directory'

/** What no browser sends by itself: only programs do. */
type Other = 'PUT' | 'PATCH' | 'DELETE'

export type RouteInfo = {
  method: 'GET' | 'POST' | Other
  pattern: string
  module: string
  audience: Audience
  /** The audit event it leaves; public pages about nobody leave none. */
  act: Act | null
}

export type Web = {
  Variables: {
    requestId: string
    cookieName: string
    typed?: Typed
    /** The form at this address: it is sent there, and opened there too if there is a page. */
    form?: { address: string; hasPage: boolean }
    /** Keeps what somebody wrote whose session has run out. False: it could not be kept. */
    keepWritten?: (typed: Typed) => Promise<boolean>
  }
}
export type WebContext = Context<Web>
type Handler = (c: WebContext) => Response | Promise<Response>

/** The routes of one module. A route cannot be declared without saying whom it is for and what it leaves behind. */
export class Routes {
  readonly app = new Hono<Web>()
  readonly inventory: RouteInfo[] = []
  readonly #module: string
  readonly #methods = new Map<string, Set<RouteInfo['method']>>()
  constructor(module: string) {
    this.#module = module
  }
  get(path: Path, about: Pick<RouteInfo, 'audience' | 'act'>, handler: Handler): this {
    this.#declare('GET', path, about)
    this.app.get(path.pattern, (c) => handler(this.#withForm(c, path)))
    return this
  }
  post(path: Path, about: Pick<RouteInfo, 'audience' | 'act'>, handler: Handler): this {
    this.#declare('POST', path, about)
    this.app.post(path.pattern, (c) => handler(this.#withForm(c, path)))
    return this
  }
  other(method: Other, path: Path, about: Pick<RouteInfo, 'audience' | 'act'>, handler: Handler): this {
    this.#declare(method, path, about)
    this.app.on(method, path.pattern, handler)
    return this
  }

  #declare(method: RouteInfo['method'], { pattern }: Path, about: Pick<RouteInfo, 'audience' | 'act'>) {
    this.inventory.push({ method, pattern, module: this.#module, ...about })
    this.#methods.set(pattern, (this.#methods.get(pattern) ?? new Set()).add(method))
  }

  /** An address that takes a form has drafts: it is known by its address. */
  #withForm(c: WebContext, { pattern }: Path): WebContext {
    const methods = this.#methods.get(pattern)
    if (methods?.has('POST'))
      c.set('form', { address: new URL(c.req.url).pathname, hasPage: methods.has('GET') })
    return c
  }
}
