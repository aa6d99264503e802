import { afterAll, beforeAll, describe, expect } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress } from '#test/arrange-meeting.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { askFamily, consents, sheet } from '#test/consents.ts'
import { admin, deps, id, lisa, world } from '#test/world.ts'
import { Cast, type Seat } from './cast.ts'
import { browse } from './harness.ts'

const browsing = browse(deps)
const at = { childId: lisa }

/** What comes out of the printer. */
async function onPaper({ page, main }: Pick<Seat, 'page' | 'main'>): Promise<string> {
  await page.emulateMedia({ media: 'print' })
  // biome-ignore lint/performance/useDomNodeTextContent: what is not shown is not printed.
  const text = await main.innerText()
  await page.emulateMedia({ media: 'screen' })
  return text
}

describe('Jonas has no eID; he reads and answers on paper', () => {
  const cast = new Cast(browsing, { javaScript: false })
  const { step } = cast
  beforeAll(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    await lisasPlan()
  })
  afterAll(() => cast.end())

  step('he finds how to do at the sign-in, on anybody’s telephone, and a sheet to write on', async () => {
    const page = await browsing.open(undefined, { javaScript: false })
    await page.goto(paths.signIn.choose.to({}))
    await page.getByRole('link', { name: 'Jag har inte e-legitimation' }).click()
    await page.getByRole('heading', { level: 1, name: 'Du behöver ingen e-legitimation' }).waitFor()
    await page.getByText('Ni svarar var för sig, på var sitt papper.').waitFor()
    const text = await onPaper({ page, main: page.getByRole('main') })
    for (const words of ['Mitt svar', 'Jag kommer', 'Jag vill ta tillbaka ett ja', 'Mottaget av'])
      expect(text).toContain(words)
    expect(text).not.toContain('Så gör du')
  })

  step('Maja reads the question to him at school', async () => {
    const maja = await cast.at('maja', paths.family.talk.to(at))
    await maja.choose('Finns det skäl att Jonas Berg', 'Nej, vi har pratat')
    await maja.send('Spara')
    await maja.sees('Fick veta tisdag 24 november')
  })

  step('Maja prints the question for him: nothing on it is of another guardian', async () => {
    await askFamily(['familjestod', 'gaddan'])
    const maja = await cast.at('maja', sheet)
    await maja.follow('Papper till Jonas Berg')
    const paper = await onPaper(maja)
    expect(paper).toContain('Jonas Berg (pappa)')
    expect(paper).toMatch(/☐ Ja\s+☐ Nej\s+Familjestöd Alvesta/)
    expect(paper).not.toMatch(/Sara|Skriv ut sidan/)
  })

  step('he says yes to one and no to the other, and Maja notes it from the signed paper', async () => {
    const maja = await cast.at('maja', consents)
    await maja.follow('Notera ett svar')
    await maja.choose('Vem svarar?', 'Jonas Berg')
    await maja.choose('Familjestöd Alvesta', 'Ja')
    await maja.choose('Simklubben Gäddan', 'Nej')
    await maja.choose('Hur kom svaret?', 'På papper')
    await maja.send('Spara svaret').catch(() => undefined)
    await maja.sees('Skriv vem som tog emot pappret')
    await maja.write('Vem tog emot det underskrivna pappret?', 'Petra Ek')
    await maja.write('Var ligger pappret?', 'Pärmen hos Furuskolan')
    await maja.send('Spara svaret')
    await maja.sees('på papper')
    const said = await admin
      .selectFrom('consent_answer')
      .select(['answer', 'way'])
      .orderBy('answer')
      .execute()
    expect(said).toEqual([
      { answer: 'yes', way: 'paper' },
      { answer: 'no', way: 'paper' },
    ])
  })

  step('he is given a receipt on paper, with how to change his mind', async () => {
    const maja = await cast.at('maja', sheet)
    await maja.follow('Papper till Jonas Berg')
    const paper = await onPaper(maja)
    expect(paper).toContain('Kvitto till Jonas Berg (pappa)')
    expect(paper).toMatch(/Familjestöd Alvesta: ja, den 24 november 2026, på papper/)
    expect(paper).toMatch(/Simklubben Gäddan: nej, den 24 november 2026, på papper/)
    expect(paper).toMatch(/Säg det till Maja Lindgren, rektor, Furuskolan/)
    expect(paper).not.toMatch(/Sara|☐/)
  })

  step('what he wants to bring up is written up, and read at the meeting', async () => {
    await callMeeting()
    const maja = await cast.at('maja', meetingAddress('show'))
    await maja.follow('Skriv upp svaret från Jonas Berg')
    await maja.choose('Vad är svaret?', 'Kommer')
    await maja.write('Vad vill de ta upp?', 'Jag vill höra hur läsningen går.')
    await maja.choose('Vem får läsa det?', 'Familjen')
    await maja.send('Spara svaret')
    const sara = await cast.at('sara', meetingAddress('show'))
    await sara.sees('Jag vill höra hur läsningen går.')
  })

  step('he is with the plan, has it on paper, and takes his yes back by telephone', async () => {
    const maja = await cast.at('maja', paths.plan.agree.to(at))
    await maja.choose('Är Jonas', 'Ja')
    await maja.send('Spara')
    const plan = await maja.page.request.get(`${paths.plan.pdf.to(at)}?for=${id('jonas')}`)
    expect([plan.status(), plan.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const note = await cast.at('maja', consents)
    await note.follow('Notera ett svar')
    await note.choose('Vem svarar?', 'Jonas Berg')
    await note.choose('Familjestöd Alvesta', 'Tar tillbaka sitt ja')
    await note.send('Spara svaret')
    const again = await cast.at('maja', sheet)
    await again.follow('Papper till Jonas Berg')
    expect(await onPaper(again)).toContain('Familjestöd Alvesta: har tagit tillbaka sitt ja')
  })
})
