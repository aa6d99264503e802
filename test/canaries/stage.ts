import { expect } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress, partyOf } from '#test/arrange-meeting.ts'
import { actions, lineOf, lisasPlan, lisasPlanId } from '#test/arrange-plan.ts'
import { answers, askFamily, letsIn, noting, saying } from '#test/consents.ts'
import { asks } from '#test/consultations.ts'
import type { County, Happening } from '#test/noninterference/county.ts'
import { aroundFamily } from '#test/noninterference/happens-family.ts'
import { inside } from '#test/noninterference/happens-inside.ts'
import { aroundPlan } from '#test/noninterference/happens-plan.ts'
import { put, say, sealed, yesterday } from '#test/noninterference/rows.ts'
import { giveLisaANumber, lisasNumber } from '#test/reviewers.ts'
import {
  admin,
  as,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  nils,
  type Person,
  setClock,
  world,
} from '#test/world.ts'
import { hatch } from './birds.ts'

// A county where something is written in every place where something can be: by the forms that people have, and where a test
// would have to wait for months, or nothing writes it yet, by the tests' own hands.

const at = { childId: lisa }
type Form = Parameters<ReturnType<typeof as>['post']>[1]
async function send(who: Person, path: string, form: Form) {
  const answer = await as(who).post(path, form)
  const said =
    answer.status === 422 ? /<a href="#[^<]*/.exec(await answer.clone().text())?.[0] : answer.status
  expect([who, path, said]).toEqual([who, path, expect.toBeOneOf([200, 303])])
  return answer
}
const county: County = {
  petra: 'ordinary',
  stigWorks: false,
  parts: { ali: 'whole', sofia: 'none', ingrid: 'own' },
  told: ['sara', 'jonas', 'lisaSelf'],
  barred: [],
  has: [],
}
export async function happen(all: Readonly<Record<string, Happening>>, ...names: readonly string[]) {
  for (const name of names) await all[name]?.happens(county)
}

/** Everybody's names, as they lie in clear as long as nobody is protected. */
async function names() {
  const lisas = {
    given_name: hatch('the child', 'child.given_name', 'person.given_name'),
    family_name: hatch('the child', 'child.family_name', 'person.family_name'),
  }
  await admin.updateTable('child').set(lisas).where('id', '=', lisa).execute()
  await admin.updateTable('person').set(lisas).where('id', '=', id('lisaSelf')).execute()
  for (const who of ['sara', 'jonas'] as const) {
    const given_name = hatch(who, 'person.given_name')
    const family_name = hatch(who, 'person.family_name')
    await admin.updateTable('person').set({ given_name, family_name }).where('id', '=', id(who)).execute()
    const called = hatch(who, 'guardianship.called', 'meeting_party.called')
    await admin.updateTable('guardianship').set({ called }).where('person_id', '=', id(who)).execute()
    const row = id(`telephone of ${who}`)
    const body = await sealed(
      'person_contact',
      row,
      { phone: `070-174 06 33 ${hatch(who)}` },
      { of: id(who) },
    )
    await put('person_contact', { person_id: id(who), id: row, body })
  }
  const number = { value: `${lisasNumber} ${hatch('the child')}` }
  await put('child_identifier', {
    child_id: lisa,
    id: id('lisas number'),
    system: 'personnummer',
    value_sealed: await sealed('child_identifier', id('lisas number'), number, { column: 'value_sealed' }),
    valid_from: '2018-03-14',
  })
  await giveLisaANumber()
}

/** Petra notices something twice: one comes back to her, and one lies as a draft. */
async function noticed() {
  const notice = paths.noticing.noticeChild.to(at)
  await send('petra', `${paths.draft.to({})}?for=${notice}`, { sentence: 'Ett utkast.' })
  await send('petra', notice, { sentence: 'Lisa är trött.' })
  const { item_id: itemId } = await admin.selectFrom('noticing').select('item_id').executeTakeFirstOrThrow()
  await happen(inside, 'a noticing from Sara')
  await as('maja').get(paths.noticing.receive.to({ ...at, itemId }))
  await send('maja', paths.noticing.receive.to({ ...at, itemId }), {
    decision: 'sent_back',
    why: 'Hör med BVC.',
  })
}

async function family() {
  await send('maja', paths.family.talk.to(at), {
    [`knows-${id('sara')}`]: 'told',
    [`on-${id('sara')}`]: '2026-11-24',
    [`way-${id('sara')}`]: 'telephone',
    [`note-${id('sara')}`]: 'Sara vill ses.',
  })
  await send('maja', paths.family.adult.to(at), {
    name: 'Gunnel',
    relation: 'mormor',
    phone: '070-174 06 20',
  })
  await askFamily(['familjestod', 'gaddan'])
  const signer = async (who: 'jonas') => {
    const row = admin.selectFrom('consent_signer').select('id').where('person_id', '=', id(who))
    return (await row.executeTakeFirstOrThrow()).id
  }
  await answers('sara', { familjestod: 'yes', gaddan: 'yes' })
  await send('maja', noting, {
    ...saying({ familjestod: 'yes', gaddan: 'yes' }),
    signer: await signer('jonas'),
    way: 'paper',
    answeredOn: '2026-11-24',
    seen: '2',
    seenBy: 'Stig Åberg',
    where: 'Pärmen i arkivet',
  })
  const letIn = [
    await letsIn('familjestod', engagementOf('ali')),
    await letsIn('gaddan', engagementOf('ingrid'), 'own'),
  ]
  expect(letIn.map(({ status }) => status)).toEqual([303, 303])
  await send('maja', noting, {
    ...saying({ gaddan: 'no' }),
    signer: 'child',
    way: 'paper',
    answeredOn: '2026-11-24',
    seen: '4',
    seenBy: 'Stig Åberg',
    where: 'Pärmen i arkivet',
  })
  await happen(aroundFamily, 'Sara is asked about BVC, and not Jonas')
  const basis = { exceptions: [], why: 'Han är på sjukhus.' }
  await put('consent_basis', {
    child_id: lisa,
    consent_id: id('asked sara'),
    body: await sealed('consent_basis', id('asked sara'), basis),
  })
}

/** Something is told, and shown to one who does not rest on a yes. */
async function told() {
  await happen(
    inside,
    'a work note',
    'what Lisa told Petra only',
    'what Lisa told the school',
    'what Petra has seen',
  )
  await happen(
    inside,
    'what Sara says about home',
    'support in the school',
    'something that Familjestöd is shown',
  )
  await happen(aroundFamily, 'Sara has been given an extract', 'Sara has a draft')
  const shown = await say({
    name: 'to show',
    by: 'maja',
    readers: 'meeting',
    voice: 'professional',
    speaker: 'maja',
    words: 'Lisa bygger gärna',
  })
  const rule = { otherUnit: id('elevhalsan'), informed: 'told', informedHow: 'Vi ringde mamma.' }
  await send('maja', paths.sharing.open.to(at), { items: `${shown}.1`, ...rule, ground: 'nod' })
  const ground = admin.selectFrom('access_grant').select('id').where('legal_ground', '=', 'nod')
  const { id: grantId } = await ground.executeTakeFirstOrThrow()
  const why = { necessary: 'Hon svimmade.', relevant: 'Sofia hjälpte.', proportionate: 'Bara det.' }
  await send('maja', paths.sharing.explain.to({ ...at, grantId }), why)
  const other = await say({
    name: 'by a rule',
    by: 'maja',
    readers: 'meeting',
    voice: 'professional',
    speaker: 'maja',
    words: 'Lisa sover dåligt',
  })
  await send('maja', paths.sharing.open.to(at), { items: `${other}.1`, ...rule, ground: 'ej_men', ...why })
}

async function planned() {
  await lisasPlan()
  await happen(aroundPlan, 'Jonas does not agree', 'and he tells the school why')
  const page = await (
    await as('sara').get(paths.objection.say.to({ ...at, thingId: actions.reading }))
  ).text()
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
  const objectionId = id('an objection')
  const words = { submission: objectionId, seen, words: 'Så är det inte.' }
  await send('sara', paths.objection.say.to({ ...at, thingId: actions.reading }), words)
  await send('maja', paths.bright.note.to(at), {
    submission: id('a bright moment'),
    words: 'Lisa läste högt.',
  })
  const answer = { outcome: 'stands', why: 'Vi har sett det.' }
  await send('maja', paths.objection.answer.to({ ...at, objectionId }), answer)
  await send('maja', paths.plan.followUp.to(at), {
    version: '1',
    occasion: id('next follow up'),
    heldOn: '2026-11-24',
    words: 'Det är lugnare.',
    [`state-${actions.reading}`]: 'ongoing',
    [`helped-barnet-${actions.reading}`]: 'yes',
    [`words-${actions.reading}`]: 'Petra har roliga böcker.',
    [`evaluation-${actions.reading}`]: 'Lisa läser längre stycken.',
    next: 'again',
    followUpOn: '2027-01-20',
    followUpTime: '14:30',
  })
  // How it ended, of an earlier plan that nobody can read any more but those who wrote it.
  await put('plan_ending', {
    child_id: lisa,
    plan_id: lisasPlanId,
    body: await sealed('plan_ending', lisasPlanId, { childFirst: 'told', about: 'Lisa vill fira.' }),
    written_by: id('maja'),
    written_at: yesterday,
  })
}

async function met() {
  await callMeeting({ units: id('familjestod'), prepareFamily: 'Tänk efter hemma.' })
  await send('sara', meetingAddress('answer'), {
    party: (await partyOf('sara')).id,
    version: '1',
    answer: 'coming',
    words: 'Jag vill sitta bredvid Petra.',
  })
  await send('maja', meetingAddress('hold'), { version: '0', working: 'Frukosten fungerar.', act: 'save' })
}

async function handedOver() {
  const ids = { ...at, handoverId: id('the hand-over') }
  const why = { necessary: 'De ger stöd.', relevant: 'Det är deras.', proportionate: 'Bara det.' }
  const first = { submission: ids.handoverId, unit: id('elevhalsan'), why: 'Ni kan mer.' }
  await send('maja', paths.handover.prepare.to(at), first)
  const chosen = { basis: 'ground', ground: 'ej_men', action: lineOf(actions.reading) }
  await send('maja', paths.handover.offer.to(ids), { ...chosen, ...why })
  await send('sofia', paths.handover.sendBack.to(ids), { answer: 'Inte just nu.' })
  const paperId = id('the paper')
  const paper = { submission: paperId, receiver: 'Bergets skola.', why: 'Lisa kanske flyttar.' }
  await send('maja', paths.handover.givePaper.to(at), {
    ...paper,
    basis: 'consent',
    yes: 'Sara, per telefon.',
  })
  const received = { by: 'Rektorn själv.', on: '2026-11-24' }
  await send('maja', paths.handover.paper.to({ ...at, paperId }), received)
}

/** Somebody has read, is asked about it, and holds a line back; somebody else opens in an emergency. */
async function read() {
  await as('ali').get(paths.plan.show.to(at))
  await send('ali', paths.readerLog.hold.to(at), {
    from: '2026-12-20',
    to: '',
    ground: 'reveals_place',
    why: 'Det visar var.',
    again: '2027-02-01',
  })
  const emergency = { number: lisasNumber, ground: 'nagon_i_fara', why: 'Någon är i fara.' }
  await send('birgit', paths.emergency.ask.to({}), emergency)
  await send('petra', paths.manyChildren.to({}), { why: 'Vi gör klasslistor.', efter: '/barn' })
  setClock(inHours(24))
  const log = paths.readerLog.show.to(at)
  const line = /\?fraga=([0-9a-f-]{36})/.exec(await (await as('sara').get(log)).text())?.[1] ?? ''
  const questionId = id('saras question')
  await send('sara', log, { line, question: 'Varför läste ni?', submission: questionId })
  await send('ali', paths.readerLog.answer.to({ ...at, questionId }), { answer: 'Inför mötet.' })
  const review = await admin.selectFrom('break_glass').select('id').executeTakeFirstOrThrow()
  await put('log_review', {
    id: id('a review'),
    line_id: review.id,
    person_id: id('birgit'),
    unit_id: id('bvc'),
    rules: ['emergency'],
    outcome: 'fine',
    harms: false,
    reviewed_by: id('eva'),
    reviewed_at: deps.now(),
    body: await sealed('log_review', id('a review'), { words: 'Vi talade om det.' }, { of: id('eva') }),
  })
}

/** The coach has no login, and answers by a link. */
async function answered() {
  const itemId = id('the coach is asked')
  await send('maja', paths.wheel.askAdult.to(at), {
    submission: itemId,
    voice: 'new_adult',
    adultCalled: 'tränaren',
    adultName: 'Kalle Boll',
    area: 'relationships',
    question: 'Hur har hon det i laget?',
    dueOn: '2026-11-30',
    basis: 'consent',
    yes: 'Sara, per telefon.',
    why: 'De träffas varje vecka.',
    confirmed: 'ja',
  })
  const there = paths.wheel.answer.to({ ...at, itemId })
  const link = /http:\/\/[^<]*(\/svara\/[\w-]+)/.exec(await (await as('maja').get(there)).text())?.[1] ?? ''
  const said = await as('nobody').post(link, { working: 'Hon skrattar mycket.', challenging: '' })
  expect(said.status).toBe(303)
  await send('maja', paths.wheel.takeAnswer.to({ ...at, itemId }), { submission: id('taken'), put: 'wheel' })
}

/** Stig has said that Lisa stands here twice, and Maja has not answered. */
const takenForAnother = async () =>
  put('same_child', {
    child_id: lisa,
    id: id('the same child'),
    same_as: nils,
    body: await sealed('same_child', id('the same child'), { why: 'De heter nästan lika.' }),
    proposed_by: id('stig'),
    proposed_at: yesterday,
  })

/** Petra asks with no child named: those who answer read it, and nobody else. */
async function asked() {
  const { thread } = await asks('petra', { sure: 'ja' })
  await send('ali', thread, { words: 'Börja med frukosten.', sure: 'ja' })
}

/** Eva, rektor far away, looks through the school's log: she has nothing to do with Lisa. */
export async function everythingIsWritten(): Promise<void> {
  await world()
  await names()
  await openMatter()
  await tellFamily('jonas', 'lisaSelf')
  await send('lisaSelf', paths.childsDoor.write.to(at), { words: 'Kan vi prata?', answer: 'at_school' })
  for (const write of [noticed, family, told, planned, met, handedOver, asked, answered, takenForAnother])
    await write()
  await put('identity', { issuer: 'test', subject: hatch('sara', 'identity.subject'), person_id: id('sara') })
  const own = { authority_id: id('authority lillaskolan') }
  await admin.updateTable('secrecy_unit').set(own).where('id', '=', id('wall bvc')).execute()
  await put('unit_function', {
    unit_id: id('bvc'),
    kind: 'log_reviewer',
    holder_engagement_id: engagementOf('eva'),
    stand_in_engagement_id: engagementOf('eva'),
  })
  await read()
  await bar('jonas')
}
