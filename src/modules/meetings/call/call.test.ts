import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, markAsProtected, openMatter, takeBack, tellFamily } from '#test/arrange.ts'
import { callMeeting, invitation, meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  type Person,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.meeting.call.to({ childId: lisa })
const shown = meetingAddress('show')
const pageOf = async (who: Person, path = shown) => (await as(who).get(path)).text()
const waiting = () =>
  admin
    .selectFrom('task')
    .select(['kind', 'engagement_id', 'due_on', 'about_id'])
    .where('done_at', 'is', null)
    .orderBy('engagement_id')
    .execute()
const meetings = () => admin.selectFrom('meeting').selectAll().execute()
const texts = (who: Person) =>
  behindTheWalls(who, lisa, (trx) => trx.selectFrom('meeting_text').select('kind').orderBy('kind').execute())

describe('a meeting is called', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
  })

  it('Maja asks Lisa, Sara and Jonas to come, and each of them sees it', async () => {
    const answer = await as('maja').post(address, invitation)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, shown])
    expect(await auditRows()).toEqual([['maja', 'meeting.call', 'done', lisa]])
    for (const who of ['maja', 'sara', 'jonas', 'lisaSelf'] as const) {
      const page = await pageOf(who)
      expect(page).toContain('Tisdag 8 december klockan 14.30')
      expect(page).toContain('Furuskolan, rum Granen')
      expect(page).toContain('Vi vill att morgnarna blir &lt;lugna&gt;.')
      expect(page).toContain(who === 'lisaSelf' ? '<title>Min sida' : '<title>Samverkansmöte')
    }
    for (const who of ['sofia', 'petra', 'eva', 'karin', 'ali'] as const)
      expect([who, (await as(who).get(shown)).status]).toEqual([who, 404])
    const events = await admin.selectFrom('plan_event').select(['kind', 'about_id']).execute()
    expect(events).toEqual([{ kind: 'meeting_called', about_id: meetingId }])
  })

  it('what Maja had to do is done', async () => {
    await admin
      .insertInto('task')
      .values({
        child_id: lisa,
        id: id('call'),
        kind: 'call_meeting',
        engagement_id: engagementOf('maja'),
        due_on: '2026-11-27',
        made_at: new Date('2026-11-24T08:00:00Z'),
      })
      .execute()
    await callMeeting()
    expect(await waiting()).toEqual([])
  })

  it('Ali, with the whole, sees who comes and why; Ingrid, with her own part, sees time, place and Maja', async () => {
    await joined('ali', 'familjestod', 'whole')
    await joined('ingrid', 'gaddan', 'own')
    await callMeeting({
      units: [id('familjestod'), id('gaddan')],
      [`prepare-${id('gaddan')}`]: 'Vilka tider är simskolan?',
    })
    const ali = await pageOf('ali')
    for (const text of ['Sara Holmgren (mamma)', 'Ingrid Falk', 'lugna', 'rum Granen'])
      expect(ali).toContain(text)
    const ingrid = await pageOf('ingrid')
    for (const text of ['Lisa Holmgren', '14.30', 'rum Granen', 'Maja Lindgren', 'Vilka tider är simskolan?'])
      expect(ingrid).toContain(text)
    for (const text of ['lugna', 'Sara', 'Jonas', 'Ali', 'Familjestöd', 'mamma'])
      expect(ingrid).not.toContain(text)
    expect(await texts('ingrid')).toEqual([{ kind: 'place' }])
    expect(await texts('ali')).toEqual([{ kind: 'place' }, { kind: 'purpose' }])
    expect(
      await behindTheWalls('ingrid', lisa, (trx) =>
        trx.selectFrom('meeting_party').select('unit_id').execute(),
      ),
    ).toEqual([{ unit_id: id('gaddan') }])
    const asked = (await waiting()).map(({ engagement_id, kind, due_on }) => [engagement_id, kind, due_on])
    expect(asked.sort()).toEqual(
      [
        [engagementOf('ali'), 'answer_invitation', '2026-11-27'],
        [engagementOf('ingrid'), 'answer_invitation', '2026-11-27'],
      ].sort(),
    )
  })

  it('a part of one’s own shows only the meetings one is asked to', async () => {
    await joined('ingrid', 'gaddan', 'own')
    await callMeeting()
    expect((await as('ingrid').get(shown)).status).toBe(404)
  })

  it('before they answer, Sara and Jonas see who will learn of whom', async () => {
    await joined('ali', 'familjestod', 'whole')
    await joined('ingrid', 'gaddan', 'own')
    await callMeeting({ units: [id('familjestod'), id('gaddan')] })
    for (const who of ['sara', 'jonas'] as const) {
      const page = await pageOf(who, meetingAddress('answer'))
      expect(page).toMatch(/Familjestöd Alvesta<\/b>.{0,20}Får veta varför vi ses, vilka som kommer/s)
      expect(page).toMatch(/Simklubben Gäddan<\/b>.{0,20}Får veta vad Lisa heter, tid och plats/s)
    }
  })

  it('Jonas, from whom everything is barred, is left out, and nobody but the school could know', async () => {
    await bar('jonas')
    expect(await pageOf('maja', address)).not.toContain('Jonas')
    await callMeeting()
    const parties = await admin.selectFrom('meeting_party').select('person_id').execute()
    expect(parties.map((party) => party.person_id)).not.toContain(id('jonas'))
    for (const who of ['sara', 'lisaSelf', 'maja'] as const)
      expect(await pageOf(who)).not.toMatch(/Jonas|pappa/i)
    expect(await pageOf('jonas')).toBe(await pageOf('jonas', '/ingenting'))
  })

  it('Jonas, who has not been told, cannot be asked before somebody has talked with him', async () => {
    await admin.deleteFrom('family_talk').where('person_id', '=', id('jonas')).execute()
    const page = await pageOf('maja', address)
    expect(page).toContain('Jonas Berg (pappa) har inte fått veta än')
    await callMeeting()
    const parties = await admin.selectFrom('meeting_party').select('person_id').execute()
    expect(parties.map((party) => party.person_id)).not.toContain(id('jonas'))
  })

  it('whom Lisa does not want there stays in the school', async () => {
    await callMeeting({ doesNotWant: 'Jag vill inte att Stig är med.' })
    expect(await pageOf('maja')).toContain('Jag vill inte att Stig är med.')
    for (const who of ['sara', 'jonas', 'lisaSelf'] as const) {
      expect(await pageOf(who)).not.toContain('Stig')
      expect(await texts(who)).toEqual([{ kind: 'place' }, { kind: 'purpose' }])
    }
  })

  it('where a protected child will be is not told outside the school', async () => {
    await joined('ali', 'familjestod', 'whole')
    await callMeeting({ units: id('familjestod') })
    await markAsProtected()
    expect(await pageOf('maja')).toContain('rum Granen')
    for (const who of ['ali', 'sara', 'lisaSelf'] as const) {
      const page = await pageOf(who)
      expect(page).not.toContain('Granen')
      expect(page).toContain('Maja berättar var.')
      expect(page).not.toMatch(/Lindgren|Furuskolan/)
      expect(await texts(who)).toEqual([{ kind: 'purpose' }])
    }
  })

  it('a unit that nobody has said yes to cannot be asked, whatever the form says', async () => {
    await callMeeting({ units: [id('familjestod'), id('lillaskolan')] })
    const units = await admin.selectFrom('meeting_party').select('unit_id').execute()
    expect(units.every(({ unit_id }) => unit_id === null)).toBe(true)
    expect(await admin.selectFrom('access_grant').select('id').execute()).toEqual([])
  })

  it('a unit that has its yes, but no part yet, is let in with the part that the family chose', async () => {
    await joined('ali', 'familjestod', 'whole')
    await admin.deleteFrom('access_grant').execute()
    expect(await pageOf('maja', address)).toContain('Familjestöd Alvesta')
    await callMeeting({ units: id('familjestod'), [`part-${id('familjestod')}`]: 'own' })
    const grants = await admin.selectFrom('access_grant').select(['part', 'to_unit_id']).execute()
    expect(grants).toEqual([{ part: 'own', to_unit_id: id('familjestod') }])
    expect((await as('ali').get(shown)).status).toBe(200)
    expect(await texts('ali')).toEqual([{ kind: 'place' }])
  })

  it('sent twice, it is one', async () => {
    await joined('ali', 'familjestod', 'whole')
    for (let time = 0; time < 2; time++) await callMeeting({ units: id('familjestod') })
    expect(await meetings()).toHaveLength(1)
    expect(await admin.selectFrom('meeting_party').select('id').execute()).toHaveLength(4)
    expect(await waiting()).toHaveLength(1)
  })

  it.each([
    ['there is no purpose', { purpose: ' ' }, 'purpose', 'Skriv varför ni ses'],
    ['the day does not exist', { day: '2026-11-31' }, 'day', 'Välj en dag som finns'],
    ['the clock is no clock', { time: 'halv tre' }, 'time', 'Skriv vilken tid'],
    ['there is no place', { place: '' }, 'place', 'Skriv var ni ses'],
    ['the time has been', { day: '2026-11-24', time: '08:00' }, 'day', 'Tiden har redan varit'],
  ])('gives the form back when %s', async (_, fault, field, message) => {
    const answer = await as('maja').post(address, { ...invitation, ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">${message}`)
    for (const [name, text] of Object.entries({ ...invitation, ...fault }))
      if (['purpose', 'day', 'time', 'place'].includes(name))
        expect(page).toContain(String(text).trim().replace('<', '&lt;').replace('>', '&gt;'))
    expect(await meetings()).toEqual([])
  })

  it('is hidden from everybody who does not carry the matter, Sara too', async () => {
    await joined('ali', 'familjestod', 'whole')
    const missing = await pageOf('eva', '/ingenting')
    for (const who of ['eva', 'sofia', 'petra', 'ali', 'sara', 'karin'] as const)
      for (const childId of [lisa, unknownChild]) {
        const there = paths.meeting.call.to({ childId })
        for (const answer of [await as(who).get(there), await as(who).post(there, invitation)])
          expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      }
    expect(await meetings()).toEqual([])
  })

  it('calls nothing and says so when the log cannot be written', async () => {
    const answer = await withoutAudit(() => as('maja').post(address, invitation))
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('Furuskolan, rum Granen')
    expect(await meetings()).toEqual([])
    await callMeeting()
    expect((await withoutAudit(() => as('sara').get(shown))).status).toBe(503)
  })

  it('when the yes is taken back, Ali sees nothing at the next request', async () => {
    await joined('ali', 'familjestod', 'whole')
    await callMeeting({ units: id('familjestod') })
    expect((await as('ali').get(shown)).status).toBe(200)
    await takeBack('sara', 'familjestod')
    expect((await as('ali').get(shown)).status).toBe(404)
  })
})
