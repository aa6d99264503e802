import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { paths } from '#shared/paths.ts'
import { reachedOn } from '#test/arrange.ts'
import { callMeeting, meetingAddress } from '#test/arrange-meeting.ts'
import { actions, lisaWithPlan } from '#test/arrange-plan.ts'
import { deps, id, lisa, type Person, world } from '#test/world.ts'
import { Cast } from './cast.ts'
import { browse } from './harness.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const sheet = paths.sharing.sheet.to({ childId: lisa, consentId: id('consent for familjestod') })
const phones = { sara: '070-174 06 33', jonas: '070-174 06 34' }
const said = { sara: 'Jag vill prata om nätterna.', jonas: 'Jag orkar inte bråka om tiderna.' }
const hidden = 'Samma morgonbilder i båda hemmen'

/** All that somebody reads who follows every link about the child, and what there is about themselves. */
async function everythingReadBy(page: Page): Promise<string> {
  const waiting = [paths.child.to(at), paths.aboutMe.show.to({})]
  const texts: string[] = []
  for (const address of waiting) {
    const answer = await page.goto(address)
    expect([address, answer?.status()]).toEqual([address, 200])
    texts.push(await page.content())
    const links = await page
      .locator(`main a[href^="${paths.child.to(at)}"]`)
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.replace(/#.*/, '') ?? ''))
    waiting.push(...new Set(links.filter((link) => !waiting.includes(link) && !/pdf$|json$/.test(link))))
  }
  texts.push(await (await page.request.get(paths.aboutMe.json.to({}))).text())
  return texts.join('\n')
}

describe('Sara and Jonas do not agree, each on a telephone without JavaScript', () => {
  const cast = new Cast(browsing, { javaScript: false })
  const { step } = cast
  beforeAll(async () => {
    await world()
    await lisaWithPlan()
    await reachedOn('sara', phones.sara)
    await reachedOn('jonas', phones.jonas)
    await callMeeting()
  })
  afterAll(() => cast.end())

  const answers = async (who: 'sara' | 'jonas', coming: string, readers: string) => {
    const seat = await cast.at(who, paths.child.to(at))
    await seat.follow('Om mötet')
    await seat.follow('Svara')
    await seat.choose('Kommer du?', coming)
    await seat.write('Vad vill du ta upp?', said[who])
    await seat.choose('Vem får läsa det?', readers)
    await seat.send('Skicka svaret')
    await seat.sees(said[who])
  }
  const readsOf = async (who: Person) => {
    const { main } = await cast.at(who, meetingAddress('show'))
    const text = (await main.textContent()) ?? ''
    return Object.entries(said).flatMap(([whose, words]) => (text.includes(words) ? [whose] : []))
  }

  step('each answers, and brings points of their own', async () => {
    await answers('sara', 'Ja', 'Familjen')
    await answers('jonas', 'Nej, men', 'Bara Barnets bästa-ansvarig')
  })

  step('what Jonas wrote for Maja is read by Maja, and not by Sara', async () => {
    expect(await readsOf('maja')).toEqual(['sara', 'jonas'])
    expect(await readsOf('jonas')).toEqual(['sara', 'jonas'])
    expect(await readsOf('sara')).toEqual(['sara'])
  })

  step('Maja hides one thing from Jonas, and there is no sign of it', async () => {
    const before = await cast.at('jonas', paths.plan.show.to(at))
    await before.sees(hidden)
    const maja = await cast.at('maja', `${paths.family.bar.to(at)}?sak=${actions.pictures}`)
    await maja.choose('För vem?', 'Jonas Berg')
    await maja.write('Varför?', 'Bilderna visar var de bor.')
    await maja.send('Dölj')
    const jonas = await cast.at('jonas', paths.plan.show.to(at))
    expect(await jonas.main.textContent()).not.toContain(hidden)
    const sara = await cast.at('sara', paths.plan.show.to(at))
    await sara.sees(hidden)
  })

  step('Jonas takes his yes back in one press, and the family support reads no more', async () => {
    const ali = await cast.at('ali', paths.plan.show.to(at))
    await ali.sees(hidden)
    const jonas = await cast.at('jonas', sheet)
    await jonas.send('Ta tillbaka för Familjestöd Alvesta')
    await cast.findsNothing('ali', paths.plan.show.to(at))
  })

  step('Sara reads that it has ended, and her own yes is hers', async () => {
    const sara = await cast.at('sara', sheet)
    await sara.sees('gäller inte längre')
    expect(await sara.main.textContent()).not.toMatch(/Jonas|pappa/i)
  })

  step(
    'nowhere does one find the other’s telephone, private words or answers, nor what is hidden',
    async () => {
      const [sara, jonas] = [
        await everythingReadBy((await cast.at('sara')).page),
        await everythingReadBy((await cast.at('jonas')).page),
      ]
      for (const words of [phones.sara, said.sara, hidden]) expect(sara).toContain(words)
      for (const words of [phones.jonas, said.jonas, 'Ta tillbaka sitt ja']) expect(sara).not.toContain(words)
      for (const words of [phones.jonas, said.jonas, said.sara]) expect(jonas).toContain(words)
      for (const words of [phones.sara, hidden, 'Bilderna visar']) expect(jonas).not.toContain(words)
    },
  )

  step('each keeps a page of their own when the other is hidden from all of it', async () => {
    const maja = await cast.at('maja', paths.family.bar.to(at))
    await maja.choose('För vem?', 'Jonas Berg')
    await maja.pick('Vad ska inte synas?', 'Allt om barnet här')
    await maja.write('Varför?', 'Beslut om skydd.')
    await maja.send('Dölj')
    const jonas = await cast.at('jonas', paths.child.to(at))
    await jonas.sees('Inget pågår just nu.')
    await cast.findsNothing('jonas', paths.plan.show.to(at))
    await cast.findsNothing('jonas', meetingAddress('show'))
    const sara = await cast.at('sara', paths.plan.show.to(at))
    await sara.sees(hidden)
  })
})
