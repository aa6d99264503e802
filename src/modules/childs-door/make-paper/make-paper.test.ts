import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, protectLisa } from '#test/arrange.ts'
import { callMeeting, invitation, meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import { makePaper, paperAddress, useCode } from '#test/arrange-paper.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { headingsIn } from '#test/pdf.ts'
import { admin, as, auditRows, deps, id, lisa, noon, setClock, world } from '#test/world.ts'

const { make, pdf, end, home } = paperAddress
const status = async (code: string) => (await useCode(code)).answer.status
const pageOf = async (who: 'maja' | 'petra') => (await as(who).get(make)).text()

describe('Maja makes a paper for Lisa', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    await callMeeting()
  })

  it('with a square and a code; the code stands nowhere in the database', async () => {
    expect(await (await as('maja').get(meetingAddress('show'))).text()).toContain(`href="${make}"`)
    const code = await makePaper()
    expect(await pageOf('maja')).toContain(`action="${pdf}"`)
    const paper = await as('maja').get(pdf)
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(Buffer.from(await paper.arrayBuffer()).toString('latin1')).toContain('/Title')
    const { rows } = { rows: await admin.selectFrom('meeting_paper').selectAll().execute() }
    expect(rows).toEqual([expect.objectContaining({ meeting_id: meetingId, is_childs_own: false })])
    expect(JSON.stringify(rows)).not.toContain(code)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(await status(code)).toBe(303)
  })

  it('in the language that Lisa reads, or another; the code is the same', async () => {
    const code = await makePaper()
    const print = async (query = '') =>
      Buffer.from(await (await as('maja').get(`${pdf}${query}`)).arrayBuffer())
    expect(headingsIn(await print())).toContain('Bra att veta')
    await as('lisaSelf').post(paths.language.to({}), { sprak: 'ar' })
    const hers = await print()
    expect(headingsIn(hers)).toContain('من المفيد أن تعرف')
    expect(hers.toString('latin1')).toContain('/Lang (ar)')
    expect(hers.toString('latin1')).toContain('pdfuaid:part>1<')
    expect(headingsIn(await print('?sprak=uk'))).toContain('Варто знати')
    expect(headingsIn(await print('?sprak=sv'))).toContain('Bra att veta')
    expect(await status(code)).toBe(303)
  })

  it('again, and the one before opens nothing; sent twice it is one', async () => {
    const first = await makePaper()
    const second = await makePaper('child')
    expect(second).not.toBe(first)
    expect([await status(first), await status(second)]).toEqual([404, 303])
    const submission = deps.newId()
    const third = await makePaper('home', submission)
    expect(await makePaper('home', submission)).toBe(third)
    expect([await status(second), await status(third)]).toEqual([404, 303])
    expect(await admin.selectFrom('meeting_paper').select('id').execute()).toHaveLength(3)
    const fourth = await makePaper('child', submission)
    expect([await status(third), await status(fourth)]).toEqual([404, 303])
  })

  it('and takes it back: so may her colleague, who is not shown the code', async () => {
    await admin
      .updateTable('assignment')
      .set({ kind: 'work' })
      .where('engagement_id', '=', id('petra at furuskolan'))
      .execute()
    const code = await makePaper()
    expect(await pageOf('petra')).toContain('Bara den som gjorde pappret kan skriva ut det.')
    expect((await as('petra').get(pdf)).status).toBe(404)
    const { held } = await useCode(code)
    expect((await held.get(home)).status).toBe(200)
    expect((await as('petra').post(end)).headers.get('location')).toBe(make)
    expect(await status(code)).toBe(404)
    expect((await held.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
    expect(await pageOf('maja')).not.toContain(pdf)
    expect((await as('maja').get(pdf)).status).toBe(404)
  })

  it.each([
    ['a week has gone by', () => setClock(new Date('2026-12-16T11:00:00Z'))],
    ['the meeting is called off', () => admin.updateTable('meeting').set({ state: 'cancelled' }).execute()],
    [
      'the plan ends',
      () =>
        admin
          .updateTable('plan')
          .set({ ended_at: new Date('2026-11-24T12:00:00Z'), ended_because: 'goals_met' })
          .execute(),
    ],
    [
      'the matter is over',
      async () => {
        const before = { ended_at: new Date('2026-11-24T10:59:00Z'), ended_because: 'goals_met' as const }
        await admin.updateTable('plan').set(before).execute()
        await sql`with over as (update matter set closed_at = ${noon}, outcome = 'plan_ended' returning id)
          update responsibility set during = tstzrange(lower(during), ${noon})`.execute(admin)
      },
    ],
    ['Lisa is protected', protectLisa],
    ['Lisa must not know', () => bar('lisaSelf')],
    ['Jonas must not know of her at all', () => bar('jonas')],
    [
      'Jonas has not been told',
      () => admin.deleteFrom('family_talk').where('person_id', '=', id('jonas')).execute(),
    ],
    ['her key is destroyed', () => admin.deleteFrom('subject_key').where('subject_id', '=', lisa).execute()],
    [
      'she is grown up',
      () => admin.updateTable('child').set({ born_on: '2008-11-24' }).where('id', '=', lisa).execute(),
    ],
  ])('which opens nothing, and ends what it has opened, when %s', async (_, happens) => {
    const code = await makePaper()
    const { held } = await useCode(code)
    expect((await held.get(home)).status).toBe(200)
    await happens()
    expect(await status(code)).toBe(404)
    expect((await held.get(home)).headers.get('location')).toMatch(/^\/logga-in/)
  })

  it('lasts to the end of the seventh day after the meeting', async () => {
    const code = await makePaper()
    setClock(new Date('2026-12-15T22:59:00Z'))
    expect(await status(code)).toBe(303)
    setClock(new Date('2026-12-15T23:01:00Z'))
    expect(await status(code)).toBe(404)
  })

  it('which she keeps to herself where Jonas must not know; to lie at home it is not made', async () => {
    await bar('jonas')
    const refused = await as('maja').post(make, { keeper: 'home' })
    expect([refused.status, (await refused.text()).includes('Pappret skulle inte öppna något')]).toEqual([
      422,
      true,
    ])
    expect(await admin.selectFrom('meeting_paper').select('id').execute()).toEqual([])
    expect(await status(await makePaper('child'))).toBe(303)
  })

  it('only those who carry the matter; nobody chooses where it lies for them', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['ali', 'ingrid', 'sara', 'jonas', 'lisaSelf', 'eva'] as const)
      for (const answer of [
        await as(who).get(make),
        await as(who).post(make, { keeper: 'child' }),
        await as(who).get(pdf),
        await as(who).post(end),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect((await as('maja').post(make)).status).toBe(422)
    expect(await admin.selectFrom('meeting_paper').select('id').execute()).toEqual([])
  })

  it('not for a child that is protected, that nobody has told, or whose meeting is long over', async () => {
    await admin.deleteFrom('family_talk').where('is_child', '=', true).execute()
    expect(await pageOf('maja')).toContain('Lisa behöver först få veta')
    expect((await as('maja').post(make, { keeper: 'child' })).status).toBe(422)
    await protectLisa()
    expect((await as('maja').get(make)).status).toBe(404)
  })

  it('and the log says who made it, printed it and took it back', async () => {
    await admin.deleteFrom('audit_event').execute()
    await makePaper()
    await as('maja').get(pdf)
    await as('maja').post(end)
    expect(await auditRows()).toEqual([
      ['maja', 'meeting-paper.make', 'done', lisa],
      ['maja', 'meeting-paper.print', 'done', lisa],
      ['maja', 'meeting-paper.withdraw', 'done', lisa],
    ])
    expect(invitation.day).toBe('2026-12-08')
  })
})
