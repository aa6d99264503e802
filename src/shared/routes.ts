import { type Context, Hono } from 'hono'
import type { Act } from '#modules/audit'
import type { Path } from './paths.ts'

/** Who a route is for. What happens inside is decided by the policies; the audience only says who should come. */
export type Audience = 'public' | 'signed-in' | 'staff' | 'family'

export type RouteInfo = {
  method: 'GET' | 'POST'
  pattern: string
  module: string
  audience: Audience
  /** The audit event it leaves; public pages about nobody leave none. */
  act: Act | null
}

export type Web = {
  Variables: { requestId: string; cookieName: string; typed?: import('./form-reading.ts').Typed }
}
export type WebContext = Context<Web>
type Handler = (c: WebContext) => Response | Promise<Response>

/** The routes of one module. A route cannot be declared without saying whom it is for and what it leaves behind. */
export class Routes {
  readonly app = new Hono<Web>()
  readonly inventory: RouteInfo[] = []
  readonly #module: string
  constructor(module: string) {
    this.#module = module
  }
  get(path: Path, about: Pick<RouteInfo, 'audience' | 'act'>, handler: Handler): this {
    this.inventory.push({ method: 'GET', pattern: path.pattern, module: this.#module, ...about })
    this.app.get(path.pattern, handler)
    return this
  }
  post(path: Path, about: Pick<RouteInfo, 'audience' | 'act'>, handler: Handler): this {
    this.inventory.push({ method: 'POST', pattern: path.pattern, module: this.#module, ...about })
    this.app.post(path.pattern, handler)
    return this
  }
}
