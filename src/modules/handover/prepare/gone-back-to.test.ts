import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import { admin, as, id, lisa, world } from '#test/world.ts'

const at = { childId: lisa }
const handoverId = id('the hand-over')
const prepare = paths.handover.prepare.to(at)
const first = { submission: handoverId, unit: id('familjestod'), why: 'Familjen behöver stöd.' }
const other = { ...first, why: 'Lisa behöver <lugn>.', familyThinks: 'Sara vill <gärna>.' }
const handovers = () => admin.selectFrom('handover').select(['id', 'state', 'to_unit_id']).execute()

const give = paths.handover.givePaper.to(at)
const paper = {
  submission: id('the paper'),
  receiver: 'Bergets skola',
  why: 'Lisa flyttar.',
  basis: 'consent',
  yes: 'Sara, i dag',
}
const papers = () => admin.selectFrom('paper_handover').select('id').execute()

describe('a page that is gone back to and sent again', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  it('with the same words is one; with others Maja is told, and what she wrote is there', async () => {
    for (let time = 0; time < 2; time++) expect((await as('maja').post(prepare, first)).status).toBe(303)
    for (const words of [other, { ...first, unit: id('elevhalsan') }, { ...first, goes: 'name' }])
      expect((await as('maja').post(prepare, words)).status).toBe(409)
    const page = await (await as('maja').post(prepare, other)).text()
    for (const text of ['Lisa behöver &lt;lugn&gt;.', 'Sara vill &lt;gärna&gt;.', 'redan på väg'])
      expect(page).toContain(text)
    expect(await handovers()).toEqual([{ id: handoverId, state: 'prepared', to_unit_id: id('familjestod') }])
  })

  it('when the first has been taken back it is another', async () => {
    await as('maja').post(prepare, first)
    await as('maja').post(paths.handover.takeBack.to({ ...at, handoverId }))
    const again = await as('maja').post(prepare, other)
    expect(again.status).toBe(303)
    expect(again.headers.get('location')).not.toContain(handoverId)
    expect((await handovers()).map(({ state }) => state).toSorted()).toEqual(['prepared', 'withdrawn'])
  })

  it('two pages sent at the same moment make one hand-over, and the other is told', async () => {
    const both = [first, { ...other, submission: id('another') }].map((form) =>
      as('maja').post(prepare, form),
    )
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await handovers()).toHaveLength(1)
  })

  it('a paper stays as it was made; what was written instead is there, and makes one more', async () => {
    for (let time = 0; time < 2; time++) expect((await as('maja').post(give, paper)).status).toBe(303)
    const instead = { ...paper, why: 'Lisa <har> flyttat.' }
    const answer = await as('maja').post(give, instead)
    const page = await answer.text()
    for (const text of ['ett papper redan gjort', 'Lisa flyttar.', 'Lisa &lt;har&gt; flyttat.'])
      expect(page).toContain(text)
    expect([answer.status, await papers()]).toEqual([409, [{ id: id('the paper') }]])
    const anew = /name="submission" value="([^"]+)"/.exec(page)?.[1] ?? ''
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(give, { ...instead, submission: anew })).status).toBe(303)
    expect(await papers()).toHaveLength(2)
  })

  it('two papers from one page at the same moment: one is made, and the other is told', async () => {
    const both = [paper, { ...paper, why: 'Något annat.' }].map((form) => as('maja').post(give, form))
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await papers()).toHaveLength(1)
  })
})
