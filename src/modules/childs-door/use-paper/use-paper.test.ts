import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Trx } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId, partyOf } from '#test/arrange-meeting.ts'
import {
  behindThePaper,
  holdPaper,
  makePaper,
  opensOnPaper,
  paperAddress,
  useCode,
} from '#test/arrange-paper.ts'
import { actions, lisasPlanId, lisaWithPlan } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  id,
  lisa,
  nils,
  noon,
  routes,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const { use, home, endOwn, make } = paperAddress
const at = { childId: lisa }
const reading = paths.plan.childsReading.to(at)
const writing = paths.childsDoor.write.to(at)
const answering = meetingAddress('answer')
const inMinutes = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const readerLog = async (who: 'sara' | 'lisaSelf') =>
  (await as(who).get(`${paths.readerLog.show.to(at)}?manad=2026-11`)).text()

beforeEach(async () => {
  await world()
  await lisaWithPlan()
  await callMeeting()
})

describe('Lisa has a paper and no eID', () => {
  it('types the code as she reads it, and comes to her meeting', async () => {
    expect(await (await as('nobody').get(use)).text()).toContain('Koden på pappret')
    const code = await makePaper()
    const typed = ` ${code.toLowerCase().slice(0, 6)} ${code.slice(6)} `
    const { answer, held } = await useCode(typed)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, home])
    const page = await (await held.get(home)).text()
    for (const text of [
      '<title>Min sida</title>',
      'Hej Lisa!',
      'Tisdag 8 december klockan 14.30',
      'Vi vill att morgnarna blir &lt;lugna&gt;.',
      'Maja Lindgren, rektor',
      'Så vill jag ha mötet',
      'Skriv till Maja',
      'Läs min plan',
      'Lämna sidan snabbt',
      '116 111',
    ])
      expect(page).toContain(text)
    expect(page).not.toContain(code)
  })

  it('says how she wants it, what she wants to talk about, and none of it is shown again', async () => {
    const { held } = await holdPaper()
    const form = await (await held.get(answering)).text()
    expect(form).toContain('Vad vill du prata om?')
    const { id: party, version } = await partyOf('lisaSelf')
    const said = {
      party,
      version: String(version),
      answer: 'part',
      words: 'Om bussen.',
      avoid: 'Inte om pappa.',
    }
    const sent = await held.post(answering, { ...said, readers: 'lead' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${home}?skickat`])
    for (const page of [`${home}?skickat`, home, answering])
      expect(await (await held.get(page)).text()).not.toMatch(/bussen|Inte om pappa/)
    expect(await (await as('maja').get(meetingAddress('show'))).text()).toContain('Inte om pappa.')
    expect(await (await as('sara').get(meetingAddress('show'))).text()).not.toContain('bussen')
  })

  it('writes to Maja, who reads that it was the paper; nobody reads it again', async () => {
    const { held } = await holdPaper()
    const sent = await held.post(writing, { words: 'Jag är rädd.', answer: 'alone', submission: id('said') })
    expect(sent.headers.get('location')).toBe(`${home}?skickat`)
    expect(await (await held.get(`${home}?skickat`)).text()).toContain('Tack för att du skrev!')
    const message = await as('maja').get(paths.childsDoor.message.to({ ...at, messageId: id('said') }))
    expect(await message.text()).toMatch(/Jag är rädd\..*Med pappret till mötet/s)
    expect(await (await held.get(home)).text()).not.toContain('rädd')
  })

  it('reads her plan, and says with one press whether something helps', async () => {
    const { held } = await holdPaper()
    expect(await (await held.get(reading)).text()).toContain('Petra läser med dig.')
    expect((await held.post(reading, { part: actions.pictures, hjalper: 'little' })).status).toBe(303)
    const answers = await admin.selectFrom('follow_up_part').select(['voice', 'helped']).execute()
    expect(answers).toEqual([{ voice: 'child', helped: 'a_little' }])
  })

  it('comes nowhere else: every other address leads to her meeting, whatever is sent to it', async () => {
    const { held } = await holdPaper()
    const stays = new Set(['GET /jag-ar-kvar', 'POST /logga-ut', 'POST /mina-inloggningar'])
    const asked = routes.filter(
      ({ audience, pattern }) =>
        !['public', 'directory'].includes(audience) && !pattern.startsWith('/utkast'),
    )
    const other: string[] = []
    for (const { method, pattern } of asked)
      for (const child of [lisa, nils]) {
        const path = pattern
          .replace(':childId', child)
          .replace(':meetingId', meetingId)
          .replace(/:\w+/g, id('something'))
        if (opensOnPaper.includes(path) || stays.has(`${method} ${path}`)) continue
        const { status, headers } = method === 'GET' ? await held.get(path) : await held.post(path)
        if (status !== 303 || headers.get('location') !== home) other.push(`${method} ${pattern} ${status}`)
      }
    expect(other).toEqual([])
  })

  it('nothing of another meeting, on the page or in the database', async () => {
    const other = '22222222-2222-4222-8222-222222222222'
    await callMeeting({ submission: other, purpose: 'Ett annat möte.', day: '2026-12-09' })
    const { held, token } = await holdPaper()
    const there = paths.meeting.answer.to({ ...at, meetingId: other })
    expect((await held.get(there)).status).toBe(404)
    for (const table of ['meeting', 'meeting_party', 'meeting_text', 'meeting_words'] as const) {
      const rows = await behindThePaper(token, (trx) =>
        trx
          .selectFrom(table)
          .select(table === 'meeting' ? 'id as meeting' : 'meeting_id as meeting')
          .execute(),
      )
      expect([table, rows.filter((row) => row.meeting !== meetingId)]).toEqual([table, []])
    }
  })

  it('nor of another matter: an earlier plan is there with her eID, and not with the paper', async () => {
    const { token } = await holdPaper()
    const matter_id = id('earlier matter')
    const [talk] = await admin.selectFrom('family_talk').selectAll().where('is_child', '=', true).execute()
    if (!talk) throw new Error('nothing before')
    const yesterday = new Date(noon.getTime() - 86_400_000)
    await sql`with m as (insert into matter (child_id, id, secrecy_unit_id, opened_at, closed_at, outcome)
        select child_id, ${matter_id}, secrecy_unit_id, ${yesterday}, ${noon}, 'plan_ended' from matter returning id)
      insert into responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
      select child_id, ${id('earlier lead')}, ${matter_id}, kind, unit_id, engagement_id,
        tstzrange(${yesterday}, ${noon}) from responsibility`.execute(admin)
    await admin
      .insertInto('family_talk')
      .values({ ...talk, id: id('earlier talk'), matter_id })
      .execute()
    const ended = { ended_at: noon, ended_because: 'goals_met' as const }
    await admin
      .insertInto('plan')
      .values({ child_id: lisa, id: id('earlier plan'), matter_id, made_at: noon, ...ended })
      .execute()
    const plans = (trx: Trx) => trx.selectFrom('plan').select('id').execute()
    expect(await behindTheWalls('lisaSelf', lisa, plans)).toHaveLength(2)
    expect(await behindThePaper(token, plans)).toEqual([{ id: lisasPlanId }])
  })

  it('stops using it: the code is over, the page too, and the log says that it was the paper', async () => {
    const code = await makePaper()
    const { held } = await useCode(code)
    expect(await (await held.get(endOwn)).text()).toContain('Vill du sluta använda pappret?')
    const ended = await held.post(endOwn)
    expect([ended.status, ended.headers.get('location')]).toEqual([303, paths.signOut.to({})])
    expect((await held.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
    expect((await useCode(code)).answer.status).toBe(404)
    expect((await auditRows()).slice(-3).map(([who, act]) => [who, act])).toEqual([
      ['lisaSelf', 'meeting-paper.end'],
      [undefined, 'childs-door.home'],
      [undefined, 'meeting-paper.use'],
    ])
    expect((await as('lisaSelf').get(endOwn)).status).toBe(404)
  })

  it('it closes by itself after ten minutes without a press, and after an hour', async () => {
    const code = await makePaper()
    const { held } = await useCode(code)
    setClock(inMinutes(9))
    expect((await held.get(home)).status).toBe(200)
    setClock(inMinutes(20))
    expect((await held.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
    const again = (await useCode(code)).held
    for (let minutes = 28; minutes < 80; minutes += 8) {
      setClock(inMinutes(minutes))
      expect((await again.get(home)).status).toBe(200)
    }
    setClock(inMinutes(81))
    expect((await again.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
  })
})

describe('the paper lies on the kitchen table, and Jonas has it', () => {
  it('he sees nothing that he must not know; she does, when she has it to herself', async () => {
    await bar('jonas', actions.reading)
    const { held, token } = await holdPaper()
    expect(await (await held.get(reading)).text()).not.toContain('Petra läser')
    const parts = await behindThePaper(token, (trx) =>
      trx.selectFrom('plan_part').select('part_id').execute(),
    )
    expect(parts.map((part) => part.part_id)).not.toContain(actions.reading)
    const hers = (await holdPaper('child')).held
    expect(await (await hers.get(reading)).text()).toContain('Petra läser')
  })

  it('nor what Lisa must not know, with either', async () => {
    await bar('lisaSelf', actions.reading)
    for (const keeper of ['home', 'child'] as const)
      expect(await (await (await holdPaper(keeper)).held.get(reading)).text()).not.toContain('Petra läser')
  })

  it('the family reads in the log that somebody had it, and nothing of one that she keeps to herself', async () => {
    await (await holdPaper('child')).held.get(home)
    setClock(new Date('2026-11-25T11:00:00Z'))
    expect(await readerLog('sara')).not.toContain('papper')
    await (await holdPaper('home')).held.get(home)
    setClock(new Date('2026-11-26T11:00:00Z'))
    for (const who of ['sara', 'lisaSelf'] as const)
      expect(await readerLog(who)).toContain('Någon med barnets papper till mötet')
  })

  it('nor does whoever holds her eID see that it has been used', async () => {
    await holdPaper('child')
    expect(await (await as('lisaSelf').get(paths.sessions.to({}))).text()).not.toContain('meeting-paper')
    const rows = await admin.selectFrom('session').select('id').where('paper_id', 'is not', null).execute()
    expect(rows).toHaveLength(1)
    expect((await as('lisaSelf').get(make)).status).toBe(404)
  })

  it('what she has said has no voice of hers that nobody held: the log names the paper', async () => {
    const { held } = await holdPaper()
    for (const path of opensOnPaper) await held.get(path)
    await held.get(paths.children.to({}))
    const acts = (await auditRows())
      .filter(([who]) => who === 'lisaSelf')
      .map(([, act, outcome]) => [act, outcome])
    expect(acts).toEqual([
      ['meeting-paper.use', 'done'],
      ['meeting-paper.home', 'done'],
      ['meeting-paper.open-end', 'done'],
      ['meeting-paper.open-answer', 'done'],
      ['meeting-paper.open-write', 'done'],
      ['meeting-paper.read-plan', 'done'],
      ['children.list', 'beside-adult'],
    ])
  })
})

describe('a code that opens nothing', () => {
  it('is the same page, whether it was guessed, is old or was taken back', async () => {
    const code = await makePaper()
    await as('maja').post(paperAddress.end)
    const missing = await useCode('K7QM-4XPT-9WRD')
    const page = await missing.answer.text()
    expect([missing.answer.status, missing.token]).toEqual([404, ''])
    for (const one of [code, '', 'å', 'A'.repeat(5000)]) {
      const { answer, token } = await useCode(one)
      expect([one, answer.status, await answer.text(), token]).toEqual([one, 404, page, ''])
    }
    expect(page).not.toContain('K7QM')
  })

  it('is never in an address, and what is typed comes back nowhere', async () => {
    const code = await makePaper()
    expect((await as('nobody').get(`${use}?code=${code}`)).headers.get('location')).toBeNull()
    expect((await as('nobody').get(`${use}/${code}`)).status).toBe(404)
    const { answer } = await useCode(code)
    expect(JSON.stringify([...answer.headers])).not.toContain(code)
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('tried again and again asks for a minute, the right one too; so does guessing', async () => {
    const code = await makePaper()
    for (let time = 0; time < 20; time++) await useCode('K7QM-4XPT-9WRD')
    expect((await useCode('K7QM-4XPT-9WRD')).answer.status).toBe(503)
    expect((await useCode(code)).answer.status).toBe(303)
    for (let time = 0; time < 300; time++) await as('nobody').post(use, { code: `GUESS${time}` })
    const waits = await useCode(code)
    expect([waits.answer.status, waits.token]).toEqual([503, ''])
    setClock(inMinutes(1.1))
    expect((await useCode(code)).answer.status).toBe(303)
  })

  it('nothing opens when the log cannot be written', async () => {
    const code = await makePaper()
    const { answer, token } = await withoutAudit(() => useCode(code))
    expect([answer.status, token]).toEqual([503, ''])
  })
})
