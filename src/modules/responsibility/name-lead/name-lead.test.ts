import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, openTenure, talkWaits, tellFamily } from '#test/arrange.ts'
import { appointed, fallbackOutsideTheWall } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'
import { tellNewLeads } from '../lead-store.ts'

type Who = Parameters<typeof as>[0]
type Staff = Parameters<typeof engagementOf>[0]
const at = { childId: lisa }
const address = paths.lead.show.to(at)
const hub = paths.child.to(at)
const text = async (who: Who, path: string = address) => (await as(who).get(path)).text()
const status = async (who: Who, path: string = address) => (await as(who).get(path)).status

const choice = async (who: Staff, more: Record<string, string> = {}) => ({
  seen: await openTenure(),
  who: engagementOf(who),
  why: 'Petra känner familjen sedan länge.',
  ...more,
})
const tenures = async () => {
  const { rows } = await sql<{ who: string; from: Date; until: Date | null }>`
    select engagement_id as who, lower(during) as from, upper(during) as until from responsibility order by during`.execute(
    admin,
  )
  return rows
}
const waiting = async (who: Staff) =>
  (
    await admin
      .selectFrom('task')
      .select('kind')
      .where('engagement_id', '=', engagementOf(who))
      .where('done_at', 'is', null)
      .execute()
  )
    .map(({ kind }) => kind)
    .toSorted()
const leaves = (...people: readonly Staff[]) =>
  admin
    .updateTable('engagement')
    .set({ valid_to: '2026-11-27' })
    .where('id', 'in', people.map(engagementOf))
    .execute()
const saturday = () => setClock(inHours(4 * 24))

describe('Maja holds the function, and lets Petra be BBA for Lisa', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await talkWaits()
  })

  it('from that moment, without a gap; the family sees Petra, and Petra and Maja get to know', async () => {
    expect((await as('maja').post(address, await choice('petra'))).status).toBe(303)
    expect(await tenures()).toEqual([
      { who: engagementOf('maja'), from: inHours(-24), until: inHours(0) },
      { who: engagementOf('petra'), from: inHours(0), until: null },
    ])
    expect(await text('sara', hub)).toContain('Petra Ek')
    expect(await text('sara', hub)).not.toContain('Maja Lindgren')
    expect(await waiting('petra')).toEqual(['become_lead', 'talk_with_family'])
    expect(await text('petra', '/uppgifter')).toContain('Du är nu Barnets bästa-ansvarig')
    expect((await as('petra').post(paths.lead.read.to(at))).status).toBe(303)
    expect(await waiting('petra')).toEqual(['talk_with_family'])
    expect(await status('petra', paths.close.to(at))).toBe(200)
    expect(await text('maja')).toContain('Petra Ek, lärare på Furuskolan, är Barnets bästa-ansvarig.')
  })

  it('why is kept sealed, for Maja and not for Petra', async () => {
    await as('maja').post(address, await choice('petra'))
    expect(await text('maja')).toContain('Petra känner familjen sedan länge.')
    expect(await text('petra')).not.toContain('sedan länge')
    const { body } = await admin.selectFrom('lead_choice').select('body').executeTakeFirstOrThrow()
    expect(body.toString('latin1')).not.toContain('sedan')
  })

  it('sent twice it is once; by two at once the second is told, and what she wrote stays', async () => {
    const form = await choice('petra', { submission: id('tenure') })
    setClock(inHours(1))
    for (let time = 0; time < 2; time++) expect((await as('maja').post(address, form)).status).toBe(303)
    expect(await tenures()).toHaveLength(2)
    const late = await as('maja').post(address, {
      ...form,
      submission: id('another'),
      who: engagementOf('stig'),
      why: 'Stig har tid.',
    })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Stig har tid.')
    expect(await tenures()).toHaveLength(2)
  })

  it('only somebody who works there, is not family, and with a reason', async () => {
    await sql`insert into guardianship (child_id, person_id, called, source, checked_at, valid_from)
      values (${lisa}, ${id('stig')}, 'pappa', 'folkbokföringen', ${inHours(-1)}, '2018-03-14')`.execute(
      admin,
    )
    for (const wrong of [
      await choice('sofia'),
      await choice('eva'),
      await choice('maja'),
      await choice('stig'),
      await choice('petra', { why: ' ' }),
      await choice('petra', { who: 'nobody' }),
    ])
      expect((await as('maja').post(address, wrong)).status).toBe(422)
    expect((await withoutAudit(async () => as('maja').post(address, await choice('petra')))).status).toBe(503)
    expect(await tenures()).toHaveLength(1)
  })

  it('nobody else may, and Petra who works with Lisa only looks', async () => {
    await assign('petra', lisa, 'work')
    expect(await text('petra')).not.toContain('Välj någon annan')
    const form = await choice('petra')
    expect((await as('petra').post(address, form)).status).toBe(404)
    const missing = await text('eva', '/ingenting')
    for (const who of ['sofia', 'eva', 'ali', 'sara', 'jonas', 'lisaSelf'] as const)
      for (const answer of [
        await as(who).get(address),
        await as(who).post(address, form),
        await as(who).post(paths.lead.read.to(at)),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await tenures()).toHaveLength(1)
    expect(
      (await auditRows()).filter(([, act]) => act === 'lead.name').map(([who, , came]) => [who, came]),
    ).toContainEqual(['petra', 'not-allowed'])
  })
})

describe('Maja has left, and nobody chose', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  it('Stig is told once, that she has left, by however many programs at once', async () => {
    await leaves('maja')
    expect(await tellNewLeads(deps)).toBe(0)
    saturday()
    const both = await Promise.all([tellNewLeads(deps), tellNewLeads(deps)])
    expect(both.toSorted()).toEqual([0, 1])
    expect(await waiting('stig')).toEqual(['become_lead'])
    expect(await text('stig')).toContain('Du är nu Barnets bästa-ansvarig, för att Maja Lindgren har slutat.')
    await as('stig').post(paths.lead.read.to(at))
    expect(await tellNewLeads(deps)).toBe(0)
    expect(await waiting('stig')).toEqual([])
  })

  it('Stig leaves as well: the fallback is told, and what told Stig is over', async () => {
    await appointed('petra', 'fallback_lead')
    await leaves('maja')
    saturday()
    await tellNewLeads(deps)
    await sql`update engagement set valid_to = '2026-11-28' where id = ${engagementOf('stig')}`.execute(admin)
    setClock(inHours(5 * 24))
    expect(await tellNewLeads(deps)).toBe(1)
    expect([await waiting('stig'), await waiting('petra')]).toEqual([[], ['become_lead']])
  })

  it('a fallback outside the wall chooses somebody inside, reads nothing, and knows nothing of it afterwards', async () => {
    await fallbackOutsideTheWall()
    await leaves('maja', 'stig')
    const form = await choice('petra', { why: 'Petra är kvar.' })
    expect(await status('rut')).toBe(404)
    saturday()
    expect(await tellNewLeads(deps)).toBe(1)
    expect(await text('rut', '/uppgifter')).toContain('Du är nu Barnets bästa-ansvarig')
    const page = await text('rut')
    expect(page).toContain('Holmgren')
    expect(page).toContain('du läser dem inte')
    expect(page).not.toContain('Maja Lindgren</b>')
    expect((await as('rut').post(address, { ...form, who: engagementOf('rut') })).status).toBe(422)
    const answer = await as('rut').post(address, form)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/uppgifter'])
    expect(await status('petra', paths.close.to(at))).toBe(200)
    setClock(inHours(4 * 24 + 1))
    expect([await status('rut'), await status('rut', hub)]).toEqual([404, 404])
    expect(await text('rut', '/uppgifter')).not.toContain('Holmgren')
  })
})
