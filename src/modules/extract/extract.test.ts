import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, lisasMatter, openMatter, tellFamily } from '#test/arrange.ts'
import { actions, lisasPlan } from '#test/arrange-plan.ts'
import { headingsIn } from '#test/pdf.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  noon,
  type Person,
  setClock,
  showedWhoTheyAre,
  unknownChild,
  world,
} from '#test/world.ts'

const page = paths.extract.ask.to({ childId: lisa })
const requestOf = async () =>
  (
    await admin
      .selectFrom('extract_request')
      .select('id')
      .orderBy('asked_at', 'desc')
      .executeTakeFirstOrThrow()
  ).id
const review = async () => paths.extract.review.to({ childId: lisa, requestId: await requestOf() })
const json = async () => paths.extract.json.to({ childId: lisa, requestId: await requestOf() })
const pdf = async () => paths.extract.pdf.to({ childId: lisa, requestId: await requestOf() })

/** Every part that Maja is asked about, all given but those that contain a word. */
async function choices(held: Readonly<Record<string, string>> = {}) {
  const text = await (await as('maja').get(await review())).text()
  const chosen: Record<string, string> = {}
  for (const part of text.split('<section').slice(1)) {
    const name = /name="(part-[\da-f-]+)"/.exec(part)?.[1] ?? ''
    const word = Object.keys(held).find((one) => part.includes(one))
    chosen[name] = (word && held[word]) || 'give'
  }
  return chosen
}
const answer = async (held: Readonly<Record<string, string>> = {}) =>
  as('maja').post(await review(), await choices(held))
const given = async (who: Person) => {
  const response = await as(who).get(await json())
  return response.status === 200 ? JSON.stringify(await response.json()) : response.status
}

/** The world's Lisa is a grown woman. */
const growUp = () =>
  admin.updateTable('child').set({ born_on: '2008-03-14' }).where('id', '=', lisa).execute()

describe('a register extract', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await lisasPlan()
    for (const sentence of ['Lisa ritar gärna hästar.', 'Lisas granne ringde skolan.'])
      await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), { sentence })
    setClock(inHours(1))
  })

  it('what Lisa has drawn is a picture for Maja and on the paper, with her words', async () => {
    const drawing = '10,20 30,40;50,60 70,80'
    const drew = await as('lisaSelf').post(paths.wheel.own.to({ childId: lisa }), {
      submission: id('what Lisa drew'),
      area: 'learning',
      working: 'Min häst kan räkna.',
      readers: 'everyone',
      drawing,
    })
    expect(drew.status).toBe(303)
    await as('sara').post(page)
    const shown = await (await as('maja').get(await review())).text()
    expect(shown).toContain('<polyline points="10,20 30,40"')
    expect(shown).not.toContain(drawing)
    await answer()
    const bytes = Buffer.from(await (await as('sara').get(await pdf())).arrayBuffer()).toString('latin1')
    for (const mark of ['pdfuaid:part>1<', '/Figure', '/Alt']) expect(bytes).toContain(mark)
    // The file for a machine has the lines.
    expect(await given('sara')).toContain(drawing)
  })

  it('Sara asks; Maja goes through it part by part; Sara takes it out as PDF and as data', async () => {
    expect(await (await as('sara').get(page)).text()).toContain('Be om ett utdrag')
    expect((await as('sara').post(page)).status).toBe(303)
    expect(await (await as('sara').get(page)).text()).toContain('senast torsdag 24 december')
    expect(await (await as('maja').get(paths.tasks.to({}))).text()).toContain('Gå igenom ett registerutdrag')
    expect((await as('sara').get(await json())).status).toBe(404)

    const shown = await (await as('maja').get(await review())).text()
    for (const word of ['ritar gärna hästar', 'granne ringde', 'Insats i planen'])
      expect(shown).toContain(word)
    expect((await answer({ granne: 'other_person' })).status).toBe(303)

    expect(await (await as('sara').get(page)).text()).toContain('Furuskolan: klart.')
    const data = await given('sara')
    expect(data).toContain('Lisa ritar gärna hästar.')
    expect(data).toContain('Lisa Holmgren')
    expect(data).not.toContain('granne')
    expect(data).not.toContain('other_person')
    const paper = await as('sara').get(await pdf())
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await paper.arrayBuffer()).toString('latin1')
    expect(bytes).toContain('%PDF')
    expect(bytes).toContain('/StructTreeRoot')
    const open = await admin
      .selectFrom('task')
      .select('id')
      .where('kind', '=', 'review_extract')
      .where('done_at', 'is', null)
      .execute()
    expect(open).toEqual([])
    const acts = (await auditRows())
      .filter(([, act]) => String(act).startsWith('extract.'))
      .map((row) => row.slice(0, 3))
    expect(acts).toEqual([
      ['sara', 'extract.show', 'done'],
      ['sara', 'extract.ask', 'done'],
      ['sara', 'extract.show', 'done'],
      ['sara', 'extract.take-out', 'not-found'],
      ['maja', 'extract.open-review', 'done'],
      ['maja', 'extract.open-review', 'done'],
      ['maja', 'extract.answer', 'done'],
      ['sara', 'extract.show', 'done'],
      ['sara', 'extract.take-out', 'done'],
      ['sara', 'extract.take-out', 'done'],
    ])
  })

  it('Sara reads Ukrainian: so does the paper, round what was written; Maja looks it through in Swedish', async () => {
    await as('sara').post(paths.language.to({}), { sprak: 'uk' })
    await as('sara').post(page)
    expect(await (await as('maja').get(await review())).text()).toContain('Mål i planen')
    await answer()
    const paperIn = async (query = '') =>
      Buffer.from(await (await as('sara').get(`${await pdf()}${query}`)).arrayBuffer())
    const [goal, inSwedish] = ['Мета у плані', 'Mål i planen']
    const paper = await paperIn()
    expect(headingsIn(paper)).toEqual(expect.arrayContaining([goal, 'Дитина і ви', 'Хто читав']))
    expect(headingsIn(paper)).not.toContain(inSwedish)
    // What Petra wrote is Swedish, and is read aloud as that.
    for (const mark of ['/Lang (uk)', '/Lang (sv)', 'pdfuaid:part>1<'])
      expect(paper.toString('latin1')).toContain(mark)
    expect(headingsIn(await paperIn('?sprak=sv'))).toEqual(
      expect.arrayContaining([inSwedish, 'Barnet och du']),
    )
    expect(headingsIn(await paperIn('?sprak=sv-x-latt'))).toContain('Det som står (registerutdrag)')
    // The file for a machine keeps its shape and its words.
    expect(await given('sara')).toContain(inSwedish)
  })

  it('nothing goes out because nobody looked: a part that is left is asked for, and the rest stays chosen', async () => {
    await as('sara').post(page)
    const [first = '', ...others] = Object.keys(await choices())
    const left = await as('maja').post(
      await review(),
      Object.fromEntries(others.map((name) => [name, 'law'])),
    )
    expect(left.status).toBe(422)
    const text = await left.text()
    expect(text).toContain('Välj om delen lämnas ut')
    expect(text).toContain(first)
    expect(text.match(/value="law" selected/g)).toHaveLength(others.length)
    expect(await given('sara')).toBe(404)
  })

  it('what is barred for Jonas never comes: not to the choice, not to the paper, and not after a bar that comes later', async () => {
    await bar('jonas', actions.sleep)
    await as('jonas').post(page)
    expect(Object.keys(await choices())).not.toContain(`part-${actions.sleep}`)
    await answer()
    expect(await given('jonas')).not.toContain(actions.sleep)
    const [other = ''] = Object.values(actions).filter((one) => one !== actions.sleep)
    expect(await given('jonas')).toContain(other)
    await bar('jonas', other)
    expect(await given('jonas')).not.toContain(other)
    await bar('jonas')
    expect(await given('jonas')).toBe(404)
    expect((await as('jonas').get(page)).status).toBe(404)
  })

  it('a wrong person meets what nobody meets, and nobody reads what another has asked for', async () => {
    await as('sara').post(page)
    await answer()
    const unknown = await (await as('petra').get(paths.child.to({ childId: unknownChild }))).text()
    for (const who of ['eva', 'ali', 'karin', 'petra', 'sofia'] as const)
      for (const address of [page, await review(), await pdf(), await json()]) {
        const answered = await as(who).get(address)
        const mine = who === 'petra' && address === (await review())
        if (mine) continue // Petra works with the matter as well
        expect([who, address, answered.status]).toEqual([who, address, 404])
        expect((await answered.text()).length).toBe(unknown.length)
      }
    expect(await given('jonas')).toBe(404)
    expect(await (await as('jonas').get(page)).text()).not.toContain('klart')
    const bodies = (who: Person) =>
      behindTheWalls(who, lisa, (trx) => trx.selectFrom('extract_release').select('request_id').execute())
    for (const who of ['jonas', 'lisaSelf', 'maja', 'petra', 'eva'] as const)
      expect([who, await bodies(who)]).toEqual([who, []])
    expect(await bodies('sara')).toHaveLength(1)
  })

  it('twice is once, for the one who asks and for the one who answers', async () => {
    const submission = deps.newId()
    await as('sara').post(page, { submission })
    await as('sara').post(page, { submission })
    await as('sara').post(page)
    expect(await admin.selectFrom('extract_request').select('id').execute()).toHaveLength(1)
    const chosen = await choices()
    const address = await review()
    expect((await as('maja').post(address, chosen)).status).toBe(303)
    const late = await as('maja').post(address, chosen)
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Det var redan svarat')])
    expect(await admin.selectFrom('extract_release').select('request_id').execute()).toHaveLength(1)
  })

  it('it is taken out with a fresh sign-in only', async () => {
    await as('sara').post(page)
    await answer()
    await showedWhoTheyAre('sara', noon)
    setClock(inHours(1.5))
    expect((await as('sara').get(await pdf())).status).toBe(303)
  })

  it('a child of eight cannot ask: whoever holds its eID could read it', async () => {
    expect((await as('lisaSelf').post(page)).status).toBe(404)
    expect(await (await as('lisaSelf').get(page)).text()).not.toContain('Be om ett utdrag')
  })

  it('at eighteen Lisa reads her own story, of a matter that is over too, and her parents read nothing', async () => {
    await growUp()
    await admin.transaction().execute(async (trx) => {
      await trx
        .updateTable('plan')
        .set({ ended_at: inHours(1), ended_because: 'goals_met' })
        .execute()
      await trx.deleteFrom('responsibility').execute()
      await trx
        .insertInto('responsibility')
        .columns(['child_id', 'id', 'matter_id', 'kind', 'unit_id', 'engagement_id', 'during'])
        .values(await tenure())
        .execute()
      await trx
        .updateTable('matter')
        .set({ closed_at: inHours(1), outcome: 'plan_ended' })
        .execute()
    })
    expect((await as('sara').get(page)).status).toBe(404)
    expect((await as('lisaSelf').post(page)).status).toBe(303)
    await answer()
    expect(await given('lisaSelf')).toContain('Lisa ritar gärna hästar.')
    expect(await given('sara')).toBe(404)
  })
})

const tenure = async () => {
  const was = await admin
    .selectFrom('matter')
    .select('opened_at')
    .where('id', '=', lisasMatter)
    .executeTakeFirstOrThrow()
  return {
    child_id: lisa,
    id: deps.newId(),
    matter_id: lisasMatter,
    kind: 'best_interests_lead' as const,
    unit_id: id('furuskolan'),
    engagement_id: engagementOf('maja'),
    during: `[${was.opened_at.toISOString()},${inHours(1).toISOString()})`,
  }
}
