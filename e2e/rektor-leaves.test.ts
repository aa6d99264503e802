import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tellNewLeads } from '#modules/responsibility'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { appointed, fallbackOutsideTheWall } from '#test/arrange-organisation.ts'
import { deps, engagementOf, lisa, setClock, world } from '#test/world.ts'
import { Cast, telephones } from './cast.ts'
import { browse } from './harness.ts'
import { accountableNow } from './in-turn.ts'

const browsing = browse(deps)
const at = { childId: lisa }
const child = paths.child.to(at)
const wheel = paths.wheel.show.to(at)

describe.each(telephones)('the rektor leaves on Friday, on a telephone, %s', (_, manner) => {
  const cast = new Cast(browsing, manner)
  const { step } = cast
  beforeAll(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    await appointed('petra')
    await fallbackOutsideTheWall()
  })
  afterAll(() => cast.end())

  step('Petra, who keeps the organisation, writes in that Maja ends on Friday', async () => {
    const person = { engagementId: engagementOf('maja') }
    const petra = await cast.at('petra', paths.organisation.person.to(person))
    await petra.follow('Slutar här')
    await petra.choose('När?', 'Efter en dag')
    await petra.write('Sista dagen', '2026-11-27')
    await petra.send('Spara')
    await cast.findsNothing('petra', wheel)
    await cast.findsNothing('eva', paths.organisation.person.to(person))
  })

  step('on Friday all is as it was, and Stig reads who leaves', async () => {
    setClock(new Date('2026-11-27T14:00:00Z'))
    const stig = await cast.at('stig', paths.tasks.to({}))
    await stig.sees('Maja Lindgren slutar 27 november och har barn eller uppgifter.')
    await cast.findsNothing('stig', wheel)
    const maja = await cast.at('maja', wheel)
    await maja.sees('Lisa Holmgren')
  })

  step('on Monday Lisa is Stig’s: he is told, reads what there is, and may decide', async () => {
    setClock(new Date('2026-11-30T07:30:00Z'))
    expect(await accountableNow(lisa)).toBe('Stig')
    expect(await tellNewLeads(deps)).toBe(1)
    const stig = await cast.task('stig', 'Du är nu Barnets bästa-ansvarig')
    await stig.sees('Lisa Holmgren', 'för att Maja Lindgren har slutat')
    await stig.send('Jag har läst')
    for (const page of [wheel, paths.close.to(at)]) {
      await stig.page.goto(page)
      await stig.sees('Lisa Holmgren')
    }
  })

  step('Maja is out, and Eva at another school finds nothing', async () => {
    const maja = await cast.at('maja', child)
    expect(new URL(maja.page.url()).pathname).toBe(paths.signIn.choose.to({}))
    expect(await maja.page.locator('body').textContent()).not.toContain('Holmgren')
    await cast.findsNothing('eva', child)
  })

  step('Sara and Lisa read that it is Stig', async () => {
    const sara = await cast.at('sara', child)
    await sara.sees('Barnets bästa-ansvarig', 'Stig Åberg, biträdande rektor')
    const lisas = await cast.at('lisaSelf', child)
    await lisas.sees('Du kan alltid prata med', 'Stig Åberg')
    for (const seat of [sara, lisas]) expect(await seat.main.textContent()).not.toContain('Maja')
  })

  step(
    'Stig falls ill: the organisation’s fallback has the name, and gives the work to somebody inside',
    async () => {
      const stig = await cast.at('stig', paths.absence.mine.to({}))
      await stig.write('Första dagen', '2026-11-30')
      await stig.write('Sista dagen', '2026-12-04')
      await stig.send('Spara')
      expect([await accountableNow(lisa), await tellNewLeads(deps)]).toEqual(['Rut', 1])
      const rut = await cast.at('rut', paths.unheld.to({}))
      await rut.sees('Lisa Holmgren', 'Maja Lindgren har slutat.')
      await cast.findsNothing('rut', wheel)
      await cast.task('rut', 'Du är nu Barnets bästa-ansvarig')
      await rut.pick('Vem?', 'Petra Ek, lärare, Furuskolan')
      await rut.write('Varför?', 'Petra känner Lisa.')
      await rut.send('Byt Barnets bästa-ansvarig')
      expect(await accountableNow(lisa)).toBe('Petra')
    },
  )

  step('Petra is told, and the family reads that it is she', async () => {
    setClock(new Date('2026-11-30T12:00:00Z'))
    await cast.task('petra', 'Du är nu Barnets bästa-ansvarig')
    const petra = await cast.at('petra', wheel)
    await petra.sees('Lisa Holmgren')
    const sara = await cast.at('sara', child)
    await sara.sees('Barnets bästa-ansvarig', 'Petra Ek, lärare')
    await cast.findsNothing('rut', child)
  })

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})
