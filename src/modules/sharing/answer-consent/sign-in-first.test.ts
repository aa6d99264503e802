import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { answers, askFamily, sheet, sheetId } from '#test/consents.ts'
import { admin, as, id, lisa, noon, setClock, showedWhoTheyAre, world } from '#test/world.ts'

const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const again = `${paths.again.to({})}?${new URLSearchParams({ efter: sheet })}`
const page = async (who: 'lisaSelf' | 'sara') => (await as(who).get(sheet)).text()
const said = () => admin.selectFrom('consent_answer').select('id').execute()

// What Lisa chooses is never kept while she signs in: somebody else may hold her eID. So she signs in before she chooses.
describe('Lisa, sixteen, answers together with Sara', () => {
  beforeEach(async () => {
    await world()
    await admin.updateTable('child').set({ born_on: '2010-05-01' }).where('id', '=', lisa).execute()
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    await askFamily(['familjestod'], ['learning', 'home'], {
      childPart: 'together',
      maturity: 'Lisa förklarade själv vad svaret leder till.',
    })
    for (const who of ['sara', 'lisaSelf'] as const) await showedWhoTheyAre(who, noon)
  })

  it('is asked to show who she is before there is anything to choose, and told why', async () => {
    setClock(minutes(6))
    const first = await page('lisaSelf')
    expect(first).toContain(`href="${again}"`)
    expect(first).toContain('Vi sparar inget av det du väljer förrän du skickar det')
    expect(first).not.toContain(`name="answer-${id('familjestod')}"`)
    expect(first).toContain('Om du säger nej')

    await showedWhoTheyAre('lisaSelf', minutes(6))
    const then = await page('lisaSelf')
    expect(then).toContain(`name="answer-${id('familjestod')}"`)
    expect(then).not.toContain(again)
  })

  it('has ten minutes from the form at least, before anything she chose can be lost', async () => {
    setClock(minutes(5))
    expect(await page('lisaSelf')).toContain(`name="answer-${id('familjestod')}"`)
    setClock(minutes(15))
    expect((await answers('lisaSelf', { familjestod: 'yes' })).headers.get('location')).toBe(sheet)
    expect(await said()).toHaveLength(1)
  })

  it('can take her yes back without choosing anything first', async () => {
    await answers('lisaSelf', { familjestod: 'yes' })
    setClock(minutes(40))
    const taking = paths.sharing.takeBack.to({ childId: lisa, consentId: sheetId })
    expect(await page('lisaSelf')).toContain(taking)
    expect((await as('lisaSelf').post(taking, { unit: 'all' })).headers.get('location')).toBe(again)
  })

  it('Sara meets the form at once: hers is kept on the way', async () => {
    setClock(minutes(40))
    expect(await page('sara')).toContain(`name="answer-${id('familjestod')}"`)
  })
})
