import { beforeEach, describe, expect, it } from 'vitest'
import { runTransitions } from '#modules/handover'
import { paths } from '#shared/paths.ts'
import { markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { admin, as, deps, engagementOf, id, inHours, lisa, setClock, world } from '#test/world.ts'

const at = { childId: lisa }
const prepare = paths.handover.prepare.to(at)
const january = '2027-01-10'
const proposals = () =>
  admin
    .selectFrom('task')
    .select(['child_id', 'engagement_id', 'due_on', 'done_at'])
    .where('kind', '=', 'plan_handover')
    .execute()
const open = { child_id: lisa, engagement_id: engagementOf('maja'), due_on: january, done_at: null }

/** Both children change school in January. */
async function bothMove() {
  await admin.updateTable('child_placement').set({ valid_to: january }).execute()
  for (const [child_id, unit] of [
    [lisa, 'lillaskolan'],
    [id('nils'), 'furuskolan'],
  ] as const)
    await admin
      .insertInto('child_placement')
      .values({ child_id, id: deps.newId(), unit_id: id(unit), valid_from: january })
      .execute()
}

describe('before somebody else is to be BBA', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await bothMove()
  })

  it('Maja gets to think of it, once; for Nils, about whom nothing goes on, the ladder moves in silence', async () => {
    const both = await Promise.all([runTransitions(deps), runTransitions(deps)])
    expect(both.toSorted()).toEqual([0, 1])
    expect([await runTransitions(deps), await proposals()]).toEqual([0, [open]])
    const list = await (await as('maja').get('/uppgifter')).text()
    expect(list).toContain('Förbered en överlämning')
    const page = await (await as('maja').get(prepare)).text()
    expect(page).toContain('Från 10 januari 2027 blir någon annan Barnets bästa-ansvarig')
    expect(page).toMatch(/value="next_lead"[^>]*checked/)
    for (const who of ['petra', 'eva', 'sara'] as const)
      expect([who, (await as(who).get(prepare)).status]).toEqual([who, 404])
  })

  it('is done when the hand-over is prepared, and not proposed again when that is taken back', async () => {
    await runTransitions(deps)
    const toEva = {
      submission: id('the hand-over'),
      unit: id('lillaskolan'),
      kind: 'next_lead',
      why: 'Lisa byter skola.',
    }
    expect((await as('maja').post(prepare, toEva)).status).toBe(303)
    expect(await proposals()).toMatchObject([{ due_on: january }])
    expect((await proposals())[0]?.done_at).not.toBeNull()
    expect(await runTransitions(deps)).toBe(0)
    await as('maja').post(paths.handover.takeBack.to({ ...at, handoverId: id('the hand-over') }))
    expect([await runTransitions(deps), (await proposals()).length]).toEqual([0, 1])
  })

  it('Maja says that it is not needed, and nobody else can', async () => {
    await runTransitions(deps)
    for (const who of ['petra', 'eva', 'sara', 'stig'] as const)
      expect((await as(who).post(prepare, { act: 'not_needed' })).status).toBe(404)
    expect(await proposals()).toEqual([open])
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(prepare, { act: 'not_needed' })).status).toBe(303)
    expect((await proposals())[0]?.done_at).not.toBeNull()
    expect(await runTransitions(deps)).toBe(0)
    expect(await (await as('maja').get(prepare)).text()).not.toContain('blir någon annan')
  })

  it('is proposed to whoever stands for Maja when she has left', async () => {
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-23' })
      .where('id', '=', engagementOf('maja'))
      .execute()
    await runTransitions(deps)
    expect(await proposals()).toEqual([{ ...open, engagement_id: engagementOf('stig') }])
  })

  it('is not proposed while a hand-over is on its way, nor when all has ended', async () => {
    const toAli = { submission: id('the hand-over'), unit: id('familjestod'), why: 'Stöd hemma.' }
    await as('maja').post(prepare, toAli)
    expect(await runTransitions(deps)).toBe(0)
    await as('maja').post(paths.handover.takeBack.to({ ...at, handoverId: id('the hand-over') }))
    await as('maja').post(paths.close.to(at), { closing: 'other' })
    setClock(inHours(24))
    expect([await runTransitions(deps), await proposals()]).toEqual([0, []])
  })

  it('of a protected child, whose schools nobody writes here, nothing is known ahead', async () => {
    await tellFamily('sara', 'jonas')
    expect((await markAsProtected()).status).toBeLessThan(400)
    expect([await runTransitions(deps), await proposals()]).toEqual([0, []])
  })
})
