import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, invitation, meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import {
  admin,
  as,
  assign,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  withoutAudit,
  world,
} from '#test/world.ts'

const elsa = id('elsa')
const tage = id('tage')
const address = meetingAddress('siblings')
const pageOf = async (who: Person, path = address) => (await as(who).get(path)).text()

/** Another child that Maja works with, whose parents have been told. */
async function child(childId: string, name: string, guardians: readonly ('sara' | 'jonas' | 'karin')[]) {
  await admin
    .insertInto('child')
    .values({ id: childId, given_name: name, family_name: 'Holmgren', born_on: '2015-06-01', made_at: noon })
    .execute()
  await deps.vault.newBox(admin, childId)
  await admin.transaction().execute(async (trx) => {
    const matter_id = id(`matter of ${name}`)
    const opened_at = new Date(noon.getTime() - 86_400_000)
    await trx
      .insertInto('matter')
      .values({ child_id: childId, id: matter_id, secrecy_unit_id: id('wall furuskolan'), opened_at })
      .execute()
    await trx
      .insertInto('responsibility')
      .values({
        child_id: childId,
        id: deps.newId(),
        matter_id,
        kind: 'best_interests_lead',
        unit_id: id('furuskolan'),
        engagement_id: engagementOf('maja'),
        during: `[${opened_at.toISOString()},)`,
      })
      .execute()
    for (const person of guardians) {
      await trx
        .insertInto('guardianship')
        .values({
          child_id: childId,
          person_id: id(person),
          called: 'förälder',
          source: 'folkbokföringen',
          checked_at: noon,
          valid_from: '2015-06-01',
        })
        .execute()
      await trx
        .insertInto('family_talk')
        .values({
          child_id: childId,
          id: deps.newId(),
          matter_id,
          person_id: id(person),
          is_child: false,
          told_on: '2026-11-23',
          way: 'meeting',
          noted_by: id('maja'),
          noted_at: noon,
        })
        .execute()
    }
  })
  await assign('maja', childId, 'work')
}

/** What the button on the siblings' page sends. */
const forElsa = {
  ...invitation,
  submission: '22222222-2222-4222-8222-222222222222',
  group: meetingId,
  purpose: 'Elsa vill ha lugn när hon läser.',
}
const elsasCall = paths.meeting.call.to({ childId: elsa })
const elsasMeeting = paths.meeting.show.to({ childId: elsa, meetingId: forElsa.submission })

describe('siblings share a meeting', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await child(elsa, 'Elsa', ['sara', 'jonas'])
    await child(tage, 'Tage', ['sara', 'karin'])
    await callMeeting({ siblings: 'ja' })
    await admin.deleteFrom('audit_event').execute()
  })

  it('Elsa, with the same parents, is offered; Tage, a half-brother, is not', async () => {
    const page = await pageOf('maja')
    expect(page).toContain('Elsa Holmgren')
    expect(page).not.toContain('Tage')
    const rows = await admin.selectFrom('audit_event').select(['id', 'act', 'outcome']).execute()
    expect(rows.map(({ act, outcome }) => [act, outcome])).toEqual([['meeting.siblings', 'done']])
    const shown = await admin.selectFrom('audit_subject').select('child_id').execute()
    expect(shown.map(({ child_id }) => child_id).sort()).toEqual([lisa, elsa].sort())
  })

  it('Elsa and Olle are asked about apart: each label leads to its own field', async () => {
    await child(id('olle'), 'Olle', ['sara', 'jonas'])
    const ids = [...(await pageOf('maja')).matchAll(/ id="([^"]+)"/g)].map(([, one]) => one)
    expect(ids.filter((one) => one?.startsWith('purpose-') && !/-(hjalp|laser)$/.test(one))).toHaveLength(2)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('one press calls Elsa’s own meeting, to the same time and place, in a request of its own', async () => {
    const page = await pageOf('maja')
    for (const carried of [
      'name="time" value="14.30"',
      'name="day" value="2026-12-08"',
      `value="${meetingId}"`,
    ])
      expect(page).toContain(carried)
    const called = await as('maja').post(elsasCall, forElsa)
    expect([called.status, called.headers.get('location')]).toEqual([303, elsasMeeting])
    const rows = await admin.selectFrom('meeting').select(['child_id', 'group_id']).execute()
    expect(rows).toHaveLength(2)
    expect(rows.every(({ group_id }) => group_id === meetingId)).toBe(true)
    expect(await pageOf('maja')).toContain(elsasMeeting)
    for (const who of ['sara', 'jonas'] as const) {
      const elsas = await pageOf(who, elsasMeeting)
      expect(elsas).toContain('Elsa vill ha lugn när hon läser.')
      expect(elsas).not.toMatch(/Lisa|morgnarna/)
      expect(await pageOf(who, meetingAddress('show'))).not.toContain('Elsa')
    }
    expect((await as('lisaSelf').get(elsasMeeting)).status).toBe(404)
  })

  it('Elsa’s invitation can be read as the family will, with tips, before it goes out', async () => {
    const page = await pageOf('maja')
    expect(page).toMatch(/data-tips="purpose"[\s\S]*name="forhandsvisa" value="ja">Se hur familjen läser det/)
    const looked = await as('maja').post(elsasCall, {
      ...forElsa,
      purpose: 'Pappan uteblev.',
      forhandsvisa: 'ja',
    })
    const shown = /<section class="as-read"[\s\S]*?<\/section>/.exec(await looked.text())?.[0]
    expect([
      looked.status,
      shown?.includes('Pappan uteblev.'),
      shown?.includes('kom inte, och varför'),
    ]).toEqual([200, true, true])
    expect(await admin.selectFrom('meeting').select('child_id').execute()).toEqual([{ child_id: lisa }])
    await as('maja').post(elsasCall, forElsa)
    const rows = await admin.selectFrom('meeting').select('group_id').execute()
    expect(rows.map(({ group_id }) => group_id)).toEqual([meetingId, meetingId])
  })

  it('each child has its own notes', async () => {
    await as('maja').post(elsasCall, forElsa)
    await as('maja').post(meetingAddress('hold'), { version: '0', working: 'Om Lisa', act: 'save' })
    const notes = await admin.selectFrom('meeting_note').select('child_id').execute()
    expect(notes).toEqual([{ child_id: lisa }])
    const hold = paths.meeting.hold.to({ childId: elsa, meetingId: forElsa.submission })
    expect(await pageOf('maja', hold)).not.toContain('Om Lisa')
  })

  it('a half-brother’s side is not tied to it, whatever the form says', async () => {
    const there = paths.meeting.call.to({ childId: tage })
    expect((await as('maja').post(there, { ...forElsa, guardians: id('sara') })).status).toBe(404)
    expect(await admin.selectFrom('meeting').select('child_id').execute()).toEqual([{ child_id: lisa }])
    const seen = await behindTheWalls('karin', tage, (trx) =>
      trx.selectFrom('meeting').select('id').execute(),
    )
    expect(seen).toEqual([])
  })

  it('when Jonas is barred for one of them they share nothing', async () => {
    await bar('jonas')
    expect(await pageOf('maja')).not.toContain('Elsa')
    expect((await as('maja').post(elsasCall, forElsa)).status).toBe(404)
  })

  it('a meeting that is not shared has no siblings, and others find nothing', async () => {
    for (const who of ['eva', 'sara', 'petra', 'stig'] as const)
      expect([who, (await as(who).get(address)).status]).toEqual([who, 404])
    expect((await withoutAudit(() => as('maja').get(address))).status).toBe(503)
    await admin.updateTable('meeting').set({ group_id: null }).execute()
    expect((await as('maja').get(address)).status).toBe(404)
  })
})
