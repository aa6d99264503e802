import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { askAli, asks, offersTime, question } from '#test/consultations.ts'
import { lisasNumber } from '#test/reviewers.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const unit = paths.directory.unit.to({ unitId: id('familjestod') })
const tasks = paths.tasks.to({})
const list = paths.consultation.list.to({})
const answerText = 'Börja med frukost tillsammans, och korta dagar.'
const textOf = async (who: Parameters<typeof as>[0], path: string) => (await as(who).get(path)).text()
const threads = () => admin.selectFrom('consultation').selectAll().execute()
const messages = () => admin.selectFrom('consultation_message').selectAll().execute()

describe('Petra asks the family support, with no child named', () => {
  beforeEach(() => world())

  it('from the unit’s page; Ali answers, Petra reads it and closes, and each reading leaves its row', async () => {
    expect(await textOf('petra', unit)).toContain(`href="${askAli}"`)
    expect(await textOf('petra', askAli)).toContain('Läses av dem som tar emot på Familjestöd Alvesta')
    const { thread } = await asks('petra')
    expect(await textOf('petra', thread)).toContain(question)
    expect(await textOf('petra', tasks)).not.toContain('En fråga utan namn')

    setClock(inHours(1))
    const waiting = await textOf('ali', tasks)
    expect(waiting).toContain('En fråga utan namn')
    expect(waiting).toContain('Furuskolan undrar något')
    expect(waiting).toContain(`href="${thread}"`)
    const read = await textOf('ali', thread)
    expect(read).toContain(question)
    expect(read).toContain('Lärare, Furuskolan')
    expect(read).not.toContain('Petra')
    expect((await as('ali').post(thread, { words: answerText })).headers.get('location')).toBe(thread)
    expect(await textOf('ali', tasks)).not.toContain('undrar något')

    setClock(inHours(2))
    expect(await textOf('petra', tasks)).toContain('Familjestöd Alvesta har svarat')
    expect(await textOf('petra', thread)).toContain(answerText)
    expect((await as('petra').post(`${thread}/stang`)).status).toBe(303)
    expect(await textOf('petra', tasks)).not.toContain('har svarat')
    expect(await textOf('ali', thread)).toContain('Frågan är stängd')
    expect((await auditRows()).map(([who, act]) => `${who} ${act}`)).toEqual([
      'petra directory.show',
      'petra consultation.open-ask',
      'petra consultation.ask',
      'petra consultation.show',
      'petra tasks.list',
      'ali tasks.list',
      'ali consultation.show',
      'ali consultation.write',
      'ali tasks.list',
      'petra tasks.list',
      'petra consultation.show',
      'petra consultation.close',
      'petra tasks.list',
      'ali consultation.show',
    ])
    const rows = await admin.selectFrom('audit_event').select(['act', 'object_id']).execute()
    for (const { act, object_id } of rows.filter(({ act }) => act === 'consultation.show'))
      expect([act, object_id]).toEqual([act, thread.split('/').at(-1)])
  })

  it('Maja and Stig who answer for the school see it too; nobody else, in the school or outside, and it looks like nothing', async () => {
    const { thread } = await asks('maja')
    const missing = await textOf('maja', '/ingenting')
    for (const who of ['maja', 'stig', 'ali'] as const) {
      expect([who, (await as(who).get(thread)).status]).toEqual([who, 200])
      expect([who, (await textOf(who, list)).includes(thread)]).toEqual([who, true])
    }
    for (const who of ['petra', 'eva', 'sofia', 'ingrid', 'sara', 'lisaSelf'] as const) {
      for (const answer of [
        await as(who).get(thread),
        await as(who).post(thread, { words: 'Hej' }),
        await as(who).post(`${thread}/stang`),
        await as(who).post(`${thread}/ge-tillbaka`),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      if (who !== 'sara' && who !== 'lisaSelf') expect(await textOf(who, list)).not.toContain(thread)
    }
    for (const who of ['sara', 'lisaSelf'] as const)
      for (const path of [askAli, list])
        expect([who, path, (await as(who).get(path)).status]).toEqual([who, path, 404])
    expect((await as('nobody').get(thread)).status).toBe(303)
    expect(await messages()).toHaveLength(1)
    expect((await as('ali').post(`${thread}/stang`)).status).toBe(404)
  })

  it('nobody asks their own unit, or one that is not there', async () => {
    expect((await as('ali').get(askAli)).status).toBe(404)
    expect((await as('ali').post(askAli, { words: question })).status).toBe(404)
    expect(await textOf('ali', unit)).not.toContain(askAli)
    expect((await as('petra').get(paths.consultation.ask.to({ unitId: id('none') }))).status).toBe(404)
  })

  it('sent twice it is one; with other words it is another, and the same goes for an answer', async () => {
    const submission = deps.newId()
    const [one, two] = [await asks('petra', { submission }), await asks('petra', { submission })]
    expect(one.thread).toBe(two.thread)
    const both = await Promise.all([1, 2].map(() => asks('petra', { submission: id('at once') })))
    expect(both[0]?.thread).toBe(both[1]?.thread)
    expect(await threads()).toHaveLength(2)
    const other = await asks('petra', { submission, words: 'Något helt annat.' })
    expect(other.thread).not.toBe(one.thread)
    expect(await threads()).toHaveLength(3)
    const reply = { submission: deps.newId(), words: answerText }
    for (const _ of [1, 2]) expect((await as('ali').post(one.thread, reply)).status).toBe(303)
    expect(await messages()).toHaveLength(4)
    await as('ali').post(one.thread, { ...reply, words: 'Och en sak till.' })
    expect(await messages()).toHaveLength(5)
  })

  it('the id of a question that somebody else has asked is no way in', async () => {
    const { consultationId } = await asks('maja')
    const mine = await asks('petra', { submission: consultationId, words: 'Släpp in mig.' })
    expect(mine.consultationId).not.toBe(consultationId)
    expect(await textOf('ali', paths.consultation.show.to({ consultationId }))).not.toContain('Släpp in mig')
  })

  it.each([
    ['words', '', 'Skriv din fråga'],
    ['words', `Det gäller ${lisasNumber}`, 'Ta bort personnumret'],
    ['words', 'Lisa vill inte gå till skolan.', 'Här står ett namn'],
    ['words', 'Lisas mamma undrar.', 'Här står ett namn'],
    ['words', 'L\u200bisa vill inte.', 'Här står ett namn'],
    ['sure', 'vår lisa är trött', 'Något kan visa vem barnet är'],
    ['sure', 'Mamman heter Holmgren.', 'Något kan visa vem barnet är'],
    ['sure', 'Ring mig på 070-174 06 12.', 'Något kan visa vem barnet är'],
    ['sure', 'Familjen bor på Storgatan 4.', 'Något kan visa vem barnet är'],
    ['sure', 'En pojke född 2018-03-14.', 'Något kan visa vem barnet är'],
  ])('%s: "%s" comes back, with what was written', async (field, words, says) => {
    for (const send of [() => as('petra').post(askAli, { words: `${words}${words && ' Och mer text.'}` })]) {
      const answer = await send()
      const page = await answer.text()
      expect([answer.status, page.includes(says)]).toEqual([422, true])
      if (words) expect(page).toContain('Och mer text.')
      expect(page).toContain(`href="#${field}"`)
    }
    expect(await threads()).toHaveLength(0)
  })

  it('what only may show it goes when she has looked once more; a name and a number never do', async () => {
    const sure = { sure: 'ja' }
    expect((await as('petra').post(askAli, { words: 'Ring mig på 070-174 06 12.', ...sure })).status).toBe(
      303,
    )
    for (const words of ['Lisa är trött.', lisasNumber])
      expect((await as('petra').post(askAli, { words, ...sure })).status).toBe(422)
    // Nils goes to another school: Petra knows of no Nils, and cannot be told of one.
    expect((await as('petra').post(askAli, { words: 'Nils är trött.' })).status).toBe(303)
    expect((await as('eva').post(askAli, { words: 'Nils är trött.' })).status).toBe(422)
  })

  it('the one who answers is held to the same', async () => {
    const { thread } = await asks('petra')
    const answer = await as('ali').post(thread, { words: `Är det ${lisasNumber}?` })
    expect([answer.status, (await answer.text()).includes('Är det')]).toEqual([422, true])
    expect(await messages()).toHaveLength(1)
  })

  it('a closed question takes no more, and gives back what was written meanwhile', async () => {
    const { thread } = await asks('petra')
    await as('petra').post(`${thread}/stang`)
    const late = await as('ali').post(thread, { words: answerText })
    expect([late.status, (await late.text()).includes(answerText)]).toEqual([409, true])
    expect(await messages()).toHaveLength(1)
    expect((await as('petra').post(`${thread}/stang`)).status).toBe(303)
  })

  it('where nobody answers it says so, and keeps the text', async () => {
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-01' })
      .where('id', '=', engagementOf('ali'))
      .execute()
    expect(await textOf('petra', askAli)).toContain('Ring dem i stället')
    expect((await as('petra').post(askAli, { words: question })).status).toBe(422)
  })

  it('when Petra has left, the answer waits for Maja; Petra herself sees nothing', async () => {
    const { thread } = await asks('petra')
    setClock(inHours(1))
    await as('ali').post(thread, { words: answerText })
    expect(await textOf('maja', tasks)).not.toContain('har svarat')
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-11-01' })
      .where('id', '=', engagementOf('petra'))
      .execute()
    expect(await textOf('maja', tasks)).toContain('har svarat')
    expect((await as('petra').get(thread)).status).not.toBe(200)
  })

  it('shows nothing when the log cannot be written', async () => {
    const { thread } = await asks('petra')
    const answer = await withoutAudit(() => as('ali').get(thread))
    expect([answer.status, (await answer.text()).includes(question)]).toEqual([503, false])
  })

  it('the database itself keeps it to the two, sealed, and takes no word from anybody else', async () => {
    const { consultationId } = await asks('maja')
    const seen = (who: Parameters<typeof behindTheWalls>[0]) =>
      behindTheWalls(who, undefined, async (trx) => [
        (await trx.selectFrom('consultation').select('id').execute()).length,
        (await trx.selectFrom('consultation_message').select('id').execute()).length,
        (
          await trx
            .selectFrom('subject_key')
            .select('subject_id')
            .where('subject_id', '=', consultationId)
            .execute()
        ).length,
      ])
    for (const who of ['maja', 'stig', 'ali'] as const)
      expect([who, await seen(who)]).toEqual([who, [1, 1, 1]])
    for (const who of ['petra', 'eva', 'sara', 'nobody'] as const)
      expect([who, await seen(who)]).toEqual([who, [0, 0, 0]])
    const [message] = await messages()
    expect(message?.body.toString('latin1')).not.toContain('tioåring')
    const says = (who: 'petra' | 'eva' | 'ali', fromAsker: boolean) =>
      behindTheWalls(who, undefined, (trx) =>
        sql`insert into consultation_message values (${consultationId}, ${deps.newId()}, ${fromAsker},
          ${engagementOf(who)}, asked_at(), 'x')`.execute(trx),
      )
    for (const [who, as] of [
      ['petra', true],
      ['eva', false],
      ['ali', true],
    ] as const)
      await expect(says(who, as)).rejects.toThrow('row-level security')
    const others = [
      sql`insert into consultation values (${deps.newId()}, ${id('furuskolan')}, ${id('familjestod')},
        ${engagementOf('maja')}, asked_at())`,
      sql`insert into subject_key values (${consultationId}, 1, 'x', asked_at())`,
    ]
    for (const statement of others)
      await expect(behindTheWalls('eva', undefined, (trx) => statement.execute(trx))).rejects.toThrow(
        'row-level security',
      )
    await expect(
      behindTheWalls('ali', undefined, (trx) => sql`delete from consultation`.execute(trx)),
    ).rejects.toThrow('permission denied')
    const closed = await behindTheWalls('ali', undefined, (trx) =>
      sql`update consultation set closed_at = asked_at(), closed_by = my_engagement()`.execute(trx),
    )
    expect(closed.numAffectedRows).toBe(0n)
  })
})

describe('a time to talk', () => {
  let time = ''
  beforeEach(async () => {
    await world()
    time = await offersTime()
  })

  it('is taken with the question, shown to both, gone for others, and can be given back', async () => {
    expect(await textOf('petra', askAli)).toContain('Vi pratar onsdag 2 december kl 09.30')
    const { thread } = await asks('petra', { time })
    for (const who of ['petra', 'ali'] as const)
      expect(await textOf(who, thread)).toContain('onsdag 2 december kl 09.30, 30 minuter')
    for (const path of [unit, askAli]) expect(await textOf('eva', path)).not.toContain('2 december')
    expect(await textOf('ali', paths.directory.times.to({ unitId: id('familjestod') }))).toContain('(bokad)')
    const late = await as('eva').post(askAli, { words: 'Får jag fråga?', time })
    const page = await late.text()
    expect([late.status, page.includes('Tiden hann bli tagen'), page.includes('Får jag fråga?')]).toEqual([
      409,
      true,
      true,
    ])
    expect(await threads()).toHaveLength(1)
    expect((await as('ali').post(`${thread}/ge-tillbaka`)).status).toBe(404)
    expect((await as('petra').post(`${thread}/ge-tillbaka`)).status).toBe(303)
    expect(await textOf('petra', thread)).not.toContain('2 december')
    expect((await as('eva').post(askAli, { words: 'Får jag fråga?', time })).status).toBe(303)
  })

  it('has one taker, also when two come at once', async () => {
    const answers = await Promise.all(
      (['petra', 'eva', 'sofia', 'rut'] as const).map((who) =>
        as(who).post(askAli, { words: `Fråga från ${engagementOf(who)}`, time, sure: 'ja' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409])
    expect(await admin.selectFrom('consultation_booking').selectAll().execute()).toHaveLength(1)
    expect(await threads()).toHaveLength(1)
  })

  it('is given back when the question is closed, and says so when the unit takes it away', async () => {
    const { thread } = await asks('petra', { time })
    await as('petra').post(`${thread}/stang`)
    expect(await textOf('eva', askAli)).toContain('2 december')
    const again = await asks('eva', { time })
    await as('ali').post(paths.directory.times.to({ unitId: id('familjestod') }), { takeBack: time })
    expect(await textOf('eva', again.thread)).toContain('Tiden är inställd')
    const gone = await as('sofia').post(askAli, { words: question, time })
    expect(gone.status).toBe(409)
  })

  it('is no other unit’s, no past one, and the database says the same', async () => {
    for (const wrong of [id('no time'), 'x'])
      expect([409, 422]).toContain((await as('petra').post(askAli, { words: question, time: wrong })).status)
    const { consultationId } = await asks('petra')
    const books = (who: 'petra' | 'eva' | 'ali', unitId = id('familjestod')) =>
      behindTheWalls(who, undefined, (trx) =>
        sql`insert into consultation_booking values (${consultationId}, ${deps.newId()}, ${unitId}, ${time},
          ${engagementOf(who)}, asked_at())`.execute(trx),
      )
    for (const who of ['eva', 'ali'] as const) await expect(books(who)).rejects.toThrow('row-level security')
    await expect(books('petra', id('bvc'))).rejects.toThrow('row-level security')
    await expect(books('petra')).resolves.toBeDefined()
    setClock(new Date('2026-12-02T08:31:00Z'))
    expect((await as('petra').post(askAli, { words: question, time })).status).toBe(409)
  })
})
