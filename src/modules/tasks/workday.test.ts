import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import type { TaskKind } from '#shared/schema.ts'
import { openMatter, protectLisa, tellFamily } from '#test/arrange.ts'
import { callMeeting } from '#test/arrange-meeting.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { askFamily } from '#test/consents.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  nils,
  noon,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

const others = paths.workday.others.to({})
const dates = paths.workday.dates.to({})
const load = paths.workday.load.to({})
const pageOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const rows = (page: string) => page.split('<article class="task">').length - 1

type Staff = 'maja' | 'stig' | 'petra' | 'sofia' | 'eva'
const waits = (who: Staff, due: string, kind: TaskKind = 'gather', child = lisa, count = 1) =>
  admin
    .insertInto('task')
    .values(
      Array.from({ length: count }, (_, n) => ({
        child_id: child,
        id: id(`${who} ${due} ${kind} ${child} ${n}`),
        kind,
        engagement_id: engagementOf(who),
        due_on: due,
        made_at: noon,
      })),
    )
    .execute()

beforeEach(async () => {
  await world()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara', 'jonas')
})

describe('what Maja waits for from others', () => {
  it('is said with who has it, what is late first, and her own is not there', async () => {
    await waits('petra', '2026-11-25', 'review_support')
    await waits('sofia', '2026-11-20', 'answer_question')
    await waits('maja', '2026-11-24', 'gather')
    const page = await pageOf('maja', others)
    expect(page).toMatch(
      /Har dröjt.*Sofia Lund, Elevhälsan i Alvesta: Svara på en fråga.*På väg.*Petra Ek, Furuskolan/s,
    )
    expect([rows(page), page.includes('Samla det')]).toEqual([2, false])
    expect((await auditRows()).at(-1)).toEqual(['maja', 'tasks.others', 'done', expect.anything()])
  })

  it('also of the family, and of whoever has a link', async () => {
    await askFamily(['familjestod'])
    const asked = await as('maja').post(paths.wheel.askAdult.to({ childId: lisa }), {
      voice: 'new_adult',
      adultCalled: 'tränaren',
      adultName: 'Kalle',
      area: 'home',
      question: 'Hemligt?',
      dueOn: '2026-12-01',
      basis: 'consent',
      yes: 'Sara',
      why: 'De ses.',
      confirmed: 'ja',
    })
    expect(asked.status).toBe(303)
    const page = await pageOf('maja', others)
    for (const text of ['Familjens svar om samtycke', 'Svar på en fråga med länk'])
      expect(page).toContain(text)
    for (const text of ['Hemligt', 'Kalle', 'tränaren']) expect(page).not.toContain(text)
  })

  it('is nothing to Petra, who works with Lisa and is not responsible, nor to another school', async () => {
    await waits('maja', '2026-11-25')
    await waits('sofia', '2026-11-25', 'answer_question')
    for (const who of ['petra', 'eva', 'sofia'] as const)
      expect([who, await pageOf(who, others)]).toEqual([who, expect.stringContaining('väntar inte på någon')])
  })

  it('comes to Stig the day Maja has left', async () => {
    await waits('petra', '2026-11-26', 'review_support')
    await waits('maja', '2026-11-26')
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-23' })
      .where('id', '=', engagementOf('maja'))
      .execute()
    await admin
      .updateTable('unit_function')
      .set({ holder_engagement_id: engagementOf('stig') })
      .where('unit_id', '=', id('furuskolan'))
      .where('kind', '=', 'best_interests_lead')
      .execute()
    const page = await pageOf('stig', others)
    expect([rows(page), page.includes('Petra Ek')]).toEqual([1, true])
  })

  it('comes fifty at a time, each once', async () => {
    await waits('petra', '2026-11-26', 'review_support', lisa, 60)
    const first = await pageOf('maja', others)
    const second = await pageOf('maja', /href="([^"]*efter=[^"]*)"/.exec(first)?.[1] ?? '')
    expect([rows(first), rows(second), second.includes('efter=')]).toEqual([50, 10, false])
  })
})

describe('the days that come', () => {
  it('are Maja’s meetings and follow-ups, the nearest first, and not what has been', async () => {
    await lisasPlan()
    await callMeeting({ units: id('familjestod') })
    const page = await pageOf('maja', dates)
    expect(page).toMatch(/Samverkansmöte.*klockan 14\.30/s)
    expect(page).toContain('Uppföljning av planen')
    expect(page).not.toContain('lugna')
    setClock(new Date('2027-11-24T11:00:00Z'))
    expect(await pageOf('maja', dates)).toContain('Inget är inbokat')
  })

  it('are nobody else’s', async () => {
    await callMeeting()
    for (const who of ['petra', 'eva', 'sofia'] as const)
      expect([who, await pageOf(who, dates)]).toEqual([who, expect.stringContaining('Inget är inbokat')])
  })
})

describe('how the unit is doing', () => {
  const of = async (who: Person, name: string) =>
    new RegExp(`${name}</h2>.*?</section>`, 's')
      .exec(await pageOf(who, load))?.[0]
      .replaceAll(/<[^>]+>/g, ' ')

  it('Maja and Stig see counts for each one, and no child; few are not told apart', async () => {
    await waits('petra', '2026-11-20', 'gather', lisa, 3)
    await waits('petra', '2026-11-26', 'gather', lisa, 4)
    for (const who of ['maja', 'stig'] as const)
      expect(await of(who, 'Petra Ek')).toMatch(
        /håller ihop|hålla ihop för\s+Inga\s+Uppgifter\s+7\s+Har blivit liggande\s+1–4/,
      )
    expect(await of('maja', 'Maja Lindgren')).toMatch(/hålla ihop för\s+1–4\s+Uppgifter\s+Inga/)
    const page = await pageOf('maja', load)
    for (const text of ['Lisa', 'Holmgren', 'Sofia', lisa]) expect(page).not.toContain(text)
    expect(await pageOf('maja', paths.tasks.to({}))).toContain('Så har arbetslaget det')
    expect(await pageOf('petra', paths.tasks.to({}))).not.toContain('Så har arbetslaget det')
  })

  it('counts nothing of a child whose places are hidden, nor of the leader’s own', async () => {
    await waits('petra', '2026-11-20', 'gather', lisa, 6)
    expect(await of('maja', 'Petra Ek')).toMatch(/Uppgifter\s+6/)
    await protectLisa()
    expect(await of('maja', 'Petra Ek')).toMatch(/Uppgifter\s+Inga/)
    await assign('petra', nils, 'work')
    await waits('petra', '2026-11-20', 'gather', nils, 5)
    expect(await of('maja', 'Petra Ek')).toMatch(/Uppgifter\s+5/)
    await admin
      .insertInto('guardianship')
      .values({
        child_id: nils,
        person_id: id('maja'),
        called: 'mamma',
        source: 'folkbokföringen',
        checked_at: noon,
        valid_from: '2018-03-14',
      })
      .execute()
    expect(await of('maja', 'Petra Ek')).toMatch(/Uppgifter\s+Inga/)
  })

  it('is for whoever leads the unit; to everybody else it is not there, in the database too', async () => {
    const missing = await pageOf('eva', '/ingenting')
    for (const who of ['petra', 'ingrid', 'sara', 'lisaSelf'] as const) {
      const answer = await as(who).get(load)
      const page = await answer.text()
      const isLead = who === 'ingrid'
      if (!isLead) expect([who, answer.status, page]).toEqual([who, 404, missing])
      const seen = await behindTheWalls(who, undefined, (trx) => sql`select * from unit_load()`.execute(trx))
      expect([who, seen.rows.length > 0]).toEqual([who, answer.status === 200])
      expect(page).not.toContain('Petra Ek')
    }
  })

  it('none of it is for the family', async () => {
    const missing = await pageOf('eva', '/ingenting')
    for (const path of [others, dates]) expect(await pageOf('sara', path)).toBe(missing)
  })
})
