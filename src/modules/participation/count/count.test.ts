import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import { appointed } from '#test/arrange-organisation.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { headingsIn } from '#test/pdf.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  type Person,
  world,
} from '#test/world.ts'

const at = { childId: lisa }
const ids = { ...at, occasionId: meetingId }
const count = paths.participation.count.to(ids)
const slips = paths.participation.slips.to(ids)
const read = async (who: Person, address = count) => (await as(who).get(address)).text()
const counted = async () =>
  (
    await admin
      .selectFrom('participation_count')
      .select(['voice', 'question', 'answer', 'number'])
      .orderBy(sql`voice, question, answer`)
      .execute()
  ).map((row) => [row.voice, row.question, row.answer, row.number])

/** Sara and Jonas have each filled in a slip, Lisa one question of hers. */
const papers = {
  'guardian-knows_plan-yes': '1',
  'guardian-knows_plan-no': '1',
  'guardian-took_part-yes': '2',
  'child-took_part-partly': '1',
}

async function met() {
  await lisaWithPlan()
  await callMeeting()
  await admin
    .updateTable('meeting')
    .set({ state: 'held', starts_at: inHours(-24) })
    .execute()
}

describe('the answers on paper after the meeting', () => {
  beforeEach(async () => {
    await world()
    await met()
  })

  it('Maja prints slips without a name, and counts what came back; nothing of a single paper is kept', async () => {
    expect(await read('maja', meetingAddress('show'))).toContain(`href="${count}"`)
    const page = await read('maja')
    for (const text of [
      'Lappen från barnet',
      'Lapparna från vårdnadshavarna',
      `action="${slips}"`,
      'Vet du vad planen är?',
    ])
      expect(page).toContain(text)
    const paper = await as('maja').get(slips)
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(Buffer.from(await paper.arrayBuffer()).toString('latin1')).toContain('pdfuaid:part>1<')
    const sent = await as('maja').post(count, { submission: id('papers'), ...papers })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, count])
    expect(await counted()).toEqual([
      ['child', 'took_part', 'partly', 1],
      ['guardian', 'knows_plan', 'yes', 1],
      ['guardian', 'knows_plan', 'no', 1],
      ['guardian', 'took_part', 'yes', 2],
    ])
    const after = await read('maja')
    expect(after).toContain('Maja Lindgren räknade dem')
    expect(after).not.toContain('Räkna in svaren')
    expect((await auditRows()).filter(([, act]) => act === 'participation.count')).toEqual([
      ['maja', 'participation.count', 'done', lisa],
    ])
  })

  it('the same sending twice is once; another of the same meeting is not counted, and says so', async () => {
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(count, { submission: id('papers'), ...papers })).status).toBe(303)
    const again = await as('maja').post(count, { submission: id('papers again'), ...papers })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('Det du skrev nu räknades inte')
    expect((await counted()).map(([, , , number]) => number)).toEqual([1, 1, 1, 2])
  })

  it('an error stands at what was written, and the boxes are said to be left empty once', async () => {
    const typed = { 'guardian-took_part-no': '3' }
    const page = await (await as('maja').post(count, { submission: id('papers'), ...typed })).text()
    expect(page).toContain('href="#guardian-took_part-no"')
    expect(page).not.toContain('guardian-took_part-yes-fel')
    expect(page).not.toContain('(frivilligt)')
    expect(page.indexOf('behöver rättas')).toBeLessThan(page.indexOf('Så gör du'))
  })

  it('the slips are in the language that Maja prints them in', async () => {
    const printed = async (query: string) =>
      headingsIn(Buffer.from(await (await as('maja').get(`${slips}${query}`)).arrayBuffer()))
    const slipsOf = (words: string[]) => words.filter((text) => text === 'Hur var mötet för dig?')
    expect(slipsOf(await printed('')), 'one for Lisa, one for each parent').toHaveLength(3)
    expect(await printed('?sprak=so')).toContain('Sidee ayuu kulanku kuu ahaa?')
    expect(await printed('?sprak=so')).not.toContain('Hur var mötet för dig?')
  })

  it.each([
    ['no numbers', {}, 'på minst en fråga'],
    ['a word', { 'child-took_part-yes': 'en' }, 'Skriv hur många med siffror'],
    [
      'two children',
      { 'child-took_part-yes': '1', 'child-took_part-no': '1' },
      'Fick du vara med? Barnet kan bara ha ett svar här',
    ],
    [
      'three guardians',
      { 'guardian-took_part-yes': '3' },
      'Fick du vara med? Det kan bara vara 2 svar här, ett för varje vårdnadshavare.',
    ],
  ])('%s is asked about again, with what was written, and nothing is counted', async (_, typed, error) => {
    const answer = await as('maja').post(count, { submission: id('papers'), ...typed })
    const page = await answer.text()
    expect([answer.status, page.includes(error)]).toEqual([422, true])
    for (const value of Object.values(typed)) expect(page).toContain(`value="${value}"`)
    expect(await counted()).toEqual([])
  })

  it('only whoever is accountable: not a colleague with the work, another unit or the family', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    await admin
      .updateTable('assignment')
      .set({ kind: 'work' })
      .where('engagement_id', '=', engagementOf('petra'))
      .execute()
    for (const who of ['petra', 'ali', 'ingrid', 'sara', 'jonas', 'lisaSelf', 'eva'] as const) {
      expect([who, (await read(who, meetingAddress('show'))).includes(count)]).toEqual([who, false])
      for (const answer of [
        await as(who).get(count),
        await as(who).get(slips),
        await as(who).post(count, { submission: id('papers'), ...papers }),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
    const asPetra = behindTheWalls('petra', lisa, (trx) =>
      sql`select count_participation(${lisa}, ${meetingId}, ${id('papers')}::uuid, '{child}', '{took_part}', '{yes}', '{1}')`.execute(
        trx,
      ),
    )
    await expect(asPetra).rejects.toThrow(/nobody who is accountable/)
    expect(await counted()).toEqual([])
  })

  it('the database counts no more answers than there are people, and none that is asked of staff', async () => {
    for (const [voice, question, number] of [
      ['child', 'took_part', 2],
      ['guardian', 'took_part', 3],
      ['guardian', 'took_part', 0],
      ['guardian', 'better_support', 1],
      ['professional', 'took_part', 1],
    ] as const)
      await expect(
        behindTheWalls('maja', lisa, (trx) =>
          sql`select count_participation(${lisa}, ${meetingId}, ${id('papers')}::uuid, ${[voice]}::voice[],
            ${[question]}::participation_question[], '{yes}', ${[number]}::int[])`.execute(trx),
        ),
      ).rejects.toThrow(/more answers than there are people/)
  })

  it('nobody reads how many papers there were', async () => {
    await as('maja').post(count, { submission: id('papers'), ...papers })
    for (const column of ['children', 'guardians'] as const)
      await expect(
        behindTheWalls('maja', lisa, (trx) =>
          trx.selectFrom('participation_on_paper').select(column).execute(),
        ),
      ).rejects.toThrow(/permission denied/)
  })

  it('a meeting that Maja does not know of, or that is long over, has no papers to count', async () => {
    const other = paths.participation.count.to({ ...at, occasionId: id('another meeting') })
    expect((await as('maja').get(other)).status).toBe(404)
    await bar('jonas', meetingId)
    expect((await as('maja').get(count)).status).toBe(200)
    await admin
      .updateTable('meeting')
      .set({ starts_at: inHours(-24 * 30) })
      .execute()
    expect((await as('maja').get(count)).status).toBe(404)
  })
})

describe('what is told of papers', () => {
  const summer = '2026-07-01'
  const authority_id = id('authority furuskolan')
  const told = async () =>
    (
      await behindTheWalls('petra', undefined, (trx) =>
        sql`select * from participation_in(${summer}::date)`.execute(trx),
      )
    ).rows
  /** So many guardians of a child have answered on paper, counted by somebody. */
  const onPaper = (child_id: string, guardians: number, counted_by: Person, occasion = 'a meeting') =>
    admin
      .insertInto('participation_on_paper')
      .values({
        child_id,
        occasion_id: id(`${occasion} ${child_id}`),
        id: id(`papers ${occasion} ${child_id}`),
        secrecy_unit_id: id('wall furuskolan'),
        children: 0,
        guardians,
        counted_by: id(counted_by),
        counted_at: new Date('2026-08-15'),
      })
      .execute()
  const onScreen = async (...who: readonly Person[]) => {
    for (const person of who)
      await admin
        .insertInto('participation_said')
        .values({
          child_id: lisa,
          occasion_id: id(`${person} in the summer`),
          person_id: id(person),
          authority_id,
          voice: 'guardian',
          said_at: new Date('2026-08-15'),
        })
        .execute()
  }
  /** A child of its own, with the guardians named. */
  async function child(name: string, ...guardians: readonly Person[]) {
    const childId = id(name)
    await admin
      .insertInto('child')
      .values({
        id: childId,
        given_name: name,
        family_name: 'Ek',
        born_on: '2016-05-02',
        made_at: inHours(-48),
      })
      .execute()
    for (const person of guardians)
      await admin
        .insertInto('guardianship')
        .values({
          child_id: childId,
          person_id: id(person),
          kind: 'guardian',
          called: 'mamma',
          source: 'noterat',
          checked_at: inHours(-48),
          valid_from: '2020-01-01',
        })
        .execute()
    return childId
  }

  beforeEach(async () => {
    await world()
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
    await appointed('petra', 'process_leader')
    await admin
      .insertInto('participation_count')
      .values({
        authority_id,
        quarter: summer,
        voice: 'guardian',
        question: 'took_part',
        answer: 'yes',
        number: 9,
      })
      .execute()
  })

  it('papers count as people beside those who answered on the screen', async () => {
    await onScreen('karin', 'eva', 'ali', 'ingrid', 'sofia')
    const alone = await told()
    expect(alone).toHaveLength(1)
    await admin
      .deleteFrom('participation_said')
      .where('person_id', 'in', [id('eva')])
      .execute()
    expect(await told()).toEqual([])
    await onPaper(lisa, 1, 'sara')
    // Four on the screen and one on paper: whoever counted the paper knows that one, and the four are too few.
    expect(await told()).toEqual([])
    await onScreen('eva')
    expect(await told()).toEqual(alone)
  })

  it('what one who counted cannot know already must be of five others', async () => {
    await onPaper(lisa, 2, 'maja')
    await onPaper(await child('Alma', 'eva'), 2, 'maja')
    await onPaper(await child('Bo', 'ali'), 2, 'maja')
    // Six papers, and Maja knows all of them.
    expect(await told()).toEqual([])
    await onPaper(await child('Cleo', 'ingrid'), 4, 'rut')
    expect(await told()).toEqual([])
    await onPaper(await child('Dag', 'sofia'), 1, 'stig')
    expect(await told()).toHaveLength(1)
  })

  it('of one child, of siblings, and of somebody who answered on the screen too, nobody is two', async () => {
    await onScreen('karin', 'eva', 'ali')
    await onPaper(lisa, 1, 'maja')
    await onPaper(lisa, 1, 'rut', 'another meeting')
    expect(await told()).toEqual([])
    await onPaper(await child('Alma', 'sara'), 1, 'stig')
    expect(await told()).toEqual([])
    await onPaper(await child('Bo', 'karin'), 1, 'stig')
    expect(await told()).toEqual([])
    await onScreen('ingrid', 'sofia')
    expect(await told()).toHaveLength(1)
  })
})
