import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTransitions } from '#modules/handover'
import { paths } from '#shared/paths.ts'
import { admin, assign, deps, id, lisa, setClock, world } from '#test/world.ts'
import { Cast, telephones } from './cast.ts'
import { browse } from './harness.ts'
import { leadsInTurn } from './in-turn.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const child = paths.child.to(at)
const works = 'Lisa bygger gärna med klossar.'

/** Lisa is six, begins school in the autumn and is known at the child health centre only. */
async function lisaIsSix() {
  await admin.updateTable('child').set({ born_on: '2021-03-14' }).where('id', '=', lisa).execute()
  await admin.deleteFrom('assignment').where('child_id', '=', lisa).execute()
  await admin
    .updateTable('child_placement')
    .set({ unit_id: id('bvc'), valid_from: '2021-03-14' })
    .where('child_id', '=', lisa)
    .execute()
  await assign('birgit', lisa, 'ordinary')
  setClock(new Date('2027-05-10T08:00:00Z'))
}

describe.each(telephones)('from BVC to school when the family says no, on a telephone, %s', (_, manner) => {
  const cast = new Cast(browsing, manner)
  const { step } = cast
  beforeAll(async () => {
    await world()
    await lisaIsSix()
  })
  afterAll(() => cast.end())
  let offered = ''

  step('Birgit notices, and begins to gather', async () => {
    const birgit = await cast.at('birgit', paths.noticing.noticeChild.to(at))
    await birgit.write('Berätta med en mening', 'Lisa har svårt att somna om kvällarna.')
    await birgit.send('Skicka')
    await cast.task('birgit', 'Läs och ta emot')
    await birgit.choose('Vad gör du nu?', 'Börja samla')
    await birgit.send('Gå vidare')
    for (const guardian of ['Sara Holmgren', 'Jonas Berg'])
      await birgit.choose(`Finns det skäl att ${guardian}`, 'Nej, vi har pratat')
    await birgit.send('Spara')
    await birgit.follow('Börja samla')
    await birgit.choose('Vad vill du ta upp?', 'Hemmet')
    await birgit.send('Börja samla')
    await birgit.follow('Lägg till röst')
    await birgit.choose('Vem är det som säger det?', 'Jag')
    await birgit.choose('Vad handlar det om?', 'Hemmet')
    await birgit.write('Det som fungerar', works)
    await birgit.send('Spara')
  })

  step('Birgit asks whether the school may know of it', async () => {
    const birgit = await cast.at('birgit', paths.sharing.ask.to(at))
    await birgit.choose('Vilka behöver vara med?', 'Furuskolan')
    await birgit.send('Fråga familjen')
  })

  step('Sara says no, and reads that Lisa is helped as before', async () => {
    const sara = await cast.at('sara', paths.sharing.consents.to(at))
    await sara.follow('Öppna frågan')
    await sara.sees('Lisa får samma hjälp som förut vad du än svarar.')
    await sara.choose('Furuskolan', 'Nej')
    await sara.send('Skicka mitt svar')
    await sara.sees('Tack. Så här är det nu.')
  })

  step('in spring Birgit gets to think of the school, and hands over the name alone', async () => {
    expect(await runTransitions(deps)).toBe(1)
    const birgit = await cast.task('birgit', 'Förbered en överlämning')
    await birgit.sees('Från 1 augusti 2027 blir någon annan Barnets bästa-ansvarig')
    await birgit.pick('Vem kan hjälpa?', 'Furuskolan')
    await birgit.choose('Vad får de veta?', 'Bara barnets namn')
    await birgit.send('Spara')
    offered = new URL(birgit.page.url()).pathname
    await birgit.sees('Furuskolan ser inget än.')
  })

  step('the name too needs a rule: without one nothing is sent', async () => {
    const birgit = await cast.at('birgit')
    await birgit.follow('Fråga Furuskolan')
    await birgit.sees('Bara barnets namn följer med.')
    expect(await birgit.main.textContent()).not.toContain(works)
    await expect(birgit.send('Fråga Furuskolan')).rejects.toThrow('Välj den regel')
    await cast.findsNothing('maja', offered)
    await birgit.pick('Vilken regel', 'Det skadar varken barnet eller någon nära att det berättas')
    await birgit.weigh(
      'De har ansvaret när Lisa börjar skolan.',
      'Lisa ska gå på Furuskolan.',
      'Det är bara namnet.',
    )
    await birgit.send('Fråga Furuskolan')
    await birgit.sees('Furuskolan har fått frågan. Ni har ansvaret tills de har tagit emot.')
  })

  step('Sara reads whose turn it is', async () => {
    const sara = await cast.at('sara', child)
    await sara.sees(
      'Birgit Holm på BVC Alvesta är Barnets bästa-ansvarig. Furuskolan har fått frågan om att bli nästa',
    )
  })

  step('who teaches at the school, and who leads another, find nothing', async () => {
    for (const who of ['petra', 'eva'] as const) await cast.findsNothing(who, offered)
  })

  step('Maja sees the name and whose question it is, and takes over', async () => {
    setClock(new Date('2027-05-12T08:00:00Z'))
    const maja = await cast.task('maja', 'Ta emot en överlämning')
    await maja.sees('Lisa Holmgren', 'Birgit Holm frågar om ni blir nästa', 'Bara barnets namn')
    const page = await maja.main.textContent()
    for (const words of [works, 'somna', 'sagt nej', 'De har ansvaret när']) expect(page).not.toContain(words)
    await maja.send('Vi tar emot')
    expect(await leadsInTurn(lisa)).toEqual(['Birgit', 'Maja'])
  })

  step('and still reads nothing of what was written before, nor that there was a no', async () => {
    for (const path of [paths.child, paths.wheel.show, paths.timeline, paths.sharing.consents]) {
      const maja = await cast.at('maja', path.to(at))
      await maja.sees('Lisa Holmgren')
      const page = await maja.main.textContent()
      for (const words of [works, 'somna om kvällarna', 'sa nej']) expect(page).not.toContain(words)
    }
  })

  step('the family reads that it is Maja, and what they said stays with BVC', async () => {
    const sara = await cast.at('sara', child)
    await sara.sees('Barnets bästa-ansvarig', 'Maja Lindgren, rektor')
    const birgit = await cast.at('birgit', paths.handover.kept.to(at))
    await birgit.sees(works)
    await cast.findsNothing('maja', paths.handover.kept.to(at))
  })

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})
