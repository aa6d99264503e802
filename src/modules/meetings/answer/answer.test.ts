import { beforeEach, describe, expect, it } from 'vitest'
import { bar, joined, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId, partyOf } from '#test/arrange-meeting.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  newUuid,
  type Person,
  withoutAudit,
  world,
} from '#test/world.ts'

const shown = meetingAddress('show')
const address = meetingAddress('answer')
const pageOf = async (who: Person, path = shown) => (await as(who).get(path)).text()
const openTasks = () =>
  admin.selectFrom('task').select('engagement_id').where('done_at', 'is', null).execute()

/** Sends the answer as the page would: with the row and its version. */
async function answer(who: Person, as_: Parameters<typeof partyOf>[0], fields: Record<string, string>) {
  const { id: party, version } = await partyOf(as_)
  return as(who).post(address, { party, version: String(version), ...fields })
}

describe('an invitation is answered', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await joined('ali', 'familjestod', 'whole')
    await joined('ingrid', 'gaddan', 'own')
    await callMeeting({ units: [id('familjestod'), id('gaddan')] })
    await admin.deleteFrom('audit_event').execute()
  })

  it('Sara comes, and the others see it', async () => {
    const sent = await answer('sara', 'sara', { answer: 'coming' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, shown])
    expect(await auditRows()).toEqual([['sara', 'meeting.answer', 'done', lisa]])
    for (const who of ['maja', 'ali', 'jonas'] as const)
      expect(await pageOf(who)).toMatch(/(Sara Holmgren \(mamma\)|Mamma)<\/b>.{0,20}Kommer/s)
    expect(await pageOf('ingrid')).not.toMatch(/Sara|Mamma/)
  })

  it('what Lisa writes is read by Maja, and not in her own session, until she opens it to the meeting', async () => {
    const words = 'Jag vill att vi pratar om bussen.'
    const { id: party, version } = await partyOf('lisaSelf')
    const form = { party, version: String(version), answer: 'coming', words, submission: newUuid() }
    for (let time = 0; time < 2; time++) {
      const sent = await as('lisaSelf').post(address, form)
      expect([sent.status, sent.headers.get('location')]).toEqual([303, `${shown}?skickat`])
    }
    expect(await pageOf('maja')).toContain(words)
    expect(await pageOf('lisaSelf', `${shown}?skickat`)).toContain('Det är skickat')
    expect(await pageOf('lisaSelf', address)).not.toContain(words)
    for (const who of ['lisaSelf', 'sara', 'jonas', 'ali', 'ingrid'] as const) {
      expect(await pageOf(who)).not.toContain(words)
      expect(
        await behindTheWalls(who, lisa, (trx) => trx.selectFrom('meeting_words').select('id').execute()),
      ).toEqual([])
    }
    await answer('lisaSelf', 'lisaSelf', { answer: 'coming', words, readers: 'meeting' })
    for (const who of ['maja', 'lisaSelf', 'sara', 'jonas', 'ali'] as const)
      expect(await pageOf(who)).toContain(words)
    expect(await pageOf('ingrid')).not.toContain(words)
    await answer('lisaSelf', 'lisaSelf', { answer: 'coming', words: 'Inte bussen.', readers: 'lead' })
    for (const who of ['sara', 'ali'] as const) expect(await pageOf(who)).not.toContain('bussen')
    expect(await admin.selectFrom('meeting_words').select('id').execute()).toHaveLength(3)
  })

  it('Ali sends words instead of coming, and it no longer waits for him', async () => {
    const sent = await answer('ali', 'ali', {
      answer: 'sends_words',
      words: 'Vi kan komma hem till er.',
      readers: 'meeting',
    })
    expect(sent.status).toBe(303)
    expect(await openTasks()).toEqual([{ engagement_id: engagementOf('ingrid') }])
    expect(await pageOf('sara')).toContain('Vi kan komma hem till er.')
  })

  it('Ingrid, with a part of her own, answers too, and reads her own words only', async () => {
    await answer('ali', 'ali', { answer: 'coming', words: 'Alis ord', readers: 'meeting' })
    await answer('ingrid', 'ingrid', { answer: 'coming', words: 'Simskolan är på lördagar.' })
    expect(await openTasks()).toEqual([])
    const page = await pageOf('ingrid')
    expect(page).toContain('Simskolan är på lördagar.')
    expect(page).not.toContain('Alis ord')
    expect(await pageOf('sara')).not.toContain('Simskolan')
  })

  it('Maja writes down what Jonas says on the telephone', async () => {
    const { id: party } = await partyOf('jonas')
    expect(await pageOf('maja', `${address}?vem=${party}`)).toContain(
      'Skriv upp svaret från Jonas Berg (pappa)',
    )
    expect((await answer('maja', 'jonas', { answer: 'not_coming', words: 'Jag jobbar då.' })).status).toBe(
      303,
    )
    expect(await pageOf('jonas')).toContain('Jag jobbar då.')
    expect((await partyOf('jonas')).answer).toBe('not_coming')
  })

  it('nobody answers for anybody else', async () => {
    for (const [who, other] of [
      ['sara', 'jonas'],
      ['sara', 'lisaSelf'],
      ['ali', 'sara'],
      ['ingrid', 'ali'],
      ['lisaSelf', 'sara'],
      ['eva', 'ali'],
      ['petra', 'sara'],
    ] as const) {
      expect([who, (await answer(who, other, { answer: 'coming' })).status]).toEqual([who, 404])
      expect((await partyOf(other)).answer).toBeNull()
    }
  })

  it('nor does the database let them', async () => {
    const change = (who: Person, party: string) =>
      behindTheWalls(who, lisa, (trx) =>
        trx.updateTable('meeting_party').set({ answer: 'coming' }).where('id', '=', party).executeTakeFirst(),
      )
    for (const [who, other] of [
      ['sara', 'jonas'],
      ['ali', 'ingrid'],
      ['ingrid', 'sara'],
      ['jonas', 'lisaSelf'],
    ] as const)
      expect((await change(who, (await partyOf(other)).id)).numUpdatedRows).toBe(0n)
    expect((await change('sara', (await partyOf('sara')).id)).numUpdatedRows).toBe(1n)
  })

  it('Maja noted it while Sara wrote: Sara sees both', async () => {
    const { id: party, version } = await partyOf('sara')
    await answer('maja', 'sara', { answer: 'not_coming', words: 'Hon har fått tid hos tandläkaren.' })
    const late = await as('sara').post(address, {
      party,
      version: String(version),
      answer: 'coming',
      words: 'Jag kommer ändå.',
    })
    const page = await late.text()
    expect(late.status).toBe(409)
    for (const text of ['Någon annan hann spara före dig', 'tandläkaren', 'Jag kommer ändå.', 'kommer inte'])
      expect(page).toContain(text)
    expect((await partyOf('sara')).answer).toBe('not_coming')
  })

  it('sent twice, it is one', async () => {
    const { id: party, version } = await partyOf('sara')
    const form = {
      submission: newUuid(),
      party,
      version: String(version),
      answer: 'coming',
      words: 'Om morgnar',
    }
    for (let time = 0; time < 2; time++) expect((await as('sara').post(address, form)).status).toBe(303)
    expect(await admin.selectFrom('meeting_words').select('id').execute()).toHaveLength(1)
  })

  it('gives the form back with what was written', async () => {
    const nothing = await answer('sara', 'sara', { words: 'Vi <behöver> prata.' })
    expect(nothing.status).toBe(422)
    const page = await nothing.text()
    expect(page).toContain('<a href="#answer">Välj ett av svaren')
    expect(page).toContain('Vi &lt;behöver&gt; prata.')
    expect((await answer('sara', 'sara', { answer: 'sends_words' })).status).toBe(422)
  })

  it('a meeting that is barred for Jonas does not exist for him, nor for Lisa’s own eID', async () => {
    await bar('jonas', meetingId)
    const missing = await pageOf('jonas', '/ingenting')
    for (const who of ['jonas', 'lisaSelf'] as const) {
      for (const path of [shown, address]) expect(await pageOf(who, path)).toBe(missing)
      expect((await answer(who, who, { answer: 'coming' })).status).toBe(404)
      for (const table of ['meeting', 'meeting_party', 'meeting_text', 'plan_event'] as const)
        expect(await behindTheWalls(who, lisa, (trx) => trx.selectFrom(table).selectAll().execute())).toEqual(
          [],
        )
    }
    expect(await pageOf('sara')).toContain('rum Granen')
  })

  it('of a unit that is barred for Jonas neither he nor Lisa’s own eID reads that it comes, or what it says', async () => {
    await bar('jonas', id('familjestod'))
    const words = 'Vi tror att kvällarna är svårast.'
    const sent = await answer('ali', 'ali', { answer: 'sends_words', words, readers: 'meeting' })
    expect(sent.status).toBe(303)
    for (const who of ['jonas', 'lisaSelf'] as const) {
      const page = (await pageOf(who)) + (await pageOf(who, address))
      expect([who, page.includes('Familjestöd'), page.includes(words)]).toEqual([who, false, false])
    }
    for (const who of ['maja', 'sara'] as const) {
      const page = await pageOf(who)
      expect([who, page.includes('Familjestöd'), page.includes(words)]).toEqual([who, true, true])
    }
  })

  it('saves nothing when the log cannot be written', async () => {
    const { id: party, version } = await partyOf('sara')
    const form = { party, version: String(version), answer: 'coming', words: 'Om morgnar' }
    const lost = await withoutAudit(() => as('sara').post(address, form))
    expect([lost.status, (await partyOf('sara')).answer]).toEqual([503, null])
    expect(await lost.text()).toContain('Om morgnar')
  })
})
