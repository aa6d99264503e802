import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { cookieName } from '#shared/asking.ts'
import type { WebContext } from '#shared/routes.ts'

// Never written by a script, never sent in clear or from another site's form. Gone when the browser is closed.
const strict = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const
const begunName = (c: WebContext) => `${cookieName(c)}-in`

export const giveSession = (c: WebContext, token: string) => setCookie(c, cookieName(c), token, strict)
export const takeSession = (c: WebContext) => void deleteCookie(c, cookieName(c), strict)
export const hasSession = (c: WebContext) => getCookie(c, cookieName(c)) !== undefined

/** The sign-in under way. */
export const giveBegun = (c: WebContext, sealed: string, maxAge: number) =>
  setCookie(c, begunName(c), sealed, { ...strict, maxAge })
export const takeBegun = (c: WebContext) => deleteCookie(c, begunName(c), strict)
