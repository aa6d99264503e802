import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { actions, goals, lineOf, lisasPlan } from '#test/arrange-plan.ts'
import { admin, as, id, inHours, lisa, setClock, world } from '#test/world.ts'

const at = { childId: lisa }
const ids = { ...at, handoverId: id('the hand-over') }
const offer = paths.handover.offer.to(ids)
const give = paths.handover.givePaper.to(at)
const said = id('works with lisa')
const statement = (version: number) => `${said}.${version}`
const onRule = {
  basis: 'ground',
  ground: 'ej_men',
  necessary: 'De ska ge <stödet>.',
  relevant: 'Det hör till deras uppgift.',
  proportionate: 'Bara det som behövs.',
}
const onPaper = { ...onRule, submission: id('the paper'), receiver: 'Bergets skola', why: 'Lisa flyttar.' }
const state = async () => (await admin.selectFrom('handover').select('state').execute())[0]?.state
const rows = (table: 'access_grant' | 'paper_handover' | 'handover_reason') =>
  admin.selectFrom(table).select('child_id').execute()

const rewriteStatement = () =>
  as('maja').post(paths.wheel.changeStatement.to({ ...at, itemId: said }), {
    version: '1',
    working: 'Lisa ritar gärna.',
  })
const rewriteAction = () =>
  as('maja').post(paths.plan.changeAction.to({ ...at, partId: actions.reading }), {
    version: '1',
    what: 'Läsa tillsammans, hemma hos mormor',
    who: 'Mormor',
    unit: id('furuskolan'),
    when: 'Varje dag',
    goal: goals.book,
    state: 'ongoing',
  })

describe('what is written anew between choosing and sending', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await as('maja').post(paths.wheel.addStatement.to(at), {
      submission: said,
      voice: 'me',
      area: 'learning',
      working: 'Lisa skrattar i slöjden.',
    })
    await lisasPlan()
    await as('maja').post(paths.handover.prepare.to(at), {
      submission: ids.handoverId,
      unit: id('familjestod'),
      why: 'Familjen behöver stöd.',
    })
    setClock(inHours(1))
  })

  it.each([
    ['a statement', rewriteStatement, { statements: statement(1) }, 'Lisa ritar gärna.'],
    ['an action', rewriteAction, { action: lineOf(actions.reading) }, 'hemma hos mormor'],
  ])('%s does not go along: Maja is told, reads it, and chooses again', async (_, rewrite, chosen, now) => {
    expect((await rewrite()).status).toBe(303)
    const answer = await as('maja').post(offer, { ...onRule, ...chosen, wish: lineOf(goals.book) })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    for (const text of ['har skrivits om eller tagits bort', now, 'De ska ge &lt;stödet&gt;.'])
      expect(page).toContain(text)
    // What stands as it did is still chosen, and the other is not.
    expect(page.match(/type="checkbox"[^>]*checked/g)).toHaveLength(1)
    expect([await state(), await rows('access_grant'), await rows('handover_reason')]).toEqual([
      'prepared',
      [],
      [],
    ])
  })

  it('chosen again as it now stands, it goes along', async () => {
    await rewriteStatement()
    expect((await as('maja').post(offer, { ...onRule, statements: statement(2) })).status).toBe(303)
    const page = await (await as('ali').get(paths.handover.show.to(ids))).text()
    expect([page.includes('ritar gärna'), page.includes('skrattar i slöjden')]).toEqual([true, false])
  })

  it('is told also when something else is wrong in the form', async () => {
    await rewriteStatement()
    const answer = await as('maja').post(offer, { ...onRule, relevant: '', statements: statement(1) })
    const page = await answer.text()
    expect([answer.status, page.includes('har skrivits om')]).toEqual([422, true])
  })

  it('what is gone is said to be gone', async () => {
    await admin
      .updateTable('plan_part')
      .set({ to_at: inHours(1), to_version: 2 })
      .where('part_id', '=', goals.book)
      .execute()
    const answer = await as('maja').post(offer, { ...onRule, wish: lineOf(goals.book) })
    expect([answer.status, (await answer.text()).includes('Det finns inte kvar.')]).toEqual([409, true])
  })

  it('goes on no paper either', async () => {
    await rewriteStatement()
    const answer = await as('maja').post(give, { ...onPaper, works: `${statement(1)}.0` })
    const page = await answer.text()
    for (const text of ['har skrivits om', 'Lisa ritar gärna.', 'Bergets skola', 'De ska ge &lt;stödet&gt;.'])
      expect(page).toContain(text)
    expect([answer.status, await rows('paper_handover')]).toEqual([409, []])
    expect((await as('maja').post(give, { ...onPaper, works: `${statement(2)}.0` })).status).toBe(303)
  })
})
