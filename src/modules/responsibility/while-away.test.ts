import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { closes, isAway, isBack } from '#test/absences.ts'
import { accountableAt, openMatter, openTenure, tellFamily } from '#test/arrange.ts'
import { appointed, fallbackOutsideTheWall } from '#test/arrange-organisation.ts'
import { admin, as, behindTheWalls, engagementOf, id, inHours, lisa, setClock, world } from '#test/world.ts'

// Whoever goes in for somebody who is away has it until they are back, and no longer.

type Who = Parameters<typeof as>[0]
type Staff = Parameters<typeof engagementOf>[0]
const at = { childId: lisa }
const address = paths.lead.show.to(at)
const text = async (who: Who, path: string) => (await as(who).get(path)).text()
const status = async (who: Who, path: string) => (await as(who).get(path)).status
const days = (count: number) => setClock(inHours(24 * count))
const [wednesday, friday] = ['2026-11-25', '2026-11-27'] as const
const lead = (day = 4) => accountableAt(inHours(24 * day))

const chooses = async (who: Who, chosen: Staff) =>
  (
    await as(who).post(address, {
      seen: await openTenure(),
      who: engagementOf(chosen),
      why: 'Petra har tid.',
    })
  ).status

const requestId = id('a request')
const asks = () =>
  as('sara').post(paths.lead.ask.to(at), { submission: requestId, why: 'Vi litar inte på henne.' })
const answers = (who: Who, chosen: Staff) =>
  as(who).post(paths.lead.answer.to({ ...at, requestId }), {
    submission: id('tenure'),
    outcome: 'change',
    who: engagementOf(chosen),
    words: 'Familjen behöver börja om.',
  })

beforeEach(async () => {
  await world()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara')
})

describe('Stig goes in while Maja is away', () => {
  beforeEach(async () => {
    await isAway('maja', wednesday, friday)
    days(1)
  })

  it('and gives Lisa to nobody for good: not on her page, nor on the page for many, nor past them', async () => {
    const page = await text('stig', address)
    expect(page).toContain('så länge kollegan är borta')
    expect(page).not.toContain('Byt Barnets bästa-ansvarig')
    expect(await chooses('stig', 'petra')).toBe(404)
    expect(await status('stig', paths.lead.many.to({}))).toBe(404)
    expect(await text('stig', paths.absence.unit.to({ unitId: id('furuskolan') }))).not.toContain(
      paths.lead.many.to({}),
    )
    const { rows } = await behindTheWalls('stig', lisa, async (trx) =>
      sql<{
        came: string
      }>`select name_lead(${lisa}, ${await openTenure()}, ${id('tenure')}, ${engagementOf('petra')}, 'x',
        '2026-11-27', ${[id('1'), id('2'), id('3')]}::uuid[], null) as came`.execute(trx),
    )
    expect(rows).toEqual([{ came: 'not-allowed' }])
    expect(await lead()).toBe(engagementOf('maja'))
  })

  it('Maja does, away or not; and Stig when she is back, as before', async () => {
    expect(await chooses('maja', 'petra')).toBe(303)
    await isBack('maja')
    setClock(inHours(25))
    expect(await chooses('maja', 'maja')).toBe(303)
    setClock(inHours(26))
    expect(await status('stig', paths.lead.many.to({}))).toBe(200)
  })
})

it('the fallback of a closed school has Lisa until it opens, and chooses nobody', async () => {
  await fallbackOutsideTheWall()
  await closes('maja', wednesday, friday)
  days(1)
  expect(await lead(1)).toBe(engagementOf('rut'))
  const page = await text('rut', address)
  expect([page.includes('Du är nu Barnets bästa-ansvarig'), page.includes('Byt Barnets')]).toEqual([
    true,
    false,
  ])
  expect(await chooses('rut', 'petra')).toBe(404)
  expect(await chooses('maja', 'petra')).toBe(303)
})

describe('Sara asks for another than Maja, and the fallback answers while Maja is away', () => {
  beforeEach(async () => {
    await appointed('stig', 'fallback_lead')
    await fallbackOutsideTheWall()
    await sql`delete from authority_function where engagement_id = ${engagementOf('stig')}`.execute(admin)
    await asks()
    await isAway('maja', wednesday, friday)
    days(1)
  })

  it('it is Maja who has nothing more to do with it, and not Stig who goes in for her', async () => {
    expect(await text('rut', paths.lead.answer.to({ ...at, requestId }))).toContain('Maja Lindgren')
    expect((await answers('rut', 'petra')).status).toBe(303)
    const { set_aside } = await admin.selectFrom('lead_choice').select('set_aside').executeTakeFirstOrThrow()
    expect(set_aside).toBe(id('maja'))
    await isBack('maja')
    days(4)
    for (const page of [paths.wheel.show, paths.close, paths.timeline])
      expect([page.pattern, await status('maja', page.to(at))]).toEqual([page.pattern, 404])
  })

  it('Stig may become it', async () => {
    expect((await answers('rut', 'stig')).status).toBe(303)
    expect(await lead()).toBe(engagementOf('stig'))
  })
})

it('Sara asks for another than Stig, who goes in: he does not answer it himself when Maja is back', async () => {
  await isAway('maja', wednesday, friday)
  days(1)
  await appointed('petra', 'fallback_lead')
  await asks()
  await sql`delete from authority_function`.execute(admin)
  days(2)
  await isBack('maja')
  days(4)
  for (const who of ['stig', 'maja', 'petra'] as const)
    expect([who, await status(who, paths.lead.answer.to({ ...at, requestId }))]).toEqual([who, 404])
})

it('Petra is BBA and away: Stig, who goes in, does not take the work from her', async () => {
  await sql`update responsibility set engagement_id = ${engagementOf('petra')}`.execute(admin)
  for (const who of ['maja', 'petra'] as const) await isAway(who, wednesday, friday)
  days(1)
  const { id: assignmentId } = await admin
    .selectFrom('assignment')
    .select('id')
    .where('engagement_id', '=', engagementOf('petra'))
    .executeTakeFirstOrThrow()
  const take = paths.wheel.takeBack.to({ ...at, assignmentId })
  expect(await text('stig', paths.wheel.colleague.to(at))).not.toContain(take)
  await as('stig').post(take)
  for (const who of ['petra', 'maja'] as const) await isBack(who)
  days(4)
  expect(await status('petra', paths.close.to(at))).toBe(200)
})

it('an absence that is written in afterwards changes nothing of who it was', async () => {
  days(2)
  expect((await isAway('maja', '2026-11-24', friday)).status).toBe(303)
  expect(await lead(1)).toBe(engagementOf('maja'))
  expect(await lead(2)).toBe(engagementOf('stig'))
})

it('an answer is read where it was given: not by the same person at work for somebody else', async () => {
  await appointed('stig', 'fallback_lead')
  await asks()
  await as('stig').post(paths.lead.answer.to({ ...at, requestId }), {
    outcome: 'keep',
    words: 'Maja är kvar.',
  })
  const read = () =>
    behindTheWalls('stig', lisa, (trx) => trx.selectFrom('lead_request').select('id').execute())
  expect(await read()).toHaveLength(1)
  await sql`update session set engagement_id = ${engagementOf('eva')} where person_id = ${id('stig')}`.execute(
    admin,
  )
  await sql`update engagement set person_id = ${id('stig')} where id = ${engagementOf('eva')}`.execute(admin)
  expect(await read()).toEqual([])
})
