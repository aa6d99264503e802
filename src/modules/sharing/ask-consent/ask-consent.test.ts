import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  id,
  lisa,
  noon,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.sharing.ask.to({ childId: lisa })
const overview = paths.sharing.consents.to({ childId: lisa })
const [ali, sofia] = [id('familjestod'), id('elevhalsan')]
const asked = {
  purpose: 'Vi vill hjälpas åt med <morgnarna>.',
  units: [ali, sofia],
  [`areas-${ali}`]: ['learning', 'home'],
  [`areas-${sofia}`]: ['learning'],
  lastDay: '2027-05-24',
  childPart: 'heard',
}

async function gather() {
  await admin
    .insertInto('gathering')
    .values({
      child_id: lisa,
      id: id('gathering'),
      matter_id: lisasMatter,
      secrecy_unit_id: id('wall furuskolan'),
      areas: ['learning', 'home'],
      started_at: noon,
      started_by: id('maja'),
    })
    .execute()
}

const signers = async () => {
  const rows = await admin.selectFrom('consent_signer').select(['person_id', 'is_child']).execute()
  const nameOf = (person: string | null) =>
    (['sara', 'jonas', 'karin'] as const).find((who) => id(who) === person)
  return rows.map((row) => (row.is_child ? 'lisa' : nameOf(row.person_id))).sort()
}

describe('Maja asks the family', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await gather()
  })

  it('on one sheet with a proposal, and both parents are to answer for each unit', async () => {
    const form = await (await as('maja').get(address)).text()
    expect(form).toContain('om lärande och hemmet, så att Lisa')
    expect(form).toContain('value="2027-05-24"')
    expect(form).not.toContain('Lillåskolan')
    expect(form).not.toContain(`value="${id('furuskolan')}"`)

    const answer = await as('maja').post(address, asked)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, overview])
    expect(await signers()).toEqual(['jonas', 'sara'])
    const lines = await admin.selectFrom('consent_unit').select(['unit_id', 'complete_since']).execute()
    expect(lines.map((line) => line.unit_id).sort()).toEqual([ali, sofia].sort())
    expect(lines.every((line) => line.complete_since === null)).toBe(true)
    const [consent] = await admin.selectFrom('consent').select(['valid_to', 'text_version', 'body']).execute()
    expect(consent?.valid_to).toEqual(new Date('2027-05-24T22:00:00Z'))
    expect(consent?.text_version).toBe('samtycke-1')
    expect(consent?.body.includes('morgnarna')).toBe(false)
    expect(await auditRows()).toEqual([
      ['maja', 'consent.open-form', 'done', lisa],
      ['maja', 'consent.ask', 'done', lisa],
    ])
  })

  it('all of the county’s units are there when Maja asks for them', async () => {
    expect(await (await as('maja').get(`${address}?alla=ja`)).text()).toContain('Lillåskolan')
  })

  it('Jonas, who must not know, is no signer, and no page of Sara’s shows that anything is missing', async () => {
    await tellFamily('sara', 'jonas')
    const saras = async () => {
      await as('maja').post(address, { ...asked, submission: id('the sheet') })
      const page = await as('sara').get(paths.sharing.sheet.to({ childId: lisa, consentId: id('the sheet') }))
      return { status: page.status, text: (await page.text()).replace(/[0-9a-f-]{36}/g, 'id') }
    }
    const both = await saras()
    await admin.deleteFrom('consent_basis').execute()
    await admin.deleteFrom('consent_signer').execute()
    await admin.deleteFrom('consent_unit').execute()
    await admin.deleteFrom('consent').execute()
    await bar('jonas')
    const alone = await saras()
    expect(await signers()).toEqual(['sara'])
    expect(alone).toEqual(both)
    expect((await as('jonas').get(overview)).status).toBe(404)
    expect(await (await as('maja').get(overview)).text()).toContain('Jonas Berg är spärrad')
  })

  it('a guardian who must not know of one of the units is no signer of that sheet', async () => {
    await bar('jonas', ali)
    await as('maja').post(address, asked)
    expect(await signers()).toEqual(['sara'])
  })

  it('a seventeen-year-old answers alone, once it is written how they know that she understands', async () => {
    await admin.updateTable('child').set({ born_on: '2009-05-01' }).where('id', '=', lisa).execute()
    await tellFamily('sara', 'lisaSelf')
    const alone = { ...asked, childPart: 'alone' }
    const refused = await as('maja').post(address, alone)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('href="#maturity"')

    const known = {
      ...alone,
      maturity: 'Lisa förklarade själv vad svaret leder till.',
      lastDay: '2027-10-01',
    }
    expect((await as('maja').post(address, { ...known, submission: id('alone') })).status).toBe(303)
    expect(await signers()).toEqual(['lisa'])
    const sheet = paths.sharing.sheet.to({ childId: lisa, consentId: id('alone') })
    expect((await as('lisaSelf').get(sheet)).status).toBe(200)
    expect((await as('sara').get(sheet)).status).toBe(404)
  })

  it('parents’ yes ends at the latest when the child turns eighteen', async () => {
    await admin.updateTable('child').set({ born_on: '2009-05-01' }).where('id', '=', lisa).execute()
    const answer = await as('maja').post(address, asked)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('till och med den 1 maj 2027')
  })

  it('when Jonas cannot answer and it cannot wait, it is written why, and only those who carry it read that', async () => {
    const exception = { ...asked, [`exception-${id('jonas')}`]: 'prevented' }
    const bare = await (await as('maja').post(address, exception)).text()
    for (const field of ['exceptionWhy', 'exceptionBy', 'exceptionUntil'])
      expect(bare).toContain(`href="#${field}"`)
    const known = {
      ...exception,
      exceptionWhy: 'På sjukhus till januari.',
      exceptionBy: 'Maja Lind',
      exceptionUntil: '2027-01-31',
    }
    const long = await as('maja').post(address, known)
    expect([
      long.status,
      (await long.text()).includes('Undantaget gäller till och med den 31 januari 2027'),
    ]).toEqual([422, true])
    expect((await as('maja').post(address, { ...known, lastDay: '2027-01-31' })).status).toBe(303)
    expect(await signers()).toEqual(['sara'])
    const page = await (await as('maja').get(overview)).text()
    for (const text of ['Jonas Berg svarar inte på den här frågan', 'På sjukhus till januari.', 'Maja Lind'])
      expect(page).toContain(text)
    await tellFamily('sara')
    const saras = await (await as('sara').get(overview)).text()
    expect(saras).not.toMatch(/sjukhus|Jonas/)
    const basis = (who: 'maja' | 'sara' | 'petra') =>
      behindTheWalls(who, lisa, (trx) => trx.selectFrom('consent_basis').select('consent_id').execute())
    expect((await basis('maja')).length).toBe(1)
    expect([await basis('sara'), await basis('petra')]).toEqual([[], []])
  })

  it('one yes is enough by the board’s decision only with its number, its day and what was decided', async () => {
    const decided = {
      ...asked,
      [`exception-${id('jonas')}`]: 'board_decision',
      exceptionWhy: 'Jonas säger nej till samtalen.',
      exceptionBy: 'Socialnämnden i Alvesta',
      exceptionUntil: '2027-06-30',
    }
    const page = await (await as('maja').post(address, decided)).text()
    for (const field of ['exceptionOn', 'exceptionNumber', 'exceptionMeasure'])
      expect(page).toContain(`href="#${field}"`)
    expect(await signers()).toEqual([])
    const whole = {
      exceptionOn: '2026-11-02',
      exceptionNumber: 'SN 2026/118',
      exceptionMeasure: 'psychiatric_care',
    }
    expect((await as('maja').post(address, { ...decided, ...whole })).status).toBe(303)
    expect(await signers()).toEqual(['sara'])
  })

  it('in a shelter with Sara, Jonas does not answer, and those units are barred for him from then on', async () => {
    const sheltered = {
      ...asked,
      [`exception-${id('jonas')}`]: 'protected_housing',
      exceptionWhy: 'Skyddat boende.',
      exceptionBy: 'Socialnämnden i Alvesta',
      exceptionOn: '2026-11-02',
      exceptionUntil: '2027-06-30',
    }
    expect((await as('maja').post(address, sheltered)).status).toBe(303)
    expect(await signers()).toEqual(['sara'])
    const bars = await admin.selectFrom('bar').select(['person_id', 'thing_id']).execute()
    expect(bars.map(({ thing_id }) => thing_id).sort()).toEqual([ali, sofia].sort())
    expect(new Set(bars.map(({ person_id }) => person_id))).toEqual(new Set([id('jonas')]))
  })

  it('nobody can be asked when nobody is left to answer', async () => {
    await bar('jonas')
    await bar('sara')
    const answer = await as('maja').post(address, asked)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Ingen kan svara')
  })

  it('the task to ask is done, and sent twice it is one', async () => {
    await admin
      .insertInto('task')
      .values({
        child_id: lisa,
        id: id('task'),
        kind: 'ask_consent',
        engagement_id: id('maja at furuskolan'),
        due_on: '2026-11-26',
        made_at: noon,
      })
      .execute()
    const submission = id('once')
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(address, { ...asked, submission })).status).toBe(303)
    expect(await admin.selectFrom('consent').select('id').execute()).toHaveLength(1)
    const [task] = await admin.selectFrom('task').select('done_at').execute()
    expect(task?.done_at).toEqual(noon)
  })

  it.each([
    ['nobody is chosen', { units: [] }, 'units'],
    ['a unit is to know nothing', { [`areas-${ali}`]: [] }, `areas-${ali}`],
    ['there is no reason', { purpose: ' ' }, 'purpose'],
    ['it would last more than a year', { lastDay: '2027-11-25' }, 'lastDay'],
    ['the day has been', { lastDay: '2026-11-24' }, 'lastDay'],
    ['the day does not exist', { lastDay: '2027-02-30' }, 'lastDay'],
    ['the child must understand', { childPart: 'together' }, 'maturity'],
  ])('gives the form back when %s', async (_, fault, field) => {
    const answer = await as('maja').post(address, { ...asked, ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">`)
    if (!('purpose' in fault)) expect(page).toContain('Vi vill hjälpas åt med &lt;morgnarna&gt;.')
    expect(await admin.selectFrom('consent').select('id').execute()).toEqual([])
  })

  it('is hidden from everybody else', async () => {
    await tellFamily('sara')
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['eva', 'petra', 'sofia', 'ali', 'sara', 'jonas', 'lisaSelf', 'karin'] as const)
      for (const child of [lisa, unknownChild]) {
        const there = paths.sharing.ask.to({ childId: child })
        for (const answer of [await as(who).get(there), await as(who).post(there, asked)])
          expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      }
    expect(await admin.selectFrom('consent').select('id').execute()).toEqual([])
  })

  it('asks nobody when the log cannot be written', async () => {
    expect((await withoutAudit(() => as('maja').post(address, asked))).status).toBe(503)
    expect(await admin.selectFrom('consent').select('id').execute()).toEqual([])
  })

  it('before birth the one who expects answers, and the child has no part', async () => {
    await admin
      .updateTable('child')
      .set({ born_on: null, expected_on: '2027-03-01' })
      .where('id', '=', lisa)
      .execute()
    await admin
      .updateTable('guardianship')
      .set({ kind: 'expecting_parent' })
      .where('person_id', '=', id('sara'))
      .execute()
    expect(await (await as('maja').get(address)).text()).not.toContain('name="childPart"')
    await as('maja').post(address, asked)
    expect(await signers()).toEqual(['sara'])
  })
})
