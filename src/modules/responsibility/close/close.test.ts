import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, auditRows, behindTheWalls, id, lisa, noon, withoutAudit, world } from '#test/world.ts'

const at = { childId: lisa }
const address = paths.close.to(at)
const matter = async () => (await admin.selectFrom('matter').select(['outcome', 'closed_at']).execute())[0]
const open = { outcome: null, closed_at: null }

describe('the BBA ends what is going on', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
  })

  it('with a reason; a question that nobody has answered ends too', async () => {
    await as('maja').post(paths.wheel.ask.to(at), {
      submission: id('question'),
      unit: id('elevhalsan'),
      area: 'learning',
      question: 'Hör hon bra?',
      dueOn: '2026-12-01',
      basis: 'ground',
      ground: 'ej_men',
      necessary: 'De har prövat.',
      relevant: 'Hon ska höra i klassrummet.',
      proportionate: 'Det är en fråga.',
    })
    const question = paths.wheel.answer.to({ ...at, itemId: id('question') })
    expect((await as('sofia').get(question)).status).toBe(200)
    const answer = await as('maja').post(address, { closing: 'ordinary_help', note: 'Petra har koll.' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.child.to(at)])
    expect(await matter()).toEqual({ outcome: 'ordinary_help', closed_at: noon })
    expect((await as('sofia').get(question)).status).toBe(404)
    expect(await admin.selectFrom('task').select('id').where('done_at', 'is', null).execute()).toEqual([])
    expect((await auditRows()).filter(([, act]) => act === 'matter.close')).toEqual([
      ['maja', 'matter.close', 'done', lisa],
    ])
  })

  it('not while there is a plan: first the plan is ended, and the page leads there', async () => {
    await admin
      .insertInto('plan')
      .values({ child_id: lisa, id: id('plan'), matter_id: lisasMatter, made_at: noon })
      .execute()
    const answer = await as('maja').post(address, { closing: 'other' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('Det finns en plan. Avsluta den först.')
    expect(page).toContain(`href="${paths.plan.end.to(at)}"`)
    expect(await matter()).toEqual(open)
    const behind = behindTheWalls('maja', lisa, (trx) =>
      trx
        .updateTable('matter')
        .set({ outcome: 'other', closed_at: noon })
        .where('child_id', '=', lisa)
        .execute(),
    )
    await expect(behind).rejects.toThrow('the plan goes on')
    expect(await matter()).toEqual(open)
  })

  it('never without one, never without the log, and nobody else does', async () => {
    expect((await as('maja').post(address, { note: 'x' })).status).toBe(422)
    expect((await withoutAudit(() => as('maja').post(address, { closing: 'other' }))).status).toBe(503)
    await tellFamily('sara')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, { closing: 'other' })])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await matter()).toEqual(open)
  })
})
