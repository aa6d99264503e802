import { readdirSync, readFileSync } from 'node:fs'
import { acts } from '#modules/audit'
import type { Standing } from '#modules/children'
import type { Deps } from '#shared/db.ts'
import type { RouteInfo } from '#shared/routes.ts'
import { askers, needsMore, opens } from '#test/oracle/opens.ts'
import { around } from '#test/standings.ts'
import { inventory } from '../src/app.tsx'
import { stopOf } from '../src/modules/audit/limits.ts'

// docs/proof/authorisation.md: who may do what, from the inventory, the oracle that the addresses are held against, and
// the policies themselves. authorisation.test.ts compares it with what is written.

const folder = 'src/modules'
const within = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)
const policies = within
  .flatMap((file) => {
    const [, module, noun] = /modules\/([\w-]+)\/([\w-]+)-policy\.ts$/.exec(file) ?? []
    return module && noun ? [{ module, noun }] : []
  })
  .toSorted((a, b) => a.noun.localeCompare(b.noun))

/** Rules that ask for more than the standing; the rest of what they are asked about is said in words. */
const more: Readonly<Record<string, readonly [words: string, unknown]>> = {
  'plan mayEndForFamily': ['a child under eighteen', false],
  'meeting mayAnswerFor': ['one’s own answer', { mine: true }],
}
/** Those that ask about something else than a standing. */
const others: Readonly<Record<string, string>> = {
  'consultation mayClose': 'those in the unit that asked who see the question',
  'entry mayWriteEntry':
    'whoever holds one of the unit’s functions, stands in, or administers it; the process leader until the unit has written',
  'entry mayOfferTimes': 'whoever holds one of the unit’s functions, stands in, or administers it',
  'entry mayReadMap': 'the county’s process leader',
  'meeting mayHaveTimesHeld': 'whoever acts for a unit',
  'extract mayReadAboutOneself': 'everybody, about themselves; a child from eighteen',
  'extract mayAskForExtract': 'a guardian who has been told; the child itself from eighteen',
  'story mayReadStory': 'the child itself from eighteen, and nobody else',
  'reader-log mayAsk':
    'the guardian who sees the log; the child itself from eighteen (a child’s eID may be in another’s hands)',
}

type Policy = Record<string, (standing: Standing, rest?: unknown) => boolean>
export type Rule = { module: string; name: string; about: string; says: (standing: Standing) => boolean }

export async function rules(): Promise<Rule[]> {
  const found = await Promise.all(
    policies.map(async ({ module, noun }) => {
      const policy: Policy = await import(`../src/modules/${module}/${noun}-policy.ts`)
      return Object.entries(policy).map(([name, rule]) => {
        const [about, rest] = more[`${noun} ${name}`] ?? ['', undefined]
        return { module: noun, name, about, says: (standing: Standing) => rule(standing, rest) }
      })
    }),
  )
  return found.flat().filter(({ module, name }) => !others[`${module} ${name}`])
}

const sources = within
  .filter((file) => /\.ts$/.test(file) && !/-policy\.ts$|\.test\.ts$|\.form\.ts$|audit\//.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .filter((text) => text.includes('audited('))

/** Doors inside a module that ask a rule themselves. */
const doors: Readonly<Record<string, string>> = {
  openPlanToWrite: 'mayWritePlan',
  openPartToWrite: 'mayWritePlan',
  shieldOf: 'maySeeMark',
}

/** The rules that the file of an act's use-case names; what each of them decides there stands in that file. */
const rulesOf = (act: string): string[] => [
  ...new Set(
    sources
      .filter((text) => text.includes(`'${act}'`))
      .flatMap((text) => text.match(/\b(?:may[A-Z]\w+|openPlanToWrite|openPartToWrite|shieldOf)\b/g) ?? [])
      .map((name) => doors[name] ?? name),
  ),
]

const at = new Date('2026-11-24T11:00:00Z')
/** How new the sign-in must be, in minutes. */
const freshness = (act: keyof typeof acts) =>
  [5, 15].find((minutes) => {
    const signedInAt = new Date(at.getTime() - minutes * 60_000 - 1)
    return (
      stopOf(act, { counts: false }, { signedInAt, children: 0, reasons: 0, exports: 0 }, at) !== undefined
    )
  })

const mark = (yes: boolean) => (yes ? '●' : '·')
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const addressOf = ({ method, pattern }: RouteInfo) => `${method} ${pattern}`
const letters = Object.keys(askers) as (keyof typeof askers)[]

export async function authorisationMarkdown(): Promise<string> {
  const routes = inventory({} as Deps, { cookieName: 'kb', demo: false })
  const held = routes.filter((route) => opens[addressOf(route)] !== undefined)
  const rest = routes.filter((route) => opens[addressOf(route)] === undefined)
  const actOf = ({ act }: RouteInfo) => (act === null ? '–' : `\`${act}\``)
  const kindOf = ({ act }: RouteInfo) => (act === null ? '–' : acts[act])
  const signIn = ({ act }: RouteInfo) => {
    const minutes = act === null ? undefined : freshness(act)
    return minutes === undefined ? '' : `${minutes} min`
  }
  const who = (route: RouteInfo) => {
    const named = route.act === null ? [] : rulesOf(route.act)
    const waits = needsMore.has(addressOf(route))
      ? ['only while something waits there for the one who asks']
      : []
    return [...named.map((name) => `\`${name}\``), ...waits].join(' ')
  }
  const all = await rules()
  const people = Object.entries(around)

  return `# Who may do what

Made by \`test/authorisation.test.ts\` from the program itself; never written by hand. What it means stands in
[security.md](../security.md). ${routes.length} addresses, ${Object.keys(acts).length} acts of the log,
${all.length + Object.keys(others).length} rules.

- **An outsider**, whoever has no standing at all with the child, meets the same 404 at every address about a child as
  for a child that does not exist (\`test/routes.test.ts\`, \`test/noninterference/\`).
- **Signed out**: every address that is not *public* leads to the sign-in, the same way for every child.
- **Whoever carried a matter that has moved** keeps reading what was made until then and changes nothing
  (\`test/keeper.test.ts\`); whoever opened a plan in an emergency reads one page for an hour
  (\`src/modules/plans/break-glass/break-glass.test.ts\`); a **reviewer** reads log lines of the own unit and no more
  (\`src/modules/review/review.test.ts\`).
- What of a page is seen is decided row by row in the database: a bar, a part of one's own, a version (\`test/oracle/\`).

## Addresses about a child

● opens, · is hidden. The answers were written by hand apart from the program, and \`test/oracle/http-oracle.test.ts\` holds
the running application to them in random counties. *New*: how new the sign-in must be.

${table(
  ['address', 'log', 'kind', 'new', ...letters.map((letter) => askers[letter])],
  held.map((route) => [
    `\`${addressOf(route)}\``,
    actOf(route),
    kindOf(route),
    signIn(route),
    ...letters.map((letter) => mark((opens[addressOf(route)] ?? '').includes(letter))),
  ]),
)}

## All other addresses

*For*: whom the page is for; it opens nothing by itself. *Rules*: those that the use-case's file names, below. Without one, the
database gives each only their own: tasks, times, sessions, drafts, offers, lines to review, the own organisation's register.

${table(
  ['address', 'for', 'log', 'kind', 'new', 'rules'],
  rest.map((route) => [
    `\`${addressOf(route)}\``,
    route.audience,
    actOf(route),
    kindOf(route),
    signIn(route),
    who(route),
  ]),
)}

## The rules

Pure functions of what somebody is to a child (\`Standing\`, \`src/modules/children/child.ts\`), asked here about everybody in
\`test/standings.ts\`. Some of them have more than the database would ever give them, so that no rule rests on one fact where
it needs two. The walls say the same again, from the same facts.

${table(
  ['rule', ...people.map(([name]) => name)],
  all.map(({ module, name, about, says }) => [
    `${module} \`${name}\`${about && ` (${about})`}`,
    ...people.map(([, standing]) => mark(says(standing))),
  ]),
)}

Rules that ask about more than a standing:

${Object.entries(others)
  .map(([name, words]) => `- \`${name.split(' ')[1]}\` (${name.split(' ')[0]}): ${words}.`)
  .join('\n')}
`
}
