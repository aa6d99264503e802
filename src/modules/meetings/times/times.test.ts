import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, lisasBox, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, partyOf } from '#test/arrange-meeting.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const times = paths.meeting.holds.to({})
const pageOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const holds = () => admin.selectFrom('time_hold').selectAll().execute()

/** Sara and Jonas are asked about Sofia's unit. Sara has said yes; Jonas has not answered. */
async function asked(answer: 'yes' | 'no' = 'yes') {
  const consent_id = id('asked about elevhalsan')
  const place = { table: 'consent', column: 'body', row: consent_id, version: 1 }
  await admin
    .insertInto('consent')
    .values({
      child_id: lisa,
      id: consent_id,
      matter_id: lisasMatter,
      secrecy_unit_id: id('wall furuskolan'),
      body: (await lisasBox()).seal(place, { purpose: 'Sömn' }),
      text_version: 'test',
      language: 'sv',
      interpreter: false,
      child_part: 'heard',
      valid_from: noon,
      valid_to: new Date('2027-02-24T11:00:00Z'),
      asked_by: id('maja'),
      asked_at: noon,
    })
    .execute()
  await admin
    .insertInto('consent_unit')
    .values({ child_id: lisa, consent_id, unit_id: id('elevhalsan'), areas: ['health'] })
    .execute()
  for (const person of ['sara', 'jonas'])
    await admin
      .insertInto('consent_signer')
      .values({
        child_id: lisa,
        consent_id,
        id: id(`${person} signs`),
        person_id: id(person),
        is_child: false,
      })
      .execute()
  await says('sara', answer)
}

async function says(person: 'sara' | 'jonas', answer: 'yes' | 'no') {
  await admin
    .insertInto('consent_answer')
    .values({
      child_id: lisa,
      consent_id: id('asked about elevhalsan'),
      id: deps.newId(),
      signer_id: id(`${person} signs`),
      unit_id: id('elevhalsan'),
      seq: 1,
      answer,
      way: 'in_app',
      answered_at: noon,
      noted_by: id(person),
      noted_at: noon,
    })
    .execute()
}

describe('a time is held while the family’s yes is awaited', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
  })

  it('Sofia sees the time, how long, and who asks; nothing of Lisa', async () => {
    await asked()
    await callMeeting({ holds: id('elevhalsan') })
    const page = await pageOf('sofia', times)
    for (const text of ['Tisdag 8 december klockan 14.30', 'En timme', 'Maja Lindgren, Furuskolan'])
      expect(page).toContain(text)
    expect(page).not.toMatch(/Lisa|Holmgren|Granen|morgnar/)
    const list = await pageOf('sofia', paths.tasks.to({}))
    expect(list).toContain('Någon undrar om du kan hålla en tid')
    expect(list).not.toContain('Lisa')
    expect((await as('sofia').get(meetingAddress('show'))).status).toBe(404)
    for (const table of ['meeting', 'meeting_party', 'meeting_text', 'meeting_hold'] as const)
      expect(
        await behindTheWalls('sofia', undefined, (trx) => trx.selectFrom(table).selectAll().execute()),
      ).toEqual([])
    expect(await admin.selectFrom('task').select('kind').execute()).toEqual([])
    expect((await auditRows()).slice(1)).toEqual([
      ['sofia', 'times.list', 'done', '00000000-0000-0000-0000-000000000000'],
      ['sofia', 'tasks.list', 'done', '00000000-0000-0000-0000-000000000000'],
      ['sofia', 'meeting.show', 'not-allowed', lisa],
    ])
  })

  it('she keeps the time free, and Maja sees it; then the yes comes, and she is invited', async () => {
    await asked()
    await callMeeting({ holds: id('elevhalsan') })
    const [hold] = await holds()
    expect((await as('sofia').post(times, { hold: hold?.id ?? '', answer: 'ja' })).status).toBe(303)
    expect(await pageOf('maja', meetingAddress('show'))).toMatch(
      /Elevhälsan i Alvesta<\/b>.{0,20}Håller tiden/s,
    )
    await as('maja').post(meetingAddress('invite'), { units: id('elevhalsan') })
    await expect(partyOf('sofia')).rejects.toThrow('not invited')

    await says('jonas', 'yes')
    await as('maja').post(meetingAddress('invite'), { units: id('elevhalsan') })
    expect((await partyOf('sofia')).answer).toBeNull()
    expect((await holds())[0]?.released_at).not.toBeNull()
    expect(await admin.selectFrom('task').select(['kind', 'engagement_id']).execute()).toEqual([
      { kind: 'answer_invitation', engagement_id: engagementOf('sofia') },
    ])
    expect(await pageOf('sofia', meetingAddress('show'))).toContain('Furuskolan, rum Granen')
    expect(await pageOf('sofia', times)).toContain('Du behöver inte hålla tiden längre')
  })

  it('the time is let go when it is not needed, and says no more than that', async () => {
    await asked()
    await callMeeting({ holds: id('elevhalsan') })
    await as('maja').post(meetingAddress('invite'), { release: id('elevhalsan') })
    expect((await holds())[0]?.released_at).not.toBeNull()
    expect(await pageOf('maja', meetingAddress('show'))).not.toContain('Elevhälsan')
  })

  it('a time is held only where the family has been asked, and nobody has said no', async () => {
    await callMeeting({ holds: id('elevhalsan') })
    expect(await holds()).toEqual([])
    await asked('no')
    await as('maja').post(meetingAddress('invite'), { holds: id('elevhalsan') })
    expect(await holds()).toEqual([])
  })

  it('only Sofia answers for herself, and a time that is gone is not found', async () => {
    await asked()
    await callMeeting({ holds: id('elevhalsan') })
    const [hold] = await holds()
    for (const who of ['eva', 'ali', 'petra', 'sara'] as const)
      expect((await as(who).post(times, { hold: hold?.id ?? '', answer: 'ja' })).status).toBe(404)
    expect((await as('sofia').post(times, { hold: unknownChild, answer: 'ja' })).status).toBe(404)
    expect((await as('sofia').post(times, { hold: 'x', answer: 'ja' })).status).toBe(404)
    expect((await holds())[0]?.answer).toBeNull()
    expect(await pageOf('eva', times)).toContain('Ingen har bett dig hålla någon tid')
    expect((await as('sara').get(times)).status).toBe(404)
    const lost = await withoutAudit(() => as('sofia').post(times, { hold: hold?.id ?? '', answer: 'ja' }))
    expect(lost.status).toBe(503)
    expect((await holds())[0]?.answer).toBeNull()
  })

  it('more people are asked later, and those already asked are not asked again', async () => {
    await callMeeting({ guardians: id('sara') })
    await joined('ali', 'familjestod')
    const page = await pageOf('maja', meetingAddress('invite'))
    expect(page).toContain('Jonas Berg (pappa)')
    expect(page).toContain('Familjestöd Alvesta')
    expect(page).not.toContain('Sara')
    const more = { guardians: [id('jonas'), id('sara')], units: id('familjestod') }
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(meetingAddress('invite'), more)).status).toBe(303)
    expect(await admin.selectFrom('meeting_party').select('id').execute()).toHaveLength(4)
    for (const who of ['sara', 'ali', 'eva'] as const)
      for (const answer of [
        await as(who).get(meetingAddress('invite')),
        await as(who).post(meetingAddress('invite'), more),
      ])
        expect([who, answer.status]).toEqual([who, 404])
  })
})
