import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

const pack = compress({ contentTypeFilter: /^text\/html/ })

/**
 * Pages are packed, a third of the bytes for a child on a slow line; but only where our own page or the reader asked.
 * Another site that makes a browser ask could learn a secret from how well what it chose packs beside it (BREACH).
 */
export const packed: MiddlewareHandler = (c, next) =>
  ['same-origin', 'none'].includes(c.req.header('sec-fetch-site') ?? '') ? pack(c, next) : next()
