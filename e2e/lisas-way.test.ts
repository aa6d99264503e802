import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { deps, inHours, lisa, setClock, world } from '#test/world.ts'
import { Cast, telephones } from './cast.ts'
import { browse } from './harness.ts'

const browsing = browse(deps)
const at = { childId: lisa }

describe.each(telephones)('Lisa’s way to an agreed plan and back, on a telephone, %s', (_, manner) => {
  const cast = new Cast(browsing, manner)
  const { step, effort } = cast
  beforeAll(() => world())
  afterAll(() => cast.end())

  step('Petra notices', async () => {
    const petra = await cast.at('petra', paths.noticing.noticeChild.to(at))
    await petra.write('Berätta med en mening', 'Lisa somnar på lektionen efter lunch.')
    await petra.send('Skicka')
    await petra.sees('Mottaget')
  })

  step('Maja receives', async () => {
    const maja = await cast.task('maja', 'Ta emot')
    await maja.sees('Lisa Holmgren', 'Lisa somnar på lektionen')
    await maja.choose('Vad gör du nu?', 'Börja samla')
    await maja.send('Gå vidare')
  })

  step('Maja talks with the family', async () => {
    const maja = await cast.at('maja')
    await maja.choose('Finns det skäl att Sara Holmgren', 'Nej, vi har pratat')
    await maja.choose('Finns det skäl att Jonas Berg', 'Nej, vi har pratat')
    await maja.choose('Vet Lisa om det?', 'Ja, Lisa har fått veta')
    await maja.send('Spara')
    await maja.sees('Samla det som behövs')
  })

  step('Maja begins to gather', async () => {
    const maja = await cast.at('maja')
    await maja.follow('Börja samla')
    await maja.choose('Vad vill du ta upp?', 'Lärande', 'Hemmet')
    await maja.send('Börja samla')
  })

  step('Lisa says how it is, and who may read it', async () => {
    const maja = await cast.at('maja')
    await maja.follow('Lägg till röst')
    await maja.choose('Vem är det som säger det?', 'Lisa')
    await maja.choose('Fråga Lisa först', 'De som är med på mötet')
    await maja.choose('Vad handlar det om?', 'Hemmet')
    await maja.write('Det som är utmanande', 'Det är bråttom på morgonen.')
    await maja.send('Spara')
  })

  step('Sara tells at home', async () => {
    const sara = await cast.at('sara', paths.wheel.show.to(at))
    await sara.follow('Berätta')
    await sara.choose('Vad handlar det om?', 'Hemmet')
    await sara.write('Det som fungerar', 'Vi läser varje kväll.')
    await sara.send('Spara')
  })

  step('Jonas tells when Maja calls', async () => {
    const maja = await cast.at('maja', paths.wheel.addStatement.to(at))
    await maja.choose('Vem är det som säger det?', 'Pappa')
    await maja.choose('Vad handlar det om?', 'Hemmet')
    await maja.write('Det som fungerar', 'Lisa somnar lätt hos mig.')
    await maja.send('Spara')
  })

  step('Petra tells of the school', async () => {
    const maja = await cast.at('maja', paths.wheel.addStatement.to(at))
    await maja.choose('Vem är det som säger det?', 'En kollega här')
    await maja.pick('Vem?', 'Petra Ek, lärare')
    await maja.choose('Vad handlar det om?', 'Lärande')
    await maja.write('Det som fungerar', 'Hon räknar säkert och hjälper andra.')
    await maja.send('Spara')
  })

  step('Maja asks Sofia one question', async () => {
    const maja = await cast.at('maja', paths.wheel.show.to(at))
    await maja.follow('Fråga en verksamhet')
    await maja.pick('Vem vill du fråga?', 'Elevhälsan i Alvesta')
    await maja.choose('Vad handlar det om?', 'Hemmet')
    await maja.write('Din fråga', 'Vad vet du om Lisas sömn?')
    await maja.choose('Har familjen sagt ja', 'Nej, men en regel')
    await maja.main.getByLabel('Vilken regel?').selectOption({ index: 1 })
    await maja.weigh('Sömnen verkar vara det svåra.', 'Vi vill att hon orkar.', 'Det är en enda fråga.')
    await maja.send('Skicka frågan')
  })

  step('Sofia answers', async () => {
    const sofia = await cast.task('sofia', 'Svara')
    await sofia.choose('Svar', 'Jag svarar')
    await sofia.write('Det som fungerar', 'Lisa är frisk och växer fint.')
    await sofia.main.getByLabel('Vilken regel gör').selectOption({ index: 1 })
    await sofia.weigh('För att hjälpa Lisa att sova.', 'De planerar för kvällarna.', 'Det är bara svaret.')
    await sofia.send('Skicka svaret')
  })

  step('Maja analyses and chooses to collaborate', async () => {
    const maja = await cast.at('maja', paths.wheel.show.to(at))
    await maja.sees('Lisa är frisk och växer fint.')
    await maja.follow('Till analysen')
    await maja.write('Vad ser ni?', 'Morgnarna tar kraft. Läsningen går bra när hon har sovit.')
    await maja.choose('Kan vi möta barnets behov', 'Nej')
    await maja.choose('Hör hela behovet hemma', 'Nej')
    await maja.choose('Behöver två eller flera', 'Ja')
    await maja.write('Varför?', 'Morgnarna klarar vi inte själva.')
    await maja.send('Spara och gå vidare')
  })

  step('Maja asks for consent', async () => {
    const maja = await cast.at('maja', paths.sharing.ask.to(at))
    await maja.choose('Vilka behöver vara med?', 'Familjestöd Alvesta', 'Simklubben Gäddan')
    await maja.send('Fråga familjen')
  })

  step('Sara answers on her telephone', async () => {
    const sara = await cast.at('sara', paths.sharing.consents.to(at))
    await sara.follow('Öppna frågan')
    await sara.choose('Familjestöd Alvesta', 'Ja')
    await sara.choose('Simklubben Gäddan', 'Ja')
    await sara.send('Skicka mitt svar')
    await sara.sees('Tack. Så här är det nu.')
  })

  step('Jonas answers when Maja calls', async () => {
    const maja = await cast.at('maja', paths.sharing.consents.to(at))
    await maja.follow('Notera ett svar')
    await maja.choose('Vem svarar?', 'Jonas Berg')
    await maja.choose('Familjestöd Alvesta', 'Ja')
    await maja.choose('Simklubben Gäddan', 'Ja')
    await maja.send('Spara svaret')
    await maja.sees('Alla har sagt ja till')
  })

  step('Maja calls a meeting, and lets in those whom the family has said yes to', async () => {
    const maja = await cast.at('maja', paths.meeting.call.to(at))
    await maja.write('Varför ses ni?', 'Att morgnarna ska bli lugna.')
    await maja.write('Vilken dag?', '2026-11-24')
    await maja.write('Vilken tid?', '14:30')
    await maja.write('Var?', 'Furuskolan, rum 3')
    const units = maja.main.getByRole('group', { name: 'Vilka verksamheter bjuder du in?' })
    for (const [unit, part] of [
      ['Familjestöd Alvesta', 'Hela mötet'],
      ['Simklubben Gäddan', 'Bara sin egen del'],
    ] as const) {
      await units.getByLabel(unit).check()
      await units.locator('.option', { hasText: unit }).getByLabel(part).check()
    }
    await maja.send('Bjud in')
  })

  step('Sara and Ali say that they will come', async () => {
    const sara = await cast.at('sara', paths.child.to(at))
    await sara.follow('Om mötet')
    await sara.sees('Ingrid Falk', 'Inte mer.')
    await sara.follow('Svara')
    await sara.choose('Kommer du?', 'Ja')
    await sara.send('Skicka svaret')
    const ali = await cast.task('ali', 'Svara på en inbjudan')
    await ali.follow('Svara')
    await ali.choose('Kommer du?', 'Ja')
    await ali.send('Skicka svaret')
  })

  step('Maja writes in the room, and all see it', async () => {
    setClock(inHours(3))
    const maja = await cast.at('maja', paths.child.to(at))
    await maja.follow('Till mötet')
    await maja.follow('Anteckna på mötet')
    await maja.write('Lisa säger', 'Jag vill att det ska vara lugnt.')
    for (const [line, what, who, when] of [
      ['Sak 1', 'Läsa tillsammans, 20 minuter', 'Maja Lindgren', 'Måndag och torsdag'],
      ['Sak 2', 'Bilder för morgonen', 'Ali Rahimi, familjebehandlare, Familjestöd Alvesta', 'Varje morgon'],
    ] as const) {
      const row = maja.main.getByRole('group', { name: line })
      await row.getByLabel(`${line}: vad?`).fill(what)
      await row.getByLabel('Vem?').selectOption({ label: who })
      await row.getByLabel('När?').fill(when)
    }
    await maja.write('När följer vi upp?', '2026-12-15')
    await maja.choose('Ska vi börja samverka?', 'Vi börjar samverka')
    await maja.send('Avsluta mötet')
  })

  step('Maja writes the plan: two actions, and a contact on each place', async () => {
    const maja = await cast.at('maja')
    await maja.sees('Läsa tillsammans', 'Bilder för morgonen')
    await maja.send('Spara och lägg till en insats till')
    await maja.send('Spara')
    await maja.sees('Läsa tillsammans', 'Bilder för morgonen', 'Maja Lindgren', 'Ali Rahimi')
  })

  step('Sara, Lisa and Ali agree, and Maja notes what Jonas says', async () => {
    for (const who of ['sara', 'lisaSelf', 'ali'] as const) {
      const seat = await cast.at(who, paths.plan.agree.to(at))
      await seat.choose('Är du med på planen?', 'Ja')
      await seat.send('Spara')
    }
    const maja = await cast.at('maja', paths.plan.agree.to(at))
    await maja.choose('Är Jonas', 'Ja')
    await maja.choose('Är Furuskolan', 'Ja')
    await maja.send('Spara')
    await maja.sees('är med på planen')
  })

  it('costs no more than it may: 15 screens and 40 fields for Maja, 2 and 3 for Petra', () => {
    const [petra, maja] = [effort.of('petra'), effort.of('maja')]
    expect(petra.screens).toBeLessThanOrEqual(2)
    expect(petra.filled).toBeLessThanOrEqual(3)
    expect(maja.screens).toBeLessThanOrEqual(15)
    expect(maja.filled).toBeLessThanOrEqual(40)
  })

  step('Ingrid reads her own part and nothing else', async () => {
    const ingrid = await cast.at('ingrid', paths.plan.show.to(at))
    await ingrid.sees('Här är din del')
    expect(await ingrid.main.textContent()).not.toContain('Bilder för morgonen')
  })

  step('Lisa reads her plan, with pictures', async () => {
    const lisas = await cast.at('lisaSelf', paths.child.to(at))
    await lisas.follow('Öppna planen')
    await lisas.sees('Hej Lisa!', 'De här hjälper dig', 'Läsa tillsammans', 'Måndag och torsdag')
  })

  step('Maja follows up, and all are content', async () => {
    setClock(new Date('2026-12-15T13:00:00Z'))
    const maja = await cast.task('maja', 'Följ upp planen')
    await maja.write('Hur är det nu, med Lisas ord?', 'Det är lugnt nu.')
    await maja.choose('Ses ni igen?', 'Nej, vi är klara')
    await maja.send('Spara uppföljningen')
    await maja.choose('Varför avslutas planen?', 'Det blev som ni ville')
    await maja.choose('Har någon pratat med Lisa', 'Ja')
    await maja.send('Avsluta planen')
  })

  step('and then it is quiet: Ali reads no more, and Sara still reads the plan', async () => {
    const ali = await cast.at('ali', paths.plan.show.to(at))
    await ali.sees('Sidan finns inte')
    const sara = await cast.at('sara', paths.plan.show.to(at))
    await sara.sees('Läsa tillsammans')
  })

  it('nothing leaves the application, and no browser complains', () => expect(browsing.faults).toEqual([]))
})
