import { beforeEach, describe, expect, it } from 'vitest'
import { familyEngagement } from '#shared/asking.ts'
import { paths } from '#shared/paths.ts'
import { bar, lisasBox, lisasMatter, markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, partyOf } from '#test/arrange-meeting.ts'
import { actions, lisasPlanId, lisaWithPlan } from '#test/arrange-plan.ts'
import { headingsIn } from '#test/pdf.ts'
import { namesIn, swedishIn } from '#test/swedish-left.ts'
import {
  admin,
  as,
  auditRows,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  noon,
  people,
  sessionOf,
  setClock,
  showedWhoTheyAre,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'
import { printStory } from './show-story.ts'
import { storyOnPaper } from './story.parts.tsx'

const address = paths.story.show.to({ childId: lisa })
const pdf = paths.story.pdf.to({ childId: lisa })
const born = (day: string) =>
  admin.updateTable('child').set({ born_on: day }).where('id', '=', lisa).execute()
/** The world's Lisa is a grown woman today. */
const turnsEighteen = () => born('2008-11-24')
const read = async () => (await as('lisaSelf').get(address)).text()

/** Somebody has spoken about Lisa, and it was written on the wheel. */
async function says(
  name: string,
  by: { voice: 'child' | 'guardian'; person: 'lisaSelf' | 'sara' },
  readers: 'told' | 'everyone' | 'unit',
  words: object,
) {
  const itemId = id(name)
  const box = await lisasBox()
  await admin
    .insertInto('item')
    .values({
      child_id: lisa,
      id: itemId,
      matter_id: lisasMatter,
      kind: 'statement',
      secrecy_unit_id: id('wall furuskolan'),
      readers,
      author_id: id('maja'),
      author_engagement_id: engagementOf('maja'),
      made_at: noon,
    })
    .execute()
  await admin
    .insertInto('item_version')
    .values({
      child_id: lisa,
      item_id: itemId,
      version: 1,
      body: box.seal({ table: 'item_version', column: 'body', row: itemId, version: 1 }, words),
      written_by: id('maja'),
      written_at: noon,
    })
    .execute()
  await admin
    .insertInto('statement')
    .values({
      child_id: lisa,
      item_id: itemId,
      matter_id: lisasMatter,
      area: 'learning',
      voice: by.voice,
      voice_person_id: by.voice === 'guardian' ? id(by.person) : null,
      has_working: true,
      has_challenging: false,
      wording: 'hjulet-1',
      said_on: '2026-11-24',
    })
    .execute()
}

describe('Lisa’s own story', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    setClock(inHours(1))
  })

  it('is hers on the day she turns eighteen: what happened, who helped, and what went well', async () => {
    await turnsEighteen()
    const page = await read()
    expect(page).toContain('<h1>Lisa Holmgren</h1>')
    for (const told of [
      'Maja Lindgren pratade med dig',
      'Maja Lindgren, rektor på Furuskolan, blev din Barnets bästa-ansvarig',
      'Jag vill läsa en hel bok själv.',
      'Samtal om sömn',
      'Furuskolan. Klar.',
      'Familjestöd Alvesta fick läsa hela din plan',
      'Simklubben Gäddan fick läsa sin egen del av din plan, till den 22 februari 2027',
    ])
      expect(page).toContain(told)
    expect(page).toContain(`href="${paths.extract.ask.to({ childId: lisa })}"`)
    expect(page).toContain('Det som inte står här')
    expect(await auditRows()).toEqual([['lisaSelf', 'story.show', 'done', lisa]])
  })

  it('is told in her language, with what everybody wrote as they wrote it, and the pictures she picked in hers', async () => {
    const herself = { voice: 'child', person: 'lisaSelf' } as const
    await says('by pictures', herself, 'everyone', { working: 'Jag sover gott.\nJag drömmer om hästar.' })
    await admin.updateTable('statement').set({ obtained: 'picture' }).execute()
    await admin
      .insertInto('reading_language')
      .values({ person_id: id('lisaSelf'), language: 'ar' })
      .execute()
    await turnsEighteen()
    const page = await read()
    expect(page).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
    expect(swedishIn(page, await namesIn(admin))).toEqual([])
    for (const told of [
      'أنام جيداً.\n<span lang="sv" dir="auto">Jag drömmer om hästar.</span>',
      'Samtal om sömn',
    ])
      expect(page).toContain(told)
  })

  it('is found on her own page then, and not a day before', async () => {
    const link = `href="${address}"`
    const hub = async () => (await as('lisaSelf').get(paths.child.to({ childId: lisa }))).text()
    await born('2008-11-25')
    expect(await hub()).not.toContain(link)
    await turnsEighteen()
    expect(await hub()).toContain(link)
  })

  it('is there for nobody the day before, and for nobody else after', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    const everybody = async () => {
      for (const who of people)
        for (const place of [address, pdf]) {
          const answer = await as(who).get(place)
          expect([who, answer.status]).toEqual([who, 404])
          expect((await answer.text()).length).toBe(missing.length)
        }
    }
    await born('2008-11-25')
    await everybody()
    await turnsEighteen()
    for (const who of people.filter((one) => one !== 'lisaSelf'))
      for (const place of [address, pdf]) expect([who, (await as(who).get(place)).status]).toEqual([who, 404])
    expect((await as('lisaSelf').get(paths.story.show.to({ childId: unknownChild }))).status).toBe(404)
    expect((await as('lisaSelf').get(address)).status).toBe(200)
  })

  it('tells what she said to all, in her own words, and what others said only to a few stays with them', async () => {
    const herself = { voice: 'child', person: 'lisaSelf' } as const
    await says('aloud', herself, 'everyone', {
      working: 'Jag gillar att läsa om hästar.',
      drawing: '10,20 30,40',
    })
    await says('in trust', herself, 'told', { working: 'Det här är hemligt.', drawing: '1,2 3,4' })
    await says('mother', { voice: 'guardian', person: 'sara' }, 'unit', { working: 'Mammas egna ord.' })
    await turnsEighteen()
    const page = await read()
    expect(page).toContain('Du berättade om lärande.')
    expect(page).toContain('Jag gillar att läsa om hästar.')
    expect(page).toContain('<polyline points="10,20 30,40"')
    for (const kept of ['1,2 3,4', 'hemligt', 'Mammas egna ord', 'Mamma berättade'])
      expect(page).not.toContain(kept)
  })

  it('leaves out what a unit has written for itself, and what is kept from somebody', async () => {
    await turnsEighteen()
    const before = await read()
    expect(before).toContain('Samtal om sömn')
    await as('petra').post(paths.noticing.noticeChild.to({ childId: lisa }), {
      sentence: 'Lisas granne ringde skolan.',
    })
    expect(await read()).toBe(before)
    await bar('jonas', actions.sleep)
    expect(await read()).not.toContain('Samtal om sömn')
  })

  it('tells what she answered herself, but nothing of a unit that is kept from somebody', async () => {
    const [consentId, signer] = [id('consent for familjestod'), id('lisa signs')]
    await admin
      .insertInto('consent_signer')
      .values({ child_id: lisa, consent_id: consentId, id: signer, person_id: null, is_child: true })
      .execute()
    await admin
      .insertInto('consent_answer')
      .values({
        child_id: lisa,
        consent_id: consentId,
        id: deps.newId(),
        signer_id: signer,
        unit_id: id('familjestod'),
        seq: 1,
        answer: 'yes',
        way: 'oral',
        answered_at: noon,
        noted_by: id('maja'),
        noted_at: noon,
      })
      .execute()
    await turnsEighteen()
    expect(await read()).toContain('Du sa ja till att Familjestöd Alvesta fick vara med.')
    await bar('jonas', id('familjestod'))
    expect(await read()).not.toContain('Familjestöd')
  })

  it('tells of the meeting, who came and what they agreed on', async () => {
    await callMeeting()
    setClock(new Date('2026-12-08T13:35:00Z'))
    const attended = [(await partyOf('lisaSelf')).id, (await partyOf('sara')).id]
    const held = await as('maja').post(meetingAddress('hold'), {
      version: '0',
      childsWords: 'Jag vill ha lugnt.',
      what1: 'Samma bilder hemma',
      followUpOn: '2027-01-19',
      outcome: 'plan',
      attended,
    })
    expect(held.status).toBe(303)
    const own = await as('lisaSelf').post(meetingAddress('ownWords'), { words: 'Vi har bilder hemma sen.' })
    expect(own.status).toBe(303)
    await turnsEighteen()
    const page = await read()
    expect(page).toContain('Ni hade ett samverkansmöte. Med var du och mamma.')
    for (const words of [
      'Dina ord',
      'Jag vill ha lugnt.',
      'Ni kom överens om',
      'Samma bilder hemma',
      'Så sa du själv vad ni bestämde',
      'Vi har bilder hemma sen.',
    ])
      expect(page).toContain(words)
  })

  it('tells what went well, whoever wrote it, but not what was taken back', async () => {
    const note = paths.bright.note.to({ childId: lisa })
    for (const [who, words] of [
      ['lisaSelf', 'Jag läste en hel sida.'],
      ['petra', 'Lisa hjälpte en kompis.'],
      ['sara', 'Det här ångrade mamma.'],
    ] as const)
      await as(who).post(note, { submission: id(words), words })
    await admin
      .updateTable('bright_moment')
      .set({ taken_back_at: noon })
      .where('written_by', '=', id('sara'))
      .execute()
    await turnsEighteen()
    const page = await read()
    for (const told of ['Något gick bra. Du skrev:', 'Jag läste en hel sida.']) expect(page).toContain(told)
    expect(page).not.toContain('Det här ångrade mamma.')
  })

  it('goes on being hers when the plan has ended, with how it went', async () => {
    await admin
      .insertInto('follow_up')
      .values({
        child_id: lisa,
        plan_id: lisasPlanId,
        id: id('held'),
        held_on: '2026-11-23',
        held_by: id('maja'),
        noted_at: noon,
        body: (await lisasBox()).seal(
          { table: 'follow_up', column: 'body', row: id('held'), version: 1 },
          { words: 'Nu somnar hon.' },
        ),
      })
      .execute()
    await admin
      .insertInto('follow_up_part')
      .values({
        child_id: lisa,
        plan_id: lisasPlanId,
        follow_up_id: id('held'),
        id: id('it helped'),
        part_id: actions.sleep,
        voice: 'child',
        helped: 'yes',
        noted_by: id('maja'),
        noted_at: noon,
      })
      .execute()
    await admin
      .insertInto('agreement')
      .values({
        child_id: lisa,
        plan_id: lisasPlanId,
        id: deps.newId(),
        is_child: true,
        answer: 'agrees',
        answered_at: noon,
        noted_by: id('maja'),
      })
      .execute()
    await admin
      .updateTable('plan')
      .set({ ended_at: inHours(1), ended_because: 'goals_met' })
      .execute()
    await turnsEighteen()
    const page = await read()
    for (const told of [
      'Du sa att du var med på planen.',
      'Nu somnar hon.',
      'Du sa att det hjälpte.',
      'Det blev som ni ville. Planen avslutades.',
    ])
      expect(page).toContain(told)
  })

  it('tells of no place, and of nobody by the whole name, when she is marked as protected', async () => {
    await turnsEighteen()
    expect((await markAsProtected()).status).toBe(303)
    const page = await read()
    for (const told of ['<h1>Lisa Holmgren</h1>', 'Jag vill läsa en hel bok själv.', 'Maja pratade med dig'])
      expect(page).toContain(told)
    for (const where of ['Furuskolan', 'Lindgren', 'Familjestöd', 'Gäddan']) expect(page).not.toContain(where)
  })

  it('tells what she did not agree with, what a parent opened, and what was answered', async () => {
    const say = async (who: 'lisaSelf' | 'sara', words: string, open: object = {}) => {
      const form = paths.objection.say.to({ childId: lisa, thingId: actions.reading })
      const seen = /name="seen" value="(\d+)"/.exec(await (await as(who).get(form)).text())?.[1] ?? ''
      const submission = id(words)
      expect((await as(who).post(form, { submission, words, seen, ...open })).status).toBe(303)
    }
    await say('lisaSelf', 'Jag vill inte läsa högt.')
    const { id: objectionId } = await admin.selectFrom('objection').select('id').executeTakeFirstOrThrow()
    const answer = paths.objection.answer.to({ childId: lisa, objectionId })
    await say('sara', 'Bara för de som arbetar.')
    await say('sara', 'Det är för svårt.', { open: 'ja' })
    await as('maja').post(answer, { outcome: 'stands', why: 'Du får läsa tyst om du vill.' })
    await turnsEighteen()
    const page = await read()
    for (const told of [
      'Du sa att du inte höll med om något som stod skrivet om dig.',
      'Jag vill inte läsa högt.',
      'Det kom ett svar: texten stod kvar',
      'Du får läsa tyst om du vill.',
      'höll inte med om något som stod skrivet om dig.',
      'Det är för svårt.',
    ])
      expect(page).toContain(told)
    expect(page).not.toContain('Bara för de som arbetar.')
  })

  it('has what she drew on paper too', async () => {
    const drawing = '10,20 30,40;50,60 70,80'
    await says('drawn', { voice: 'child', person: 'lisaSelf' }, 'everyone', { working: 'Min häst.', drawing })
    await turnsEighteen()
    const printed = await printStory(deps, {
      session: sessionOf('lisaSelf'),
      childId: lisa,
      requestId: deps.newId(),
      madeUnder: familyEngagement,
    })
    if (!printed.ok) throw new Error(printed.error.kind)
    const paper = storyOnPaper(printed.value)
    const chapters = paper.years.flatMap(({ days }) => days.flatMap((day) => day.chapters))
    expect(chapters.flatMap((chapter) => chapter.drawing ?? [])).toEqual([{ drawing }])
    // Drawn as a picture, and still a tagged document.
    const bytes = Buffer.from(await (await as('lisaSelf').get(pdf)).arrayBuffer()).toString('latin1')
    for (const mark of ['pdfuaid:part>1<', '/Figure', '/Alt']) expect(bytes).toContain(mark)
  })

  it('is printed in the language that Lisa reads; what was written is what it is', async () => {
    await turnsEighteen()
    await as('lisaSelf').post(paths.language.to({}), { sprak: 'ar' })
    const paper = Buffer.from(await (await as('lisaSelf').get(pdf)).arrayBuffer())
    expect(headingsIn(paper)).toContain('ما لا يوجد هنا')
    expect(headingsIn(paper)).not.toContain('Det som inte står här')
    for (const mark of ['/Lang (ar)', '/Lang (sv)', 'pdfuaid:part>1<'])
      expect(paper.toString('latin1')).toContain(mark)
  })

  it('can be printed, as a tagged document, with a fresh sign-in', async () => {
    await turnsEighteen()
    const paper = await as('lisaSelf').get(pdf)
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await paper.arrayBuffer()).toString('latin1')
    expect(bytes).toContain('/StructTreeRoot')
    expect((await auditRows()).at(-1)).toEqual(['lisaSelf', 'story.print', 'done', lisa])
    await showedWhoTheyAre('lisaSelf', noon)
    setClock(inHours(1.5))
    expect((await as('lisaSelf').get(pdf)).status).toBe(303)
  })

  it('shows nothing when the log cannot be written', async () => {
    await turnsEighteen()
    expect((await withoutAudit(() => as('lisaSelf').get(address))).status).toBe(503)
  })
})

it('a grown-up who has been told of nothing reads the same page, whether something is kept or not', async () => {
  await world()
  await turnsEighteen()
  const before = await read()
  expect(before).toContain('Här finns ingenting som du har fått veta om.')
  expect(before).not.toContain(paths.extract.ask.to({ childId: lisa }))
  await openMatter()
  await tellFamily('sara')
  expect(await read()).toBe(before)
})
