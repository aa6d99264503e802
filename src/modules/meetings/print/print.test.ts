import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, protectLisa } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId, partyOf } from '#test/arrange-meeting.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { headingsIn } from '#test/pdf.ts'
import { admin, as, auditRows, deps, engagementOf, id, lisa, sessionOf, world } from '#test/world.ts'
import type { Language } from '#ui/languages.ts'
import { saidIn } from '#ui/say.tsx'
import { onPaper } from './print.parts.tsx'
import { printInvitation } from './print.ts'

const address = paths.meeting.print.to({ childId: lisa, meetingId })
const forWhom = async (who: Parameters<typeof partyOf>[0]) => `${address}?for=${(await partyOf(who)).id}`
/** Every word on the paper, as it goes to the printer. */
async function wordsFor(who: Parameters<typeof partyOf>[0], language: Language = 'sv') {
  const asking = {
    session: sessionOf('maja'),
    childId: lisa,
    requestId: deps.newId(),
    madeUnder: engagementOf('maja'),
  }
  const printed = await printInvitation(deps, asking, meetingId, (await partyOf(who)).id)
  return printed.ok ? saidIn(language, () => JSON.stringify(onPaper(printed.value))) : printed.error.kind
}

describe('the call to the meeting, on paper', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    await callMeeting({ units: [id('familjestod')] })
  })

  it('Maja prints it for Jonas: when, where, who, why, how to answer and whom to call, and a slip for afterwards', async () => {
    const page = await (await as('maja').get(meetingAddress('show'))).text()
    expect(page).toContain(`action="${address}"`)
    expect(page).toContain(`value="${(await partyOf('jonas')).id}"`)
    const paper = await as('maja').get(await forWhom('jonas'))
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const pdf = Buffer.from(await paper.arrayBuffer()).toString('latin1')
    for (const mark of ['/StructTreeRoot', '/Lang (sv)', 'pdfuaid:part>1<']) expect(pdf).toContain(mark)
    const words = await wordsFor('jonas')
    for (const text of [
      'Till Jonas Berg',
      'Tisdag 8 december klockan 14.30',
      'Furuskolan, rum Granen',
      'Vi vill att morgnarna blir <lugna>.',
      'Maja Lindgren, rektor, Furuskolan',
      'Familjestöd Alvesta',
      'Får veta varför vi ses',
      'Maja Lindgren läser det du skriver',
      'Vet du vem du kan fråga?',
      'Skriv inte ditt namn',
      '112',
    ])
      expect(words).toContain(text)
    expect(words).not.toContain('116 111')
    expect((await auditRows()).filter(([, act]) => act === 'meeting.print')[0]).toEqual([
      'maja',
      'meeting.print',
      'done',
      lisa,
    ])
  })

  it('of the other guardian it says what Lisa calls her, and no name', async () => {
    const words = await wordsFor('jonas')
    expect(words).toContain('"main":"Mamma"')
    expect(words).not.toContain('Sara')
  })

  it('for Lisa it is to her, with how she wants it, and whom she can call', async () => {
    const words = await wordsFor('lisaSelf')
    for (const text of [
      'Till Lisa',
      'Du är med och bestämmer.',
      'Så vill jag ha mötet',
      'Det här vill jag inte prata om',
      '116 111',
      '112',
      'fråga efter socialjouren',
      'Till dig som är barn',
    ])
      expect(words).toContain(text)
  })

  it('is in the language that Sara has chosen, or another; what she ticks stands in Swedish too', async () => {
    const print = async (query = '') =>
      Buffer.from(await (await as('maja').get(`${await forWhom('sara')}${query}`)).arrayBuffer())
    expect(headingsIn(await print())).toContain('Mitt svar')
    await as('sara').post(paths.language.to({}), { sprak: 'ar' })
    const hers = await print()
    expect(headingsIn(hers)).toContain('لماذا نلتقي')
    expect(hers.toString('latin1')).toContain('/Lang (ar)')
    expect(hers.toString('latin1')).toContain('pdfuaid:part>1<')
    expect(headingsIn(await print('&sprak=so'))).toContain('Sababta aan u kulmayno')
    expect(headingsIn(await print('&sprak=sv'))).toContain('Därför ses vi')
    const words = await wordsFor('sara', 'uk')
    for (const text of ['Ви прийдете? / Kommer du?', 'Так / Ja', 'Трохи / Lite', 'Ні / Nej'])
      expect(words).toContain(text)
    // A day, a place, names and what Maja has written stand as they are; all else is said in Ukrainian.
    expect(words).toContain('Vi vill att morgnarna blir <lugna>.')
    for (const text of ['Utskrivet', 'Vi ses', 'Frågor', 'Tolk kostar inget', 'klockan'])
      expect(words).not.toContain(text)
  })

  it('a unit that Jonas must not know of is neither on his nor on Lisa’s, and is on Sara’s', async () => {
    await bar('jonas', id('familjestod'))
    expect(await wordsFor('jonas')).not.toContain('Familjestöd')
    expect(await wordsFor('lisaSelf')).not.toContain('Familjestöd')
    expect(await wordsFor('sara')).toContain('Familjestöd')
  })

  it('is not printed for one who must not know, for a unit, for nobody, or of a child that is protected', async () => {
    await bar('jonas', meetingId)
    for (const who of ['jonas', 'lisaSelf', 'ali'] as const)
      expect([who, (await as('maja').get(await forWhom(who))).status]).toEqual([who, 404])
    for (const nobody of [address, `${address}?for=x`, `${address}?for=${id('nobody')}`])
      expect((await as('maja').get(nobody)).status).toBe(404)
    expect((await as('maja').get(await forWhom('sara'))).status).toBe(200)
    await protectLisa()
    expect((await as('maja').get(await forWhom('sara'))).status).toBe(404)
    expect(await (await as('maja').get(meetingAddress('show'))).text()).not.toContain('Inbjudan på papper')
  })

  it('nor by anybody who does not carry the matter, or when the meeting has been or is called off', async () => {
    for (const who of ['ali', 'ingrid', 'sara', 'jonas', 'lisaSelf', 'eva'] as const)
      expect([who, (await as(who).get(await forWhom('sara'))).status]).toEqual([who, 404])
    for (const state of ['held', 'cancelled'] as const) {
      await admin.updateTable('meeting').set({ state }).execute()
      expect((await as('maja').get(await forWhom('sara'))).status).toBe(404)
    }
  })
})
