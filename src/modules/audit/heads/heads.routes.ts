import { z } from 'zod'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { Routes } from '#shared/routes.ts'
import { headsAfter } from '../sealer-store.ts'

const number = z.coerce.number().int().min(0).max(2_000_000_000).optional().catch(undefined)
/** A third of a day. Whoever keeps heads asks for those after its last, and so on until there are no more. */
const atMost = 500

/** The signed heads of the log, for whoever wants to keep them as a witness: docs/how-to/witness-the-log.md */
export const auditRoutes = (deps: Deps): Routes =>
  new Routes('audit').get(paths.auditHeads, { audience: 'public', act: null }, async (c) => {
    const heads = await headsAfter(deps, number.parse(c.req.query('efter')), atMost)
    return c.body(`${JSON.stringify({ heads })}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
    })
  })
