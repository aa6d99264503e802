import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, protectLisa } from '#test/arrange.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { appointReviewers, giveLisaANumber, lisasNumber } from '#test/reviewers.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  nils,
  noon,
  type Person,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const list = paths.review.list.to({})
const night = new Date('2026-11-23T22:30:00Z')
const opens = (who: Person, child = lisa) => as(who).get(paths.child.to({ childId: child }))
const listOf = async (who: Person) => {
  const page = await (await as(who).get(list)).text()
  return page.slice(page.indexOf('<main'))
}
/** The addresses of the lines in somebody's list. */
const linesOf = async (who: Person) => [
  ...new Set(
    [...(await listOf(who)).matchAll(/href="(\/granskning\/[0-9a-f-]{36})"/g)].map(([, line = '']) => line),
  ),
]
const firstLineOf = async (who: Person) => (await linesOf(who))[0] ?? 'none'
const found = { outcome: 'fine', words: 'Vi talade om <kvällen>, och det var rätt.' }
const reviews = () => admin.selectFrom('log_review').selectAll().execute()
const emergency = (who: Person) =>
  as(who).post(paths.emergency.ask.to({}), {
    number: lisasNumber,
    ground: 'nagon_i_fara',
    why: 'Någon <jagas> av en bil.',
  })

/** Children whom Petra knows from the classroom. */
async function moreChildren(count: number): Promise<string[]> {
  const children = Array.from({ length: count }, (_, place) => id(`child ${place}`))
  await admin
    .insertInto('child')
    .values(
      children.map((child) => ({
        id: child,
        given_name: 'Barn',
        family_name: 'Ett',
        born_on: '2017-01-01',
        made_at: noon,
      })),
    )
    .execute()
  for (const child of children) {
    await deps.vault.newBox(admin, child)
    await assign('petra', child, 'ordinary')
  }
  return children
}

describe('somebody looks through what the log says', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await appointReviewers()
  })

  it('an ordinary day of work is not on the list', async () => {
    await opens('petra')
    expect(await linesOf('maja')).toEqual([])
    expect(await listOf('maja')).toContain('Inget väntar på granskning')
  })

  it.each<[string, Person, () => Promise<unknown>, string]>([
    ['at night', 'petra', async () => setClock(night), 'Mellan klockan 22 och 6'],
    [
      'a child she does not work with, although nothing opened',
      'eva',
      async () => undefined,
      'Arbetade inte med barnet då',
    ],
    [
      'a child with her own surname',
      'petra',
      () =>
        admin.updateTable('person').set({ family_name: 'Holmgren' }).where('id', '=', id('petra')).execute(),
      'Samma efternamn som barnet',
    ],
    [
      'what may be her own child',
      'petra',
      () =>
        admin
          .updateTable('person')
          .set({ given_name: 'Jonas', family_name: 'Berg' })
          .where('id', '=', id('petra'))
          .execute(),
      'Kan vara eget barn',
    ],
  ])('%s: it is there the same day, with who and why and without the child', async (_, who, arrange, why) => {
    await arrange()
    await opens(who)
    setClock(inHours(1))
    const page = await listOf('maja')
    expect(page).toContain(why)
    for (const secret of ['Lisa', lisa]) expect(page).not.toContain(secret)
    expect(await linesOf('maja')).toHaveLength(1)
  })

  it('a child with protection is on the list whoever opened it', async () => {
    await opens('petra')
    await protectLisa()
    expect(await listOf('maja')).toContain('Barnet har skyddade uppgifter')
    const page = await (await as('maja').get(await firstLineOf('maja'))).text()
    expect(page).toContain('Skyddad person')
  })

  it('what Petra told another unit in an emergency is there at once, without the child', async () => {
    await admin
      .insertInto('access_grant')
      .values({
        child_id: lisa,
        id: id('told in an emergency'),
        kind: 'party',
        part: 'own',
        reads_from: noon,
        from_secrecy_unit_id: id('wall furuskolan'),
        to_unit_id: id('elevhalsan'),
        legal_ground: 'nod',
        decided_by: id('petra'),
        decided_at: noon,
        valid_to: inHours(24),
      })
      .execute()
    const page = await listOf('maja')
    expect(page).toContain('Berättade något för en annan verksamhet i akut fara')
    expect(page).not.toContain('Lisa')
    expect(await (await as('maja').get(paths.tasks.to({}))).text()).toContain('Granska')
    const line = await firstLineOf('maja')
    expect((await as('maja').post(line, found)).status).toBe(303)
    expect(await listOf('maja')).not.toContain('akut fara')
  })

  it('opened, it tells which child and what was done when, and that is logged as well', async () => {
    setClock(night)
    await opens('petra')
    await as('petra').get(paths.plan.show.to({ childId: lisa }))
    setClock(inHours(1))
    const page = await (await as('maja').get(await firstLineOf('maja'))).text()
    for (const words of [
      'Petra Ek',
      'Lisa Holmgren',
      '23.30 läste barnets sida',
      'försökte öppna Barnets plan',
    ])
      expect(page).toContain(words)
    expect((await auditRows()).at(-1)?.slice(0, 3)).toEqual(['maja', 'review.open-line', 'done'])
    const last = await admin
      .selectFrom('audit_event as a')
      .innerJoin('audit_subject as s', 's.event_id', 'a.id')
      .select(['a.act', 's.child_id'])
      .where('a.act', '=', 'review.open-line')
      .execute()
    expect(last).toEqual([{ act: 'review.open-line', child_id: lisa }])
  })

  it('what Maja found is kept, sealed, once, and nobody changes it', async () => {
    setClock(night)
    await opens('petra')
    setClock(inHours(1))
    const line = await firstLineOf('maja')
    const submission = id('review')
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(line, { ...found, submission })).headers.get('location')).toBe(list)
    const [review, ...more] = await reviews()
    expect(more).toEqual([])
    expect(review).toMatchObject({
      person_id: id('petra'),
      reviewed_by: id('maja'),
      outcome: 'fine',
      rules: ['night'],
    })
    expect(review?.body.includes('rätt')).toBe(false)
    const page = await listOf('maja')
    expect(page).toContain('Inget väntar på granskning')
    expect(page).toContain('Vi talade om &lt;kvällen&gt;')
    expect((await as('maja').get(line)).status).toBe(404)
    await expect(
      behindTheWalls('maja', undefined, (trx) => sql`update log_review set outcome = 'wrong'`.execute(trx)),
    ).rejects.toThrow('permission denied')
    // What she does afterwards that day is a new line to look at.
    setClock(night)
    await admin
      .updateTable('log_review')
      .set({ reviewed_at: new Date(night.getTime() - 60_000) })
      .execute()
    expect(await linesOf('maja')).toEqual([line])
  })

  it('nobody reviews themselves: Maja’s line is Stig’s', async () => {
    setClock(night)
    await opens('maja')
    setClock(inHours(1))
    expect(await linesOf('maja')).toEqual([])
    const line = await firstLineOf('stig')
    expect((await as('maja').get(line)).status).toBe(404)
    expect((await as('maja').post(line, found)).status).toBe(404)
    expect((await as('stig').post(line, found)).status).toBe(303)
    expect((await reviews())[0]).toMatchObject({ person_id: id('maja'), reviewed_by: id('stig') })
    expect(await listOf('maja')).not.toContain('kvällen')
  })

  it('what lies for three days is Stig’s too; the one who comes second sees what the first found', async () => {
    setClock(night)
    await opens('petra')
    const hoursLater = (hours: number) => setClock(new Date(night.getTime() + hours * 3_600_000))
    hoursLater(71)
    expect(await linesOf('stig')).toEqual([])
    hoursLater(73)
    const line = await firstLineOf('stig')
    expect((await as('stig').post(line, found)).status).toBe(303)
    const second = await as('maja').post(line, { outcome: 'wrong', words: 'Jag såg något annat.' })
    expect(second.status).toBe(409)
    const page = await second.text()
    for (const words of ['Jag såg något annat.', 'Vi talade om', 'Stig Åberg']) expect(page).toContain(words)
    expect(await reviews()).toHaveLength(1)
  })

  it('is for reviewers only, gives the form back, and shows nothing without the log', async () => {
    setClock(night)
    await opens('petra')
    setClock(inHours(1))
    const line = await firstLineOf('maja')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['eva', 'petra', 'sofia', 'sara', 'lisaSelf'] as const)
      for (const answer of [
        await as(who).get(list),
        await as(who).get(line),
        await as(who).post(line, found),
        await as(who).post(paths.review.draw.to({})),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    const wrong = await as('maja').post(line, { ...found, outcome: 'nothing' })
    const page = await wrong.text()
    expect([wrong.status, page.includes('href="#outcome"'), page.includes('&lt;kvällen&gt;')]).toEqual([
      422,
      true,
      true,
    ])
    for (const answer of [
      await withoutAudit(() => as('maja').get(list)),
      await withoutAudit(() => as('maja').get(line)),
      await withoutAudit(() => as('maja').post(line, found)),
    ]) {
      expect(answer.status).toBe(503)
      expect(await answer.text()).not.toContain('Lisa')
    }
    expect(await reviews()).toEqual([])
  })

  it('a week’s sample is drawn once, by chance, and stays the same', async () => {
    for (const day of [16, 17, 18, 19, 20])
      for (const who of ['petra', 'stig'] as const) {
        setClock(new Date(`2026-11-${day}T09:00:00Z`))
        await opens(who)
      }
    setClock(noon)
    expect(await linesOf('maja')).toEqual([])
    const draw = () => as('maja').post(paths.review.draw.to({}))
    expect((await draw()).headers.get('location')).toBe(list)
    const drawn = await linesOf('maja')
    expect(drawn).toHaveLength(5)
    await draw()
    expect(await linesOf('maja')).toEqual(drawn)
    expect(await listOf('maja')).not.toContain('Dra stickprov')
    await expect(
      behindTheWalls('petra', undefined, (trx) =>
        sql`insert into review_draw values (${id('furuskolan')}, '2026-10-05', 'x', ${id('petra')}, asked_at())`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow('row-level security')
  })

  describe('after an emergency', () => {
    const inLog = (who: Person) =>
      behindTheWalls(who, lisa, async (trx) => {
        const { rows } = await sql<{ unit_name: string; title: string; ground: string }>`
          select unit_name, title, ground from opened_in_emergency()`.execute(trx)
        return rows
      })
    const evas = [{ unit_name: 'Lillåskolan', title: 'rektor', ground: 'nagon_i_fara' }]
    beforeEach(async () => {
      await world()
      await lisaWithPlan()
      await giveLisaANumber()
      await appointReviewers()
      await emergency('eva')
    })

    it('Maja is told at once, reads why, and must say whether the family may know', async () => {
      expect(await (await as('maja').get(paths.tasks.to({}))).text()).toContain('Något behöver granskas nu')
      for (const who of ['stig', 'eva', 'petra'] as const)
        expect(await (await as(who).get(paths.tasks.to({}))).text()).not.toContain(
          'Något behöver granskas nu',
        )
      const page = await listOf('maja')
      expect(page).toContain('Öppnade en plan i en nödsituation')
      expect(page).not.toContain('Lisa')
      const line = await firstLineOf('maja')
      const opened = await (await as('maja').get(line)).text()
      for (const words of ['Eva Nord', 'Lisa Holmgren', 'Någon &lt;jagas&gt; av en bil.', 'Någon annans liv'])
        expect(opened).toContain(words)
      expect((await as('maja').post(line, found)).status).toBe(422)
      expect(await inLog('sara')).toEqual([])
      expect((await as('maja').post(line, { ...found, harms: 'no' })).status).toBe(303)
      for (const who of ['sara', 'jonas'] as const) expect(await inLog(who)).toEqual(evas)
      for (const who of ['petra', 'eva', 'karin'] as const) expect(await inLog(who)).toEqual([])
      const sarasPage = await (await as('sara').get(paths.readerLog.show.to({ childId: lisa }))).text()
      for (const words of ['En rektor på Lillåskolan öppnade planen', 'Någon annans liv eller hälsa'])
        expect(sarasPage).toContain(words)
      for (const secret of ['Eva', 'jagas']) expect(sarasPage).not.toContain(secret)
    })

    it('what can harm is kept from the family, and considered again', async () => {
      const line = await firstLineOf('maja')
      await as('maja').post(line, { ...found, harms: 'yes' })
      expect(await inLog('sara')).toEqual([])
      expect(await linesOf('maja')).toEqual([])
      setClock(inHours(24 * 95))
      expect(await linesOf('maja')).toEqual([line])
      await as('maja').post(line, { ...found, harms: 'no' })
      expect(await inLog('sara')).toEqual(evas)
    })

    it('a guardian from whom the unit is kept never reads of it', async () => {
      await as('maja').post(await firstLineOf('maja'), { ...found, harms: 'no' })
      await bar('jonas', id('lillaskolan'))
      expect(await inLog('jonas')).toEqual([])
      expect(await inLog('sara')).toEqual(evas)
    })

    it('unread for six days it is anybody’s in the authority who reviews, and they see alarms only', async () => {
      await admin
        .updateTable('secrecy_unit')
        .set({ authority_id: id('authority furuskolan') })
        .where('id', '=', id('wall elevhalsan'))
        .execute()
      await admin
        .insertInto('unit_function')
        .values({
          unit_id: id('elevhalsan'),
          kind: 'log_reviewer',
          holder_engagement_id: engagementOf('sofia'),
          stand_in_engagement_id: engagementOf('sofia'),
        })
        .execute()
      setClock(new Date(noon.getTime() - 14 * 3_600_000))
      await opens('petra')
      setClock(inHours(143))
      expect(await linesOf('sofia')).toEqual([])
      setClock(inHours(144))
      expect(await linesOf('sofia')).toHaveLength(1)
      expect(await linesOf('maja')).toHaveLength(2)
    })

    it('unread for three days it is Stig’s as well', async () => {
      setClock(inHours(71))
      expect(await linesOf('stig')).toEqual([])
      setClock(inHours(72))
      expect(await linesOf('stig')).toHaveLength(1)
    })
  })

  it.each([
    ['four, a day of four children is looked at', 4, 1],
    ['six, it is usual work', 6, 0],
    ['sixty, it is usual work', 60, 0],
  ])('where the organisation asks for a reason after %s', async (_, decided, looked) => {
    await sql`insert into organisation_setting
      values (${id('authority furuskolan')}, ${inHours(-1)}, false, 'best_interests_lead', ${decided}, 20, 3, 'Dnr 1', 'arvid',
        ${id('decided')}, '')`.execute(admin)
    for (const child of await moreChildren(4)) expect((await opens('petra', child)).status).toBe(200)
    expect((await listOf('maja')).match(/Öppnade många barn samma dag/g) ?? []).toHaveLength(looked)
  })

  it('after forty children in a day Petra says why, goes on, and Maja reads it', async () => {
    const children = await moreChildren(42)
    for (const child of children.slice(0, 40)) expect((await opens('petra', child)).status).toBe(200)
    const stopped = await opens('petra', children[40])
    const there = stopped.headers.get('location') ?? ''
    expect([stopped.status, there]).toEqual([
      303,
      `${paths.manyChildren.to({})}?${new URLSearchParams({ efter: `/barn/${children[40]}` })}`,
    ])
    // A child that Petra does not know is as hidden as ever, one already opened stays open, and so does telling.
    expect((await opens('petra', nils)).status).toBe(404)
    expect((await opens('petra', children[0])).status).toBe(200)
    const tell = paths.noticing.noticeChild.to({ childId: children[41] ?? '' })
    expect((await as('petra').get(tell)).status).toBe(200)
    expect((await as('petra').post(paths.manyChildren.to({}), { why: '' })).status).toBe(422)
    const form = {
      why: 'Vi gör klasslistor i dag.',
      efter: `/barn/${children[40]}`,
      submission: id('reason'),
    }
    for (let time = 0; time < 2; time++)
      expect((await as('petra').post(paths.manyChildren.to({}), form)).headers.get('location')).toBe(
        form.efter,
      )
    expect((await opens('petra', children[40])).status).toBe(200)
    expect((await as('sara').post(paths.manyChildren.to({}), form)).status).toBe(404)
    const page = await listOf('maja')
    expect(page).toContain('Skrev varför det behövdes många barn')
    expect(page.match(/Öppnade många barn samma dag/g)).toHaveLength(1)
    expect(await (await as('maja').get(await firstLineOf('maja'))).text()).toContain(
      'Vi gör klasslistor i dag.',
    )
  }, 60_000)
})
