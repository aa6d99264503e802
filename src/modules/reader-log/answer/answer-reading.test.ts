import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { admin, as, auditRows, engagementOf, id, inHours, lisa, setClock, world } from '#test/world.ts'

const log = paths.readerLog.show.to({ childId: lisa })
const question = 'Varför läste <ni> i tisdags?'
const read = async (who: Parameters<typeof as>[0], path = log) => (await as(who).get(path)).text()
/** The lines that Sara may ask about. */
const linesOf = (page: string) => [...page.matchAll(/\?fraga=([0-9a-f-]{36})/g)].map(([, line = '']) => line)
const asks = async (who: 'sara' | 'jonas' | 'lisaSelf', line: string, submission = id('saras question')) =>
  as(who).post(log, { line, question, submission })
const open = () =>
  admin
    .selectFrom('task')
    .select(['engagement_id', 'stand_in_engagement_id', 'due_on', 'about_id'])
    .where('kind', '=', 'answer_reading_question')
    .where('done_at', 'is', null)
    .execute()
const answer = paths.readerLog.answer.to({ childId: lisa, questionId: id('saras question') })

describe('Sara asks about a line', () => {
  let line: string
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await lisasPlan()
    await joined('ali', 'familjestod')
    await as('ali').get(paths.plan.show.to({ childId: lisa }))
    setClock(inHours(24))
    line = linesOf(await read('sara'))[0] ?? ''
  })

  it('it waits for the one who answers for the unit, and the answer stands on the same page', async () => {
    const form = await read('sara', `${log}?fraga=${line}`)
    expect(form).toContain('En familjebehandlare på Familjestöd Alvesta')
    expect(form).toContain('Läses av den som ansvarar på stället som har läst')

    const sent = await asks('sara', line)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${log}#fragor`])
    expect(await open()).toEqual([
      {
        engagement_id: engagementOf('ali'),
        stand_in_engagement_id: engagementOf('ali'),
        due_on: '2026-12-02',
        about_id: id('saras question'),
      },
    ])
    const waiting = await read('sara')
    expect(waiting).toContain('Varför läste &lt;ni&gt; i tisdags?')
    expect(waiting).toContain('Du får svar senast onsdag 2 december')

    expect(await read('ali', paths.tasks.to({}))).toContain('Svara på en fråga om vem som har läst')
    const asked = await read('ali', answer)
    expect(asked).toContain('Varför läste &lt;ni&gt; i tisdags?')
    expect(asked).toContain('Ali Rahimi, familjebehandlare, läste planen')
    expect((await as('ali').post(answer, { answer: 'Inför <besöket>.' })).status).toBe(303)
    expect(await open()).toEqual([])
    expect(await read('sara')).toContain('Inför &lt;besöket&gt;.')
  })

  it('nobody else in the family sees what Sara has asked', async () => {
    await asks('sara', line)
    for (const who of ['jonas', 'lisaSelf'] as const) expect(await read(who)).not.toContain('i tisdags')
  })

  it('the same question from another tab is not asked twice, and Sara is told', async () => {
    await asks('sara', line)
    const again = await asks('sara', line, id('another tab'))
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('redan frågat')])
    expect(await open()).toHaveLength(1)
  })

  it('on a page that was gone back to, another question is another, and both wait for an answer', async () => {
    await asks('sara', line)
    await as('sara').post(log, { line, question: 'Vem bad er läsa?', submission: id('saras question') })
    expect(await read('sara')).toContain('Vem bad er läsa?')
    expect(await open()).toHaveLength(2)
  })

  it('sent twice, it is one question and one task; what is written lies sealed', async () => {
    for (let time = 0; time < 2; time++) expect((await asks('sara', line)).status).toBe(303)
    expect(await open()).toHaveLength(1)
    const [row] = await admin.selectFrom('reading_question').select('body').execute()
    expect(row?.body.includes('tisdags')).toBe(false)
  })

  it('the one who answers for a unit may not know Lisa: until the answer the name, and no more', async () => {
    await admin
      .updateTable('assignment')
      .set({ valid_to: inHours(25) })
      .where('engagement_id', '=', engagementOf('ali'))
      .execute()
    setClock(inHours(26))
    expect((await as('ali').get(paths.child.to({ childId: lisa }))).status).toBe(404)
    await asks('sara', line)
    expect(await read('ali', answer)).toContain('Lisa Holmgren')
    expect((await as('ali').get(paths.plan.show.to({ childId: lisa }))).status).toBe(404)
    await as('ali').post(answer, { answer: 'Inför besöket.' })
    expect((await as('ali').get(paths.child.to({ childId: lisa }))).status).toBe(404)
  })

  it('answered meanwhile, the second keeps what was written', async () => {
    await asks('sara', line)
    await as('ali').post(answer, { answer: 'Inför besöket.' })
    const again = await as('ali').post(answer, { answer: 'Något annat.' })
    expect(again.status).toBe(409)
    const page = await again.text()
    for (const text of ['Inför besöket.', 'Något annat.']) expect(page).toContain(text)
  })

  it('without words the forms come back', async () => {
    const empty = await as('sara').post(log, { line, question: ' ' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('<a href="#question">Skriv vad du undrar')
    await asks('sara', line)
    expect((await as('ali').post(answer, { answer: '' })).status).toBe(422)
  })

  it('a line that one does not see cannot be asked about', async () => {
    await bar('jonas', id('familjestod'))
    for (const [who, about] of [
      ['jonas', line],
      ['sara', id('nothing')],
      // The child asks somebody it knows: whoever holds its eID could read the answer.
      ['lisaSelf', line],
    ] as const)
      expect([who, (await asks(who, about)).status]).toEqual([who, 404])
    expect(await open()).toEqual([])
  })

  it('a question is for the unit that is asked, and leaves one row', async () => {
    await asks('sara', line)
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['maja', 'sofia', 'eva', 'sara', 'petra'] as const)
      for (const reply of [await as(who).get(answer), await as(who).post(answer, { answer: 'Nej' })])
        expect([who, reply.status, await reply.text()]).toEqual([who, 404, missing])
    const before = (await auditRows()).length
    await as('ali').get(answer)
    expect((await auditRows()).slice(before)).toEqual([['ali', 'reader-log.open-question', 'done', lisa]])
  })

  it('unanswered, it reaches the stand-in', async () => {
    await admin
      .updateTable('unit_function')
      .set({ stand_in_engagement_id: engagementOf('ingrid') })
      .where('unit_id', '=', id('familjestod'))
      .execute()
    await asks('sara', line)
    const words = 'Svara på en fråga om vem som har läst'
    expect(await read('ingrid', paths.tasks.to({}))).not.toContain(words)
    setClock(inHours(24 * 8))
    expect(await read('ingrid', paths.tasks.to({}))).toContain(words)
  })
})
