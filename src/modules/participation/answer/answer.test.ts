import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import { appointed } from '#test/arrange-organisation.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { handOver } from '#test/beside.ts'
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
const form = paths.participation.answer.to({ ...at, occasionId: meetingId })
const plan = paths.plan.show.to(at)
const read = async (who: Person, address: string) => (await as(who).get(address)).text()
const status = async (who: Person, address: string) => (await as(who).get(address)).status
const counts = () =>
  admin
    .selectFrom('participation_count')
    .select(['authority_id', 'quarter', 'voice', 'question', 'answer', 'number'])
    .orderBy(sql`voice, question`)
    .execute()
const counted = async () => (await counts()).map((row) => [row.voice, row.question, row.answer, row.number])

/** The meeting was held, so many days before today. */
async function met(days = 1) {
  await lisaWithPlan()
  await callMeeting()
  await admin
    .updateTable('meeting')
    .set({ state: 'held', starts_at: inHours(-24 * days) })
    .execute()
}

/** Maja follows the plan up. */
async function followedUp() {
  const occasion = id('next follow up')
  const held = { version: '1', occasion, heldOn: '2026-11-24', next: 'again', followUpOn: '2027-01-20' }
  await as('maja').post(paths.plan.followUp.to(at), held)
  return paths.participation.answer.to({ ...at, occasionId: occasion })
}

describe('after the meeting', () => {
  beforeEach(async () => {
    await world()
    await met()
  })

  it('Sara is asked three things, skips one, and is thanked; it is counted and stands nowhere', async () => {
    expect(await read('sara', meetingAddress('show'))).toContain(form)
    const page = await read('sara', form)
    for (const question of ['Vet du vad planen är?', 'Fick du vara med?', 'Vet du vem du kan fråga?'])
      expect(page).toContain(question)
    const sent = await as('sara').post(form, { knows_plan: 'yes', knows_whom: 'no' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, form])
    expect(await read('sara', form)).toContain('Tack!')
    expect(await read('sara', meetingAddress('show'))).not.toContain(form)
    const row = {
      authority_id: id('authority furuskolan'),
      quarter: '2026-10-01',
      voice: 'guardian',
      number: 1,
    }
    expect(await counts()).toEqual([
      { ...row, question: 'knows_plan', answer: 'yes' },
      { ...row, question: 'knows_whom', answer: 'no' },
    ])
    expect((await auditRows()).filter(([, act]) => act === 'participation.answer')).toEqual([
      ['sara', 'participation.answer', 'done', lisa],
    ])
  })

  it('Lisa answers beside Maja, from her first page and back to it, as her own voice and not Maja’s', async () => {
    const { beside } = await handOver('maja')
    const home = paths.childsDoor.home.to(at)
    expect(await (await beside.get(home)).text()).toContain(form)
    const page = await (await beside.get(form)).text()
    expect(page).toContain('Fick du vara med?')
    expect(page).not.toContain('Blev det lättare')
    expect((await beside.post(form, { took_part: 'yes', better_support: 'yes' })).status).toBe(303)
    const thanks = await (await beside.get(form)).text()
    for (const text of ['Tack!', `href="${home}"`]) expect(thanks).toContain(text)
    expect(await (await beside.get(home)).text()).not.toContain(form)
    expect(await counted()).toEqual([['child', 'took_part', 'yes', 1]])
    // Asked once, whichever way: not with her eID again, and nobody else in her place.
    await as('lisaSelf').post(form, { took_part: 'no' })
    expect(await counted()).toEqual([['child', 'took_part', 'yes', 1]])
  })

  it('a meeting that Lisa must not know of is not asked about beside Maja either', async () => {
    await bar('lisaSelf', meetingId)
    const { beside } = await handOver('maja')
    expect(await (await beside.get(paths.childsDoor.home.to(at))).text()).not.toContain(form)
    expect((await beside.post(form, { took_part: 'yes' })).status).toBe(404)
    expect(await counts()).toEqual([])
  })

  it('sent twice, and changed afterwards, it is the first one that counts', async () => {
    await as('jonas').post(form, { took_part: 'yes' })
    for (const took_part of ['yes', 'no'])
      expect((await as('jonas').post(form, { took_part })).status).toBe(303)
    expect(await counted()).toEqual([['guardian', 'took_part', 'yes', 1]])
  })

  it('Lisa may answer one, in easy words, and Maja another of her own; each is a voice for itself', async () => {
    await as('lisaSelf').post(form, { took_part: 'partly', better_support: 'yes' })
    await as('sara').post(form, { took_part: 'partly' })
    await as('jonas').post(form, { took_part: 'partly' })
    const majas = await read('maja', form)
    expect(majas).toContain('Blev det lättare')
    expect(majas).not.toContain('Fick du vara med?')
    await as('maja').post(form, { better_support: 'yes', took_part: 'no' })
    expect(await counted()).toEqual([
      ['child', 'took_part', 'partly', 1],
      ['guardian', 'took_part', 'partly', 2],
      ['professional', 'better_support', 'yes', 1],
    ])
  })

  it('whoever skips everything is not asked again', async () => {
    await as('lisaSelf').post(form, {})
    expect(await counts()).toEqual([])
    expect(await read('lisaSelf', meetingAddress('show'))).not.toContain(form)
  })

  it('nobody reads who has answered, nor what: no session reads the tables', async () => {
    await as('sara').post(form, { took_part: 'no' })
    for (const who of ['maja', 'sara', 'lisaSelf', 'petra'] as const)
      for (const table of ['participation_said', 'participation_count'] as const)
        await expect(
          behindTheWalls(who, lisa, (trx) => trx.selectFrom(table).selectAll().execute()),
        ).rejects.toThrow(/permission denied/)
  })

  it('Jonas is not asked about a meeting that he may not know of, and his answer is not taken', async () => {
    await bar('jonas', meetingId)
    expect(await status('jonas', form)).toBe(404)
    expect((await as('jonas').post(form, { took_part: 'no' })).status).toBe(404)
    await bar('sara')
    expect(await status('sara', form)).toBe(404)
    for (const who of ['petra', 'eva', 'karin'] as const)
      expect([who, await status(who, form)]).toEqual([who, 404])
    expect(await counts()).toEqual([])
  })

  it('after thirty days nobody is asked any more', async () => {
    await admin
      .updateTable('meeting')
      .set({ starts_at: inHours(-24 * 30) })
      .execute()
    expect(await status('sara', form)).toBe(404)
  })
})

describe('after a follow-up', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('it stands on the plan, also for those who have a part of their own', async () => {
    const about = await followedUp()
    for (const who of ['sara', 'lisaSelf', 'maja', 'ali', 'ingrid'] as const)
      expect([who, (await read(who, plan)).includes(about)]).toEqual([who, true])
    await as('ingrid').post(about, { better_support: 'partly' })
    expect(await counted()).toEqual([['professional', 'better_support', 'partly', 1]])
    expect(await read('ingrid', plan)).not.toContain(about)
  })

  it('one that lies ahead is not asked about', async () => {
    const ahead = paths.participation.answer.to({ ...at, occasionId: id('next follow up') })
    expect(await status('sara', ahead)).toBe(404)
    expect(await read('sara', plan)).not.toContain('hur-var-det')
  })
})

describe('what is told of it', () => {
  const summer = '2026-07-01'
  const authority_id = id('authority furuskolan')
  const people = ['sara', 'jonas', 'karin', 'lisaSelf', 'eva'] as const
  /** So many guardians have answered, in a quarter. */
  async function answered(who: readonly Person[], number: number, quarter = summer, said_at = '2026-08-15') {
    for (const person of who)
      await admin
        .insertInto('participation_said')
        .values({
          child_id: lisa,
          occasion_id: id(`${person} ${quarter}`),
          person_id: id(person),
          authority_id,
          voice: 'guardian',
          said_at: new Date(said_at),
        })
        .execute()
    await admin
      .insertInto('participation_count')
      .values([
        {
          authority_id,
          quarter,
          voice: 'guardian',
          question: 'took_part',
          answer: 'yes',
          number: number - 1,
        },
        { authority_id, quarter, voice: 'guardian', question: 'took_part', answer: 'no', number: 1 },
      ])
      .execute()
  }
  const told = async (who: Person, quarter = summer) =>
    (
      await behindTheWalls(who, undefined, (trx) =>
        sql`select * from participation_in(${quarter}::date)`.execute(trx),
      )
    ).rows

  beforeEach(async () => {
    await world()
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
    await appointed('petra', 'process_leader')
  })

  it('the process leader reads how many, when five people have answered and the quarter is over', async () => {
    await answered(people, 6)
    expect(await told('petra')).toEqual([
      { authority_id, voice: 'guardian', question: 'took_part', yes: 5, partly: 0, no: 1 },
    ])
  })

  it('and nobody else', async () => {
    await answered(people, 6)
    for (const who of ['maja', 'eva', 'sara'] as const) expect([who, await told(who)]).toEqual([who, []])
  })

  it('four answers are not told, and neither are five of four people', async () => {
    await answered(people, 4)
    expect(await told('petra')).toEqual([])
    await admin.deleteFrom('participation_said').where('person_id', '=', id('eva')).execute()
    await admin.updateTable('participation_count').set({ number: 6 }).execute()
    expect(await told('petra')).toEqual([])
  })

  it('a quarter that goes on is not told: the next answer would be found by asking again', async () => {
    await answered(people, 6, '2026-10-01', '2026-11-02')
    expect(await told('petra', '2026-10-01')).toEqual([])
  })
})
