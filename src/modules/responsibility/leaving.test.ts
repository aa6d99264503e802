import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, talkWaits, tellFamily } from '#test/arrange.ts'
import { appointed, furuskolansAuthority, ingridAtFamiljestod } from '#test/arrange-organisation.ts'
import { admin, as, engagementOf, id, inHours, lisa, setClock, world } from '#test/world.ts'

type Staff = Parameters<typeof engagementOf>[0]
const at = { childId: lisa }
const pageOf = async (who: Parameters<typeof as>[0], path: string = paths.child.to(at)) => {
  const answer = await as(who).get(path)
  return { status: answer.status, text: await answer.text() }
}

/** Their last day is Friday; from Saturday they have left. Everybody else is signed in over the weekend. */
async function leavesOnFriday(...people: readonly Staff[]) {
  for (const who of people)
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-27' })
      .where('id', '=', engagementOf(who))
      .execute()
}
const friday = () => setClock(inHours(3 * 24))
const saturday = () => setClock(inHours(4 * 24))

describe('Maja leaves on Friday', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await talkWaits()
    await admin
      .updateTable('session')
      .set({ ends_at: inHours(400), idle_minutes: 1_000_000 })
      .execute()
    await leavesOnFriday('maja')
  })

  it('and works as before until then: Stig sees no more than he did', async () => {
    friday()
    expect((await pageOf('maja', paths.close.to(at))).status).toBe(200)
    expect((await pageOf('stig', paths.close.to(at))).status).toBe(404)
    expect((await pageOf('stig', '/uppgifter')).text).not.toContain('Prata med familjen')
  })

  it('on Saturday Stig is BBA: he sees the matter, has what waits, and may decide; Maja is out', async () => {
    saturday()
    expect((await pageOf('stig', paths.wheel.show.to(at))).status).toBe(200)
    expect((await pageOf('stig', paths.close.to(at))).status).toBe(200)
    const list = (await pageOf('stig', '/uppgifter')).text
    expect(list).toContain('Holmgren')
    expect(list).toContain('Du står in.')
    expect((await pageOf('maja')).status).toBe(303)
  })

  it('Sara reads that it is Stig, and not Maja', async () => {
    saturday()
    const { text } = await pageOf('sara')
    expect(text).toContain('Stig Åberg')
    expect(text).not.toContain('Maja Lindgren')
  })

  it.each([
    ['something', () => Promise.resolve()],
    ['nothing', () => admin.deleteFrom('task').execute()],
  ])('Stig ends what is going on, in his own name, when %s waits', async (_, arrange) => {
    await arrange()
    saturday()
    expect((await as('stig').post(paths.close.to(at), { closing: 'thanked' })).status).toBe(303)
    const { closed_at } = await admin.selectFrom('matter').select('closed_at').executeTakeFirstOrThrow()
    expect(closed_at).not.toBeNull()
    expect((await pageOf('stig', '/uppgifter')).text).not.toContain('Du står in.')
  })

  it('Stig leaves too: it comes to the fallback of the organisation, and to nobody else', async () => {
    await leavesOnFriday('stig')
    await appointed('petra', 'fallback_lead')
    friday()
    expect((await pageOf('petra', paths.close.to(at))).status).toBe(404)
    saturday()
    expect((await pageOf('petra', paths.close.to(at))).status).toBe(200)
    expect((await pageOf('sara')).text).toContain('Petra Ek')
    for (const who of ['eva', 'sofia', 'ali'] as const)
      expect([who, (await pageOf(who, paths.close.to(at))).status]).toEqual([who, 404])
  })

  it('a fallback outside the wall knows whom it is about, and reads nothing of it', async () => {
    await leavesOnFriday('stig')
    await sql`update secrecy_unit set authority_id = ${furuskolansAuthority}
      where id = ${id('wall mottagning')}`.execute(admin)
    await appointed('rut', 'fallback_lead')
    friday()
    expect((await pageOf('rut')).status).toBe(404)
    saturday()
    expect((await pageOf('rut')).text).toContain('Lisa')
    expect((await pageOf('rut', '/uppgifter')).text).toContain('Holmgren')
    for (const page of [paths.wheel.show, paths.close, paths.timeline])
      expect((await pageOf('rut', page.to(at))).status).toBe(404)
  })

  it('what Ali was asked before he left waits for whoever holds the function after him', async () => {
    const itemId = id('question')
    await as('maja').post(paths.wheel.ask.to(at), {
      submission: itemId,
      unit: id('familjestod'),
      area: 'learning',
      question: 'Vad har ni prövat?',
      dueOn: '2026-12-01',
      basis: 'ground',
      ground: 'ej_men',
      necessary: 'De träffar familjen.',
      relevant: 'Det gäller kvällarna.',
      proportionate: 'Det är en fråga.',
    })
    await leavesOnFriday('ali')
    await ingridAtFamiljestod('holder')
    const answering = paths.wheel.answer.to({ ...at, itemId })
    friday()
    expect((await pageOf('ingrid', answering)).status).toBe(404)
    saturday()
    expect((await pageOf('ingrid', '/uppgifter')).text).toContain('Svara på en fråga')
    expect((await pageOf('ingrid', answering)).status).toBe(200)
    expect(
      (
        await as('ingrid').post(answering, {
          answer: 'cannot_answer',
          engagement: id('ingrid at familjestod'),
        })
      ).status,
    ).toBe(303)
    setClock(inHours(4 * 24 + 1))
    expect((await pageOf('ingrid', answering)).status).toBe(404)
  })
})
