import { beforeEach, describe, expect, it } from 'vitest'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, partyOf } from '#test/arrange-meeting.ts'
import { admin, as, assign, behindTheWalls, lisa, type Person, world } from '#test/world.ts'

const shown = meetingAddress('show')
const address = meetingAddress('answer')
const pageOf = async (who: Person, path = shown) => (await as(who).get(path)).text()
const rows = () =>
  admin
    .selectFrom('meeting_words')
    .select(['is_wishes', 'is_open', 'replaced_at'])
    .orderBy('written_at')
    .execute()

async function answer(who: Person, fields: Record<string, string>) {
  const { id: party, version } = await partyOf('lisaSelf')
  return as(who).post(address, { party, version: String(version), ...fields })
}
const wishes = {
  answer: 'part',
  words: 'Jag vill prata om bussen.',
  readers: 'meeting',
  avoid: 'Inget om badet.',
  wants: 'Mormor.',
  doesNotWant: 'Inte tränaren.',
  support: 'Petra bredvid mig.',
}
const secret = ['Inget om badet.', 'Mormor.', 'Inte tränaren.', 'Petra bredvid mig.']

describe('Lisa says how she wants the meeting', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await joined('ali', 'familjestod', 'whole')
    await callMeeting()
  })

  it('Maja reads all of it; what she wants to talk about opens the meeting, the rest goes no further', async () => {
    const form = await pageOf('lisaSelf', address)
    for (const text of [
      'Hur vill du vara med?',
      'En stund',
      'Läs upp det jag skriver',
      'Vem vill du inte ha med?',
    ])
      expect(form).toContain(text)
    const sent = await answer('lisaSelf', wishes)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${shown}?skickat`])
    expect((await partyOf('lisaSelf')).answer).toBe('coming')
    const majas = await pageOf('maja')
    for (const text of [...secret, 'Lisa önskar', 'En stund', wishes.words]) expect(majas).toContain(text)
    for (const who of ['sara', 'jonas', 'ali', 'lisaSelf'] as const) {
      const page = await pageOf(who)
      for (const text of [...secret, 'Lisa önskar']) expect([who, page.includes(text)]).toEqual([who, false])
      expect(page).toContain(wishes.words)
      const inTheTable = (trx: Parameters<Parameters<typeof behindTheWalls>[2]>[0]) =>
        trx.selectFrom('meeting_words').select('id').where('is_wishes', '=', true).execute()
      expect(await behindTheWalls(who, lisa, inTheTable)).toEqual([])
    }
    const again = await pageOf('lisaSelf', address)
    for (const text of secret) expect(again).not.toContain(text)
  })

  it('she changes her mind of the one without losing the other', async () => {
    await answer('lisaSelf', wishes)
    await answer('lisaSelf', { answer: 'sends_words', words: 'Läs det här.', readers: 'lead' })
    const majas = await pageOf('maja')
    for (const text of ['Läs det här.', 'Inte tränaren.']) expect(majas).toContain(text)
    expect(majas).not.toContain(wishes.words)
    await answer('lisaSelf', { answer: 'link', doesNotWant: 'Ingen alls.' })
    expect(await pageOf('maja')).toContain('Ingen alls.')
    expect(await pageOf('maja')).not.toContain('Inte tränaren.')
    expect((await rows()).filter(({ replaced_at }) => !replaced_at)).toHaveLength(2)
  })

  it('Maja writes it down for her, and meets it again to go on from', async () => {
    const { id: party } = await partyOf('lisaSelf')
    await answer('maja', { ...wishes, answer: 'link' })
    const form = await pageOf('maja', `${address}?vem=${party}`)
    for (const text of secret) expect(form).toContain(text)
    expect(form).toMatch(/value="link" checked/)
  })

  it('no other may say it for her, nor read it: not a parent, not a colleague without the work', async () => {
    await assign('petra', lisa, 'ordinary')
    for (const who of ['sara', 'jonas', 'ali', 'petra', 'eva'] as const)
      expect([who, (await answer(who, wishes)).status]).toEqual([who, 404])
    expect(await rows()).toEqual([])
  })

  it('wishes are never open, and a parent’s answer has none', async () => {
    const { id: party, version } = await partyOf('sara')
    await as('sara').post(address, { party, version: String(version), answer: 'coming', avoid: 'Pengar.' })
    expect(await rows()).toEqual([])
    await answer('lisaSelf', wishes)
    await expect(
      admin.updateTable('meeting_words').set({ is_open: true }).where('is_wishes', '=', true).execute(),
    ).rejects.toThrow('wishes_are_closed')
  })
})
