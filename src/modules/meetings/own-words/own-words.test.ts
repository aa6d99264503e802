import { beforeEach, describe, expect, it } from 'vitest'
import { lix } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { bar, joined, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId, partyOf } from '#test/arrange-meeting.ts'
import { mainText } from '#test/words.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  holding,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

const at = { childId: lisa }
const address = meetingAddress('ownWords')
const show = meetingAddress('show')
const home = paths.childsDoor.home.to(at)
const words = 'Jag får komma senare på fredagar.'
const noted = {
  version: '0',
  outcome: 'own_support',
  reason: 'Skolan räcker till.',
  toChild: 'Vi hjälps åt så att morgnarna blir lugna.',
}
const read = async (who: Person, path: string) => (await as(who).get(path)).text()
const rows = () => admin.selectFrom('meeting_words').selectAll().where('is_after', '=', true).execute()

describe('what was decided, in Lisa’s own words', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await joined('ali', 'familjestod')
    await joined('ingrid', 'gaddan', 'own')
    await callMeeting({ units: [id('familjestod'), id('gaddan')] })
    await as('maja').post(meetingAddress('hold'), noted)
    setClock(inHours(1))
  })

  it('reads what was said to her, and who reads what she writes; all who read of the meeting do', async () => {
    expect(await read('lisaSelf', home)).toContain(`href="${address}"`)
    expect(await read('lisaSelf', show)).toContain(`href="${address}"`)
    const form = await read('lisaSelf', address)
    for (const text of [noted.toChild, 'Läses av alla som läser om mötet. Dina föräldrar också.'])
      expect(form).toContain(text)
    expect(lix(mainText(form))).toBeLessThanOrEqual(25)
    const sent = await as('lisaSelf').post(address, { words })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, show])
    for (const who of ['lisaSelf', 'sara', 'jonas', 'maja', 'ali'] as const)
      expect([who, (await read(who, show)).includes(words)]).toEqual([who, true])
    expect((await rows())[0]?.body.includes('fredagar')).toBe(false)
    expect((await auditRows()).filter(([, act]) => act === 'meeting.own-words')).toEqual([
      ['lisaSelf', 'meeting.own-words', 'done', lisa],
    ])
  })

  it('she may say that she does not know, and change it; twice the same is once', async () => {
    await as('lisaSelf').post(address, { unsure: 'ja' })
    expect(await read('maja', show)).toContain('Jag vet inte')
    setClock(inHours(2))
    for (let time = 0; time < 2; time++) await as('lisaSelf').post(address, { words })
    expect(await rows()).toHaveLength(2)
    const page = await read('maja', show)
    expect([page.includes(words), page.includes('Jag vet inte')]).toEqual([true, false])
    expect(await read('lisaSelf', address)).toContain(words)
    const empty = await as('lisaSelf').post(address, { words: ' ' })
    expect([empty.status, (await empty.text()).includes('href="#words"')]).toEqual([422, true])
  })

  it('beside Maja it is the same, from her first page and back there', async () => {
    const handed = await as('maja').post(paths.childsDoor.handOver.to(at))
    const cookie = handed.headers.getSetCookie().find((one) => one.startsWith('kb-test='))
    const beside = holding(cookie?.split(';')[0] ?? '', 'lisa')
    expect(await (await beside.get(home)).text()).toContain(`href="${address}"`)
    expect((await beside.get(address)).status).toBe(200)
    expect((await beside.post(address, { words })).headers.get('location')).toBe(home)
    expect(await (await beside.get(home)).text()).toContain('Ändra det du skrev')
  })

  it('nobody says it in her place, and who does not read of the meeting does not read it', async () => {
    await as('lisaSelf').post(address, { words })
    await bar('jonas', meetingId)
    const missing = await read('eva', '/ingenting')
    for (const who of ['maja', 'sara', 'jonas', 'ali', 'ingrid', 'sofia', 'petra', 'eva'] as const) {
      const page = await as(who).get(address)
      expect([who, page.status, await page.text()]).toEqual([who, 404, missing])
      expect([who, (await as(who).post(address, { words })).status]).toEqual([who, 404])
    }
    for (const who of ['jonas', 'ingrid', 'sofia', 'eva', 'lisaSelf'] as const)
      expect([who, (await read(who, show)).includes(words)]).toEqual([who, false])
    const party = (await partyOf('lisaSelf')).id
    const write = (who: 'maja' | 'sara') =>
      behindTheWalls(who, lisa, (trx) =>
        trx
          .insertInto('meeting_words')
          .values({
            child_id: lisa,
            meeting_id: meetingId,
            id: id('by hand'),
            party_id: party,
            body: Buffer.from('x'),
            is_open: true,
            is_after: true,
            written_by: id(who),
            written_at: inHours(1),
          })
          .execute(),
      )
    for (const who of ['maja', 'sara'] as const) await expect(write(who)).rejects.toThrow()
  })

  it('before the meeting there is nothing to tell; what happens next stands first', async () => {
    await admin.updateTable('meeting').set({ state: 'called' }).where('id', '=', meetingId).execute()
    expect((await as('lisaSelf').get(address)).status).toBe(404)
    const page = await read('lisaSelf', home)
    expect(page).toContain('Tisdag 8 december klockan 14.30 ses vi på ett möte.')
    expect(page).not.toContain(address)
  })

  it('when no day is set, she reads who will tell', async () => {
    expect(await read('lisaSelf', home)).toContain('Maja berättar när det är bestämt.')
  })
})
