import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { budgetPerMinute } from '#shared/budget.ts'
import type { Deps } from '#shared/db.ts'

const reports = '/brott-mot-sidans-regler'

/**
 * What a page may load and run: two scripts and a style sheet of our own, and nothing in the page itself. Told by
 * `report-uri`, which every browser knows; where `report-to` stands too, some follow only that, and tell later or never.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  `report-uri ${reports}`,
].join('; ')

const text = z.string().catch('')
const report = z.object({
  'csp-report': z.object({ 'effective-directive': text, 'violated-directive': text, 'blocked-uri': text }),
})
type Report = z.output<typeof report>['csp-report']

const directives = /^[a-z]+(-[a-z]+){1,4}$/
const words = /^(inline|eval|wasm-eval|trusted-types-policy|trusted-types-sink|self)$/

/** The directive and where it came from. A report holds the page's address too, and pieces of it: those are dropped. */
function lineOf(sent: Report): string {
  const directive = sent['effective-directive'] || sent['violated-directive']
  const known = directive.length <= 30 && directives.test(directive) ? directive : 'unknown'
  return `content policy: ${known} stopped ${originOf(sent['blocked-uri'])}`
}

function originOf(blocked: string): string {
  if (words.test(blocked)) return blocked
  if (!URL.canParse(blocked)) return 'something'
  const { origin, protocol } = new URL(blocked)
  return (origin === 'null' ? protocol : origin).slice(0, 100)
}

/** From one address, and from all: who sends many hides nobody else's, and fills no disk. */
const linesAMinute = { each: 10, all: 100 }
const atMost = 16 * 1024

/** The other end of the connection, as Node knows it; a proxy's, where there is one, and then one budget is for all. */
const connection = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) })
const addressOf = (env: unknown) => connection.safeParse(env).data?.incoming.socket.remoteAddress ?? 'unknown'

/** Browsers tell here what a page was not let do. Anybody can post: little is taken, little is written, nothing is answered. */
export function contentPolicyReports(deps: Pick<Deps, 'now' | 'keys'>) {
  const missed = (count: number) => console.error(`content policy: ${count} more were not written`)
  const lines = budgetPerMinute(deps, 'report sender', linesAMinute, missed)
  const limit = bodyLimit({ maxSize: atMost, onError: (c) => c.body(null, 413) })
  return new Hono().post(reports, limit, async (c) => {
    const read = report.safeParse(await c.req.json().catch(() => undefined))
    if (read.success && lines.take(addressOf(c.env))) console.error(lineOf(read.data['csp-report']))
    return c.body(null, 204)
  })
}
