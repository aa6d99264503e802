import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { ingridAtFamiljestod } from '#test/arrange-organisation.ts'
import { admin, as, id, lisa, setClock, world } from '#test/world.ts'

const at = { childId: lisa }
const [itemId, handoverId] = [id('question'), id('handover')]
const question = paths.wheel.answer.to({ ...at, itemId })
const offer = paths.handover.show.to({ ...at, handoverId })
const inTime = new Date('2026-12-02T05:59:00Z')
const tooLong = new Date('2026-12-02T06:01:00Z')
const lisas = paths.child.to(at)
const status = async (path: string) => (await as('ingrid').get(path)).status
const list = async () => (await as('ingrid').get('/uppgifter')).text()

const ask = () =>
  as('maja').post(paths.wheel.ask.to(at), {
    submission: itemId,
    unit: id('familjestod'),
    area: 'learning',
    question: 'Vad har ni prövat?',
    dueOn: '2026-12-01',
    basis: 'ground',
    ground: 'ej_men',
    necessary: 'De träffar familjen.',
    relevant: 'Det gäller kvällarna.',
    proportionate: 'Det är en fråga.',
  })
async function offerAll() {
  const unit = id('familjestod')
  await as('maja').post(paths.handover.prepare.to(at), { submission: handoverId, unit, why: 'Stöd hemma.' })
  return as('maja').post(paths.handover.offer.to({ ...at, handoverId }), {
    basis: 'ground',
    ground: 'ej_men',
    necessary: 'De behövs.',
    relevant: 'Det gäller hemmet.',
    proportionate: 'Bara det som behövs.',
  })
}

describe('what another unit is asked, and nobody opens', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await ingridAtFamiljestod('stand_in')
  })

  it.each([
    ['a question', ask, question, 'Svara på en fråga'],
    ['a hand-over', offerAll, offer, 'Ta emot en överlämning'],
  ])('%s goes to the stand-in the morning after its day, and not before', async (_, send, there, step) => {
    expect((await send()).status).toBe(303)
    setClock(inTime)
    expect([await status(there), await status(lisas)]).toEqual([404, 404])
    expect(await list()).not.toContain(step)
    setClock(tooLong)
    expect(await list()).toContain(step)
    expect(await list()).toContain('Du står in.')
    expect(await status(there)).toBe(200)
  })

  it('Ali has answered the question: Ingrid learns nothing of it', async () => {
    await ask()
    expect((await as('ali').post(question, { answer: 'cannot_answer' })).status).toBe(303)
    setClock(tooLong)
    expect([await status(question), await status(lisas)]).toEqual([404, 404])
  })

  it('Ali sends the hand-over back after Ingrid has seen it: then neither of them sees anything', async () => {
    await offerAll()
    setClock(tooLong)
    expect(await status(offer)).toBe(200)
    await as('ali').post(paths.handover.sendBack.to({ ...at, handoverId }), { answer: 'Vi har ingen plats.' })
    expect([await status(offer), await status(lisas)]).toEqual([404, 404])
  })

  it('Maja ends the matter before the day: nothing waits for Ingrid', async () => {
    await ask()
    expect((await as('maja').post(paths.close.to(at), { closing: 'other' })).status).toBe(303)
    setClock(tooLong)
    expect([await status(question), await status(lisas)]).toEqual([404, 404])
    const rows = await admin
      .selectFrom('assignment')
      .select(['valid_from', 'valid_to'])
      .where('engagement_id', '=', id('ingrid at familjestod'))
      .execute()
    expect(rows.map(({ valid_from, valid_to }) => valid_to?.getTime() === valid_from.getTime())).toEqual([
      true,
    ])
  })
})
