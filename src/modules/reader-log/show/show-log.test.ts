import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan, lisasPlanId } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.readerLog.show.to({ childId: lisa })
const plan = paths.plan.show.to({ childId: lisa })
const tomorrow = () => setClock(inHours(24))

const log = async (who: Person, query = '') => (await as(who).get(`${address}${query}`)).text()
/** What stands in the list of who has read, as plain text. */
const lines = async (who: Person, query = '') => {
  const list = /<section id="lasning".*?<\/section>/s.exec(await log(who, query))?.[0] ?? ''
  return list
    .replace(/<p class="no-print.*?<\/p>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

describe('who has read about Lisa', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await lisasPlan()
    await joined('sofia', 'elevhalsan')
  })

  it('the nurse reads the plan on Tuesday, and the guardians see it from Wednesday', async () => {
    expect((await as('sofia').get(plan)).status).toBe(200)
    for (const who of ['sara', 'jonas'] as const) expect(await lines(who)).not.toContain('skolsköterska')
    tomorrow()
    for (const who of ['sara', 'jonas'] as const) {
      const page = await log(who)
      expect(page).toContain('datetime="2026-11-24"')
      expect(await lines(who)).toContain(
        'En skolsköterska på Elevhälsan i Alvesta läste planen, för att veta vem som gör vad .'.replace(
          ' .',
          '.',
        ),
      )
      // Neither who nor when.
      for (const hidden of ['Sofia', 'Lund', '12.00']) expect(page).not.toContain(hidden)
    }
  })

  it('reads again and again on a day, and it is one line', async () => {
    for (let time = 0; time < 3; time++) await as('sofia').get(plan)
    tomorrow()
    expect((await lines('sara')).match(/skolsköterska/g)).toHaveLength(1)
  })

  it('reads for several things, and it is told once with all that it was for', async () => {
    await as('maja').get(plan)
    await as('maja').get(paths.plan.agree.to({ childId: lisa }))
    tomorrow()
    expect(await lines('sara')).toContain(
      'läste planen, för att veta vem som gör vad och för att säga om de är med på den.',
    )
  })

  it('what was refused was not read, and what does not show Lisa’s things is not told', async () => {
    await as('ali').get(plan)
    await as('maja').get(paths.family.bar.to({ childId: lisa }))
    await as('petra').get(paths.noticing.noticeChild.to({ childId: lisa }))
    tomorrow()
    expect(await lines('sara')).toContain('Här finns inget att visa')
  })

  it('those who carry the matter are told of as everybody else', async () => {
    await as('maja').get(paths.child.to({ childId: lisa }))
    await as('maja').get(paths.wheel.show.to({ childId: lisa }))
    tomorrow()
    const page = await lines('sara')
    expect(page).toContain('En rektor på Furuskolan')
    expect(page).toContain('läste sidan om Lisa, för att se vad som händer sen')
  })

  it('Sara sees what she has read herself; nobody else in the family does', async () => {
    await as('sara').get(plan)
    await as('lisaSelf').get(paths.plan.childsReading.to({ childId: lisa }))
    tomorrow()
    expect(await lines('sara')).toContain('Du läste planen.')
    for (const who of ['jonas', 'lisaSelf'] as const) expect(await lines(who)).not.toContain('Du läste')
  })

  it('Jonas, who must not know, has no such page, and it is the same with and without a line', async () => {
    await bar('jonas')
    const before = await (await as('jonas').get(address)).text()
    await as('sofia').get(plan)
    tomorrow()
    const after = await as('jonas').get(address)
    expect([after.status, await after.text()]).toEqual([404, before])
    // Lisa's eID may be in his hand.
    expect(await lines('lisaSelf')).not.toContain('skolsköterska')
    expect(await lines('sara')).toContain('skolsköterska')
  })

  it('a unit that Jonas must not know of leaves no line for him, nor for Lisa', async () => {
    await bar('jonas', id('elevhalsan'))
    tomorrow()
    const without = await Promise.all([log('jonas'), log('lisaSelf')])
    setClock(inHours(0))
    await as('sofia').get(plan)
    tomorrow()
    const same = (page: string) => page.replace(/name="submission" value="[^"]*"/g, '')
    expect((await Promise.all([log('jonas'), log('lisaSelf')])).map(same)).toEqual(without.map(same))
    expect(await lines('sara')).toContain('skolsköterska')
  })

  it('a meeting that is hidden from Jonas leaves no line for him when it is read', async () => {
    const meetingId = id('lisas meeting')
    await admin
      .insertInto('meeting')
      .values({
        child_id: lisa,
        id: meetingId,
        matter_id: lisasMatter,
        state: 'called',
        starts_at: inHours(100),
        minutes: 45,
        made_by: id('maja'),
        made_at: inHours(0),
      })
      .execute()
    await bar('jonas', meetingId)
    await as('maja').get(paths.meeting.show.to({ childId: lisa, meetingId }))
    tomorrow()
    expect(await lines('jonas')).not.toContain('om mötet')
    expect(await lines('sara')).toContain('läste om mötet, inför mötet')
  })

  it('what somebody reads in a matter that one has not been told of is not told either', async () => {
    await admin.deleteFrom('family_talk').where('person_id', '=', id('jonas')).execute()
    await as('sofia').get(plan)
    await as('maja').get(paths.wheel.show.to({ childId: lisa }))
    tomorrow()
    expect((await as('jonas').get(address)).status).toBe(404)
    expect(await lines('lisaSelf')).toContain('inget att visa')
    expect(await lines('sara')).toContain('skolsköterska')
  })

  it('the name of a place that Sara does not know of is not there, and no name at all when Lisa is protected', async () => {
    await admin
      .insertInto('audit_event')
      .values({
        child_id: lisa,
        id: deps.newId(),
        at: inHours(0),
        actor_id: id('eva'),
        engagement_id: id('eva at lillaskolan'),
        act: 'plan.show',
        outcome: 'done',
        object_id: lisasPlanId,
        request_id: deps.newId(),
        digest: Buffer.from('x'),
      })
      .execute()
    await as('sofia').get(plan)
    tomorrow()
    const page = await lines('sara')
    expect(page).toContain('En rektor på en skola läste planen')
    expect(page).not.toContain('Lillåskolan')
    await sql`update child set protection = 'sekretessmarkering', given_name = null, family_name = null, born_on = null,
      identity_sealed = 'x' where id = ${lisa}`.execute(admin)
    expect(await lines('sara')).toContain('En skolsköterska i elevhälsan läste planen')
  })

  it('a controller may choose that names are shown; a protected colleague has none', async () => {
    await sql`insert into organisation_setting
      values (${id('authority elevhalsan')}, ${inHours(0)}, true, 'best_interests_lead', 40, 20, 3, 'Dnr 1', 'arvid',
        ${id('decided')}, '')`.execute(admin)
    await as('sofia').get(plan)
    await as('maja').get(plan)
    tomorrow()
    const page = await lines('sara')
    expect(page).toContain('Sofia Lund, skolsköterska på Elevhälsan i Alvesta, läste planen')
    expect(page).not.toContain('Maja')
  })

  it('is read a month at a time, as far back as Sara has been told, and no further', async () => {
    await as('sofia').get(plan)
    setClock(new Date('2027-01-10T11:00:00Z'))
    const january = await log('sara')
    expect(january).toContain('Januari 2027')
    expect(january).toContain('?manad=2026-12"')
    expect(january).not.toContain('Nyare')
    const november = await log('sara', '?manad=2026-11')
    expect(november).toContain('skolsköterska')
    expect(november).not.toContain('Äldre')
    for (const query of ['?manad=2026-10', '?manad=2027-02', '?manad=x', '?manad=2026-13'])
      expect(await log('sara', query)).toContain('Januari 2027')
  })

  it('is hidden from everybody else, leaves one row, and shows nothing without it', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['maja', 'sofia', 'eva', 'karin', 'petra'] as const)
      for (const child of [lisa, unknownChild]) {
        const there = paths.readerLog.show.to({ childId: child })
        for (const answer of [await as(who).get(there), await as(who).post(there, { line: id('x') })])
          expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      }
    const before = (await auditRows()).length
    await log('sara')
    expect((await auditRows()).slice(before)).toEqual([['sara', 'reader-log.show', 'done', lisa]])
    expect((await withoutAudit(() => as('sara').get(address))).status).toBe(503)
  })

  it('behind the pages, nobody but the family gets a line, and no audit row is readable', async () => {
    await as('sofia').get(plan)
    tomorrow()
    const seen = (who: Person) =>
      behindTheWalls(who, lisa, async (trx) => {
        const { rows } = await sql`select * from reader_log(${lisa}, '2020-01-01', '2030-01-01')`.execute(trx)
        return rows.length
      })
    for (const who of ['maja', 'sofia', 'eva', 'karin'] as const)
      expect([who, await seen(who)]).toEqual([who, 0])
    expect(await seen('sara')).toBe(1)
    await expect(
      behindTheWalls('eva', lisa, (trx) => sql`select units_i_know(${lisa})`.execute(trx)),
    ).rejects.toThrow('permission denied')
    await expect(
      behindTheWalls('sara', lisa, (trx) => trx.selectFrom('audit_event').select('id').execute()),
    ).rejects.toThrow('permission denied')
  })
})
