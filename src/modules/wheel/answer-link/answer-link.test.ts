import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasBox, openMatter, protectLisa, tellFamily } from '#test/arrange.ts'
import { ask, asked, itemId, linkOf, onRule, sends, there } from '#test/links.ts'
import { waitingTasks } from '#test/tasks.ts'
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

const at = { childId: lisa }
const take = paths.wheel.takeAnswer.to({ ...at, itemId })
const back = paths.wheel.endLink.to({ ...at, itemId })
const wheel = paths.wheel.show.to(at)
const said = { working: 'Hon <skrattar> mycket.', challenging: '' }
const unknown = paths.answerLink.answer.to({ code: 'ingen-har-den-har' })

const pageOf = async (who: Person | 'nobody', path: string) => (await as(who).get(path)).text()
const links = () => admin.selectFrom('answer_link').selectAll().execute()
const answers = () => admin.selectFrom('item').select('id').where('kind', '=', 'source_answer').execute()
const status = async (path: string) => (await as('nobody').get(path)).status

beforeEach(async () => {
  await world()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara', 'jonas')
})

describe('the coach has no login and is given a link', () => {
  it('reads the question, a first name and who reads the answer, and nothing else about Lisa', async () => {
    const page = await pageOf('nobody', await sends())
    for (const text of [
      'En fråga om Lisa',
      'Hur har hon det &lt;i laget&gt;?',
      'Maja Lindgren, rektor, Furuskolan frågar dig',
      'Läses av Maja Lindgren, rektor, Furuskolan, och de som arbetar med Lisa på Furuskolan',
      'Barnet och familjen kan också få läsa',
    ])
      expect(page).toContain(text)
    for (const text of ['Holmgren', 'Sara', 'Jonas', '2018', 'träffas varje vecka', 'Kalle', lisa, itemId])
      expect(page).not.toContain(text)
    expect(/<title>([^<]*)/.exec(page)?.[1]).toBe('En fråga till dig – Kronobarn')
    const answer = await as('nobody').get(await linkOf())
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow')
  })

  it('answers once: it is told that it came, and Maja that there is something to read', async () => {
    const link = await sends()
    const sent = await as('nobody').post(link, said)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/svarat'])
    expect(await pageOf('nobody', '/svarat')).toContain('Ditt svar har kommit fram')
    expect(await waitingTasks()).toEqual([
      { kind: 'question_answered', engagement_id: engagementOf('maja'), about_id: itemId },
    ])
    expect(await pageOf('maja', wheel)).toContain('Ett svar har kommit')
    expect(await pageOf('maja', wheel)).not.toContain('skrattar')
    for (const who of ['maja', 'petra'] as const)
      expect(await pageOf(who, there)).toContain('Hon &lt;skrattar&gt; mycket.')
    expect((await as('maja').post(take, { put: '' })).status).toBe(422)
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(take, { submission: id('taken'), put: 'wheel' })).status).toBe(303)
    const page = await pageOf('maja', wheel)
    expect([page.includes('Tränaren'), page.includes('Hon &lt;skrattar&gt; mycket.')]).toEqual([true, true])
    expect([await waitingTasks(), await answers()]).toEqual([[], [{ id: id('taken') }]])
    const statement = await admin
      .selectFrom('statement')
      .select(['voice', 'voice_adult_id', 'obtained'])
      .execute()
    expect(statement).toEqual([{ voice: 'important_adult', voice_adult_id: itemId, obtained: 'written' }])
  })

  it('and Maja, who wonders who it was, keeps the answer with the question', async () => {
    await as('nobody').post(await sends(), said)
    expect((await as('maja').post(take, { submission: id('taken'), put: 'apart' })).status).toBe(303)
    expect(await pageOf('maja', wheel)).not.toContain('skrattar')
    expect(await pageOf('maja', there)).toContain('Svaret står här och inte i hjulet')
    expect(await answers()).toEqual([{ id: id('taken') }])
  })

  it('or says that it cannot answer, and what it had typed is not kept', async () => {
    await as('nobody').post(await sends(), { ...said, answer: 'cannot_answer' })
    const page = await pageOf('maja', there)
    expect([page.includes('Kan inte svara.'), page.includes('skrattar')]).toEqual([true, false])
    expect((await as('maja').post(take, { put: 'apart' })).status).toBe(303)
    expect([await answers(), await waitingTasks()]).toEqual([[], []])
  })

  it('is given the form back when nothing is written, and the link still holds', async () => {
    const link = await sends()
    const empty = await as('nobody').post(link, { working: ' ' })
    expect([empty.status, (await empty.text()).includes('href="#working"')]).toEqual([422, true])
    expect((await as('nobody').post(link, said)).status).toBe(303)
  })

  it('is told no name when Maja did not choose it, and the paper says nothing to whoever finds it', async () => {
    const page = await pageOf('nobody', await sends({ named: '' }))
    expect([page.includes('En fråga om ett barn'), page.includes('Lisa')]).toEqual([true, false])
  })
})

describe('a link', () => {
  it('is not spent by whatever looks through mail', async () => {
    const link = await sends()
    for (let time = 0; time < 3; time++) expect(await status(link)).toBe(200)
    expect((await as('nobody').send(link, { method: 'HEAD' })).status).toBe(200)
    expect((await as('nobody').post(link, said)).status).toBe(303)
  })

  it('is gone when it is used, and looks like one that never was; what was written comes back', async () => {
    const link = await sends()
    await as('nobody').post(link, said)
    const never = await as('nobody').get(unknown)
    expect([never.status, await pageOf('nobody', link)]).toEqual([404, await never.text()])
    const again = await as('nobody').post(link, { working: 'En sak till <b>.' })
    const page = await again.text()
    expect([again.status, page.includes('En sak till &lt;b&gt;.')]).toEqual([404, true])
    expect(page).toContain('Har du nyss svarat har ditt svar kommit fram')
    expect(page).toBe(await (await as('nobody').post(unknown, { working: 'En sak till <b>.' })).text())
    expect(await waitingTasks()).toHaveLength(1)
  })

  it('sent by two at once takes one', async () => {
    const link = await sends()
    const sent = await Promise.all([1, 2, 3].map((n) => as('nobody').post(link, { working: `Svar ${n}` })))
    expect(sent.map((one) => one.status).sort()).toEqual([303, 404, 404])
    expect([await waitingTasks(), await links()]).toEqual([
      [expect.anything()],
      [expect.objectContaining({ letter: null, answer: expect.any(Buffer) })],
    ])
  })

  it.each([
    ['its day is over', async () => setClock(new Date('2026-12-01T23:00:00Z'))],
    ['Maja takes it back', async () => (await as('maja').post(back)).status],
    [
      'the answer came by telephone',
      () => as('maja').post(paths.wheel.byTelephone.to({ ...at, itemId }), { answer: 'cannot_answer' }),
    ],
    ['the matter is over', () => as('maja').post(paths.close.to(at), { closing: 'other' })],
    ['Lisa is protected', protectLisa],
    ['the key is destroyed', () => admin.deleteFrom('subject_key').where('subject_id', '=', lisa).execute()],
  ])('opens nothing when %s', async (_, happens) => {
    const link = await sends()
    expect(await status(link)).toBe(200)
    await happens()
    const never = await pageOf('nobody', unknown)
    const [opened, sent] = [await as('nobody').get(link), await as('nobody').post(link, said)]
    expect([opened.status, await opened.text(), sent.status]).toEqual([404, never, 404])
    expect((await links()).map(({ answer }) => answer)).toEqual([null])
  })

  it('holds to the last minute of its day', async () => {
    const link = await sends()
    setClock(new Date('2026-12-01T22:59:00Z'))
    expect(await status(link)).toBe(200)
  })

  it('that is opened again and again asks for a minute, and keeps what was written', async () => {
    const link = await sends()
    for (let time = 0; time < 20; time++) await as('nobody').get(link)
    const sent = await as('nobody').post(link, said)
    expect([sent.status, (await sent.text()).includes('Hon &lt;skrattar&gt; mycket.')]).toEqual([503, true])
    setClock(new Date(noon.getTime() + 61_000))
    expect((await as('nobody').post(link, said)).status).toBe(303)
  })

  it('leaves a row each time, of nobody; without the log it opens nothing and takes nothing', async () => {
    const link = await sends()
    const rows = (await auditRows()).length
    await as('nobody').get(link)
    await as('sara').get(unknown)
    await as('nobody').post(link, said)
    expect((await auditRows()).slice(rows).map(([who, act, outcome]) => [who, act, outcome])).toEqual([
      [undefined, 'answer-link.open', 'done'],
      [undefined, 'answer-link.open', 'not-found'],
      [undefined, 'answer-link.answer', 'done'],
    ])
    await world()
    await openMatter()
    const next = await sends()
    for (const answer of [
      await withoutAudit(() => as('nobody').get(next)),
      await withoutAudit(() => as('nobody').post(next, said)),
    ])
      expect([answer.status, (await answer.text()).includes('laget')]).toEqual([503, false])
    expect((await as('nobody').post(next, said)).status).toBe(303)
  })
})

describe('what lies in the database', () => {
  it('opens with nothing that lies there, and the answer with Lisa’s own key only', async () => {
    const link = await sends()
    await as('nobody').post(link, said)
    const [row] = await links()
    expect(JSON.stringify(row)).not.toContain(link.split('/').at(-1))
    const box = await lisasBox()
    for (const [column, bytes] of [['answer', row?.answer]] as const)
      expect(() =>
        box.open(
          { table: 'answer_link', column, row: itemId, version: 1 },
          bytes ?? Buffer.alloc(0),
          {} as never,
        ),
      ).toThrow()
  })

  it('is shown to nobody without a session, and one link opens no other', async () => {
    const link = await sends()
    for (const who of ['nobody', 'eva', 'ali', 'sofia', 'sara', 'lisaSelf'] as const)
      expect([
        who,
        await behindTheWalls(who, lisa, (trx) => trx.selectFrom('answer_link').select('item_id').execute()),
      ]).toEqual([who, []])
    const opened = behindTheWalls('nobody', undefined, (trx) =>
      sql`select * from open_answer_link(${'0'.repeat(64)})`.execute(trx),
    )
    expect((await opened).rows).toEqual([])
    await expect(
      behindTheWalls('maja', lisa, (trx) => sql`select code_hash from answer_link`.execute(trx)),
    ).rejects.toThrow(/permission denied/)
    expect(await status(link)).toBe(200)
  })

  it('says in the register that something was told to somebody outside, and why', async () => {
    await sends(onRule)
    const register = await admin
      .selectFrom('register_entry')
      .select(['kind', 'to_unit_id', 'legal_ground'])
      .execute()
    expect(register).toEqual([{ kind: 'link', to_unit_id: null, legal_ground: 'ej_men' }])
  })
})

describe('Maja asks', () => {
  it('and only she is shown the link: Petra, who works with Lisa too, may take it back', async () => {
    const link = await sends()
    const page = await pageOf('petra', there)
    expect(page).toContain('Bara Maja Lindgren, som gjorde den, ser den.')
    expect(page).not.toContain(link)
    expect((await as('petra').post(back)).status).toBe(303)
    expect((await as('nobody').get(link)).status).toBe(404)
  })

  it('and whoever reads the answer sees who had the link to give', async () => {
    await as('nobody').post(await sends(), said)
    expect(await pageOf('petra', there)).toMatch(/Länken gjordes av[^M]*Maja Lindgren/)
  })

  it.each([
    ['nobody is chosen', { voice: '' }, 'voice'],
    ['it is somebody who is not near Lisa', { voice: `adult:${id('a stranger')}` }, 'voice'],
    ['it is a unit', { voice: 'me' }, 'voice'],
    ['the adult has no name', { adultName: '' }, 'adultName'],
    ['nothing is asked', { question: ' ' }, 'question'],
    ['the day has been', { dueOn: '2026-11-23' }, 'dueOn'],
    ['the day is far away', { dueOn: '2026-12-25' }, 'dueOn'],
    ['it is not said who said yes', { yes: '' }, 'yes'],
    ['it is not said why', { why: '' }, 'why'],
    ['the three words are not confirmed', { confirmed: '' }, 'confirmed'],
    ['there is no ground', { ...onRule, ground: '' }, 'ground'],
    ['the ground is hidden under a rule', { ...onRule, ground: 'samtycke' }, 'ground'],
    ['a sentence is missing', { ...onRule, proportionate: '' }, 'proportionate'],
  ])('and is given the form back when %s', async (_, fault, field) => {
    const answer = await as('maja').post(ask, { ...asked, ...fault })
    expect([answer.status, (await answer.text()).includes(`href="#${field}"`)]).toEqual([422, true])
    expect(await links()).toEqual([])
  })

  it('twice, and it is once; somebody who is written down already is chosen by name', async () => {
    for (let time = 0; time < 2; time++) await sends()
    expect(await links()).toHaveLength(1)
    expect(await pageOf('maja', ask)).toContain('Tränaren (Kalle Boll)')
    const again = { ...asked, submission: id('another'), voice: `adult:${itemId}` }
    expect((await as('maja').post(ask, again)).status).toBe(303)
    expect(await admin.selectFrom('important_adult').select('id').execute()).toHaveLength(1)
  })

  it('only those who work with Lisa; and never about a child whose places are hidden', async () => {
    const missing = await pageOf('eva', '/ingenting')
    const link = await sends()
    await as('nobody').post(link, said)
    for (const who of ['ali', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
      for (const answer of [
        await as(who).get(ask),
        await as(who).post(ask, asked),
        await as(who).get(there),
        await as(who).post(take, { put: 'wheel' }),
        await as(who).post(back),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    await protectLisa()
    for (const answer of [await as('maja').get(ask), await as('maja').post(ask, asked)])
      expect(answer.status).toBe(404)
  })

  it('or writes down what the coach said on the telephone: it is his voice, and she wrote it', async () => {
    const add = paths.wheel.addStatement.to(at)
    await as('maja').post(paths.wheel.start.to(at), { areas: ['relationships'] })
    expect(await pageOf('maja', wheel)).toContain(`href="${add}?rost=new_adult"`)
    expect(await pageOf('maja', `${add}?rost=new_adult`)).toMatch(/<details[^>]* open/)
    const spoken = { submission: itemId, voice: 'new_adult', adultCalled: 'tränaren', adultName: 'Kalle' }
    const how = { area: 'relationships', working: 'Hon passar.', obtained: 'telephone', saidOn: '2026-11-20' }
    expect((await as('maja').post(add, { ...spoken, ...how })).status).toBe(303)
    const page = await pageOf('petra', paths.wheel.changeStatement.to({ ...at, itemId }))
    for (const text of ['Tränaren berättar', 'Skrivet av', 'Maja Lindgren', 'Telefon', '20 november'])
      expect(page).toContain(text)
  })

  it('an answer cannot be put in by somebody who knows no link', async () => {
    await sends()
    const tries = behindTheWalls('maja', lisa, (trx) =>
      sql`update answer_link set letter = null, ended_at = asked_at(), answer = 'x'`.execute(trx),
    )
    await expect(tries).rejects.toThrow(/permission denied/)
  })
})
