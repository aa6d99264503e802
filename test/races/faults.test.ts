import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { clientOn, depsWith, type Form, type Observer, requestIdOf } from '#test/noninterference/client.ts'
import { admin, deps, id, lisa, noon, sessionOf } from '#test/world.ts'
import { arrangeRace } from './arrange-race.ts'
import { disturbed } from './jitter.ts'

// Between the sign-in, the decision, the reading, the log and the answer there is always a next statement. Whichever of
// them fails, nothing is shown that is not in the log, and nothing is half written.

const to = { childId: lisa }
type Request = { what: string; who: Observer; path: string; form?: Form; holds?: string }

const requests: readonly Request[] = [
  { what: 'Maja reads the plan', who: 'maja', path: paths.plan.show.to(to), holds: 'Samma morgonbilder' },
  { what: 'Sara reads the plan', who: 'sara', path: paths.plan.show.to(to), holds: 'Samma morgonbilder' },
  { what: 'Maja prints the plan', who: 'maja', path: paths.plan.pdf.to(to), holds: '%PDF' },
  { what: 'Maja opens her list', who: 'maja', path: paths.children.to({}), holds: 'Holmgren' },
  { what: 'Maja opens Lisa’s page', who: 'maja', path: paths.child.to(to), holds: 'Holmgren' },
  {
    what: 'Petra writes a note',
    who: 'petra',
    path: paths.wheel.notes.to(to),
    form: { text: 'Ringde mamma.' },
  },
  {
    what: 'Maja bars Jonas',
    who: 'maja',
    path: paths.family.bar.to(to),
    form: { person: id('jonas'), thing: 'allt', why: 'Det finns skäl.' },
  },
  {
    what: 'Sara takes her yes back',
    who: 'sara',
    path: paths.sharing.takeBack.to({ ...to, consentId: id('consent for familjestod') }),
    form: { unit: id('familjestod') },
  },
  { what: 'Sara ends the collaboration', who: 'sara', path: paths.plan.end.to(to) },
]

const ways = {
  'is refused': async () => 'select 1 / 0',
  'finds the connection gone': async () => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'kb_app'`.execute(admin)
    return undefined
  },
  'fails before it is sent': async (): Promise<undefined> => {
    throw Object.assign(new Error('not sent'), { code: 'NOT_SENT' })
  },
} as const

type Fault = { at: number; way: keyof typeof ways } | { answerTo: number }
let asked = 0

/** Asks, with a fault at one statement; tells what was answered, and how many statements there were. */
async function askWith({ who, path, form }: Request, fault?: Fault) {
  let sent = 0
  const before = async () => {
    sent++
    return fault && 'at' in fault && fault.at === sent ? ways[fault.way]() : undefined
  }
  const lose = async () => {
    if (fault && 'answerTo' in fault && fault.answerTo === sent)
      throw Object.assign(new Error('lost'), { code: 'CONNECTION_LOST' })
  }
  const ask = clientOn(depsWith(disturbed(deps.pool, before, lose)))
  const name = `asked ${++asked}`
  const writes = form !== undefined || path === paths.plan.end.to(to)
  const answer = await ask({ name, who, path, form: writes ? (form ?? {}) : undefined })
  const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
  const { rows } = await sql`select 1 from audit_event where request_id = ${requestIdOf(name)}`.execute(admin)
  return { status: answer.status, text, logged: rows.length, sent }
}

/** All that is written, the log apart. */
async function state() {
  const tables = [
    'item',
    'bar',
    'consent_answer',
    'consent_unit',
    'access_grant',
    'assignment',
    'plan',
    'plan_event',
    'task',
  ]
  const all = []
  for (const table of tables)
    all.push(
      (
        await sql<{
          rows: string
        }>`select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as rows
      from ${sql.id(table)} t`.execute(admin)
      ).rows[0]?.rows,
    )
  return all.join()
}

describe('whatever fails on the way, nothing is shown unlogged and nothing is half done', () => {
  beforeEach(arrangeRace)

  it.for(requests)('$what', { timeout: 300_000 }, async (request) => {
    const before = await state()
    // One statement after another is the one that fails, until there is none left to fail.
    for (let at = 1; ; at++) {
      // Nothing comes between taking a connection and its first statement.
      const isRefused = at === 1 || (at + requests.indexOf(request)) % 2 === 0
      const way = isRefused ? 'is refused' : 'finds the connection gone'
      const found = await askWith(request, { at, way })
      if (found.sent < at) {
        expect([request.what, found.status < 400, found.logged]).toEqual([request.what, true, 1])
        return
      }
      expect([at, way, found.status, found.logged]).toEqual([at, way, 503, 0])
      for (const secret of [request.holds ?? 'Lisa', 'Lisa', 'Jonas', 'morgon'])
        expect([at, secret, found.text.includes(secret)]).toEqual([at, secret, false])
      expect([at, way, await state()]).toEqual([at, way, before])
    }
  })

  it.for(requests.filter(({ form }) => form))(
    '$what, and the driver fails: not even the commit comes after it',
    {
      timeout: 300_000,
    },
    async (request) => {
      const before = await state()
      for (let at = 1; ; at++) {
        const found = await askWith(request, { at, way: 'fails before it is sent' })
        if (found.sent < at) return
        expect([at, found.status, found.logged]).toEqual([at, 503, 0])
        expect([at, await state()]).toEqual([at, before])
      }
    },
  )

  it('nothing is committed when the driver itself cannot send what the change ends with', async () => {
    const entry = { session: sessionOf('maja'), childId: lisa }
    const changed = () =>
      inTransaction(deps, 'changes', entry, async ({ trx }) => {
        await trx.updateTable('plan').set({ follow_up_at: noon }).execute()
        return { answer: undefined, last: [sql`select ${Symbol('no parameter')}::text`.compile(trx)] }
      })
    const before = await state()
    await expect(changed()).rejects.toThrow('Symbol')
    expect(await state()).toBe(before)
  })

  it('an answer that is lost on the way back from the commit was still logged, and done once', async () => {
    const [note] = requests.filter(({ what }) => what === 'Petra writes a note')
    if (!note) throw new Error('no note')
    const { sent } = await askWith(note)
    const lost = await askWith(note, { answerTo: sent })
    expect([lost.status, lost.logged]).toEqual([503, 1])
    const notes = await admin.selectFrom('item').select('id').where('kind', '=', 'work_note').execute()
    expect(notes).toHaveLength(2)
  })
})
