import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { isAway, isBack } from '#test/absences.ts'
import { baby, expecting, sayOfBaby, tellOfBaby } from '#test/expecting.ts'
import { admin, as, behindTheWalls, engagementOf, id, lisa, setClock, world } from '#test/world.ts'

const form = paths.particulars.twin.to({ childId: baby })
const twin = id('the twin')
const [sings, kicks] = [id('sings'), id('kicks')]
const alva = {
  submission: twin,
  givenName: 'Alva',
  familyName: 'Ström',
  custody: [id('karin')],
  said: [sings],
}
const add = (more: Record<string, string | readonly string[]> = {}) =>
  as('birgit').post(form, { ...alva, ...more })
const wheel = async (childId: string) => (await as('birgit').get(paths.wheel.show.to({ childId }))).text()
const statementsOf = (childId: string) =>
  admin.selectFrom('statement').select('voice').where('child_id', '=', childId).execute()
const guardiansOf = (childId: string) =>
  admin
    .selectFrom('guardianship')
    .select(['person_id', 'kind', 'source'])
    .where('child_id', '=', childId)
    .where('valid_to', 'is', null)
    .execute()

async function bar(person: 'karin' | 'jonas', thing_id: string | null) {
  await admin
    .insertInto('bar')
    .values({
      child_id: baby,
      id: id(`bar of ${person}`),
      person_id: id(person),
      thing_id,
      decided_by: id('birgit'),
      decided_at: new Date('2026-11-24T09:00:00Z'),
    })
    .execute()
}

const theBar = (person: 'karin') =>
  admin.selectFrom('bar').selectAll().where('person_id', '=', id(person)).executeTakeFirstOrThrow()

describe('Karin’s twins are born', () => {
  beforeEach(async () => {
    await world()
    await expecting('karin', 'jonas')
    await tellOfBaby('karin')
    await sayOfBaby(sings, 'Karin sjunger varje kväll.', `guardian:${id('karin')}`)
    await sayOfBaby(kicks, 'Sparkar när det är musik.', 'new_adult', {
      adultCalled: 'mormor',
      adultName: 'Gun',
    })
    await as('birgit').post(paths.particulars.birth.to({ childId: baby }), {
      givenName: 'Moa',
      familyName: 'Ström',
      bornOn: '2026-11-23',
      custody: [id('karin'), id('jonas')],
    })
  })

  it('what is written about Moa is offered line by line, and nothing is chosen', async () => {
    const text = await (await as('birgit').get(form)).text()
    for (const words of ['Karin sjunger varje kväll.', 'Sparkar när det är musik.', 'Moa Ström'])
      expect(text).toContain(words)
    expect(text).not.toMatch(/name="(said|custody)"[^>]*checked/)
  })

  it('Alva is a child of her own, with the same BBA, and of what is written only what Birgit chose', async () => {
    const sent = await add()
    expect([sent.status, sent.headers.get('location')]).toEqual([303, paths.child.to({ childId: twin })])
    const page = await (await as('birgit').get(paths.child.to({ childId: twin }))).text()
    expect(page).toContain('Alva Ström')
    expect(page).toContain('Prata med familjen')
    const hers = await wheel(twin)
    expect([hers.includes('sjunger'), hers.includes('musik')]).toEqual([true, false])
    const moas = await wheel(baby)
    expect([moas.includes('sjunger'), moas.includes('musik')]).toEqual([true, true])
    const leads = await admin
      .selectFrom('responsibility as r')
      .innerJoin('matter as m', (join) =>
        join.onRef('m.id', '=', 'r.matter_id').onRef('m.child_id', '=', 'r.child_id'),
      )
      .select(['r.child_id', 'r.engagement_id', 'm.closed_at'])
      .where('r.child_id', 'in', [baby, twin])
      .execute()
    expect(new Set(leads.map(({ child_id }) => child_id)).size).toBe(2)
    expect(new Set(leads.map(({ engagement_id }) => engagement_id)).size).toBe(1)
  })

  it('the adult that both lean on is written down for Alva too, with a key of her own', async () => {
    await add({ said: [kicks] })
    expect(await statementsOf(twin)).toEqual([{ voice: 'important_adult' }])
    expect(await (await as('birgit').get(paths.family.adult.to({ childId: twin }))).text()).toContain('Gun')
  })

  it('Karin is her guardian, and sees nothing of her before they have talked; Jonas was not chosen', async () => {
    await add()
    expect(await guardiansOf(twin)).toEqual([
      { person_id: id('karin'), kind: 'guardian', source: 'noterat: sett i folkbokföringen' },
    ])
    const page = await as('karin').get(paths.child.to({ childId: twin }))
    expect([page.status, (await page.text()).includes('sjunger')]).toEqual([200, false])
    expect((await as('jonas').get(paths.child.to({ childId: twin }))).status).toBe(404)
    expect((await as('karin').get(paths.wheel.show.to({ childId: twin }))).status).toBe(404)
  })

  it('what a guardian has said who is not hers does not follow, though somebody chose it', async () => {
    await add({ custody: [id('jonas')] })
    expect(await statementsOf(twin)).toEqual([])
  })

  it('sent twice she is one; the log tells of her by an id, under both', async () => {
    for (const { status } of [await add(), await add()]) expect(status).toBe(303)
    expect(await statementsOf(twin)).toHaveLength(1)
    const shown = await admin.selectFrom('audit_subject').select('child_id').execute()
    expect(shown).toEqual([{ child_id: twin }, { child_id: twin }])
  })

  it('whoever must not know of Moa is not offered, nor taken; what is barred for one does not follow either', async () => {
    await bar('jonas', null)
    await bar('karin', sings)
    const text = await (await as('birgit').get(form)).text()
    expect([text.includes('Jonas'), text.includes('sjunger'), text.includes('musik')]).toEqual([
      false,
      false,
      true,
    ])
    await add({ custody: [id('jonas'), id('karin')], said: [sings, kicks] })
    expect((await guardiansOf(twin)).map(({ person_id }) => person_id)).toEqual([id('karin')])
    expect(await statementsOf(twin)).toEqual([{ voice: 'important_adult' }])
  })

  it('what somebody must not see of Moa they must not see of Alva either: by bars of her own, with the reason', async () => {
    const bars = paths.family.bar.to({ childId: baby })
    const hide = { person: id('jonas'), thing: 'allt', why: 'Jonas har kontaktförbud.', ground: 'lvu_14' }
    expect((await as('birgit').post(bars, hide)).status).toBe(303)
    await bar('karin', id('familjestod'))
    await admin
      .insertInto('bar')
      .values({ ...(await theBar('karin')), id: id('of one thing'), thing_id: sings })
      .execute()
    const text = await (await as('birgit').get(form)).text()
    for (const words of ['Det som är dolt för någon följer med', 'Varje barn har en egen plan'])
      expect(text).toContain(words)
    for (let time = 0; time < 2; time++) await add()
    const hers = await admin
      .selectFrom('bar')
      .select(['person_id', 'thing_id', 'decided_by', 'legal_ground'])
      .where('child_id', '=', twin)
      .orderBy('legal_ground')
      .execute()
    const decided_by = id('birgit')
    expect(hers).toEqual([
      { person_id: id('jonas'), thing_id: null, decided_by, legal_ground: 'lvu_14' },
      { person_id: id('karin'), thing_id: id('familjestod'), decided_by, legal_ground: null },
    ])
    const page = await (await as('birgit').get(paths.family.bar.to({ childId: twin }))).text()
    for (const words of [
      'Jonas har kontaktförbud.',
      'något om Familjestöd Alvesta',
      'Skälet finns hos dem som bestämde det.',
    ])
      expect(page).toContain(words)
    const reminders = await admin
      .selectFrom('task')
      .select('child_id')
      .where('kind', '=', 'reconsider_bar')
      .execute()
    expect(new Set(reminders.map(({ child_id }) => child_id))).toEqual(new Set([baby, twin]))
  })

  it('where nothing is hidden nothing is said of it', async () => {
    expect(await (await as('birgit').get(form)).text()).not.toContain('Det som är dolt')
  })

  it('nobody else does it, and not with the id of a child that is there', async () => {
    for (const who of ['maja', 'sofia', 'karin'] as const)
      expect([who, (await as(who).get(form)).status, (await as(who).post(form, alva)).status]).toEqual([
        who,
        404,
        404,
      ])
    expect((await add({ submission: lisa })).status).toBe(404)
    expect((await guardiansOf(lisa)).map(({ person_id }) => person_id)).not.toContain(id('karin'))
    await expect(
      behindTheWalls('maja', baby, (trx) =>
        sql<{
          done: boolean
        }>`select add_twin(${baby}, ${twin}, 'A', 'B', '{}', ${[id('1'), id('2'), id('3'), id('4')]}::uuid[],
          '2026-11-26') as done`.execute(trx),
      ).then(({ rows }) => rows),
    ).resolves.toEqual([{ done: false }])
  })

  it('whoever goes in for Birgit does it, and has the twin no longer than until she is back', async () => {
    await admin
      .updateTable('engagement')
      .set({ unit_id: id('bvc') })
      .where('id', '=', engagementOf('petra'))
      .execute()
    await admin
      .updateTable('unit_function')
      .set({ stand_in_engagement_id: engagementOf('petra') })
      .where('unit_id', '=', id('bvc'))
      .execute()
    await isAway('birgit', '2026-11-24', '2026-11-26')
    expect((await as('petra').post(form, alva)).status).toBe(303)
    expect((await as('petra').get(paths.wheel.show.to({ childId: twin }))).status).toBe(200)
    await isBack('birgit')
    expect((await as('petra').get(paths.child.to({ childId: twin }))).status).toBe(404)
    expect((await as('birgit').get(paths.wheel.show.to({ childId: twin }))).status).toBe(200)
  })

  it('is offered for a year, and never of a child that is not born', async () => {
    setClock(new Date('2027-11-24T11:00:00Z'))
    expect((await as('birgit').get(form)).status).toBe(404)
    await admin
      .updateTable('child')
      .set({ born_on: null, expected_on: '2027-12-01' })
      .where('id', '=', baby)
      .execute()
    expect((await as('birgit').get(form)).status).toBe(404)
  })
})
