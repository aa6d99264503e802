import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { openMatter, protectPeople } from '#test/arrange.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  nils,
  noon,
  type Person,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const tell = async (who: Person, more: Record<string, string> = {}) => {
  const form = { sentence: 'Lisa somnar på lektionen efter <lunch>.', ...more }
  const to = 'who' in more ? paths.noticing.notice.to({}) : paths.noticing.noticeChild.to({ childId: lisa })
  expect((await as(who).post(to, form)).status).toBe(303)
  setClock(inHours(1))
  const { child_id: childId, item_id: itemId } = await admin
    .selectFrom('noticing')
    .select(['child_id', 'item_id'])
    .orderBy('sent_at', 'desc')
    .executeTakeFirstOrThrow()
  return { childId, itemId, address: paths.noticing.receive.to({ childId, itemId }) }
}
const described = () => tell('petra', { who: 'Lisa H, 8 år, Furuskolan' })

const matter = (childId: string) =>
  admin
    .selectFrom('matter')
    .select(['closed_at', 'outcome'])
    .where('child_id', '=', childId)
    .executeTakeFirst()
const handling = (itemId: string) =>
  admin
    .selectFrom('noticing_handling')
    .select(['opened_at', 'decision', 'decided_by', 'body'])
    .where('item_id', '=', itemId)
    .executeTakeFirstOrThrow()
const waiting = () =>
  admin
    .selectFrom('task')
    .select(['child_id', 'kind', 'due_on'])
    .where('done_at', 'is', null)
    .orderBy('kind')
    .execute()
const worksWith = (who: 'maja' | 'stig', childId: string) =>
  behindTheWalls(
    who,
    childId,
    async (trx) => (await trx.selectFrom('matter').select('id').execute()).length > 0,
  )

describe('the BBA function receives', () => {
  beforeEach(() => world())

  it('Maja reads what Petra told, and thanks: it is done, and nobody has to take over', async () => {
    const { address, itemId } = await tell('petra', { urgency: 'this_week', working: 'Hon ritar gärna.' })
    expect((await handling(itemId)).opened_at).toBeNull()
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('<h1>Lisa Holmgren</h1>')
    expect(page).toContain('Petra Ek, lärare, Furuskolan berättar.')
    expect(page).toContain('Lisa somnar på lektionen efter &lt;lunch&gt;.')
    expect(page).toContain('Hon ritar gärna.')
    expect(page).toContain('Tas bort efter 6 månader (förslag)')
    expect(page).not.toContain('Lägg till det som redan pågår')
    expect((await handling(itemId)).opened_at).toEqual(inHours(1))

    const answer = await as('maja').post(address, { decision: 'thanked' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/uppgifter'])
    expect(await matter(lisa)).toEqual({ closed_at: inHours(1), outcome: 'thanked' })
    expect(await waiting()).toEqual([])
    expect((await auditRows()).slice(1)).toEqual([
      ['maja', 'noticing.read', 'done', lisa],
      ['maja', 'noticing.decide', 'done', lisa],
    ])
    setClock(new Date('2026-11-30T12:00:00Z'))
    expect(await worksWith('stig', lisa)).toBe(false)
    expect(await (await as('maja').get(address)).text()).toContain('Tackade och avslutade. Maja Lindgren')
  })

  it('starts gathering: the talk with the family comes first, and waits for Maja', async () => {
    const { address } = await tell('petra')
    const answer = await as('maja').post(address, { decision: 'gathering' })
    expect(answer.headers.get('location')).toBe(paths.family.talk.to({ childId: lisa }))
    expect(await waiting()).toEqual([{ child_id: lisa, kind: 'talk_with_family', due_on: '2026-11-26' }])
    expect((await matter(lisa))?.closed_at).toBeNull()
    expect(await admin.selectFrom('plan_event').select('kind').execute()).toEqual([{ kind: 'noticed' }])
  })

  it('gives support in the own unit: straight to the form for it', async () => {
    const { address } = await tell('petra')
    const answer = await as('maja').post(address, { decision: 'own_support' })
    expect(answer.headers.get('location')).toBe(paths.support.start.to({ childId: lisa }))
    expect((await matter(lisa))?.closed_at).toBeNull()
    expect((await waiting()).map((task) => task.kind)).toEqual(['analyse'])
  })

  it('helps in ordinary work, and closes', async () => {
    const { address } = await tell('sara')
    expect(await (await as('maja').get(address)).text()).toContain('Sara Holmgren (mamma) berättar.')
    await as('maja').post(address, { decision: 'ordinary_help' })
    expect((await matter(lisa))?.outcome).toBe('ordinary_help')
  })

  it('sends it back with one line, which lies sealed', async () => {
    const { address, itemId } = await tell('petra')
    const without = await as('maja').post(address, { decision: 'sent_back' })
    expect(without.status).toBe(422)
    expect(await without.text()).toContain('<a href="#why">Skriv en rad')
    expect(await waiting()).toHaveLength(1)

    await as('maja').post(address, { decision: 'sent_back', why: 'Det var en annan Lisa i 3B' })
    expect((await matter(lisa))?.outcome).toBe('wrong_child')
    expect((await handling(itemId)).body?.includes('3B')).toBe(false)
    expect(await (await as('maja').get(address)).text()).toContain('Det var en annan Lisa i 3B')
  })

  it('what comes to something open can be added to it, and thanks do not end what is going on', async () => {
    await as('maja').post((await tell('petra')).address, { decision: 'gathering' })
    const second = await tell('petra')
    expect(await (await as('maja').get(second.address)).text()).toContain('Lägg till det som redan pågår')
    const answer = await as('maja').post(second.address, { decision: 'joined' })
    expect(answer.headers.get('location')).toBe(paths.child.to({ childId: lisa }))
    setClock(inHours(2))
    const third = await tell('petra')
    await as('maja').post(third.address, { decision: 'thanked' })
    expect((await matter(lisa))?.closed_at).toBeNull()
    expect((await waiting()).map((task) => task.kind)).toEqual(['talk_with_family'])
  })

  it('a protected colleague decided: that is said, and not who', async () => {
    const { address } = await tell('petra')
    await as('maja').post(address, { decision: 'thanked' })
    await protectPeople('maja')
    expect(await (await as('maja').get(address)).text()).toContain('Tackade och avslutade. Skyddad person, ')
  })

  it('two that are unread: thanks for one leave the other open', async () => {
    const first = await tell('petra')
    const second = await tell('petra')
    await as('maja').post(first.address, { decision: 'thanked' })
    expect((await matter(lisa))?.closed_at).toBeNull()
    setClock(inHours(2))
    await as('maja').post(second.address, { decision: 'thanked' })
    expect((await matter(lisa))?.outcome).toBe('thanked')
  })

  it('unread, it is Stig’s to decide from the third morning, and not before', async () => {
    const { address } = await tell('petra')
    setClock(new Date('2026-11-27T05:59:00Z'))
    expect((await as('stig').get(address)).status).toBe(404)
    expect((await as('stig').post(address, { decision: 'thanked' })).status).toBe(404)
    setClock(new Date('2026-11-27T06:01:00Z'))
    expect((await as('stig').get(address)).status).toBe(200)
    expect((await as('stig').post(address, { decision: 'gathering' })).status).toBe(303)
    const [task] = await admin
      .selectFrom('task')
      .select('engagement_id')
      .where('done_at', 'is', null)
      .execute()
    expect(task?.engagement_id).toBe(engagementOf('maja'))
  })

  it('Stig decided first: Maja’s choice is not saved, and she sees both', async () => {
    const { address } = await tell('petra')
    setClock(new Date('2026-11-27T07:00:00Z'))
    await as('stig').post(address, { decision: 'gathering' })
    const answer = await as('maja').post(address, { decision: 'sent_back', why: 'Inte vår Lisa' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain('Skicka tillbaka: Inte vår Lisa')
    expect(page).toContain('Började samla. Stig Åberg, fredag 27 november.')
    expect((await matter(lisa))?.closed_at).toBeNull()
  })

  it('sent twice, it is decided once', async () => {
    const { address } = await tell('petra')
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(address, { decision: 'gathering' })).status).toBe(303)
    expect(await waiting()).toHaveLength(1)
    expect(await admin.selectFrom('plan_event').select('id').execute()).toHaveLength(1)
  })

  it.each([
    ['about Lisa', {}],
    ['about a child that is only described', { who: 'Lisa H, 8 år, Furuskolan' }],
  ])('good news %s asks for no decision, and Maja is led to read it', async (_, about) => {
    const { address, childId, itemId } = await tell('petra', { goodNews: 'ja', ...about })
    const status = async () =>
      'who' in about ? '' : (await as('petra').get(paths.child.to({ childId }))).text()
    const before = await status()
    expect(await (await as('maja').get('/uppgifter')).text()).toContain('Läs något som fungerar bra')
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('Lisa somnar på lektionen')
    expect(page).toContain('En ljusglimt kräver inget beslut')
    expect(page).toContain('Tack, läst')
    expect(page).not.toContain('Vad gör du nu?')
    expect((await as('maja').post(address, { decision: 'gathering' })).status).toBe(409)

    const read = paths.noticing.goodNewsRead.to({ childId, itemId })
    for (let time = 0; time < 2; time++) {
      const answer = await as('maja').post(read)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/uppgifter'])
    }
    expect(await waiting()).toEqual([])
    expect((await handling(itemId)).opened_at).toEqual(inHours(1))
    expect(await (await as('maja').get(address)).text()).not.toContain('Tack, läst')
    expect(await status()).toBe(before)
    expect((await auditRows()).filter(([, act]) => act === 'noticing.read-good-news')).toHaveLength(2)
    setClock(new Date('2026-11-30T12:00:00Z'))
    expect((await as('stig').get(address)).status).toBe(404)
  })

  it('good news that nobody reads goes to Stig on the third morning; others learn nothing of it', async () => {
    const { address, childId, itemId } = await tell('petra', { goodNews: 'ja' })
    const read = paths.noticing.goodNewsRead.to({ childId, itemId })
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['petra', 'stig', 'sofia', 'eva', 'sara'] as const) {
      const answer = await as(who).post(read)
      expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    }
    expect(await waiting()).toHaveLength(1)
    setClock(new Date('2026-11-27T06:01:00Z'))
    expect(await (await as('stig').get('/uppgifter')).text()).toContain('Läs något som fungerar bra')
    expect((await as('stig').get(address)).status).toBe(200)
    expect((await as('stig').post(read)).status).toBe(303)
    expect(await waiting()).toEqual([])
  })

  it('what asks for a decision is not done by saying that it is read', async () => {
    const { childId, itemId } = await tell('petra')
    expect((await as('maja').post(paths.noticing.goodNewsRead.to({ childId, itemId }))).status).toBe(404)
    expect(await waiting()).toHaveLength(1)
  })

  it('a BBA in another unit carries Lisa already: Maja is told so when she tries to begin', async () => {
    const { address } = await tell('petra')
    const elsewhere = { secrecy_unit_id: id('wall bvc') }
    await admin.updateTable('matter').set(elsewhere).execute()
    await admin.updateTable('noticing_handling').set({ matter_id: null }).execute()
    const answer = await as('maja').post(address, { decision: 'gathering' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Någon annan är redan Barnets bästa-ansvarig')
    expect((await as('maja').post(address, { decision: 'thanked' })).status).toBe(303)
    expect((await matter(lisa))?.closed_at).toBeNull()
  })

  it('is hidden from everybody else', async () => {
    const { address, itemId } = await tell('sofia', { sharing: 'family_says_yes' })
    await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), { sentence: 'Mer.' })
    const missing = await (await as('eva').get('/ingenting')).text()
    const elsewhere = paths.noticing.receive.to({ childId: nils, itemId })
    for (const who of ['petra', 'stig', 'sofia', 'eva', 'sara', 'jonas', 'lisaSelf', 'karin'] as const)
      for (const there of [address, elsewhere])
        for (const answer of [await as(who).get(there), await as(who).post(there, { decision: 'thanked' })])
          expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await waiting()).toHaveLength(2)
  })

  it('decides nothing, and shows nothing, when the log cannot be written', async () => {
    const { address, itemId } = await tell('petra')
    for (const ask of [
      () => as('maja').get(address),
      () => as('maja').post(address, { decision: 'sent_back', why: 'Fel barn' }),
    ]) {
      const answer = await withoutAudit(ask)
      expect(answer.status).toBe(503)
      expect(await answer.text()).not.toContain('somnar')
    }
    expect(await handling(itemId)).toMatchObject({ opened_at: null, decision: null })
  })
})

describe('a child that is only described', () => {
  beforeEach(() => world())

  it('is Lisa, whom Maja knows: the noticing moves to her, and the described child ends', async () => {
    const { address, childId, itemId } = await described()
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('Lisa Holmgren')
    expect(page).toContain('8 år')
    expect(page).toContain('Lisa H, 8 år, Furuskolan')
    expect(page).not.toContain('Nils')

    for (let time = 0; time < 2; time++) {
      const answer = await as('maja').post(address, { child: lisa, decision: 'gathering' })
      expect(answer.headers.get('location')).toBe(paths.family.talk.to({ childId: lisa }))
    }
    expect((await matter(childId))?.outcome).toBe('merged')
    expect((await handling(itemId)).decision).toBe('matched')
    const gone = await admin.selectFrom('child').select('merged_into').where('id', '=', childId).execute()
    expect(gone).toEqual([{ merged_into: lisa }])

    const [moved] = await admin.selectFrom('noticing').selectAll().where('child_id', '=', lisa).execute()
    expect(moved).toMatchObject({ sender_id: id('maja'), on_behalf: true })
    const there = paths.noticing.receive.to({ childId: lisa, itemId: moved?.item_id ?? '' })
    const read = await (await as('maja').get(there)).text()
    expect(read).toContain('Lisa somnar på lektionen efter &lt;lunch&gt;.')
    expect(read).toContain('Petra Ek, lärare, Furuskolan')
    expect(await waiting()).toEqual([{ child_id: lisa, kind: 'talk_with_family', due_on: '2026-11-26' }])
    const lead = await admin
      .selectFrom('responsibility')
      .select('engagement_id')
      .where('child_id', '=', lisa)
      .execute()
    expect(lead).toEqual([{ engagement_id: engagementOf('maja') }])
  })

  it('names in the log the described child, and those proposed', async () => {
    const { address, childId } = await described()
    await as('maja').get(address)
    expect((await auditRows()).at(-1)).toEqual(['maja', 'noticing.read', 'done', childId])
    expect(await admin.selectFrom('audit_subject').select('child_id').execute()).toEqual([{ child_id: lisa }])
  })

  it('joins what is open for Lisa', async () => {
    await openMatter()
    await admin
      .insertInto('gathering')
      .values({
        child_id: lisa,
        id: id('gathering'),
        matter_id: id('lisas matter'),
        secrecy_unit_id: id('wall furuskolan'),
        areas: ['health'],
        started_at: noon,
        started_by: id('maja'),
      })
      .execute()
    const { address } = await described()
    const answer = await as('maja').post(address, { child: lisa, decision: 'joined' })
    expect(answer.headers.get('location')).toBe(paths.child.to({ childId: lisa }))
    const joined = await admin
      .selectFrom('noticing_handling')
      .select('matter_id')
      .where('child_id', '=', lisa)
      .execute()
    expect(joined).toEqual([{ matter_id: id('lisas matter') }])
  })

  it('with nothing open there is nothing to join, and nothing is saved', async () => {
    const { address, childId } = await described()
    const answer = await as('maja').post(address, { child: lisa, decision: 'joined' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Inget är öppet för barnet just nu')
    expect((await matter(childId))?.closed_at).toBeNull()
    expect(
      await admin.selectFrom('noticing').select('child_id').where('child_id', '=', lisa).execute(),
    ).toEqual([])
  })

  it('a child that Maja does not know cannot be chosen, and is never proposed', async () => {
    const { address } = await tell('petra', { who: 'Nils Ström, 9 år, Furuskolan' })
    expect(await (await as('maja').get(address)).text()).not.toContain(nils)
    const answer = await as('maja').post(address, { child: nils, decision: 'gathering' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('<a href="#child">Välj vilket barn')
    expect(await matter(nils)).toBeUndefined()
  })

  it('is found under another spelling', async () => {
    const { address } = await tell('petra', { who: 'Liza, 8 år, Furuskolan' })
    expect(await (await as('maja').get(address)).text()).not.toContain('Lisa Holmgren')
    const found = await as('maja').post(address, { search: 'ja', name: 'holmgren', decision: 'gathering' })
    const page = await found.text()
    expect(found.status).toBe(200)
    expect(page).toContain('Lisa Holmgren')
    expect(page).toContain('value="gathering" checked')
  })

  it('is new here, and gets a name', async () => {
    const { address, childId } = await tell('petra', { who: 'Ny kille, 7 år, Furuskolan' })
    const child = { child: 'new', givenName: 'Omar', familyName: 'Said', born: '2019-02-30' }
    const wrong = await as('maja').post(address, { ...child, decision: 'gathering' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('<a href="#born">Skriv när barnet är fött')
    const answer = await as('maja').post(address, { ...child, born: '2019-02-20', decision: 'gathering' })
    expect(answer.headers.get('location')).toBe(paths.family.talk.to({ childId }))
    const row = await admin
      .selectFrom('child')
      .select(['given_name', 'born_on', 'provisional'])
      .where('id', '=', childId)
      .executeTakeFirst()
    expect(row).toEqual({ given_name: 'Omar', born_on: '2019-02-20', provisional: false })
    expect((await as('maja').get(answer.headers.get('location') ?? '')).status).toBe(200)
  })

  it('must be somebody before anything begins', async () => {
    const { address } = await described()
    const answer = await as('maja').post(address, { decision: 'gathering' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('<a href="#child">Välj vilket barn')
  })

  it('is not ours, and goes back without a match', async () => {
    const { address, childId } = await described()
    const answer = await as('maja').post(address, { decision: 'sent_back', why: 'Går på en annan skola' })
    expect(answer.headers.get('location')).toBe('/uppgifter')
    expect((await matter(childId))?.outcome).toBe('wrong_child')
    expect(await matter(lisa)).toBeUndefined()
  })

  it('a question without a name is answered, and matched with nobody', async () => {
    const { address } = await tell('sofia', { sharing: 'without_name' })
    const page = await (await as('maja').get(address)).text()
    expect(page).toContain('En fråga utan namn')
    expect(page).not.toContain('Vilket barn är det?')
    expect(page).not.toContain('Lisa Holmgren')
    expect((await as('maja').post(address, { decision: 'gathering', child: lisa })).status).toBe(422)
    expect((await as('maja').post(address, { decision: 'thanked' })).status).toBe(303)
    expect(await matter(lisa)).toBeUndefined()
  })
})
