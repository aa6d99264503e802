import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { runLapse } from '#modules/handover'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { appointed } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

type Staff = Parameters<typeof engagementOf>[0]
const at = { childId: lisa }
const ids = { ...at, handoverId: id('the hand-over') }
const there = paths.handover.show.to(ids)
const child = paths.child.to(at)
const prepared = {
  submission: ids.handoverId,
  unit: id('familjestod'),
  why: 'Familjen <behöver> stöd hemma.',
}
const onRule = {
  basis: 'ground',
  ground: 'ej_men',
  necessary: 'De ska ge stödet.',
  relevant: 'Det hör till deras uppgift.',
  proportionate: 'Bara det som behövs.',
}
// Offered on a Tuesday: five working days for Ali, five for whoever stands in for him.
const inTime = () => setClock(new Date('2026-12-09T05:59:00Z'))
const tooLong = () => setClock(new Date('2026-12-09T06:01:00Z'))
const pageOf = async (who: Person, path = there) => {
  const answer = await as(who).get(path)
  return { status: answer.status, text: await answer.text() }
}
const fallbackIs = (who: Staff) => appointed(who, 'fallback_lead', id('authority familjestod'))
const waiting = async (kind: 'see_to_handover' | 'handover_returned') =>
  (
    await admin
      .selectFrom('task')
      .select('engagement_id')
      .where('kind', '=', kind)
      .where('done_at', 'is', null)
      .execute()
  ).map(({ engagement_id }) => engagement_id)
const lead = async () => {
  const all = await admin.selectFrom('responsibility').select(['engagement_id', 'during']).execute()
  return all.flatMap(({ engagement_id, during }) => (String(during).endsWith(',)') ? engagement_id : []))
}
const state = async () => (await admin.selectFrom('handover').select('state').executeTakeFirst())?.state

describe('an offer that nobody answers', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await as('maja').post(paths.handover.prepare.to(at), prepared)
    expect((await as('maja').post(paths.handover.offer.to(ids), onRule)).status).toBe(303)
  })

  it('goes to the fallback of the receiver’s organisation, once, when everybody there has had their time', async () => {
    await fallbackIs('rut')
    inTime()
    expect([await runLapse(deps), (await pageOf('rut')).status, (await pageOf('rut', child)).status]).toEqual(
      [0, 404, 404],
    )
    tooLong()
    const both = await Promise.all([runLapse(deps), runLapse(deps)])
    expect(both.toSorted()).toEqual([0, 1])
    expect(await runLapse(deps)).toBe(0)
    expect(await waiting('see_to_handover')).toEqual([engagementOf('rut')])
    expect((await pageOf('rut', '/uppgifter')).text).toContain('Se till att någon svarar på en överlämning')
    expect(await lead()).toEqual([engagementOf('maja')])
  })

  it('Rut learns the name and that it waits, and nothing of what it is about', async () => {
    await fallbackIs('rut')
    tooLong()
    await runLapse(deps)
    const { status, text } = await pageOf('rut')
    expect(status).toBe(200)
    for (const said of ['Lisa Holmgren', 'Familjestöd Alvesta fick frågan av Furuskolan den 24 november'])
      expect(text).toContain(said)
    for (const kept of ['stöd hemma', 'De ska ge', 'Vi tar emot']) expect(text).not.toContain(kept)
    for (const table of ['handover', 'item', 'access_grant', 'responsibility'] as const)
      expect(
        await behindTheWalls('rut', lisa, (trx) => trx.selectFrom(table).select('child_id').execute()),
      ).toEqual([])
    for (const path of [paths.handover.accept, paths.handover.takeBack, paths.handover.offer])
      expect((await as('rut').post(path.to(ids), onRule)).status).toBe(404)
    expect((await pageOf('rut', paths.plan.show.to(at))).status).toBe(404)
    for (const who of ['eva', 'sofia', 'birgit', 'sara'] as const)
      expect([who, (await pageOf(who)).status]).toEqual([who, 404])
  })

  it('Rut may send it back for them, with a reason, and then knows nothing of Lisa', async () => {
    await fallbackIs('rut')
    tooLong()
    await runLapse(deps)
    const sendBack = paths.handover.sendBack.to(ids)
    expect((await as('rut').post(sendBack, { answer: ' ' })).status).toBe(422)
    expect((await as('rut').post(sendBack, { answer: 'De har <stängt>.' })).status).toBe(303)
    expect([await state(), await waiting('handover_returned')]).toEqual(['returned', [engagementOf('maja')]])
    expect((await pageOf('maja')).text).toContain('De har &lt;stängt&gt;.')
    for (const who of ['rut', 'ali'] as const)
      for (const path of [there, child]) expect((await pageOf(who, path)).status).toBe(404)
    expect((await as('rut').post(sendBack, { answer: 'Igen.' })).status).toBe(404)
    expect(await lead()).toEqual([engagementOf('maja')])
  })

  it('Ali answers all the same: the responsibility is his, and Rut knows nothing of Lisa', async () => {
    await fallbackIs('rut')
    tooLong()
    await runLapse(deps)
    expect((await as('ali').post(paths.handover.accept.to(ids))).status).toBe(303)
    expect([await lead(), await waiting('see_to_handover')]).toEqual([[engagementOf('ali')], []])
    for (const path of [there, child]) expect((await pageOf('rut', path)).status).toBe(404)
  })

  it('Maja takes it back all the same', async () => {
    await fallbackIs('rut')
    tooLong()
    await runLapse(deps)
    expect((await as('maja').post(paths.handover.takeBack.to(ids))).status).toBe(303)
    expect([await state(), (await pageOf('rut', child)).status]).toEqual(['withdrawn', 404])
  })

  it('the family sees that it waits, and who is responsible so long; not whom it is kept from', async () => {
    await bar('jonas')
    const waits = 'Ingen har svarat än, och fler hos dem har fått veta att det väntar.'
    expect((await pageOf('sara', child)).text).not.toContain(waits)
    tooLong()
    // Nobody is appointed to fall back on: it is noted all the same, and Maja is responsible.
    expect(await runLapse(deps)).toBe(1)
    const { text } = await pageOf('sara', child)
    for (const said of [waits, 'Maja Lindgren har ansvaret tills de har svarat.'])
      expect(text).toContain(said)
    expect((await pageOf('jonas', child)).text).not.toContain('Ingen har svarat')
    expect(await waiting('see_to_handover')).toEqual([])
  })

  it('is not told once more to Ali, who has the question already', async () => {
    await fallbackIs('ali')
    tooLong()
    expect([await runLapse(deps), await waiting('see_to_handover')]).toEqual([1, []])
  })

  it('is Sofia’s to see to also when she meets Lisa every day, and she goes on meeting her', async () => {
    await fallbackIs('sofia')
    tooLong()
    await runLapse(deps)
    expect((await pageOf('sofia')).text).toContain('ingen har svarat')
    await as('sofia').post(paths.handover.sendBack.to(ids), { answer: 'De har stängt.' })
    expect([(await pageOf('sofia')).status, (await pageOf('sofia', child)).status]).toEqual([404, 200])
  })

  it('answered in time it is told to nobody', async () => {
    await fallbackIs('rut')
    await as('ali').post(paths.handover.sendBack.to(ids), { answer: 'Vi har ingen plats.' })
    tooLong()
    expect(await runLapse(deps)).toBe(0)
  })

  it('no session can run it, nor move the day', async () => {
    tooLong()
    const run = (trx: Parameters<Parameters<typeof behindTheWalls>[2]>[0]) =>
      sql`select * from lapsed_offers(${deps.now().toISOString()}::timestamptz)`.execute(trx)
    await expect(behindTheWalls('maja', lisa, run)).rejects.toThrow()
    const moved = behindTheWalls('maja', lisa, (trx) =>
      trx.updateTable('handover').set({ lapses_at: noon }).execute(),
    )
    await expect(moved).rejects.toThrow('offered as it was chosen')
  })
})
