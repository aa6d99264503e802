import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTransitions } from '#modules/handover'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { pupil } from '#test/arrange-class.ts'
import { admin, deps, id, lisa, setClock, world } from '#test/world.ts'
import { Cast, telephones } from './cast.ts'
import { browse } from './harness.ts'
import { leadsInTurn } from './in-turn.ts'

const browsing = browse(deps)
const [alma, hugo] = [id('alma'), id('hugo')]
const names = ['Lisa Holmgren', 'Alma Sjö', 'Hugo Ek'] as const

/** Three in a class of Furuskolan begin at Lillåskolan after the summer; Maja is BBA for them. */
async function threeInTheClass() {
  await openMatter()
  await tellFamily('sara')
  await pupil('alma', 'Alma', 'Sjö')
  await pupil('hugo', 'Hugo', 'Ek')
  const class6 = [lisa, alma, hugo]
  await admin
    .updateTable('child_placement')
    .set({ valid_to: '2027-06-11' })
    .where('child_id', 'in', class6)
    .execute()
  await admin
    .insertInto('child_placement')
    .values(
      class6.map((child_id) => ({
        child_id,
        id: deps.newId(),
        unit_id: id('lillaskolan'),
        valid_from: '2027-08-16',
      })),
    )
    .execute()
}

describe.each(telephones)('year change at a school, on a telephone, %s', (_, manner) => {
  const cast = new Cast(browsing, manner)
  const { step } = cast
  beforeAll(async () => {
    await world()
    await threeInTheClass()
    setClock(new Date('2027-05-24T08:00:00Z'))
  })
  afterAll(() => cast.end())
  let offered = ''

  step('in May Maja gets to think of each of the three', async () => {
    expect(await runTransitions(deps)).toBe(3)
    const maja = await cast.at('maja', paths.tasks.to({}))
    await maja.sees(...names)
  })

  step('she asks Lillåskolan about one after the other', async () => {
    for (const name of names) {
      const maja = await cast.task('maja', 'Förbered en överlämning', name)
      await maja.sees(name, 'Från 11 juni 2027 blir någon annan Barnets bästa-ansvarig')
      await maja.pick('Vem kan hjälpa?', 'Lillåskolan')
      await maja.write('Vad behöver barnet hjälp med', 'Lugna starter på morgonen.')
      await maja.send('Spara')
      offered = new URL(maja.page.url()).pathname
      await maja.follow('Fråga Lillåskolan')
      await maja.choose('Har familjen sagt ja?', 'Nej, men en regel')
      await maja.pick('Vilken regel?', 'Eleven byter skola (skollagen 3 kap. 12 j §)')
      await maja.weigh('De tar emot i augusti.', 'Det gäller skolgången.', 'Det är en mening.')
      await maja.send('Fråga Lillåskolan')
      await maja.sees('Lillåskolan har fått frågan. Ni har ansvaret tills de har tagit emot.')
    }
  })

  step('who teaches the class, and who works with none of them, find nothing', async () => {
    for (const who of ['petra', 'ali'] as const) await cast.findsNothing(who, offered)
  })

  step('Sara reads who is asked, and who is responsible until then', async () => {
    const sara = await cast.at('sara', paths.child.to({ childId: lisa }))
    await sara.sees('Lillåskolan har fått frågan om att bli nästa', 'Maja Lindgren har ansvaret tills de')
  })

  step('Eva takes over two', async () => {
    setClock(new Date('2027-05-26T08:00:00Z'))
    for (const name of ['Lisa Holmgren', 'Alma Sjö']) {
      const eva = await cast.task('eva', 'Ta emot en överlämning', name)
      await eva.sees(name, 'Lugna starter på morgonen.', 'Eleven byter skola')
      expect(await eva.main.textContent()).not.toContain('De tar emot i augusti.')
      await eva.send('Vi tar emot')
    }
  })

  step('and sends one back, with why; of that child she then finds nothing', async () => {
    const eva = await cast.task('eva', 'Ta emot en överlämning', 'Hugo Ek')
    await expect(eva.send('Skicka tillbaka')).rejects.toThrow('Skriv med en mening')
    await eva.write('Varför?', 'Hugo börjar på en annan skola.')
    await eva.send('Skicka tillbaka')
    await cast.findsNothing('eva', offered)
  })

  step('Maja reads why, and Hugo is still hers', async () => {
    const maja = await cast.task('maja', 'Läs om överlämningen', 'Hugo Ek')
    await maja.sees('Ansvaret är kvar hos er.', 'Hugo börjar på en annan skola.')
    expect(await Promise.all([lisa, alma, hugo].map(leadsInTurn))).toEqual([
      ['Maja', 'Eva'],
      ['Maja', 'Eva'],
      ['Maja'],
    ])
  })

  step('Sara reads that it is Eva, who has Lisa on her list', async () => {
    const sara = await cast.at('sara', paths.child.to({ childId: lisa }))
    await sara.sees('Barnets bästa-ansvarig', 'Eva Nord, rektor')
    await cast.task('eva', 'Samla det som behövs', 'Lisa Holmgren')
  })

  it('and no browser complains', () => expect(browsing.faults).toEqual([]))
})
