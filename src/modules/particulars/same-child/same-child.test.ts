import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { markAsProtected, openMatter } from '#test/arrange.ts'
import { asOwner } from '#test/turning-keys.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  nils,
  noon,
  world,
} from '#test/world.ts'

// Somebody noticed "Lisa Holmgrens" before anybody knew that she was Lisa Holmgren: there are two pages about her.

const twice = id('lisa once more')
const matter = id('the matter once more')
const form = paths.particulars.sameChild.to({ childId: twice })
const why = 'Pappa har visat hennes pass.'
const propose = (more: Record<string, string> = {}) =>
  as('maja').post(form, { submission: id('proposal'), sameAs: lisa, why, ...more })
const answer = (who: 'maja' | 'stig' | 'petra' | 'sofia', yes: 'yes' | 'no') =>
  as(who).post(paths.particulars.answerSame.to({ childId: twice, proposalId: id('proposal') }), {
    answer: yes,
  })
const record = () => admin.selectFrom('child').selectAll().where('id', '=', twice).executeTakeFirstOrThrow()
const textOf = async (who: 'maja' | 'stig' | 'petra' | 'sara', path: string) =>
  (await as(who).get(path)).text()

async function onceMore() {
  await admin
    .insertInto('child')
    .values({ id: twice, given_name: 'Lisa', family_name: 'Holmgrens', born_on: '2018-03-14', made_at: noon })
    .execute()
  await deps.vault.newBox(admin, twice)
  await admin.transaction().execute(async (trx) => {
    await trx
      .insertInto('matter')
      .values({ child_id: twice, id: matter, secrecy_unit_id: id('wall furuskolan'), opened_at: inHours(-5) })
      .execute()
    await trx
      .insertInto('responsibility')
      .values({
        child_id: twice,
        id: id('BBA once more'),
        matter_id: matter,
        kind: 'best_interests_lead',
        unit_id: id('furuskolan'),
        engagement_id: engagementOf('maja'),
        during: `[${inHours(-5).toISOString()},)`,
      })
      .execute()
  })
  await admin
    .insertInto('child_placement')
    .values({
      child_id: twice,
      id: id('school once more'),
      unit_id: id('furuskolan'),
      valid_from: '2026-11-01',
    })
    .execute()
  for (const who of ['maja', 'stig'] as const) await assign(who, twice, 'work')
  await assign('petra', twice, 'ordinary')
}

/** Petra has noticed something there, Maja has read it, and writes down what Petra says. */
async function somethingIsSaid() {
  await as('petra').post(paths.noticing.noticeChild.to({ childId: twice }), {
    sentence: 'Lisa sitter ensam på rasten.',
  })
  const { item_id: itemId } = await admin
    .selectFrom('noticing')
    .select('item_id')
    .where('child_id', '=', twice)
    .executeTakeFirstOrThrow()
  await as('maja').post(paths.noticing.receive.to({ childId: twice, itemId }), { decision: 'gathering' })
  await as('maja').post(paths.wheel.addStatement.to({ childId: twice }), {
    area: 'relationships',
    voice: 'me',
    working: 'Hon ler när Petra kommer.',
  })
}

describe('two pages about Lisa', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['stig'] })
    await onceMore()
    await somethingIsSaid()
  })

  it('Maja says so, Stig agrees: it goes on at one of them, with all that was noticed and said', async () => {
    expect(await textOf('maja', form)).toContain('Lisa Holmgren')
    expect((await propose()).status).toBe(303)
    expect((await record()).merged_into).toBeNull()
    expect(await textOf('maja', form)).toContain('En kollega som arbetar med båda behöver också titta.')
    expect(await textOf('stig', paths.tasks.to({}))).toContain('Titta på om två sidor gäller samma barn')
    expect(await textOf('stig', form)).toContain(why)
    const agreed = await answer('stig', 'yes')
    expect([agreed.status, agreed.headers.get('location')]).toEqual([303, paths.child.to({ childId: lisa })])
    expect(await record()).toMatchObject({
      merged_into: lisa,
      provisional: true,
      given_name: null,
      born_on: null,
    })
    expect(await textOf('maja', paths.wheel.show.to({ childId: lisa }))).toContain(
      'Hon ler när Petra kommer.',
    )
    const told = await admin
      .selectFrom('noticing')
      .innerJoin('noticing_handling as h', 'h.item_id', 'noticing.item_id')
      .select('h.decision')
      .where('noticing.child_id', '=', lisa)
      .execute()
    expect(told).toEqual([{ decision: 'joined' }])
    const ended = await admin.selectFrom('matter').select('outcome').where('child_id', '=', twice).execute()
    expect(ended).toEqual([{ outcome: 'merged' }])
    const looked = await admin
      .selectFrom('task')
      .select('done_by')
      .where('kind', '=', 'look_at_same_child')
      .execute()
    expect(looked).toEqual([{ done_by: id('stig') }])
    expect((await answer('stig', 'yes')).status).toBe(303)
  })

  it('what was written stays where it was, for those who could read it; the pages lead to each other', async () => {
    await propose()
    await answer('stig', 'yes')
    const old = paths.child.to({ childId: twice })
    expect(await textOf('maja', old)).toContain('Fortsätt på barnets sida')
    expect(await textOf('maja', paths.wheel.show.to({ childId: twice }))).toContain(
      'Hon ler när Petra kommer.',
    )
    expect(await textOf('maja', paths.child.to({ childId: lisa }))).toContain(old)
    expect(await textOf('petra', paths.child.to({ childId: lisa }))).not.toContain(old)
    expect((await as('sofia').get(old)).status).toBe(404)
    expect(await textOf('maja', paths.children.to({}))).not.toContain('Holmgrens')
  })

  it('one person is not enough, and a no leaves two children', async () => {
    for (const { status } of [await propose(), await propose()]) expect(status).toBe(303)
    expect((await answer('maja', 'yes')).status).toBe(404)
    expect((await propose({ submission: id('another') })).status).toBe(409)
    expect((await answer('stig', 'no')).status).toBe(303)
    expect(await record()).toMatchObject({ merged_into: null, given_name: 'Lisa' })
    expect(
      await admin.selectFrom('statement').select('item_id').where('child_id', '=', lisa).execute(),
    ).toEqual([])
    // What may not be asked from outside a proposal: whether two children could be one.
    const said = await behindTheWalls('maja', undefined, (trx) =>
      sql<{ how: string }>`select why_not_same(${twice}, ${lisa}) as how`
        .execute(trx)
        .catch(() => 'not to be asked'),
    ).catch(() => 'not to be asked')
    expect(said).toBe('not to be asked')
  })

  it('one thing waits at a time, whichever page it begins on; and whoever cannot see the other may take it back', async () => {
    await propose()
    const crosswise = await as('maja').post(paths.particulars.sameChild.to({ childId: lisa }), {
      sameAs: twice,
      why,
    })
    expect([
      crosswise.status,
      (await crosswise.text()).includes('Ett annat förslag väntar på svar.'),
    ]).toEqual([422, true])
    await admin.updateTable('assignment').set({ valid_to: noon }).where('child_id', '=', lisa).execute()
    const text = await textOf('maja', form)
    expect([text.includes('Ett förslag väntar'), text.includes('Holmgren?'), text.includes(why)]).toEqual([
      true,
      false,
      false,
    ])
    expect([(await answer('stig', 'yes')).status, (await answer('maja', 'no')).status]).toEqual([422, 303])
    expect(await record()).toMatchObject({ merged_into: null })
  })

  it('nobody else sees or says anything, and both pages are in the log', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'sofia', 'eva', 'sara'] as const) {
      const [seen, sent] = [await as(who).get(form), await as(who).post(form, { sameAs: lisa, why })]
      expect([who, seen.status, await seen.text(), sent.status]).toEqual([who, 404, missing, 404])
    }
    await propose()
    for (const who of ['petra', 'sofia'] as const)
      expect([who, (await answer(who, 'yes')).status]).toEqual([who, 404])
    await answer('stig', 'yes')
    expect((await auditRows()).at(-1)).toEqual(['stig', 'particulars.answer-same-child', 'done', twice])
    const shown = await admin.selectFrom('audit_subject').select('child_id').execute()
    expect(shown.map(({ child_id }) => child_id)).toContain(lisa)
  })

  it('only children whom Maja works with are there to choose: of one with the same name elsewhere nothing is said', async () => {
    await admin
      .updateTable('child')
      .set({ given_name: 'Lisa', family_name: 'Holmgren' })
      .where('id', '=', nils)
      .execute()
    const text = await textOf('maja', form)
    expect([text.includes(nils), text.includes(lisa)]).toEqual([false, true])
    const [theirs, nobodys] = [
      await propose({ sameAs: nils }),
      await propose({ sameAs: id('nobody at all') }),
    ]
    expect([theirs.status, nobodys.status]).toEqual([422, 422])
    expect((await propose({ why: '' })).status).toBe(422)
  })

  it.each([
    ['the family has been told there', 'Familjen är med på den här sidan', told],
    [
      'somebody else takes part there',
      'Någon annan verksamhet är med',
      () => assign('sofia', twice, 'ordinary'),
    ],
    ['something lies unread', 'Något väntar på att läsas', unread],
    ['somebody asks for another BBA there', 'Något väntar på att läsas', asksForAnother],
    ['somebody outside has been asked and has not answered', 'Något väntar på att läsas', asksTheCoach],
    ['somebody is to come near nothing of it there', 'Ni har redan valt väg här', setAside],
    ['it has a number that the other has not', 'ett nummer som den andra saknar', number],
    ['nothing goes on at the other', 'Inget pågår på den andra sidan', closed],
    ['the register names another guardian', 'De har inte samma vårdnadshavare', guardian],
  ])('not when %s: it is said what to do', async (_, words, arrange) => {
    await arrange()
    const refused = await propose()
    const text = await refused.text()
    expect([refused.status, text.includes(words), text.includes(why)]).toEqual([422, true, true])
  })

  it('never when one of them is protected, also when that comes between', async () => {
    await propose()
    await markAsProtected()
    const refused = await answer('stig', 'yes')
    expect([refused.status, (await refused.text()).includes('skyddade personuppgifter')]).toEqual([422, true])
    expect(await record()).toMatchObject({ merged_into: null, given_name: 'Lisa' })
    expect(
      await admin.selectFrom('statement').select('item_id').where('child_id', '=', lisa).execute(),
    ).toEqual([])
  })

  it('one that becomes protected afterwards takes the other with it', async () => {
    await propose()
    await answer('stig', 'yes')
    await markAsProtected()
    const { rows } = await sql<{ hidden: boolean }>`select is_hidden(${twice}) as hidden`.execute(admin)
    expect(rows).toEqual([{ hidden: true }])
    const left = await admin
      .selectFrom('child_placement')
      .select('id')
      .where('child_id', 'in', [lisa, twice])
      .execute()
    expect(left).toEqual([])
  })

  it('a new identity forgets that they were one', async () => {
    await propose()
    await answer('stig', 'yes')
    const owner = await asOwner()
    await owner`select close_identity(${lisa}, ${noon.toISOString()}::timestamptz)`
    expect(await admin.selectFrom('same_child').select('id').execute()).toEqual([])
  })
})

const told = () =>
  admin
    .insertInto('family_talk')
    .values({
      child_id: twice,
      id: id('talk'),
      matter_id: matter,
      person_id: id('sara'),
      is_child: false,
      told_on: '2026-11-23',
      way: 'meeting',
      noted_by: id('maja'),
      noted_at: noon,
    })
    .execute()
const unread = () =>
  as('petra').post(paths.noticing.noticeChild.to({ childId: twice }), { sentence: 'En sak till.' })
const asksForAnother = () =>
  as('petra').post(paths.lead.ask.to({ childId: twice }), { why: 'Hon känner familjen.' })
const asksTheCoach = () =>
  as('maja').post(paths.wheel.askAdult.to({ childId: twice }), {
    ...{ voice: 'new_adult', adultCalled: 'tränaren', adultName: 'Kalle', area: 'relationships' },
    ...{ question: 'Hur mår hon hos er?', dueOn: '2026-12-01', basis: 'consent', yes: 'Mamma sa ja.' },
    ...{ why: 'Hon trivs där.', confirmed: 'ja' },
  })
async function setAside() {
  const tenure = id('BBA once more')
  await sql`insert into lead_choice values (${twice}, ${tenure}, ${id('furuskolan')}, 'x', ${id('stig')}, ${noon},
    ${id('petra')})`.execute(admin)
}
const number = () =>
  as('maja').post(paths.particulars.show.to({ childId: twice }), {
    kind: 'person',
    number: '20170101-2393',
    source: 'paper',
  })
const closed = () => as('maja').post(paths.close.to({ childId: lisa }), { closing: 'other' })
const guardian = () =>
  admin
    .insertInto('guardianship')
    .values({
      child_id: twice,
      person_id: id('karin'),
      called: 'mamma',
      source: 'folkbokföringen',
      checked_at: noon,
      valid_from: '2018-03-14',
    })
    .execute()
