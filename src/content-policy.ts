import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Deps } from '#shared/db.ts'

const reports = '/brott-mot-sidans-regler'

/** What a page may load and run: two scripts and a style sheet of our own, and nothing in the page itself. */
export const contentPolicy = {
  'Content-Security-Policy': [
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
    'report-to sidan',
  ].join('; '),
  'Reporting-Endpoints': `sidan="${reports}"`,
} as const

const text = z.string().catch('')
/** The older form (report-uri), and the newer one in which several may come together (report-to). */
const older = z.object({
  'csp-report': z
    .object({ 'effective-directive': text, 'violated-directive': text, 'blocked-uri': text })
    .transform((one) => ({
      directive: one['effective-directive'] || one['violated-directive'],
      blocked: one['blocked-uri'],
    })),
})
const newer = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z
      .object({ effectiveDirective: text, blockedURL: text })
      .transform((one) => ({ directive: one.effectiveDirective, blocked: one.blockedURL })),
  }),
)
const sent = z.union([
  older.transform((one) => [one['csp-report']]),
  newer.transform((all) => all.map(({ body }) => body)),
])

const directives = /^[a-z]+(-[a-z]+){1,4}$/
const words = /^(inline|eval|wasm-eval|trusted-types-policy|trusted-types-sink|self)$/

/** The directive and where it came from. A report holds the page's address too, and pieces of it: those are dropped. */
function lineOf({ directive, blocked }: { directive: string; blocked: string }): string {
  const known = directive.length <= 30 && directives.test(directive) ? directive : 'unknown'
  return `content policy: ${known} stopped ${originOf(blocked)}`
}

function originOf(blocked: string): string {
  if (words.test(blocked)) return blocked
  if (!URL.canParse(blocked)) return 'something'
  const { origin, protocol } = new URL(blocked)
  return (origin === 'null' ? protocol : origin).slice(0, 100)
}

const minute = 60_000
const linesAMinute = 10
const atMost = 16 * 1024

/** Browsers tell here what a page was not let do. Anybody can post: little is taken, little is written, nothing is answered. */
export function contentPolicyReports({ now }: Pick<Deps, 'now'>) {
  let began = 0
  let lines = 0
  const mayWrite = () => {
    const at = now().getTime()
    if (Math.abs(at - began) >= minute) [began, lines] = [at, 0]
    lines++
    return lines <= linesAMinute
  }
  const limit = bodyLimit({ maxSize: atMost, onError: (c) => c.body(null, 413) })
  return new Hono().post(reports, limit, async (c) => {
    const read = sent.safeParse(await c.req.json().catch(() => undefined))
    for (const one of read.success ? read.data : []) if (mayWrite()) console.error(lineOf(one))
    return c.body(null, 204)
  })
}
