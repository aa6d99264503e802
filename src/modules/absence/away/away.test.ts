import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { isAway, isBack } from '#test/absences.ts'
import { accountableAt, openMatter, talkWaits, tellFamily } from '#test/arrange.ts'
import { appointed } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  newUuid,
  noon,
  setClock,
  world,
} from '#test/world.ts'

type Who = Parameters<typeof as>[0]
const at = { childId: lisa }
const mine = paths.absence.mine.to({})
const status = async (who: Who, path: string) => (await as(who).get(path)).status
const text = async (who: Who, path: string) => (await as(who).get(path)).text()
/** Who may decide for Lisa: the pages of whoever is accountable, and whoever holds the function. */
const decides = (who: Who) => status(who, paths.close.to(at))
const days = (count: number) => setClock(inHours(24 * count))
/** Away from Wednesday to Friday of the week of the tests. */
const [wednesday, friday] = ['2026-11-25', '2026-11-27'] as const

const accountable = () => accountableAt(deps.now())
/** Petra is responsible instead of Maja, and works with Lisa. */
const petraIsResponsible = async () => {
  await openMatter({ with: ['petra'] })
  await admin
    .updateTable('responsibility')
    .set({ engagement_id: engagementOf('petra') })
    .execute()
}

describe('Maja is away from Wednesday to Friday', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await talkWaits()
    expect((await isAway('maja', wednesday, friday)).status).toBe(303)
  })

  it('until then nothing is changed, and she reads who goes in', async () => {
    expect([await decides('maja'), await decides('stig')]).toEqual([200, 404])
    expect(await text('maja', mine)).toContain('Borta 25 november till 27 november. Stig Åberg går in.')
    expect(await text('sara', paths.child.to(at))).not.toMatch(/borta(?! från skärmen)/)
  })

  it('then Stig has it: he decides, has what waits, and the family reads that it is he', async () => {
    days(1)
    expect(await accountable()).toBe(engagementOf('stig'))
    expect([await decides('stig'), await status('stig', paths.wheel.show.to(at))]).toEqual([200, 200])
    expect(await text('stig', '/uppgifter')).toContain('Prata med familjen')
    expect(await text('stig', '/uppgifter')).toContain('Du står in.')
    expect(await text('sara', paths.child.to(at))).toContain(
      'Maja Lindgren är borta just nu. Så länge är Stig Åberg på Furuskolan Barnets bästa-ansvarig.',
    )
  })

  it('nobody else comes nearer, and Maja still sees what she works with', async () => {
    days(1)
    for (const who of ['petra', 'sofia', 'eva', 'ali'] as const)
      expect([who, await decides(who)]).toEqual([who, 404])
    expect(await status('maja', paths.wheel.show.to(at))).toBe(200)
    expect(await text('maja', '/uppgifter')).toContain('Du är inskriven som borta till och med 27 november')
  })

  it('on Saturday it is hers again, with nothing done', async () => {
    days(4)
    expect([await decides('maja'), await decides('stig')]).toEqual([200, 404])
    expect(await accountable()).toBe(engagementOf('maja'))
  })

  it('she comes back a day early, and Stig is out at once', async () => {
    days(2)
    await isBack('maja')
    expect([await decides('maja'), await decides('stig')]).toEqual([200, 404])
    expect(await text('maja', mine)).not.toContain('Borta')
    expect(await accountable()).toBe(engagementOf('maja'))
  })

  it('what is noticed meanwhile waits for Stig from the first moment', async () => {
    days(1)
    await as('petra').post(paths.noticing.noticeChild.to(at), { sentence: 'Lisa somnar på lektionen.' })
    expect(await text('stig', '/uppgifter')).toContain('Läs och ta emot')
  })

  it('Stig is away too: the fallback has it; and where there is none it stays with Maja, never with nobody', async () => {
    await isAway('stig', wednesday, friday)
    days(1)
    expect(await accountable()).toBe(engagementOf('maja'))
    expect(await decides('petra')).toBe(404)
    await appointed('petra', 'fallback_lead')
    expect(await accountable()).toBe(engagementOf('petra'))
    expect(await decides('petra')).toBe(200)
  })

  it('it is Stig’s own child: he is passed by, and sees nothing', async () => {
    await admin
      .insertInto('guardianship')
      .values({
        child_id: lisa,
        person_id: id('stig'),
        called: 'pappa',
        source: 'folkbokföringen',
        checked_at: noon,
        valid_from: '2018-03-14',
      })
      .execute()
    await appointed('petra', 'fallback_lead')
    days(1)
    expect([await decides('stig'), await decides('petra')]).toEqual([404, 200])
    expect(await text('stig', paths.unheld.to({}))).not.toContain('Holmgren')
  })

  it('an extract is asked for: whoever is there answers it, not only whoever is away', async () => {
    days(1)
    await as('sara').post(paths.extract.ask.to(at))
    const { id: requestId } = await admin.selectFrom('extract_request').select('id').executeTakeFirstOrThrow()
    const review = paths.extract.review.to({ ...at, requestId })
    expect([await status('stig', review), await status('petra', review)]).toEqual([200, 404])
  })
})

describe('whoever goes in', () => {
  beforeEach(() => world())

  it('is the one of the two that Petra names, before the other', async () => {
    await petraIsResponsible()
    await isAway('petra', wednesday, friday, { standIn: engagementOf('stig') })
    days(1)
    expect(await accountable()).toBe(engagementOf('stig'))
    days(4)
    expect(await accountable()).toBe(engagementOf('petra'))
  })

  it('is the holder when nobody, or somebody without the function, is named', async () => {
    await petraIsResponsible()
    await isAway('petra', wednesday, friday, { standIn: engagementOf('eva') })
    days(1)
    expect(await accountable()).toBe(engagementOf('maja'))
  })

  it('is not the named one once the function has gone to somebody else', async () => {
    await petraIsResponsible()
    await isAway('petra', wednesday, friday, { standIn: engagementOf('stig') })
    await admin
      .updateTable('unit_function')
      .set({ stand_in_engagement_id: engagementOf('maja') })
      .where('unit_id', '=', id('furuskolan'))
      .execute()
    days(1)
    expect(await accountable()).toBe(engagementOf('maja'))
  })
})

describe('the page', () => {
  beforeEach(() => world())

  it('sent twice is one; a day that is taken, or in the wrong order, comes back with what was written', async () => {
    const once = { submission: newUuid() }
    for (let time = 0; time < 2; time++)
      expect((await isAway('maja', wednesday, friday, once)).status).toBe(303)
    expect(await admin.selectFrom('absence').select('id').execute()).toHaveLength(1)
    for (const [from, to, said] of [
      [friday, '2026-12-04', 'Det står redan något'],
      ['2026-12-04', '2026-12-01', 'Sista dagen behöver komma efter'],
      ['2026-11-02', '2026-11-03', 'De dagarna har redan varit'],
      ['2028-06-01', '2028-06-02', 'inom ett år'],
      ['x', '2026-12-01', 'Skriv första dagen'],
    ] as const) {
      const answer = await isAway('maja', from, to)
      const page = await answer.text()
      expect([from, answer.status, page.includes(said), page.includes(`value="${to}"`)]).toEqual([
        from,
        422,
        true,
        true,
      ])
    }
  })

  it('is for those who work here, leaves a row, and nobody ends another’s absence', async () => {
    const missing = await text('eva', '/ingenting')
    for (const who of ['sara', 'lisaSelf'] as const) expect(await text(who, mine)).toBe(missing)
    await isAway('maja', wednesday, friday)
    const { id: ends } = await admin.selectFrom('absence').select('id').executeTakeFirstOrThrow()
    for (const who of ['petra', 'eva'] as const) await as(who).post(mine, { ends })
    expect(
      (await admin.selectFrom('absence').select('ended_at').executeTakeFirstOrThrow()).ended_at,
    ).toBeNull()
    expect((await auditRows()).map(([who, act]) => [who, act])).toContainEqual(['maja', 'absence.note-mine'])
  })

  it('past the pages nobody notes, names, moves or ends what is not theirs', async () => {
    await isAway('maja', wednesday, friday)
    const notes = (who: 'petra' | 'eva' | 'maja', engagement: string, standIn?: string) =>
      behindTheWalls(who, undefined, (trx) =>
        sql`insert into absence (id, engagement_id, from_day, to_day, stand_in, entered_by, entered_at)
          values (${newUuid()}, ${engagement}, '2026-12-01', '2026-12-02', ${standIn ?? null}, me(), asked_at())`.execute(
          trx,
        ),
      )
    await expect(notes('petra', engagementOf('maja'))).rejects.toThrow(/row-level security/)
    await expect(notes('eva', engagementOf('petra'))).rejects.toThrow(/row-level security/)
    await expect(notes('petra', engagementOf('petra'), engagementOf('eva'))).rejects.toThrow(/row-level/)
    await expect(notes('maja', engagementOf('eva'))).rejects.toThrow(/row-level security/)
    for (const who of ['petra', 'eva'] as const) {
      const seen = await behindTheWalls(who, undefined, async (trx) => {
        await sql`update absence set ended_at = asked_at()`.execute(trx)
        return trx.selectFrom('absence').select('id').execute()
      })
      expect([who, seen]).toEqual([who, []])
    }
    await expect(
      behindTheWalls('maja', undefined, (trx) => sql`update absence set to_day = '2027-11-01'`.execute(trx)),
    ).rejects.toThrow(/permission denied/)
    expect(
      (await admin.selectFrom('absence').select('ended_at').executeTakeFirstOrThrow()).ended_at,
    ).toBeNull()
  })
})
