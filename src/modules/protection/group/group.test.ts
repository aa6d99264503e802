import { beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { appointed } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  noon,
  sessionOf,
  setClock,
  world,
} from '#test/world.ts'

const { organisation } = paths
const group = paths.shield.group.to({ childId: lisa })
const shield = paths.shield.show.to({ childId: lisa })
type Told = 'maja' | 'stig' | 'petra'
const textOf = async (who: Told, path: string) => (await as(who).get(path)).text()
const told = async () => {
  const rows = await admin
    .selectFrom('protection_member')
    .select('engagement_id')
    .where('valid_to', 'is', null)
    .execute()
  return (['maja', 'stig', 'petra'] as const).filter((who) =>
    rows.some(({ engagement_id }) => engagement_id === engagementOf(who)),
  )
}
const add = (who: Told, whom: Told) => as(who).post(group, { add: engagementOf(whom) })

/** One of the administrators asks and the other says yes: that Petra may be told, or no longer. */
async function decided(proposal: string, whom: Told = 'petra') {
  const form = { submission: id(proposal), kind: 'protection_group' }
  const at = organisation.personFunction.to({ engagementId: engagementOf(whom) })
  expect((await as('maja').post(at, form)).status).toBe(303)
  const answer = organisation.proposal.to({ appointmentId: id(proposal) })
  expect((await as('maja').post(answer, { answer: 'yes' })).status).toBe(422)
  expect((await as('stig').post(answer, { answer: 'yes' })).status).toBe(303)
}

describe('who may be told of a protected child', () => {
  beforeEach(async () => {
    await world()
    await appointed('maja')
    await appointed('stig')
    await openMatter({ with: ['petra', 'stig'] })
    await tellFamily('sara')
    await markAsProtected()
    setClock(inHours(1))
  })

  it('is decided by two administrators; for which child, by the group', async () => {
    expect(await textOf('maja', shield)).not.toContain('Petra Ek, lärare</option>')
    await add('maja', 'petra')
    expect(await told()).toEqual(['maja'])
    await decided('petra may')
    expect(await textOf('maja', shield)).toContain('Petra Ek, lärare</option>')
    expect(await told()).toEqual(['maja'])
    expect((await add('maja', 'petra')).status).toBe(303)
    expect(await told()).toEqual(['maja', 'petra'])
    expect(await textOf('stig', organisation.home.to({}))).toContain('Kan få veta var skyddade barn finns')
  })

  it('the database says no to somebody who is not chosen', async () => {
    const sends = () =>
      inTransaction(deps, 'changes', { session: sessionOf('maja'), childId: lisa }, async ({ trx, at }) => ({
        answer: await trx
          .insertInto('protection_member')
          .values({
            ...{ child_id: lisa, id: deps.newId(), engagement_id: engagementOf('petra'), person_id: null },
            ...{ added_by: id('maja'), valid_from: at },
          })
          .execute(),
        last: [],
      }))
    await expect(sends()).rejects.toThrow('row-level security')
    await appointed('petra', 'protection_group')
    await sends()
    expect(await told()).toEqual(['maja', 'petra'])
  })

  it('ends at the next request: Petra is told no more, and opens nothing sealed', async () => {
    await decided('petra may')
    await add('maja', 'petra')
    setClock(inHours(2))
    const sealed = async () => (await as('petra').get(`${shield}?visa=allt`)).status
    expect(await sealed()).toBe(200)
    await decided('petra no longer')
    expect(await told()).toEqual(['maja'])
    expect(await sealed()).toBe(404)
    expect(await textOf('petra', shield)).not.toContain('Låt någon mer')
  })

  it('but never so that nobody is told, and not the one who is BBA', async () => {
    await decided('petra may')
    await decided('maja may', 'maja')
    await add('maja', 'petra')
    setClock(inHours(2))
    await decided('maja no longer', 'maja')
    expect(await told()).toEqual(['maja', 'petra'])
    await admin
      .updateTable('protection_member')
      .set({ valid_to: noon })
      .where('engagement_id', '=', engagementOf('maja'))
      .execute()
    await decided('petra no longer')
    expect(await told()).toEqual(['petra'])
  })
})
