import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

// Somebody always answers: whoever it is now, found at each request.

const at = { childId: lisa }
const itemId = id('what petra saw')
const wheel = paths.wheel.show.to(at)
const statement = paths.wheel.changeStatement.to({ ...at, itemId })
const form = paths.objection.say.to({ ...at, thingId: itemId })
const saras = id('saras objection')
const answer = paths.objection.answer.to({ ...at, objectionId: saras })
const stands = { outcome: 'stands', why: 'Så såg det ut den dagen.' }
const step = 'Svara på det som familjen inte håller med om'

const read = async (who: Person, path: string) => (await as(who).get(path)).text()
const status = async (who: Person, path: string) => (await as(who).get(path)).status
const waitsFor = async (who: Person) => (await read(who, paths.tasks.to({}))).includes(step)

async function say(who: Person, more: Record<string, string> = {}) {
  const seen = /name="seen" value="(\d+)"/.exec(await read(who, form))?.[1] ?? ''
  const said = { submission: saras, words: 'Hon var glad på kvällen.', seen, ...more }
  expect((await as(who).post(form, said)).status).toBe(303)
}
/** They worked there until yesterday. */
const leave = (...staff: readonly Parameters<typeof engagementOf>[0][]) =>
  admin
    .updateTable('engagement')
    .set({ valid_to: '2026-11-23' })
    .where('id', 'in', staff.map(engagementOf))
    .execute()
const noFunction = () =>
  admin
    .deleteFrom('unit_function')
    .where('unit_id', '=', id('furuskolan'))
    .where('kind', '=', 'best_interests_lead')
    .execute()
const endGrants = () =>
  admin
    .updateTable('access_grant')
    .set({ ended_at: inHours(3), ended_by: id('maja') })
    .execute()

beforeEach(async () => {
  await world()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara', 'jonas', 'lisaSelf')
  await as('maja').post(paths.wheel.start.to(at), { areas: ['home'] })
  await as('petra').post(paths.wheel.addStatement.to(at), {
    submission: itemId,
    voice: 'me',
    area: 'home',
    challenging: 'Lisa var trött.',
  })
  await admin
    .insertInto('access_grant')
    .values(
      ['sara', 'lisaSelf'].map((to) => ({
        child_id: lisa,
        id: id(`grant ${to}`),
        kind: 'item_version' as const,
        item_id: itemId,
        item_version: 1,
        from_secrecy_unit_id: id('wall furuskolan'),
        legal_ground: 'ej_men',
        decided_by: id('maja'),
        decided_at: inHours(1),
        valid_to: inHours(2000),
        to_person_id: id(to),
      })),
    )
    .execute()
  setClock(inHours(2))
})

describe('Sara does not agree, and the one who was asked leaves', () => {
  it('whoever holds the function answers, and is the one who carries it all from then on', async () => {
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('stig')).execute()
    await say('sara')
    expect([await waitsFor('maja'), await waitsFor('stig')]).toEqual([true, false])
    expect([await status('stig', answer), await status('stig', statement)]).toEqual([404, 404])
    await leave('maja', 'petra')
    expect(await read('sara', statement)).toContain(
      'Den som ansvarar på Furuskolan ser till att du får svar.',
    )
    expect(await waitsFor('stig')).toBe(true)
    const page = await read('stig', answer)
    for (const words of ['Hon var glad på kvällen.', 'Lisa var trött.']) expect(page).toContain(words)
    expect((await auditRows()).at(-1)).toEqual(['stig', 'objection.open', 'done', lisa])
    const missing = await read('eva', '/ingenting')
    for (const who of ['eva', 'ali', 'sofia', 'ingrid', 'sara', 'jonas', 'lisaSelf'] as const) {
      expect([who, await read(who, answer)]).toEqual([who, missing])
      expect((await as(who).post(answer, stands)).status).toBe(404)
    }
    expect([await status('stig', wheel), await status('stig', paths.child.to(at))]).toEqual([200, 200])
    expect((await as('stig').post(answer, stands)).status).toBe(303)
    expect([await waitsFor('stig'), (await as('stig').post(answer, stands)).status]).toEqual([false, 409])
    expect(await read('sara', statement)).toContain(stands.why)
  })

  it('whoever answers so is no alarm in the review of the log; who only looks is', async () => {
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('stig')).execute()
    await admin
      .insertInto('unit_function')
      .values({
        unit_id: id('furuskolan'),
        kind: 'log_reviewer',
        holder_engagement_id: engagementOf('petra'),
        stand_in_engagement_id: engagementOf('petra'),
      })
      .execute()
    await say('sara')
    await leave('maja')
    const alarms = async () =>
      (await read('petra', paths.review.list.to({}))).includes('Arbetade inte med barnet då')
    await read('stig', answer)
    setClock(inHours(3))
    expect(await alarms()).toBe(false)
    expect(await status('stig', paths.child.to(at))).toBe(200)
    setClock(inHours(4))
    expect(await alarms()).toBe(true)
  })

  it('nobody holds the function: the BBA answers, also when no task was ever made', async () => {
    await say('sara')
    await noFunction()
    await leave('petra')
    await admin.deleteFrom('task').where('kind', '=', 'answer_objection').execute()
    expect([await waitsFor('maja'), await waitsFor('stig')]).toEqual([true, false])
    expect((await as('maja').post(answer, stands)).status).toBe(303)
    expect(await waitsFor('maja')).toBe(false)
  })
})

describe('nobody is left at the school', () => {
  beforeEach(async () => {
    await noFunction()
    await leave('maja', 'petra', 'stig')
    await admin
      .updateTable('secrecy_unit')
      .set({ authority_id: id('authority furuskolan') })
      .where('id', '=', id('wall lillaskolan'))
      .execute()
    const reviews = (unit: string, who: 'eva' | 'ali') => ({
      unit_id: id(unit),
      kind: 'log_reviewer' as const,
      holder_engagement_id: engagementOf(who),
      stand_in_engagement_id: engagementOf(who),
    })
    await admin
      .insertInto('unit_function')
      .values([reviews('lillaskolan', 'eva'), reviews('familjestod', 'ali')])
      .execute()
    await say('sara')
  })

  it('the organisation’s reviewer sees to it, and does not read the text', async () => {
    expect(await read('sara', statement)).toContain(
      'Ingen på Furuskolan kan svara just nu. Den som granskar åt organisationen ser till att du får svar.',
    )
    expect(await waitsFor('eva')).toBe(true)
    const page = await read('eva', answer)
    for (const words of ['Hon var glad på kvällen.', 'Du läser inte själva texten'])
      expect(page).toContain(words)
    expect(page).not.toContain('Lisa var trött')
    for (const path of [statement, wheel, paths.plan.show.to(at), form])
      expect([path, await status('eva', path)]).toEqual([path, 404])
    const corrected = await as('eva').post(answer, { outcome: 'corrected' })
    expect([corrected.status, await corrected.text()]).toEqual([
      422,
      expect.stringContaining('href="#outcome"'),
    ])
    expect((await as('eva').post(answer, stands)).status).toBe(303)
    expect([await waitsFor('eva'), await status('eva', paths.child.to(at))]).toEqual([false, 404])
    expect(await read('sara', statement)).toContain(stands.why)
  })

  it('nobody else, and no reviewer of another organisation', async () => {
    const missing = await read('ali', '/ingenting')
    for (const who of ['ali', 'sofia', 'birgit', 'jonas', 'lisaSelf', 'karin'] as const) {
      expect([who, await read(who, answer)]).toEqual([who, missing])
      expect((await as(who).post(answer, stands)).status).toBe(404)
    }
    expect(await waitsFor('ali')).toBe(false)
  })
})

describe('Lisa does not agree, and is shown the text no more', () => {
  const told = 'Det du inte har hållit med om'

  it('she reads what she said and what was answered, without the text', async () => {
    await say('lisaSelf', { open: 'ja' })
    await as('maja').post(answer, stands)
    await endGrants()
    setClock(inHours(4))
    expect([await status('lisaSelf', statement), await status('lisaSelf', form)]).toEqual([404, 404])
    const page = await read('lisaSelf', wheel)
    for (const words of [told, 'Hon var glad på kvällen.', 'Texten står kvar', stands.why])
      expect(page).toContain(words)
    expect(page).not.toContain('Lisa var trött')
    for (const who of ['sara', 'jonas'] as const)
      expect([who, (await read(who, wheel)).includes(stands.why)]).toEqual([who, false])
    await bar('jonas', itemId)
    expect(await read('lisaSelf', wheel)).not.toContain('Hon var glad')
  })

  it('what she keeps to herself is not shown where somebody else may look', async () => {
    await say('lisaSelf')
    await as('maja').post(answer, stands)
    await endGrants()
    setClock(inHours(4))
    const page = await read('lisaSelf', wheel)
    for (const words of [told, 'Hon var glad', stands.why]) expect(page).not.toContain(words)
  })
})
