import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { callMeeting } from '#test/arrange-meeting.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { askFamily, sheet } from '#test/consents.ts'
import { admin, deps, lisa, world } from '#test/world.ts'
import { Cast, type Seat } from './cast.ts'
import { browse } from './harness.ts'
import { type Heard, heardHere, heardOn, wrongToHear } from './heard.ts'

const browsing = browse(deps)
const at = { childId: lisa }

const headings = (heard: readonly Heard[]) =>
  heard.filter(({ role }) => role === 'heading').map(({ name, level }) => `${level} ${name}`)

/** Listens to the page: nothing is wrong with it, and these headings come in this order. */
async function listen({ page }: Pick<Seat, 'page'>, ...wanted: string[]): Promise<Heard[]> {
  const heard = await heardOn(page)
  expect([page.url(), wrongToHear(heard)]).toEqual([page.url(), []])
  expect(headings(heard).filter((heading) => wanted.includes(heading))).toEqual(wanted)
  return heard
}

/** The mistakes are where one lands; each leads to its field, which says the same. */
async function mistakes(seat: Seat, ...texts: string[]): Promise<void> {
  expect(await seat.page.title()).toMatch(/^Fel: /)
  // The browser moves to the summary once it has drawn the page.
  await expect.poll(async () => (await heardHere(seat.page))[0]).toMatch(/^Nästan klart. /)
  await listen(seat)
  for (const text of texts) {
    await seat.main.getByRole('region', { name: 'Nästan klart.' }).getByRole('link', { name: text }).click()
    const [field, ...around] = await heardHere(seat.page)
    expect(field).not.toBe(text)
    expect(around.some((said) => said.startsWith(text))).toBe(true)
  }
}

describe('Sara hears the pages and never sees them, without JavaScript', () => {
  const cast = new Cast(browsing, { javaScript: false })
  const { step } = cast
  beforeAll(async () => {
    await world()
    await lisaWithPlan()
    await askFamily(['elevhalsan'])
    await callMeeting()
  })
  afterAll(() => cast.end())

  step('she finds the way in', async () => {
    const page = await browsing.open(undefined, { javaScript: false })
    await page.goto(paths.start.to({}))
    await listen({ page })
    await page.getByRole('link', { name: 'Logga in' }).first().click()
    await listen({ page }, '1 Logga in')
  })

  step('past the head with one key, to her child', async () => {
    const sara = await cast.at('sara', paths.start.to({}))
    await sara.page.keyboard.press('Tab')
    expect((await heardHere(sara.page))[0]).toBe('Hoppa till innehållet')
    await sara.page.keyboard.press('Enter')
    await sara.page.keyboard.press('Tab')
    expect((await heardHere(sara.page))[0]).toBe('Lisa Holmgren')
    await listen(sara, '1 Mina barn')
    await sara.page.keyboard.press('Enter')
    await sara.page.waitForURL(`**${paths.child.to(at)}`)
  })

  step('the child’s page tells the next step before anything else', async () => {
    const sara = await cast.at('sara')
    await listen(
      sara,
      '1 Lisa Holmgren',
      '2 En fråga till dig',
      '2 Hit kan du alltid vända dig',
      '3 Furuskolan',
    )
  })

  step('the plan: what Lisa wants, and under it what is done', async () => {
    const sara = await cast.at('sara')
    await sara.follow('Barnets plan')
    const heard = await listen(
      sara,
      ...['1 Lisa Holmgren', '2 Nästa uppföljning', '2 Det här vill Lisa', '3 Hemmet'],
      ...['4 Samma morgonbilder i båda hemmen', '3 Lärande', '4 Läsa tillsammans, 20 minuter'],
      '2 Om det blir svårare',
    )
    const asked = heard.filter(({ role, name }) => role === 'group' && name.startsWith('Hjälper det?'))
    expect(asked.map(({ name }) => name.replace(/ :/, ':'))).toContain(
      'Hjälper det?: Samma morgonbilder i båda hemmen',
    )
  })

  step('the consent: what a yes and a no mean come before the question', async () => {
    const sara = await cast.at('sara', sheet)
    const means = ['2 Om du säger ja', '2 Om du säger nej', '2 Om du ändrar dig', '2 Vad säger du?']
    await listen(sara, '1 Lisa Holmgren', '2 Vilka får veta vad?', ...means)
    await sara.send('Skicka mitt svar').catch(() => undefined)
    await mistakes(sara, 'Välj ja eller nej')
    await sara.choose('Elevhälsan i Alvesta', 'Nej')
    await sara.send('Skicka mitt svar')
    await listen(sara, '1 Lisa Holmgren')
    await sara.sees('Tack. Så här är det nu.', 'du har tackat nej')
    const [said] = await admin
      .selectFrom('consent_answer')
      .select('answer')
      .orderBy('noted_at', 'desc')
      .where('answer', '=', 'no')
      .execute()
    expect(said).toEqual({ answer: 'no' })
  })

  step('the meeting: she hears who learns what, makes a mistake, and is helped', async () => {
    const sara = await cast.at('sara', paths.child.to(at))
    await sara.follow('Om mötet')
    await listen(
      sara,
      '1 Lisa Holmgren',
      '2 Vi ses',
      '2 Därför ses vi',
      '2 Vem får veta vad?',
      '3 1. Lisa först',
    )
    await sara.follow('Svara')
    await listen(sara, '1 Lisa Holmgren', '2 Vem får veta vad?')
    await sara.write('Vad vill du ta upp?', 'Jag vill höra er läsa upp bilderna.')
    await sara.send('Skicka svaret').catch(() => undefined)
    await mistakes(sara, 'Välj ett av svaren')
    expect(await sara.main.getByLabel('Vad vill du ta upp?').inputValue()).toContain('läsa upp bilderna')
    await sara.choose('Kommer du?', 'Ja')
    await sara.send('Skicka svaret')
    await listen(sara, '1 Lisa Holmgren')
  })

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})
