import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar } from '#test/arrange.ts'
import { actions, goals, lisaWithPlan } from '#test/arrange-plan.ts'
import { watchSeals } from '#test/seals.ts'
import {
  admin,
  as,
  assign,
  auditRows,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'

const seals = watchSeals()
const at = { childId: lisa }
const plan = paths.plan.show.to(at)
const form = paths.objection.say.to({ ...at, thingId: actions.reading })
const saras = id('saras objection')
const answer = paths.objection.answer.to({ ...at, objectionId: saras })
const text = 'Petra läser inte med henne på <torsdagar>.'
const shown = 'Petra läser inte med henne på &lt;torsdagar&gt;.'

const read = async (who: Person, path: string) => (await as(who).get(path)).text()
const status = async (who: Person, path: string) => (await as(who).get(path)).status
const seen = async (who: Person, path: string) =>
  /name="seen" value="(\d+)"/.exec(await read(who, path))?.[1] ?? ''
const say = async (who: Person, more: Record<string, string> = {}, path = form) =>
  as(who).post(path, { submission: saras, words: text, seen: await seen(who, path), ...more })
const objections = () => admin.selectFrom('objection').selectAll().execute()
const tasks = () =>
  admin
    .selectFrom('task')
    .select(['engagement_id', 'about_id', 'done_at', 'done_by', 'due_on'])
    .where('kind', '=', 'answer_objection')
    .execute()

/** The plan says something else about the reading, from a later moment on. */
async function corrected() {
  setClock(inHours(2))
  const change = paths.plan.changeAction.to({ ...at, partId: actions.reading })
  const page = await read('maja', change)
  const version = /name="version" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const said = await as('maja').post(change, {
    submission: id('a change'),
    version,
    what: 'Läsa tillsammans på måndagar',
    who: 'Petra Ek, lärare',
    when: 'Måndagar',
    unit: id('furuskolan'),
    goal: goals.book,
    state: 'ongoing',
  })
  expect(said.status).toBe(303)
}

describe('Sara does not agree with what stands in the plan', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    await assign('petra', lisa, 'work')
  })

  it('says so at the text, which stays as it was; Maja owes her an answer', async () => {
    expect(await read('sara', plan)).toContain(`href="${form}"`)
    expect(await read('sara', form)).toContain('Läsa tillsammans, 20 minuter')
    const said = await say('sara')
    expect([said.status, said.headers.get('location')]).toEqual([303, plan])
    const page = await read('sara', plan)
    for (const words of ['Du håller inte med', shown, 'Läsa tillsammans, 20 minuter', 'Svar kommer senast'])
      expect(page).toContain(words)
    expect(await read('maja', '/uppgifter')).toContain('Svara på det som familjen inte håller med om')
    const waiting = await tasks()
    expect(waiting.map(({ about_id, due_on }) => [about_id, due_on])).toEqual([[saras, '2026-12-08']])
    expect(await read('maja', plan)).toContain('Mamma håller inte med')
    expect((await auditRows()).filter(([, act]) => act?.startsWith('objection.say'))).toEqual([
      ['sara', 'objection.say', 'done', lisa],
    ])
  })

  it('lies sealed, bound to what was read, and kept by whoever keeps the plan', async () => {
    await say('sara')
    const [row] = await objections()
    expect(seals.some(({ place, texts }) => place.table === 'objection' && texts.includes(text))).toBe(true)
    const part = await admin
      .selectFrom('plan_part')
      .select('written_at')
      .where('part_id', '=', actions.reading)
      .executeTakeFirstOrThrow()
    expect([row?.thing_at, row?.secrecy_unit_id, row?.is_open]).toEqual([
      part.written_at,
      id('wall furuskolan'),
      false,
    ])
  })

  it('is for those who work with the text; Jonas sees it only when Sara wants that, and it is not kept from him', async () => {
    await say('sara')
    expect(await read('ali', plan)).toContain(shown)
    for (const who of ['jonas', 'lisaSelf'] as const) expect(await read(who, plan)).not.toContain('torsdagar')
    await say('sara', { submission: id('an open one'), words: 'Det här får alla veta.', open: 'ja' })
    expect(await read('jonas', plan)).toContain('En vårdnadshavare håller inte med')
    await bar('jonas', actions.reading)
    for (const who of ['jonas', 'lisaSelf'] as const)
      expect(await read(who, plan)).not.toContain('Det här får alla veta')
    expect(await read('sara', plan)).toContain('Det här får alla veta')
  })

  it('sent twice is once, and nothing is lost that is wrong', async () => {
    const wrong = await say('sara', { words: '' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('href="#words"')])
    const double = await Promise.all([say('sara'), say('sara')])
    expect(double.map((one) => one.status)).toEqual([303, 303])
    expect([(await objections()).length, (await tasks()).length]).toEqual([1, 1])
  })

  it('on a page that was gone back to, other words are another saying', async () => {
    await say('sara')
    await say('sara', { words: 'Det är på fredagar.' })
    const page = await read('sara', plan)
    for (const words of [shown, 'Det är på fredagar.']) expect(page).toContain(words)
    expect(await objections()).toHaveLength(2)
  })

  it('opened anew the form shows what Sara has sent, and the same words are not sent again', async () => {
    await say('sara')
    const page = await read('sara', form)
    for (const words of ['Det här har du redan skickat', shown]) expect(page).toContain(words)
    const again = await say('sara', { submission: id('another') })
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining('Skriv bara det som är'),
    ])
    expect(await objections()).toHaveLength(1)
  })

  it('a text that has changed meanwhile is read first', async () => {
    const before = await seen('sara', form)
    await corrected()
    const late = await say('sara', { seen: before })
    const page = await late.text()
    expect([late.status, page.includes('Läsa tillsammans på måndagar'), page.includes(shown)]).toEqual([
      409,
      true,
      true,
    ])
    expect(await objections()).toEqual([])
  })

  it('the text stands, and why: the family reads it; answered once', async () => {
    await say('sara', { open: 'ja' })
    expect(await read('maja', answer)).toContain(shown)
    for (const [sent, field] of [
      [{}, 'outcome'],
      [{ outcome: 'stands' }, 'why'],
      [{ outcome: 'corrected' }, 'outcome'],
      [{ outcome: 'nonsense', why: 'Så.' }, 'outcome'],
    ] as const) {
      const wrong = await as('maja').post(answer, sent)
      expect([wrong.status, (await wrong.text()).includes(`href="#${field}"`)]).toEqual([422, true])
    }
    const stands = { outcome: 'stands', why: 'Petra har läst varje torsdag sedan i oktober.' }
    expect((await as('maja').post(answer, stands)).status).toBe(303)
    const again = await as('petra').post(answer, { outcome: 'stands', why: 'Nej.' })
    expect([again.status, (await again.text()).includes(stands.why)]).toEqual([409, true])
    for (const who of ['sara', 'jonas'] as const) {
      const page = await read(who, plan)
      expect([page.includes('Texten står kvar'), page.includes(stands.why)]).toEqual([true, true])
    }
    expect((await tasks()).map(({ done_by }) => done_by)).toEqual([id('maja')])
    expect(
      seals.some(({ place, texts }) => place.table === 'objection_answer' && texts.includes(stands.why)),
    ).toBe(true)
  })

  it('two answer at once: one of them is told so', async () => {
    await say('sara')
    const both = await Promise.all(
      (['maja', 'petra'] as const).map((who) => as(who).post(answer, { outcome: 'stands', why: who })),
    )
    expect(both.map((one) => one.status).toSorted()).toEqual([303, 409])
  })

  it('the text is corrected: a new version, and Sara still sees what she did not agree with', async () => {
    await say('sara')
    await corrected()
    expect(await read('maja', answer)).toContain('Texten är ändrad sedan de skrev')
    expect((await as('maja').post(answer, { outcome: 'corrected' })).status).toBe(303)
    const page = await read('sara', plan)
    for (const words of ['Texten är rättad', shown, 'Läsa tillsammans på måndagar'])
      expect(page).toContain(words)
  })

  it('Lisa keeps hers between herself and those who work with her, unless she wants it read', async () => {
    const closed = await say('lisaSelf', { words: 'Jag vill inte läsa högt.' })
    const receipt = closed.headers.get('location') ?? ''
    const thanks = await read('lisaSelf', receipt)
    expect([thanks.includes('inom tio arbetsdagar'), thanks.includes('två arbetsdagar')]).toEqual([
      true,
      false,
    ])
    expect(await read('lisaSelf', paths.noticing.receipt.to({}))).toContain('inom två arbetsdagar')
    const { id: objectionId } = await admin.selectFrom('objection').select('id').executeTakeFirstOrThrow()
    expect(await read('maja', paths.objection.answer.to({ ...at, objectionId }))).toContain(
      'Svaret visas inte för Lisa. Berätta det i ett samtal.',
    )
    expect(await read('maja', plan)).toContain('Jag vill inte läsa högt.')
    for (const who of ['lisaSelf', 'sara', 'jonas', 'ali'] as const)
      expect(await read(who, plan)).not.toContain('läsa högt')
    // Gone back to, with other words: she sees neither, and both have come. The same words are one.
    for (const words of ['Jag vill inte läsa alls.', 'Jag vill inte läsa alls.'])
      expect((await say('lisaSelf', { words })).status).toBe(303)
    expect((await read('maja', plan)).match(/Jag vill inte läsa (högt|alls)\./g)).toHaveLength(2)
    await say('lisaSelf', { submission: id('another'), words: 'Boken är för svår.', open: 'ja' })
    for (const who of ['lisaSelf', 'sara', 'ali'] as const)
      expect(await read(who, plan)).toContain('Boken är för svår.')
  })

  it('is not there for anybody else, and nobody else answers', async () => {
    await say('sara')
    const missing = await read('eva', '/ingenting')
    for (const who of ['eva', 'karin', 'stig', 'maja', 'ali'] as const)
      expect([who, await status(who, form)]).toEqual([who, 404])
    for (const who of ['eva', 'stig', 'ali', 'sara', 'jonas', 'lisaSelf'] as const) {
      const page = await as(who).get(answer)
      expect([who, page.status, await page.text()]).toEqual([who, 404, missing])
      expect((await as(who).post(answer, { outcome: 'stands', why: 'Nej.' })).status).toBe(404)
    }
    await bar('jonas', actions.reading)
    expect(await status('jonas', form)).toBe(404)
    await bar('sara')
    expect([await status('sara', form), await status('sara', plan)]).toEqual([404, 404])
  })

  it('shows nothing when the log cannot be written', async () => {
    expect((await withoutAudit(() => as('sara').get(form))).status).toBe(503)
  })
})
