import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const anna = {
  submission: id('anna'),
  givenName: 'Anna',
  familyName: 'Said <Ek>',
  called: 'mamma',
  source: 'register',
  phone: '070-174 06 41',
}
const yusuf = {
  submission: id('yusuf'),
  givenName: 'Yusuf',
  familyName: 'Said',
  called: 'pappa',
  source: 'guardian',
}

/** Petra tells of a boy whom nobody here knows, and Maja begins to gather about him. */
async function omarIsNew(): Promise<string> {
  await as('petra').post(paths.noticing.notice.to({}), {
    who: 'Ny kille, 7 år, Furuskolan',
    sentence: 'Han är ofta trött.',
  })
  const { child_id: childId, item_id: itemId } = await admin
    .selectFrom('noticing')
    .select(['child_id', 'item_id'])
    .executeTakeFirstOrThrow()
  const address = paths.noticing.receive.to({ childId, itemId })
  const form = await (await as('maja').get(address)).text()
  expect(form).toMatch(new RegExp(`value="${id('furuskolan')}" selected[^>]*>Furuskolan`))
  const answer = await as('maja').post(address, {
    child: 'new',
    givenName: 'Omar',
    familyName: 'Said',
    born: '2019-02-20',
    goesTo: id('furuskolan'),
    decision: 'gathering',
  })
  expect(answer.status).toBe(303)
  return childId
}
const pageOf = async (path: string) => (await as('maja').get(path)).text()
const guardians = () =>
  admin
    .selectFrom('guardianship as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select(['p.given_name', 'p.is_staff', 'g.source', 'g.kind', 'g.valid_to'])
    .where('g.child_id', 'not in', [lisa, id('nils')])
    .orderBy('p.given_name')
    .execute()

describe('guardians that Maja writes down by hand', () => {
  beforeEach(() => world())

  it('are the next step for a child that is new here, and can be talked with after that', async () => {
    const childId = await omarIsNew()
    const address = paths.family.guardians.to({ childId })
    for (const page of [paths.child.to({ childId }), paths.family.talk.to({ childId })]) {
      expect(await pageOf(page)).toContain('Skriv upp vårdnadshavare')
      expect(await pageOf(page)).toContain(`href="${address}"`)
    }
    const placed = await admin
      .selectFrom('child_placement')
      .select('unit_id')
      .where('child_id', '=', childId)
      .execute()
    expect(placed).toEqual([{ unit_id: id('furuskolan') }])

    for (let time = 0; time < 2; time++) {
      const answer = await as('maja').post(address, anna)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, address])
    }
    await as('maja').post(address, yusuf)
    expect(await guardians()).toEqual([
      {
        given_name: 'Anna',
        is_staff: false,
        source: 'noterat: sett i folkbokföringen',
        kind: 'guardian',
        valid_to: null,
      },
      {
        given_name: 'Yusuf',
        is_staff: false,
        source: 'noterat: vårdnadshavaren har sagt det',
        kind: 'guardian',
        valid_to: null,
      },
    ])
    const page = await pageOf(address)
    expect(page).toContain('Anna Said &lt;Ek&gt;')
    expect(page).toContain('href="tel:+46701740641"')
    const [contact] = await admin.selectFrom('person_contact').select('body').execute()
    expect(contact?.body.includes('070')).toBe(false)
    expect(await pageOf(paths.child.to({ childId }))).not.toContain('Skriv upp vårdnadshavare')
    expect(await pageOf(paths.family.talk.to({ childId }))).toContain('Anna Said &lt;Ek&gt; (mamma)')
    expect((await auditRows()).filter(([, act]) => act === 'family.write-guardian')).toHaveLength(3)
  })

  it('let nobody see anything: they have no identity, and nobody else learns of them', async () => {
    const childId = await omarIsNew()
    await as('maja').post(paths.family.guardians.to({ childId }), anna)
    expect(
      await admin.selectFrom('identity').select('subject').where('person_id', '=', id('anna')).execute(),
    ).toEqual([])
    for (const who of ['petra', 'sofia', 'eva', 'sara'] as const)
      for (const table of ['person', 'person_contact', 'guardianship'] as const) {
        const column = table === 'person' ? 'id' : 'person_id'
        const seen = await behindTheWalls(who, undefined, (trx) =>
          sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id('anna')}`.execute(trx),
        )
        expect([who, table, seen.rows.length]).toEqual([who, table, 0])
      }
  })

  it('a mistake is taken away', async () => {
    const childId = await omarIsNew()
    const address = paths.family.guardians.to({ childId })
    await as('maja').post(address, anna)
    const end = paths.family.endGuardian.to({ childId, personId: id('anna') })
    for (let time = 0; time < 2; time++) expect((await as('maja').post(end)).status).toBe(303)
    expect((await guardians()).map(({ valid_to }) => valid_to)).toEqual(['2026-11-24'])
    expect(await pageOf(address)).toContain('Ingen vårdnadshavare är uppskriven än.')
    expect(await pageOf(paths.family.talk.to({ childId }))).not.toContain('Anna')
  })

  it('never beside those whom the register has told of, and those are not taken away by hand', async () => {
    await openMatter()
    const at = { childId: lisa }
    const page = await pageOf(paths.family.guardians.to(at))
    expect(page).toContain('Sara Holmgren')
    expect(page).not.toContain('Skriv upp')
    expect(page).not.toContain('Ta bort')
    expect((await as('maja').post(paths.family.guardians.to(at), anna)).status).toBe(404)
    expect((await as('maja').post(paths.family.endGuardian.to({ ...at, personId: id('sara') }))).status).toBe(
      404,
    )
    const writes = (child: string) =>
      behindTheWalls('maja', child, (trx) =>
        sql<{
          done: boolean
        }>`select write_down_guardian(${child}, ${id('anna')}, 'guardian', 'A', 'B', 'mamma',
          'noterat: x') as done`.execute(trx),
      )
    expect((await writes(lisa)).rows).toEqual([{ done: false }])
    const childId = await omarIsNew()
    const byEva = await behindTheWalls('eva', childId, (trx) =>
      sql`select write_down_guardian(${childId}, ${id('anna')}, 'guardian', 'A', 'B', 'mamma', 'noterat: x') as done, end_written_guardian(${childId}, ${id('anna')}) as ended,
        place_child(${childId}, ${id('place')}, ${id('lillaskolan')}) as placed`.execute(trx),
    )
    expect(byEva.rows).toEqual([{ done: false, ended: false, placed: false }])
  })

  it('is hidden from everybody else, says what is missing, and is nothing without the log', async () => {
    const childId = await omarIsNew()
    const address = paths.family.guardians.to({ childId })
    const end = paths.family.endGuardian.to({ childId, personId: id('anna') })
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
      for (const answer of [
        await as(who).get(address),
        await as(who).post(address, anna),
        await as(who).post(end),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    const answer = await as('maja').post(address, { ...anna, familyName: '', source: '' })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const field of ['familyName', 'source']) expect(page).toContain(`<a href="#${field}">`)
    expect(page).toContain('value="Anna"')
    expect((await withoutAudit(() => as('maja').post(address, anna))).status).toBe(503)
    expect(await guardians()).toEqual([])
  })
})

describe('from a described child to an agreed plan, by telephone', () => {
  beforeEach(() => world())

  it('goes through the same forms as for all others', async () => {
    const childId = await omarIsNew()
    const at = { childId }
    await as('maja').post(paths.family.guardians.to(at), anna)
    const talked = await as('maja').post(paths.family.talk.to(at), {
      [`knows-${id('anna')}`]: 'told',
      [`on-${id('anna')}`]: '2026-11-24',
      [`way-${id('anna')}`]: 'telephone',
    })
    expect(talked.status).toBe(303)
    expect((await as('maja').post(paths.wheel.start.to(at), { areas: ['home'] })).status).toBe(303)
    expect(
      (
        await as('maja').post(paths.wheel.analyse.to(at), {
          c1: 'no',
          c2: 'no',
          c3: 'yes',
          analysis: 'Omar behöver sova mer, och familjen vill ha hjälp.',
          reason: 'Flera behöver hjälpas åt.',
        })
      ).status,
    ).toBe(303)

    const unit = id('familjestod')
    const consentId = id('omars sheet')
    const asked = await as('maja').post(paths.sharing.ask.to(at), {
      submission: consentId,
      purpose: 'Vi vill hjälpas åt med kvällarna.',
      units: unit,
      [`areas-${unit}`]: ['home'],
      lastDay: '2027-05-24',
      childPart: 'heard',
    })
    expect([asked.status, await asked.text()]).toEqual([303, ''])
    const { id: signer } = await admin
      .selectFrom('consent_signer')
      .select('id')
      .where('person_id', '=', id('anna'))
      .executeTakeFirstOrThrow()
    const yes = await as('maja').post(paths.sharing.noteAnswer.to({ ...at, consentId }), {
      signer,
      way: 'telephone',
      answeredOn: '2026-11-24',
      seen: '0',
      [`answer-${unit}`]: 'yes',
      [`areas-${unit}`]: ['home'],
    })
    expect([yes.status, await yes.text()]).toEqual([303, ''])
    const let_in = await as('maja').post(paths.sharing.letIn.to({ ...at, consentId }), {
      unit,
      [`part-${unit}`]: 'whole',
      [`contact-${unit}`]: engagementOf('ali'),
    })
    expect(let_in.status).toBe(303)

    setClock(inHours(1))
    const started = await as('maja').post(paths.plan.start.to(at), {
      words: 'Jag vill sova gott.',
      what: 'Lugna kvällar',
      who: 'Mamma, med Ali',
      unit,
      when: 'Varje kväll',
      followUpOn: '2027-01-20',
    })
    expect([started.status, await started.text()]).toEqual([303, ''])
    const agreed = await as('maja').post(paths.plan.agree.to(at), { [`answer-${id('anna')}`]: 'agrees' })
    expect([agreed.status, await agreed.text()]).toEqual([303, ''])
    expect(
      await admin
        .selectFrom('agreement')
        .select(['person_id', 'answer', 'noted_by'])
        .where('person_id', 'is not', null)
        .execute(),
    ).toEqual([{ person_id: id('anna'), answer: 'agrees', noted_by: id('maja') }])
    expect(await (await as('ali').get(paths.plan.show.to(at))).text()).toContain('Lugna kvällar')
  })
})
