import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisaWithPlan, partVersions, planVersion, tasksOf } from '#test/arrange-plan.ts'
import { admin, as, engagementOf, lisa, world } from '#test/world.ts'
import { readingAddress } from '../readings.ts'

const to = { childId: lisa }
const address = paths.plan.other.to(to)
const asItStands = {
  version: '1',
  followUpOn: '2026-12-15',
  followUpTime: '14:30',
  ifWorse: 'Ring Maja. Vi väntar inte till nästa möte.',
  references: 'Åtgärdsprogram för läsning, på Furuskolan',
}
const changed = async () => (await partVersions()).filter((row) => row.from_version > 1 || row.to_version)

describe('the rest of the plan', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
  })

  it('saved as it stands, nothing is new', async () => {
    expect((await as('maja').post(address, asItStands)).status).toBe(303)
    expect(await planVersion()).toBe(1)
    expect(await changed()).toEqual([])
  })

  it('a new line is a new reference; a line taken away ends, and the others stay as they were', async () => {
    const references = `${asItStands.references}\n SIP, hos Familjestöd \n`
    await as('maja').post(address, { ...asItStands, references })
    expect(await changed()).toMatchObject([{ kind: 'reference', from_version: 2, to_version: null }])
    await as('maja').post(address, {
      ...asItStands,
      version: '2',
      references: 'SIP, hos Familjestöd',
      ifWorse: '',
    })
    expect(
      (await changed())
        .filter((row) => row.to_version === 3)
        .map((row) => row.kind)
        .sort(),
    ).toEqual(['if_worse', 'reference'])
    const page = await (await as('sara').get(readingAddress(lisa, 'whole'))).text()
    expect(page).toContain('SIP, hos Familjestöd')
    expect(page).not.toContain('Ring Maja. Vi')
  })

  it('another day is waited for instead, by those who lead', async () => {
    await as('maja').post(address, { ...asItStands, followUpOn: '2027-01-20', followUpTime: '' })
    expect((await tasksOf('follow_up')).filter((task) => !task.done)).toEqual([
      { engagement_id: engagementOf('maja'), due_on: '2027-01-20', done: false },
    ])
    const plan = await admin.selectFrom('plan').select('follow_up_at').executeTakeFirst()
    expect(plan?.follow_up_at?.toISOString()).toBe('2027-01-20T08:00:00.000Z')
    expect(await admin.selectFrom('follow_up').select('id').execute()).toHaveLength(1)
  })

  it('a day that has been is no day to follow up, and a version that is not the newest no version', async () => {
    const past = await as('maja').post(address, { ...asItStands, followUpOn: '2026-11-01' })
    expect([past.status, (await past.text()).includes('Dagen har redan varit')]).toEqual([422, true])
    const old = await as('maja').post(address, { ...asItStands, version: '0', ifWorse: 'Ring Stig.' })
    const page = await old.text()
    expect(old.status).toBe(409)
    expect(page).toMatch(/Så skrev du[\s\S]*Ring Stig[\s\S]*Så står det nu[\s\S]*Ring Maja/)
  })

  it('is for those who write', async () => {
    for (const who of ['ali', 'sara', 'ingrid', 'eva'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, asItStands)])
        expect(answer.status).toBe(404)
  })
})
