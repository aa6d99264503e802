import { z } from 'zod'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { Routes } from '#shared/routes.ts'
import { keptMs, newestHeads } from './newest-heads.ts'

const number = z.coerce.number().int().min(0).max(2_000_000_000).optional().catch(undefined)

/** The signed heads of the log, for whoever wants to keep them as a witness: docs/how-to/witness-the-log.md */
export function auditRoutes(deps: Deps): Routes {
  const headsAfter = newestHeads(deps)
  return new Routes('audit').get(paths.auditHeads, { audience: 'public', act: null }, async (c) => {
    const answer = await headsAfter(number.parse(c.req.query('efter')))
    if (!answer) return c.body(null, 503, { 'Retry-After': '5' })
    const { body, etag } = answer
    const headers = { ETag: etag, 'Cache-Control': `public, max-age=${keptMs / 1000}` }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'Content-Type': 'application/json; charset=utf-8' })
  })
}
