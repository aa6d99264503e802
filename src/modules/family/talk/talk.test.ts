import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, lisasMatter, openMatter, talkWaits, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.family.talk.to({ childId: lisa })
const of = (part: string, who: string) => `${part}-${who === 'barnet' ? who : id(who)}`
const told = (who: string, on = '2026-11-24', way = 'telephone') => ({
  [of('knows', who)]: 'told',
  [of('on', who)]: on,
  [of('way', who)]: way,
})
const barred = (who: string, why: string) => ({ [of('knows', who)]: 'barred', [of('why', who)]: why })

const talks = () =>
  admin
    .selectFrom('family_talk')
    .select(['person_id', 'is_child', 'told_on', 'way'])
    .orderBy('told_on')
    .execute()
const bars = () => admin.selectFrom('bar').select(['person_id', 'thing_id', 'ended_at']).execute()
const events = () => admin.selectFrom('plan_event').select('kind').execute()
const waiting = () =>
  admin.selectFrom('task').select(['kind', 'due_on']).where('done_at', 'is', null).execute()
const seesTheLead = (who: 'sara' | 'jonas' | 'lisaSelf') =>
  behindTheWalls(
    who,
    lisa,
    async (trx) => (await trx.selectFrom('responsibility').select('id').execute()).length > 0,
  )

const theTalkWaits = () =>
  talkWaits({ id: id('talk'), due_on: '2026-11-26', made_at: new Date('2026-11-24T10:00:00Z') })

describe('the BBA talks with the family first', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  it('Maja has called both parents today, and only then something shows for them', async () => {
    await theTalkWaits()
    expect(await seesTheLead('sara')).toBe(false)
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('<h1>Lisa Holmgren</h1>')
    expect(page).toContain('Finns det skäl att Sara Holmgren (mamma) inte ska veta?')
    expect(page).toContain('value="2026-11-24"')

    const answer = await as('maja').post(address, { ...told('sara'), ...told('jonas') })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, address])
    expect(await seesTheLead('sara')).toBe(true)
    expect(await seesTheLead('jonas')).toBe(true)
    expect(await seesTheLead('lisaSelf')).toBe(false)
    expect(await events()).toEqual([{ kind: 'family_told' }])
    expect(await waiting()).toEqual([{ kind: 'gather', due_on: '2026-12-01' }])
    expect(await auditRows()).toEqual([
      ['maja', 'family.open', 'done', lisa],
      ['maja', 'family.note-talk', 'done', lisa],
    ])
  })

  it('Jonas must not know: he is left out, the motive lies sealed, and Sara notices nothing', async () => {
    await theTalkWaits()
    await as('maja').post(address, { ...told('sara'), ...barred('jonas', 'Kontaktförbud sedan i våras') })
    expect(await bars()).toEqual([{ person_id: id('jonas'), thing_id: null, ended_at: null }])
    expect((await talks()).map((talk) => talk.person_id)).toEqual([id('sara')])
    expect(await seesTheLead('sara')).toBe(true)
    expect(await seesTheLead('jonas')).toBe(false)
    const [row] = await admin.selectFrom('bar_reason').select('body').execute()
    expect(row?.body.includes('Kontaktf')).toBe(false)
    expect((await waiting()).map((task) => task.kind)).toEqual(['gather'])
  })

  it('nobody is told before the question is answered for every guardian', async () => {
    const answer = await as('maja').post(address, told('sara'))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${of('knows', 'jonas')}">Välj ett av svaren`)
    expect(await talks()).toEqual([])
    expect(await seesTheLead('sara')).toBe(false)
  })

  it('Jonas has not been reached yet: the talk still waits, and he is told another day', async () => {
    await theTalkWaits()
    await as('maja').post(address, { ...told('sara'), [of('knows', 'jonas')]: 'not_yet' })
    expect((await waiting()).map((task) => task.kind)).toEqual(['talk_with_family'])
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('Finns det skäl att Jonas Berg (pappa)')
    expect(page).not.toContain('Finns det skäl att Sara')
    expect(page).toContain('Fick veta tisdag 24 november, på telefon')

    await as('maja').post(address, told('jonas', '2026-11-23', 'home_visit'))
    expect((await talks()).map((talk) => [talk.told_on, talk.way])).toEqual([
      ['2026-11-23', 'home_visit'],
      ['2026-11-24', 'telephone'],
    ])
    expect((await waiting()).map((task) => task.kind)).toEqual(['gather'])
    expect(await events()).toHaveLength(1)
  })

  it('Lisa herself is told, and it opens to her', async () => {
    await as('maja').post(address, {
      ...told('sara'),
      ...told('jonas'),
      ...told('barnet', '2026-11-24', 'meeting'),
    })
    expect(await seesTheLead('lisaSelf')).toBe(true)
  })

  it('a matter that Sara has not been told of stays unseen, though an earlier one was open to her', async () => {
    await tellFamily('sara', 'jonas')
    expect(await seesTheLead('sara')).toBe(true)
    const earlier = id('earlier matter')
    await admin.transaction().execute(async (trx) => {
      const opened = new Date('2025-01-10T08:00:00Z')
      const closed = new Date('2025-06-10T08:00:00Z')
      await trx
        .insertInto('matter')
        .values({
          child_id: lisa,
          id: earlier,
          secrecy_unit_id: id('wall furuskolan'),
          opened_at: opened,
          closed_at: closed,
          outcome: 'plan_ended',
        })
        .execute()
      await trx
        .insertInto('responsibility')
        .values({
          child_id: lisa,
          id: id('earlier lead'),
          matter_id: earlier,
          kind: 'best_interests_lead',
          unit_id: id('furuskolan'),
          engagement_id: engagementOf('maja'),
          during: `[${opened.toISOString()},${closed.toISOString()})`,
        })
        .execute()
      await trx.updateTable('family_talk').set({ matter_id: earlier }).execute()
    })
    const seen = await behindTheWalls('sara', lisa, (trx) =>
      trx.selectFrom('responsibility').select('matter_id').execute(),
    )
    expect(seen).toEqual([{ matter_id: earlier }])
    expect(await (await as('maja').get(address)).text()).toContain('Finns det skäl att Sara')
  })

  it('sent twice, it is noted once', async () => {
    const form = { ...told('sara'), ...barred('jonas', 'Kontaktförbud') }
    for (let time = 0; time < 2; time++) expect((await as('maja').post(address, form)).status).toBe(303)
    expect(await talks()).toHaveLength(1)
    expect(await bars()).toHaveLength(1)
  })

  it('Stig wrote meanwhile that Jonas must not know: Maja’s “told” is not saved, and she sees both', async () => {
    await bar('jonas')
    const answer = await as('maja').post(address, { ...told('sara'), ...told('jonas') })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Någon annan hann spara före dig')
    expect(page).toContain('Jonas Berg (pappa) har fått veta')
    expect(page).toContain('Jonas Berg (pappa): Ska inte veta.')
    expect(await talks()).toEqual([])
  })

  it.each([
    ['the day has not come yet', told('sara', '2026-11-25'), 'on', 'Dagen har inte varit än'],
    ['the day does not exist', told('sara', '2026-02-30'), 'on', 'Skriv vilken dag ni pratade'],
    [
      'nobody says why',
      { [of('knows', 'sara')]: 'barred', [of('note', 'sara')]: 'x' },
      'why',
      'Skriv med en mening varför',
    ],
  ])('gives the form back when %s', async (_, fault, field, message) => {
    const note = { ...told('jonas'), [of('note', 'jonas')]: 'Jonas vill ses <snart>.' }
    const answer = await as('maja').post(address, { ...note, ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${of(field, 'sara')}">${message}`)
    expect(page).toContain('Jonas vill ses &lt;snart&gt;.')
    expect(await talks()).toEqual([])
  })

  it('is the BBA’s alone: not the teacher’s who was given the work, not the family’s, not a stranger’s', async () => {
    await admin
      .insertInto('assignment')
      .values({
        child_id: lisa,
        id: id('petra works'),
        kind: 'work',
        engagement_id: engagementOf('petra'),
        secrecy_unit_id: id('wall furuskolan'),
        given_by: id('maja'),
        valid_from: new Date('2026-11-23T10:00:00Z'),
      })
      .execute()
    await tellFamily('sara')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'sofia', 'eva', 'sara', 'jonas', 'lisaSelf', 'karin'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, told('sara'))])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await admin.selectFrom('family_talk').select('matter_id').execute()).toEqual([
      { matter_id: lisasMatter },
    ])
  })

  it('notes nothing when the log cannot be written', async () => {
    const answer = await withoutAudit(() => as('maja').post(address, { ...told('sara'), ...told('jonas') }))
    expect(answer.status).toBe(503)
    expect(await talks()).toEqual([])
  })
})
