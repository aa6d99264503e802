import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { appointed, furuskolansAuthority } from '#test/arrange-organisation.ts'
import { tellEntry, told } from '#test/directory.ts'
import { admin, as, assign, auditRows, deps, engagementOf, id, lisa, world } from '#test/world.ts'

const map = paths.directory.map.to({})
const school = { unitId: id('furuskolan') }
const write = paths.directory.write.to(school)
const written = { ...told, version: '0' }
const textOf = async (path: string) => (await as('petra').get(path)).text()

/** Petra teaches no more, and leads the process in the county. */
async function processLeader() {
  await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
  await appointed('petra', 'process_leader')
}

describe('Petra leads the process in the county, and looks after the map', () => {
  beforeEach(async () => {
    await world()
    await processLeader()
  })

  it('sees how far each municipality has come, and where something is missing', async () => {
    await tellEntry('lillaskolan', { proposal: false })
    expect(await textOf(paths.directory.search.to({}))).toContain(map)
    const page = await textOf(map)
    expect(page).toMatch(/\d av \d har berättat själva/)
    expect(page).toContain(paths.directory.unit.to(school))
    expect(page).not.toContain(paths.directory.unit.to({ unitId: id('lillaskolan') }))
    const proposed = await textOf(`${map}?saknas=own-text&kommun=0764`)
    expect(proposed).toContain('Här saknas inget.')
    await admin.deleteFrom('unit_function').where('unit_id', '=', id('furuskolan')).execute()
    expect(await textOf(`${map}?saknas=receiver`)).toContain(paths.directory.unit.to(school))
    expect((await auditRows()).at(-1)?.slice(0, 2)).toEqual(['petra', 'directory.map'])
  })

  it('nobody else finds it', async () => {
    for (const who of ['maja', 'stig', 'eva', 'sara'] as const)
      expect([who, (await as(who).get(map)).status]).toEqual([who, 404])
    expect(await (await as('maja').get(paths.directory.search.to({}))).text()).not.toContain(map)
  })

  it('proposes what the school may say of itself, until the school says it', async () => {
    expect(await textOf(paths.directory.unit.to(school))).toContain('Föreslå en text')
    expect(await textOf(write)).toContain('De har inte berättat själva än.')
    expect((await as('petra').post(write, written)).status).toBe(303)
    const proposed = await (await as('eva').get(paths.directory.unit.to(school))).text()
    expect(proposed).toContain(told.mission)
    expect(proposed).toContain('Det här är ett förslag till text.')
    const better = { ...told, mission: 'Vi lär barn att läsa och skriva.' }
    expect((await as('petra').post(write, better)).status).toBe(303)
    expect((await as('maja').post(write, { ...told, version: '2' })).status).toBe(303)
    expect(await textOf(paths.directory.unit.to(school))).not.toContain('Det här är ett förslag till text.')
    for (const answer of [
      await as('petra').get(write),
      await as('petra').post(write, { ...told, version: '3' }),
    ])
      expect(answer.status).toBe(404)
    expect((await as('petra').get(paths.directory.times.to(school))).status).toBe(404)
  })
})

describe('whoever leads the process meets no children in it', () => {
  beforeEach(() => world())

  const refused = 'möter inga barn'
  const proposes = (who: 'petra' | 'maja', kind: string) =>
    as('stig').post(paths.organisation.personFunction.to({ engagementId: engagementOf(who) }), {
      submission: deps.newId(),
      kind,
    })

  it('so it is not proposed for somebody who meets them, nor the other way round', async () => {
    await appointed('stig')
    await sql`update authority set kind = 'region' where id = ${furuskolansAuthority}`.execute(admin)
    const maja = await proposes('maja', 'process_leader')
    expect([maja.status, await maja.text()]).toEqual([422, expect.stringContaining(refused)])
    await processLeader()
    const fallback = await proposes('petra', 'fallback_lead')
    expect([fallback.status, await fallback.text()]).toEqual([422, expect.stringContaining(refused)])
    const holder = await as('stig').post(paths.organisation.unitFunction.to(school), {
      submission: deps.newId(),
      kind: 'reception',
      holder: engagementOf('petra'),
      standIn: engagementOf('stig'),
    })
    expect([holder.status, await holder.text()]).toEqual([422, expect.stringContaining(refused)])
  })

  it('nor if the child came while it waited to be decided', async () => {
    await appointed('maja')
    await appointed('stig')
    await sql`update authority set kind = 'region' where id = ${furuskolansAuthority}`.execute(admin)
    await admin.deleteFrom('assignment').where('engagement_id', '=', engagementOf('petra')).execute()
    const asked = await proposes('petra', 'process_leader')
    expect(asked.status).toBe(303)
    await assign('petra', lisa, 'work')
    const { id: appointmentId } = await admin
      .selectFrom('appointment')
      .select('id')
      .where('decided_at', 'is', null)
      .executeTakeFirstOrThrow()
    const answer = await as('maja').post(paths.organisation.proposal.to({ appointmentId }), { answer: 'yes' })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(refused)])
  })

  it('and the database gives them none, whoever asks', async () => {
    await processLeader()
    await expect(assign('petra', lisa, 'work')).rejects.toThrow('meets no children')
    await expect(
      admin
        .updateTable('unit_function')
        .set({ stand_in_engagement_id: engagementOf('petra') })
        .execute(),
    ).rejects.toThrow('meets no children')
    await admin.deleteFrom('authority_function').execute()
    await assign('petra', lisa, 'work')
    await expect(appointed('petra', 'process_leader')).rejects.toThrow('meets no children')
  })
})
