import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasMatter, openMatter } from '#test/arrange.ts'
import { appointed } from '#test/arrange-organisation.ts'
import { admin, as, auditRows, engagementOf, id, newUuid, world } from '#test/world.ts'

const { organisation } = paths
const home = organisation.home.to({})
const furuskolan = { unitId: id('furuskolan') }
const petra = { engagementId: engagementOf('petra') }
const textOf = async (answer: Response | Promise<Response>) => (await answer).text()

const everyAddress = [
  home,
  organisation.newUnit.to({}),
  organisation.unit.to(furuskolan),
  organisation.closeUnit.to(furuskolan),
  organisation.unitFunction.to(furuskolan),
  organisation.newPerson.to(furuskolan),
  organisation.person.to(petra),
  organisation.newEmployment.to(petra),
  organisation.endPerson.to(petra),
  organisation.personFunction.to(petra),
  organisation.directory.to({}),
  organisation.importPeople.to({}),
]

describe('an administrator', () => {
  beforeEach(async () => {
    await world()
    await appointed('maja')
    await appointed('stig')
  })

  it('opens every page, and nobody else finds any', async () => {
    const missing = await textOf(as('petra').get('/ingenting'))
    for (const address of everyAddress) {
      expect([address, (await as('maja').get(address)).status]).toEqual([address, 200])
      for (const who of ['petra', 'eva', 'sara'] as const) {
        const answer = await as(who).get(address)
        expect([address, who, answer.status]).toEqual([address, who, 404])
        if (who === 'petra') expect(await answer.text()).toBe(missing)
      }
    }
  })

  it('of another organisation finds nothing here, and Maja nothing there', async () => {
    const elsewhere = [
      organisation.unit.to({ unitId: id('lillaskolan') }),
      organisation.newPerson.to({ unitId: id('lillaskolan') }),
      organisation.person.to({ engagementId: engagementOf('eva') }),
      organisation.endPerson.to({ engagementId: engagementOf('eva') }),
    ]
    for (const address of elsewhere) {
      expect([address, (await as('maja').get(address)).status]).toEqual([address, 404])
      const sent = await as('maja').post(address, { name: 'X', when: 'now', title: 'x' })
      expect([address, sent.status]).toEqual([address, 404])
    }
    const eva = await admin
      .selectFrom('engagement')
      .selectAll()
      .where('id', '=', engagementOf('eva'))
      .execute()
    expect(eva[0]?.valid_to).toBeNull()
  })

  it('adds a unit, renames it and closes it; it is never closed while somebody works there', async () => {
    const submission = newUuid()
    const form = { submission, name: 'Furuskolan norra', kind: 'compulsory_school', phone: '' }
    const whole = { ...form, wall: id('wall furuskolan'), municipality: '0764' }
    expect((await as('maja').post(organisation.newUnit.to({}), form)).status).toBe(422)
    const stolen = { ...whole, wall: id('wall lillaskolan') }
    expect((await as('maja').post(organisation.newUnit.to({}), stolen)).status).toBe(404)
    const at = organisation.unit.to({ unitId: submission })
    for (const _ of [1, 2])
      expect((await as('maja').post(organisation.newUnit.to({}), whole)).headers.get('location')).toBe(at)
    const was = { wasName: 'Furuskolan norra', wasPhone: '' }
    expect((await as('maja').post(at, { name: 'Norra skolan', phone: '', ...was })).status).toBe(303)
    expect(await textOf(as('maja').get(home))).toContain('Norra skolan')
    const close = organisation.closeUnit.to({ unitId: submission })
    expect((await as('maja').post(close)).status).toBe(303)
    expect(await textOf(as('maja').get(home))).toContain('Stängda verksamheter')
    const inUse = await as('maja').post(organisation.closeUnit.to(furuskolan))
    expect([inUse.status, await inUse.text()]).toEqual([422, expect.stringContaining('Någon arbetar där')])
  })

  it('changes what another has changed meanwhile: is told, with both before them, and nothing is overwritten', async () => {
    for (const [at, was, mine, his] of [
      [
        organisation.unit.to(furuskolan),
        { wasName: 'Furuskolan', wasPhone: '070-174 06 05' },
        { name: 'Furuskolan F–6', phone: '' },
        { name: 'Furuskolan', phone: '0980-319 221' },
      ],
      [
        organisation.person.to(petra),
        { wasTitle: 'lärare', wasPhone: '070-174 06 12' },
        { title: 'speciallärare', phone: '' },
        { title: 'lärare i 2A', phone: '' },
      ],
    ] as const) {
      const sends = (who: 'maja' | 'stig', form: Record<string, string>) =>
        as(who).post(at, { ...was, ...form })
      expect((await sends('maja', mine)).status).toBe(303)
      expect((await sends('maja', mine)).status).toBe(303)
      const late = await sends('stig', his)
      const text = await late.text()
      expect([at, late.status]).toEqual([at, 409])
      for (const words of ['Någon annan hann spara före dig', ...Object.values({ ...his, ...mine })])
        expect(text).toContain(words)
    }
  })

  it('adds somebody new, who comes in with the link, and only once', async () => {
    const submission = newUuid()
    const nina = {
      submission,
      given: 'Nina',
      family: 'Åkerö',
      title: 'kurator',
      phone: '070-174 06 61',
      from: '2026-11-24',
      to: '',
    }
    const add = organisation.newPerson.to(furuskolan)
    expect((await as('maja').post(add, { ...nina, to: '2026-01-01' })).status).toBe(422)
    for (const _ of [1, 2]) expect((await as('maja').post(add, nina)).status).toBe(303)
    const page = await textOf(as('maja').get(organisation.person.to({ engagementId: submission })))
    expect(page).toContain('Nina Åkerö')
    expect(page).toMatch(/http:\/\/localhost\/inbjudan\?kod=[\w-]{43}/)
    const codes = await admin.selectFrom('invitation').select('code_hash').execute()
    expect(codes).toHaveLength(1)
    expect(page).not.toContain(codes[0]?.code_hash)
    expect(await textOf(as('maja').post(home, { namn: 'åker' }))).toContain('Nina Åkerö')
    expect(await textOf(as('maja').post(home, { namn: '%' }))).not.toContain('Nina Åkerö')
  })

  it('is sent twice at once, through two windows: it is one, and both are told so', async () => {
    const nina = { given: 'Nina', family: 'Åkerö', title: 'kurator', from: '2026-11-24' }
    const unit = {
      name: 'Norra',
      kind: 'compulsory_school',
      wall: id('wall furuskolan'),
      municipality: '0764',
    }
    const sent = [
      [organisation.newPerson.to(furuskolan), nina],
      [organisation.newUnit.to({}), unit],
      [organisation.personFunction.to(petra), { kind: 'local_administrator' }],
    ] as const
    for (const [address, form] of sent) {
      const whole = { ...form, submission: newUuid() }
      const answers = await Promise.all([1, 2, 3].map(() => as('maja').post(address, whole)))
      expect([address, answers.map(({ status }) => status)]).toEqual([address, [303, 303, 303]])
    }
    const named = await admin.selectFrom('person').select('id').where('given_name', '=', 'Nina').execute()
    expect(named).toHaveLength(1)
  })

  it('ends an employment: the person is out at the next request, in a window that was open', async () => {
    expect((await as('petra').get(paths.tasks.to({}))).status).toBe(200)
    const end = organisation.endPerson.to(petra)
    expect((await as('maja').post(end, { when: 'later', day: '' })).status).toBe(422)
    expect((await as('maja').post(end, { when: 'now' })).status).toBe(303)
    expect((await as('petra').get(paths.tasks.to({}))).status).not.toBe(200)
    expect(await textOf(as('maja').get(organisation.person.to(petra)))).toContain(
      'Arbetade här till och med 23 november 2026',
    )
  })

  it('is told why somebody cannot leave yet', async () => {
    await openMatter()
    expect(lisasMatter).toBeTruthy()
    await appointed('petra', 'fallback_lead')
    const answer = await as('maja').post(organisation.endPerson.to(petra), { when: 'now' })
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Det måste finnas någon hos er'),
    ])
  })

  it('proposes, and another says yes: nobody widens anything alone', async () => {
    const submission = newUuid()
    const propose = organisation.personFunction.to(petra)
    const proposal = organisation.proposal.to({ appointmentId: submission })
    for (const _ of [1, 2])
      expect((await as('maja').post(propose, { submission, kind: 'local_administrator' })).status).toBe(303)
    expect(await textOf(as('stig').get(home))).toContain('Maja Lindgren föreslår det')
    expect((await as('petra').get(proposal)).status).toBe(404)
    expect((await as('maja').post(proposal, { answer: 'yes' })).status).toBe(422)
    expect((await as('petra').get(home)).status).toBe(404)
    expect((await as('stig').post(proposal, { answer: 'yes' })).status).toBe(303)
    expect((await as('petra').get(home)).status).toBe(200)
    expect((await as('stig').post(proposal, { answer: 'no' })).status).toBe(404)
    // The county's process leader is appointed elsewhere.
    expect((await as('maja').post(propose, { kind: 'process_leader' })).status).toBe(404)
  })

  it('hands a function of the unit to another, when two have agreed', async () => {
    const submission = newUuid()
    const form = {
      submission,
      kind: 'best_interests_lead',
      holder: petra.engagementId,
      standIn: engagementOf('stig'),
    }
    const wrong = { ...form, holder: engagementOf('eva') }
    expect((await as('maja').post(organisation.unitFunction.to(furuskolan), wrong)).status).toBe(422)
    expect((await as('maja').post(organisation.unitFunction.to(furuskolan), form)).status).toBe(303)
    await as('stig').post(organisation.proposal.to({ appointmentId: submission }), { answer: 'yes' })
    const held = await admin
      .selectFrom('unit_function')
      .selectAll()
      .where('unit_id', '=', id('furuskolan'))
      .execute()
    expect(held.map((row) => row.holder_engagement_id)).toEqual([petra.engagementId])
  })

  it('leaves one row in the log for each thing, about no child', async () => {
    await as('maja').get(home)
    await as('petra').get(home)
    const nobody = '00000000-0000-0000-0000-000000000000'
    expect(await auditRows()).toEqual([
      ['maja', 'organisation.show', 'done', nobody],
      ['petra', 'organisation.show', 'not-allowed', nobody],
    ])
  })
})
