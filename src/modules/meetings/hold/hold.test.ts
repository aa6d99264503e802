import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, lisasBox, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId, partyOf } from '#test/arrange-meeting.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  noon,
  type Person,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = meetingAddress('hold')
const shown = meetingAddress('show')
const pageOf = async (who: Person, path = shown) => (await as(who).get(path)).text()
const notes = () => admin.selectFrom('meeting_note').select(['version', 'body']).orderBy('version').execute()
const openTasks = () =>
  admin
    .selectFrom('task')
    .select(['kind', 'engagement_id', 'due_on'])
    .where('done_at', 'is', null)
    .orderBy('kind')
    .execute()
const state = async () => (await admin.selectFrom('meeting').select('state').executeTakeFirst())?.state
const said = {
  version: '0',
  childsWords: 'Jag vill sova längre.',
  working: 'Frukosten <fungerar>.',
  what1: 'Bilder på morgonen',
  who1: 'lead',
  when1: 'från måndag',
  followUpOn: '2027-01-19',
  tellsWho: 'lead',
  tellsOn: '2026-12-08',
}
const toPlan = { ...said, outcome: 'plan' }

describe('a meeting is held', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['stig'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await joined('ali', 'familjestod', 'whole')
    await joined('ingrid', 'gaddan', 'own')
    await callMeeting({ units: [id('familjestod'), id('gaddan')] })
    await admin.deleteFrom('audit_event').execute()
    setClock(new Date('2026-12-08T13:35:00Z'))
  })

  it('on the day, writing is the next step, and the agenda opens with Lisa’s words', async () => {
    await statement('meeting', 'Jag vill cykla till skolan.')
    await statement('told', 'Det här får bara Petra veta.')
    expect(await pageOf('maja')).toContain('Anteckna på mötet')
    const page = await pageOf('maja', address)
    const [opening] = page.split('Det som var och en vill ta upp')
    expect(opening).toContain('Lisa först')
    expect(opening).toContain('Jag vill cykla till skolan.')
    expect(page).not.toContain('bara Petra')
    expect(await pageOf('ali')).not.toContain('cykla')
    await share('Jag vill cykla till skolan.', 'familjestod')
    expect(await pageOf('ali')).toContain('cykla')
  })

  it('Maja saves and goes on writing; nothing is decided yet', async () => {
    const saved = await as('maja').post(address, { ...said, act: 'save' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, address])
    expect(await state()).toBe('called')
    const page = await pageOf('maja', address)
    for (const text of [
      'Frukosten &lt;fungerar&gt;.',
      'Bilder på morgonen',
      'Sparat',
      'klockan 14.35 av Maja',
    ])
      expect(page).toContain(text)
    expect((await notes())[0]?.body.includes('Frukosten')).toBe(false)
  })

  it('they will work together: the plan is next, and somebody tells Lisa', async () => {
    const ended = await as('maja').post(address, {
      ...toPlan,
      tellsWho: (await partyOf('ali')).id,
      attended: [(await partyOf('sara')).id, (await partyOf('ali')).id],
    })
    expect([ended.status, ended.headers.get('location')]).toEqual([
      303,
      paths.plan.start.to({ childId: lisa }),
    ])
    expect(await auditRows()).toEqual([['maja', 'meeting.note', 'done', lisa]])
    expect(await state()).toBe('held')
    expect(await openTasks()).toEqual([
      { kind: 'write_plan', engagement_id: engagementOf('maja'), due_on: '2026-12-11' },
      { kind: 'tell_child', engagement_id: engagementOf('ali'), due_on: '2026-12-08' },
    ])
    expect([(await partyOf('sara')).attended, (await partyOf('jonas')).attended]).toEqual([true, false])
    const kinds = await admin.selectFrom('plan_event').select('kind').orderBy('at').execute()
    expect(kinds.map(({ kind }) => kind)).toEqual(['meeting_called', 'meeting_held'])
  })

  it('what they agreed on in the room is where the plan begins', async () => {
    await as('maja').post(address, {
      ...toPlan,
      what2: 'Följa med till bussen',
      who2: (await partyOf('sara')).id,
    })
    const page = await pageOf('maja', paths.plan.start.to({ childId: lisa }))
    expect(page).toMatch(/name="what"[^>]*value="Bilder på morgonen"|Bilder på morgonen<\/textarea>/)
    for (const text of ['value="Maja Lindgren"', 'value="2027-01-19"', 'Följa med till bussen', '(mamma)'])
      expect(page).toContain(text)
  })

  it('those who take part wholly read what was written; Ingrid does not', async () => {
    await as('maja').post(address, toPlan)
    for (const who of ['sara', 'jonas', 'lisaSelf', 'ali'] as const) {
      const page = await pageOf(who)
      for (const text of ['Jag vill sova längre.', 'Bilder på morgonen', 'Maja Lindgren, tisdag 8 december'])
        expect(page).toContain(text)
    }
    const ingrid = await pageOf('ingrid')
    expect(ingrid).toContain('Vi sågs')
    expect(ingrid).not.toMatch(/sova|Bilder/)
    for (const [who, seen] of [
      ['ingrid', 0],
      ['sofia', 0],
      ['ali', 1],
    ] as const)
      expect(
        await behindTheWalls(who, lisa, (trx) => trx.selectFrom('meeting_note').select('version').execute()),
      ).toHaveLength(seen)
  })

  it('what is barred for Jonas stays so', async () => {
    await bar('jonas', meetingId)
    await as('maja').post(address, toPlan)
    expect((await as('jonas').get(shown)).status).toBe(404)
    expect(
      await behindTheWalls('jonas', lisa, (trx) =>
        trx.selectFrom('meeting_note').select('version').execute(),
      ),
    ).toEqual([])
    expect(await pageOf('sara')).toContain('Jag vill sova längre.')
  })

  it.each([
    ['own_support', paths.support.start],
    ['close', paths.close],
  ] as const)('they will not: a reason, and then %s', async (outcome, next) => {
    const without = await as('maja').post(address, { ...said, outcome })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('<a href="#reason">Skriv med en mening varför')
    expect(await state()).toBe('called')
    const ended = await as('maja').post(address, { ...said, outcome, reason: 'Skolan räcker till.' })
    expect(ended.headers.get('location')).toBe(next.to({ childId: lisa }))
    expect((await openTasks()).map(({ kind }) => kind)).toEqual(['tell_child'])
    expect(await pageOf('sara')).toContain('Skolan räcker till.')
  })

  it('Stig saved meanwhile: Maja sees both, and nothing is lost', async () => {
    await as('stig').post(address, { version: '0', working: 'Stigs text', act: 'save' })
    const late = await as('maja').post(address, { ...toPlan, working: 'Majas text' })
    const page = await late.text()
    expect(late.status).toBe(409)
    for (const text of ['Någon annan hann spara före dig', 'Stigs text', 'Majas text'])
      expect(page).toContain(text)
    expect([await state(), (await notes()).length]).toEqual(['called', 1])
    expect((await as('maja').post(address, { ...toPlan, version: '1', working: 'Båda' })).status).toBe(303)
    expect((await notes()).map(({ version }) => version)).toEqual([1, 2])
  })

  it('sent twice, it is one', async () => {
    for (let time = 0; time < 2; time++) expect((await as('maja').post(address, toPlan)).status).toBe(303)
    expect(await notes()).toHaveLength(1)
    expect(await openTasks()).toHaveLength(2)
    expect(await admin.selectFrom('plan_event').select('id').execute()).toHaveLength(2)
  })

  it('afterwards the notes can be made better, but not what was decided', async () => {
    await as('maja').post(address, toPlan)
    const better = { ...said, version: '1', working: 'Frukosten och bussen.', outcome: 'close', act: 'save' }
    const saved = await as('maja').post(address, better)
    expect(saved.headers.get('location')).toBe(shown)
    const page = await pageOf('sara')
    expect(page).toContain('Frukosten och bussen.')
    expect(page).toContain('Vi börjar samverka')
    expect(await openTasks()).toHaveLength(2)
  })

  it.each([
    ['nothing is chosen', {}, 'outcome', 'Välj vad ni kom fram till'],
    ['the day does not exist', { outcome: 'plan', followUpOn: '2027-02-30' }, 'followUpOn', 'Skriv en dag'],
    ['a line is too long', { outcome: 'plan', what2: 'å'.repeat(301) }, 'what2', 'Skriv högst 300 tecken'],
  ])('gives the form back when %s', async (_, fault, field, message) => {
    const answer = await as('maja').post(address, { ...said, ...fault })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain(`<a href="#${field}">${message}`)
    for (const text of ['Jag vill sova längre.', 'Frukosten &lt;fungerar&gt;.', 'Bilder på morgonen'])
      expect(page).toContain(text)
    expect(await notes()).toEqual([])
  })

  it('is hidden from everybody who does not carry the matter', async () => {
    const missing = await pageOf('eva', '/ingenting')
    for (const who of ['eva', 'petra', 'sofia', 'ali', 'ingrid', 'sara', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(address), await as(who).post(address, toPlan)])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await notes()).toEqual([])
  })

  it('saves nothing when the log cannot be written', async () => {
    const lost = await withoutAudit(() => as('maja').post(address, toPlan))
    expect([lost.status, await state(), await notes()]).toEqual([503, 'called', []])
    expect(await lost.text()).toContain('Jag vill sova längre.')
  })
})

/** Lisa has said something, to be read as she chose. */
async function statement(readers: 'meeting' | 'told', working: string) {
  const item = id(working)
  await admin
    .insertInto('item')
    .values({
      child_id: lisa,
      id: item,
      kind: 'statement',
      matter_id: lisasMatter,
      secrecy_unit_id: id('wall furuskolan'),
      readers,
      author_id: id('petra'),
      author_engagement_id: engagementOf('petra'),
      made_at: noon,
    })
    .execute()
  const place = { table: 'item_version', column: 'body', row: item, version: 1 }
  await admin
    .insertInto('item_version')
    .values({
      child_id: lisa,
      item_id: item,
      version: 1,
      body: (await lisasBox()).seal(place, { working }),
      written_by: id('petra'),
      written_at: noon,
    })
    .execute()
  await admin
    .insertInto('statement')
    .values({
      child_id: lisa,
      item_id: item,
      matter_id: lisasMatter,
      area: 'learning',
      voice: 'child',
      has_working: true,
      has_challenging: false,
      wording: 'test',
      said_on: '2026-11-24',
    })
    .execute()
}

async function share(working: string, unit: string) {
  await admin
    .insertInto('access_grant')
    .values({
      child_id: lisa,
      id: id(`grant of ${working}`),
      kind: 'item_version',
      item_id: id(working),
      item_version: 1,
      from_secrecy_unit_id: id('wall furuskolan'),
      to_unit_id: id(unit),
      legal_ground: 'samtycke',
      consent_id: id(`consent for ${unit}`),
      decided_by: id('maja'),
      decided_at: noon,
      valid_to: new Date('2027-02-01T11:00:00Z'),
    })
    .execute()
}
