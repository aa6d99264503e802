import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { closes, furuskolan, isAway } from '#test/absences.ts'
import { accountableAt, openMatter, tellFamily } from '#test/arrange.ts'
import { appointed, fallbackOutsideTheWall } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  setClock,
  world,
} from '#test/world.ts'

type Who = Parameters<typeof as>[0]
const at = { childId: lisa }
const { unit, colleague, closed } = paths.absence
const pages = [unit, colleague, closed].map((path) => path.to(furuskolan))
const status = async (who: Who, path: string) => (await as(who).get(path)).status
const text = async (who: Who, path: string) => (await as(who).get(path)).text()
const decides = (who: Who) => status(who, paths.close.to(at))
const days = (count: number) => setClock(inHours(24 * count))
const accountable = () => accountableAt(deps.now())
const isIll = (who: Who, sick: 'maja' | 'petra' | 'eva', more: Record<string, string> = {}) =>
  as(who).post(colleague.to(furuskolan), {
    who: engagementOf(sick),
    from: '2026-11-24',
    to: '2026-11-27',
    ...more,
  })

describe('whoever holds the function of Furuskolan', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
  })

  it('opens the pages, and so do the stand-in and an administrator; nobody else finds any', async () => {
    const missing = await text('petra', '/ingenting')
    for (const page of pages) {
      expect([await status('maja', page), await status('stig', page)]).toEqual([200, 200])
      for (const who of ['petra', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
        expect([page, who, await text(who, page)]).toEqual([page, who, missing])
      expect(
        (await as('petra').post(page, { who: engagementOf('maja'), from: '2026-11-24', to: '2026-11-24' }))
          .status,
      ).toBe(404)
    }
    await appointed('petra')
    for (const page of pages) expect(await status('petra', page)).toBe(200)
    await appointed('petra', 'fallback_lead')
    for (const page of pages) expect(await text('petra', page)).toBe(missing)
  })

  it('writes in that Petra is ill; Petra reads it, and is back when she says so', async () => {
    await admin
      .updateTable('responsibility')
      .set({ engagement_id: engagementOf('petra') })
      .execute()
    expect((await isIll('maja', 'petra', { standIn: engagementOf('stig') })).status).toBe(303)
    expect(await accountable()).toBe(engagementOf('stig'))
    expect(await text('maja', unit.to(furuskolan))).toContain(
      'Petra Ek, till och med 27 november. Stig Åberg går in.',
    )
    expect(await text('petra', '/uppgifter')).toContain('Du är inskriven som borta till och med 27 november')
    const [, ends = ''] =
      /name="ends" value="([^"]+)"/.exec(await text('petra', paths.absence.mine.to({}))) ?? []
    expect((await as('petra').post(paths.absence.mine.to({}), { ends })).status).toBe(303)
    expect(await accountable()).toBe(engagementOf('petra'))
  })

  it('the stand-in does it when the holder herself fell ill, and notes her as back', async () => {
    expect((await isIll('stig', 'maja')).status).toBe(303)
    expect([await accountable(), await decides('stig')]).toEqual([engagementOf('stig'), 200])
    const [, ends = ''] = /name="ends" value="([^"]+)"/.exec(await text('stig', unit.to(furuskolan))) ?? []
    expect((await as('eva').post(unit.to(furuskolan), { ends })).status).toBe(404)
    expect((await as('stig').post(unit.to(furuskolan), { ends })).status).toBe(303)
    expect([await accountable(), await decides('stig')]).toEqual([engagementOf('maja'), 404])
  })

  it.each([
    ['nobody chosen', { who: '' }, 'Välj vem'],
    ['somebody from another school', { who: engagementOf('eva') }, 'Välj vem'],
    [
      'the one who is ill stands in',
      { standIn: engagementOf('petra'), who: engagementOf('petra') },
      'någon annan som går in',
    ],
    ['no last day', { to: '' }, 'Skriv sista dagen'],
  ])('%s is given back with what was written', async (_, fault, said) => {
    const answer = await isIll('maja', 'petra', fault)
    const page = await answer.text()
    expect([answer.status, page.includes(said), page.includes('value="2026-11-24"')]).toEqual([
      422,
      true,
      true,
    ])
    expect(await admin.selectFrom('absence').select('id').execute()).toEqual([])
  })
})

describe('Furuskolan closes for the summer', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara')
  })

  it('only when somebody takes what nobody there has', async () => {
    const answer = await closes('maja', '2026-11-25', '2026-12-04')
    expect([answer.status, (await answer.text()).includes('inte utsett någon')]).toEqual([422, true])
    await expect(
      behindTheWalls('maja', undefined, (trx) =>
        sql`insert into closed_period (id, unit_id, from_day, to_day, entered_by, entered_at)
          values (${id('closed')}, ${id('furuskolan')}, '2026-11-25', '2026-12-04', me(), asked_at())`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await admin.selectFrom('closed_period').select('id').execute()).toEqual([])
  })

  it('the fallback has Lisa, not the stand-in of the closed school; the families read until when', async () => {
    await appointed('petra', 'fallback_lead')
    expect((await closes('maja', '2026-11-25', '2026-12-04')).status).toBe(303)
    expect(await accountable()).toBe(engagementOf('maja'))
    days(1)
    expect(await accountable()).toBe(engagementOf('petra'))
    expect([await decides('petra'), await decides('stig')]).toEqual([200, 404])
    expect(await text('petra', paths.unheld.to({}))).toContain('Furuskolan har stängt.')
    expect(await text('sara', paths.child.to(at))).toContain(
      'Furuskolan har stängt till och med 4 december. Så länge är Petra Ek på Furuskolan Barnets bästa-ansvarig.',
    )
    days(11)
    expect([await accountable(), await decides('petra')]).toEqual([engagementOf('maja'), 404])
  })

  it('whoever is not told reads where to turn, the same whether anything goes on or not', async () => {
    await appointed('petra', 'fallback_lead')
    await closes('maja', '2026-11-24', '2026-12-04')
    const page = await text('jonas', paths.child.to(at))
    expect(page).toContain('Furuskolan har stängt till och med 4 december.')
    expect(page).toContain('Petra Ek')
    expect(page).not.toContain('Maja')
  })

  it('a fallback outside the wall knows whom it is about, and reads nothing of it', async () => {
    await fallbackOutsideTheWall()
    await closes('maja', '2026-11-24', '2026-12-04')
    expect(await text('rut', paths.child.to(at))).toContain('Lisa')
    for (const page of [paths.wheel.show, paths.close, paths.timeline])
      expect([page.pattern, await status('rut', page.to(at))]).toEqual([page.pattern, 404])
    expect(await text('sara', paths.child.to(at))).toContain('Rut Sand på Barn- och elevhälsan Alvesta')
  })

  it('and opens earlier: the school has Lisa at once; others cannot open or close it', async () => {
    await appointed('petra', 'fallback_lead')
    await closes('maja', '2026-11-24', '2026-12-04')
    const { id: ends } = await admin.selectFrom('closed_period').select('id').executeTakeFirstOrThrow()
    expect((await as('eva').post(unit.to({ unitId: id('lillaskolan') }), { ends })).status).toBe(303)
    await behindTheWalls('eva', undefined, (trx) =>
      sql`update closed_period set ended_at = asked_at()`.execute(trx),
    )
    expect(await accountable()).toBe(engagementOf('petra'))
    for (const who of ['eva', 'petra', 'sara'] as const)
      expect((await closes(who, '2026-12-10', '2026-12-11')).status).toBe(404)
    expect((await as('stig').post(unit.to(furuskolan), { ends })).status).toBe(303)
    expect(await accountable()).toBe(engagementOf('maja'))
  })

  it('the fallback is away too: it stays where it was, never with nobody', async () => {
    await appointed('petra', 'fallback_lead')
    await closes('maja', '2026-11-24', '2026-12-04')
    await isAway('petra', '2026-11-24', '2026-12-04')
    expect(await accountable()).toBe(engagementOf('maja'))
  })
})
