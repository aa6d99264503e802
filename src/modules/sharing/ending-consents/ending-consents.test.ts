import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import { answers, askFamily, consents, letsIn, saying, sheetId } from '#test/consents.ts'
import {
  admin,
  as,
  auditRows,
  engagementOf,
  id,
  lisa,
  setClock,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const list = paths.sharing.ending.to({})
const ask = paths.sharing.ask.to({ childId: lisa })
const askAgain = `${ask}?igen=${sheetId}`
const may = new Date('2027-05-10T10:00:00Z')
const newSheet = id('new sheet')

/** In May, two weeks before the day that the family set in November. */
const twoWeeksBefore = () => setClock(may)

const asksAgain = () =>
  as('maja').post(askAgain, {
    submission: newSheet,
    purpose: 'Det hjälpte. Vi vill fortsätta.',
    units: [id('familjestod')],
    [`areas-${id('familjestod')}`]: ['home'],
    lastDay: '2027-11-10',
    childPart: 'heard',
  })
const answersAgain = (who: 'sara' | 'jonas') =>
  as(who).post(paths.sharing.sheet.to({ childId: lisa, consentId: newSheet }), {
    ...saying({ familjestod: ['home'] }),
    seen: '0',
  })

describe('a yes that ends soon', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await askFamily(['familjestod', 'gaddan'])
    for (const who of ['sara', 'jonas'] as const)
      await answers(who, { familjestod: who === 'jonas' ? ['home'] : 'yes', gaddan: 'no' })
    await letsIn('familjestod', engagementOf('ali'), 'own')
  })

  it('is on Maja’s list a month before, with name and day and never why; before that there is nothing', async () => {
    expect(await (await as('maja').get(list)).text()).toContain('Inget går ut den närmaste månaden.')
    twoWeeksBefore()
    const page = await (await as('maja').get(list)).text()
    expect(page).toContain('Lisa Holmgren')
    expect(page).toContain('24 maj')
    expect(page).not.toMatch(/Familjestöd|Lärande|Hemmet|morgnarna/)
    setClock(new Date('2027-06-01T10:00:00Z'))
    expect(await (await as('maja').get(list)).text()).toContain('Har gått ut')
  })

  it('is asked again with what it said, without what somebody struck, and nothing is given by asking', async () => {
    twoWeeksBefore()
    const form = await (await as('maja').get(askAgain)).text()
    expect(form).toContain('Vi vill hjälpas åt med &lt;morgnarna&gt;.')
    expect(form).toContain(`type="checkbox" value="${id('familjestod')}" checked`)
    expect(form).not.toContain(`name="areas-${id('familjestod')}" type="checkbox" value="learning" checked`)
    expect(form).toContain(`name="areas-${id('familjestod')}" type="checkbox" value="home" checked`)
    expect((await asksAgain()).status).toBe(303)
    expect(await (await as('maja').get(list)).text()).toContain('Lisa Holmgren')
  })

  it('goes on when everybody has said yes anew and Maja lets the unit go on; then nothing ends soon', async () => {
    twoWeeksBefore()
    await asksAgain()
    for (const who of ['sara', 'jonas'] as const) expect((await answersAgain(who)).status).toBe(303)
    const page = await (await as('maja').get(consents)).text()
    expect(page).toContain('Låt Familjestöd Alvesta fortsätta')
    const letIn = paths.sharing.letIn.to({ childId: lisa, consentId: newSheet })
    const again = {
      unit: id('familjestod'),
      [`part-${id('familjestod')}`]: 'own',
      [`contact-${id('familjestod')}`]: engagementOf('ali'),
    }
    expect((await as('maja').post(letIn, again)).status).toBe(303)
    const grants = await admin
      .selectFrom('access_grant')
      .select(['consent_id', 'ended_at', 'valid_to'])
      .orderBy('decided_at')
      .execute()
    expect(grants).toMatchObject([
      { consent_id: sheetId, ended_at: may },
      { consent_id: newSheet, ended_at: null, valid_to: new Date('2027-11-10T23:00:00Z') },
    ])
    expect(await (await as('maja').get(list)).text()).toContain('Inget går ut')
  })

  it('is nobody else’s to see, and leaves one row that names the child', async () => {
    twoWeeksBefore()
    for (const who of ['petra', 'eva', 'ali', 'sofia'] as const)
      expect(await (await as(who).get(list)).text()).not.toContain('Lisa')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['sara', 'ali', 'petra', 'eva'] as const) {
      const answer = await as(who).get(askAgain)
      expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
    const before = (await auditRows()).length
    await as('maja').get(list)
    expect((await auditRows()).slice(before).map((row) => row.slice(0, 3))).toEqual([
      ['maja', 'consents.ending', 'done'],
    ])
    const subjects = await admin.selectFrom('audit_subject').select('child_id').execute()
    expect(subjects).toEqual([{ child_id: lisa }])
    expect((await withoutAudit(() => as('maja').get(list))).status).toBe(503)
  })

  it('an id of another child’s question, or of none, opens the ordinary form', async () => {
    const form = await as('maja').get(`${ask}?igen=${unknownChild}`)
    expect([form.status, (await form.text()).includes('morgnarna')]).toEqual([200, false])
    expect((await as('maja').get(`${ask}?igen=%00`)).status).toBe(200)
  })
})
