import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { newestCopyOfKeys } from '#test/back-up.ts'
import { everyAddress } from '#test/noninterference/addresses.ts'
import { waysOfWriting } from '#test/seals.ts'
import { asOwner } from '#test/turning-keys.ts'
import { as, deps, lisa, ownerOptions, withoutAudit, world } from '#test/world.ts'

// What is written leaves by the pages of those who may read it, and by no other way.

const owner = await asOwner()
const canary = 'Kanariefågeln Ofelia sjunger'
const plan = 'Samma morgonbilder'
const notice = paths.noticing.noticeChild.to({ childId: lisa })
const said: string[] = []

/** None of what was written, in any way of writing it. */
function expectNothingIn(where: string, text: string) {
  for (const word of [canary, plan, encodeURIComponent(canary)])
    for (const form of waysOfWriting(word)) expect([where, text.includes(form)]).toEqual([where, false])
}

describe('what is written about Lisa', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    deps.tell = (line) => void said.push(line)
    for (const method of ['log', 'error', 'warn', 'info', 'debug'] as const)
      vi.spyOn(console, method).mockImplementation((...words) => void said.push(words.join(' ')))
  })
  afterEach(() => {
    delete deps.tell
    said.length = 0
    vi.restoreAllMocks()
  })

  it('is in no address, no line of a log, no fault and no answer to anybody else', {
    timeout: 120_000,
  }, async () => {
    const answers = [
      await as('petra').post(notice, { sentence: canary }),
      await withoutAudit(() => as('petra').post(notice, { sentence: canary })),
      await as('nobody').post(notice, { sentence: canary }),
      await as('eva').post(notice, { sentence: canary }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 503, 401, 404])
    for (const { headers } of answers) expectNothingIn('a header', JSON.stringify([...headers]))
    expect(said.length).toBeGreaterThan(3)
    for (const who of ['eva', 'karin', 'nobody'] as const)
      for (const { path } of await everyAddress('GET')) {
        const answer = await as(who).get(path)
        expectNothingIn(`${who} ${path}`, `${JSON.stringify([...answer.headers])}${await answer.text()}`)
      }
    expectNothingIn('a line of a log', said.join('\n'))
  })

  it('is in no copy of the database, and in no copy of the keys', async () => {
    await as('petra').post(notice, { sentence: canary })
    await as('petra').post(`${paths.draft.to({})}?for=${notice}`, { sentence: canary })
    const superuser = connect({ ...ownerOptions, user: 'postgres', max: 1 })
    let bytes = 0
    try {
      const tables = await superuser<{ name: string }[]>`select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r'`
      for (const { name } of tables) {
        // As pg_dump writes it.
        let dump = ''
        for await (const piece of await superuser`copy ${superuser(name)} to stdout`.readable()) dump += piece
        bytes += dump.length
        expectNothingIn(name, dump)
      }
    } finally {
      await superuser.end()
    }
    expect(bytes).toBeGreaterThan(10_000)
    expectNothingIn('the keys', (await newestCopyOfKeys(owner)).join('\n'))
  })
})

describe('the ways out', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }))

  it('are pages, styles, scripts, fonts, print, an extract, a register and a directory: a new kind must be looked through here', () => {
    const kinds = sources.flatMap(({ text }) =>
      [...text.matchAll(/'((?:text|application|image|font|audio|video)\/[\w.+-]+)/g)].map(([, kind]) => kind),
    )
    expect([...new Set(kinds)].sort()).toEqual([
      'application/json',
      'application/pdf',
      'application/scim+json',
      'application/x-www-form-urlencoded',
      'font/woff2',
      'image/svg+xml',
      'text/css',
      'text/csv',
      'text/javascript',
    ])
  })

  it('are no letters, messages or calendars yet', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object }
    const sends = /mail|smtp|sms|twilio|web-push|ical|\bics\b|calendar/i
    expect(Object.keys(dependencies).filter((name) => sends.test(name))).toEqual([])
    const calls = /text\/calendar|VCALENDAR|nodemailer|sendMail|createTransport|web-push/
    expect(sources.filter(({ text }) => calls.test(text)).map(({ file }) => file)).toEqual([])
  })
})
