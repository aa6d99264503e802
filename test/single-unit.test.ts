import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '#shared/asking.ts'
import { inTransaction } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { admin, as, deps, id, inHours, ownerOptions, setClock } from '#test/world.ts'
import { found, readFounding } from '#tools/organisation/found.ts'
import { decideBegun } from '#tools/settings/begun.ts'

// The first days of a county where one school has begun and nobody else, in an empty database: from the operator's command
// to a plan on paper. Each step stands on those before it.

const { organisation: org } = paths
const owner = connect({ ...ownerOptions, max: 1 })
afterAll(() => owner.end())
const does = { ...deps, sql: owner }

type Form = Readonly<Record<string, string | readonly string[]>>
type Staff = 'maja' | 'stig' | 'petra'
const engagements = new Map<Staff, string>()
const engagementOf = (who: Staff) => engagements.get(who) ?? ''
const headers = (who: Staff) => ({ Cookie: `kb-test=token of ${who}` })

const pageOf = async (who: Staff, path: string) => {
  const answer = await as('nobody').send(path, { headers: headers(who) })
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
/** Sends a form as its page would, and gets where it leads. */
async function sends(who: Staff, path: string, form: Form) {
  const all = { engagement: engagementOf(who), submission: deps.newId(), ...form }
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(all))
    for (const value of [values].flat()) body.append(name, value)
  const answer = await as('nobody').send(path, { method: 'POST', headers: headers(who), body })
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.headers.get('location') ?? ''
}

/** Signs in for the first time, with the link that was given by hand. */
async function comesIn(who: Staff, link: string) {
  const code = new URL(link.replaceAll('&amp;', '&'), 'http://here').searchParams.get('kod') ?? ''
  const person = await inTransaction(
    deps,
    'changes',
    { session: '', childId: undefined },
    async ({ trx, at }) => {
      const { rows } = await sql<{ who: string | null }>`
      select take_invitation(${hashOf(code)}, 'test', ${who}, ${at.toISOString()}::timestamptz) as who`.execute(
        trx,
      )
      return { answer: rows[0]?.who ?? '', last: [] }
    },
  )
  const employed = await admin
    .selectFrom('engagement')
    .select('id')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  engagements.set(who, employed.id)
  await admin
    .insertInto('session')
    .values({
      token_hash: hashOf(`token of ${who}`),
      ...{
        id: id(`session ${who}`),
        person_id: person,
        engagement_id: employed.id,
        kind: 'staff',
        issuer: 'test',
      },
      ...{ authenticated_at: inHours(24 * 400), last_seen_at: inHours(0), ends_at: inHours(24 * 400) },
      idle_minutes: 600_000,
    })
    .execute()
}

const unit = async () => (await admin.selectFrom('unit').select('id').executeTakeFirstOrThrow()).id
const child = id('lisa alone')
const at = { childId: child }
const guardian = { sara: '', jonas: '' }
const itemId = id('the question to the trainer')
const meetingId = id('the meeting')

/** One administrator proposes, the other says yes. */
async function appoints(by: Staff, path: string, form: Form) {
  const appointmentId = deps.newId()
  await sends(by, path, { ...form, submission: appointmentId })
  await sends(by === 'maja' ? 'stig' : 'maja', org.proposal.to({ appointmentId }), { answer: 'yes' })
}

describe('Furuskolan is alone in the county', () => {
  beforeAll(async () => {
    const links = await found(
      does,
      readFounding(
        JSON.stringify({
          ...{ name: 'Utbildningsnämnden i Alvesta kommun', kind: 'municipal_board', municipality: '0764' },
          ...{ part: 'Furuskolan', secrecy: 'school', unit: 'Furuskolan', unitKind: 'compulsory_school' },
          administrators: [
            { given: 'Maja', family: 'Lindgren', title: 'rektor' },
            { given: 'Stig', family: 'Åberg', title: 'biträdande rektor' },
          ],
        }),
      ),
    )
    await comesIn('maja', links[0]?.path ?? '')
    await comesIn('stig', links[1]?.path ?? '')
    await decideBegun(does, ['Alvesta', 'KS 2026/12', 'fragor=nej', 'overlamning=nej'])
  })

  it('Maja and Stig say who is BBA and who takes what nobody else has, and let Petra in', async () => {
    const unitId = await unit()
    await appoints('maja', org.unitFunction.to({ unitId }), {
      ...{ kind: 'best_interests_lead', holder: engagementOf('maja'), standIn: engagementOf('stig') },
    })
    await appoints('stig', org.personFunction.to({ engagementId: engagementOf('stig') }), {
      kind: 'fallback_lead',
    })
    const petra = { given: 'Petra', family: 'Ek', title: 'lärare', from: '2026-11-24' }
    const page = await pageOf('maja', await sends('maja', org.newPerson.to({ unitId }), petra))
    await comesIn('petra', /\/inbjudan\?kod=[\w-]{43}/.exec(page)?.[0] ?? '')
    expect(await pageOf('petra', paths.tasks.to({}))).not.toContain('Frågor utan namn')
  })

  it('Petra notices Lisa, without saying where: there is nobody else to read it than Maja', async () => {
    const words = { submission: child, who: 'Lisa, 8 år', sentence: 'Lisa är ofta trött på morgonen.' }
    expect(await sends('petra', paths.noticing.notice.to({}), words)).toBe(paths.noticing.receipt.to({}))
    const received = paths.noticing.receive.to({ ...at, itemId: child })
    expect(await pageOf('maja', paths.tasks.to({}))).toContain(received)
    expect(await pageOf('maja', received)).toContain('Lisa är ofta trött på morgonen.')
    await sends('maja', received, {
      ...{
        decision: 'gathering',
        child: 'new',
        givenName: 'Lisa',
        familyName: 'Holmgren',
        born: '2018-03-14',
      },
      goesTo: await unit(),
    })
    expect(await pageOf('maja', paths.child.to(at))).toContain('Lisa Holmgren')
  })

  it('the family has no login: Maja writes who they are, and that they have got a letter', async () => {
    for (const [given, family, called] of [
      ['Sara', 'Holmgren', 'mamma'],
      ['Jonas', 'Berg', 'pappa'],
    ] as const)
      await sends('maja', paths.family.guardians.to(at), {
        ...{ givenName: given, familyName: family, called, source: 'guardian' },
      })
    const rows = await admin
      .selectFrom('guardianship')
      .select(['person_id', 'called'])
      .where('child_id', '=', child)
      .execute()
    guardian.sara = rows.find(({ called }) => called === 'mamma')?.person_id ?? ''
    guardian.jonas = rows.find(({ called }) => called === 'pappa')?.person_id ?? ''
    const told = [guardian.sara, guardian.jonas].flatMap((one) => [
      [`knows-${one}`, 'told'],
      [`on-${one}`, '2026-11-24'],
      [`way-${one}`, 'letter'],
    ])
    await sends('maja', paths.family.talk.to(at), Object.fromEntries(told))
    expect(await pageOf('maja', paths.family.talk.to(at))).toContain('i brev')
  })

  it('the wheel is filled: Petra’s own words, and others’ as they have said them', async () => {
    await sends('maja', paths.wheel.start.to(at), { areas: ['learning', 'home', 'relationships'] })
    await sends('maja', paths.wheel.colleague.to(at), { colleague: engagementOf('petra') })
    const says = (who: Staff, voice: string, working: string, area = 'home') =>
      sends(who, paths.wheel.addStatement.to(at), {
        voice,
        area,
        working,
        obtained: 'talk',
        saidOn: '2026-11-24',
      })
    await says('petra', 'me', 'Hon läser gärna på eftermiddagen.', 'learning')
    await says('maja', 'child', 'Det är roligt att läsa med Petra.', 'learning')
    await says('maja', `guardian:${guardian.sara}`, 'Kvällarna är lugna.')
    await says('maja', `guardian:${guardian.jonas}`, 'Vi äter frukost ihop.')
    const wheel = await pageOf('maja', paths.wheel.show.to(at))
    for (const said of ['på eftermiddagen', 'läsa med Petra', 'Kvällarna är lugna', 'äter frukost'])
      expect(wheel).toContain(said)
  })

  it('the family says yes to asking the trainer, who answers by a link', async () => {
    const there = await sends('maja', paths.wheel.askAdult.to(at), {
      ...{ submission: itemId, voice: 'new_adult', adultCalled: 'tränaren', adultName: 'Kalle Boll' },
      ...{ area: 'relationships', question: 'Hur har hon det i laget?', named: 'ja', dueOn: '2026-12-01' },
      ...{ basis: 'consent', yes: 'Sara och Jonas, i dag', why: 'De träffas varje vecka.', confirmed: 'ja' },
    })
    const link = /http:\/\/localhost(\/svara\/[\w-]{43})/.exec(await pageOf('maja', there))?.[1] ?? ''
    const answer = await as('nobody').post(link, { working: 'Hon skrattar mycket.' })
    expect(answer.status).toBe(303)
    await sends('maja', paths.wheel.takeAnswer.to({ ...at, itemId }), { put: 'wheel' })
    expect(await pageOf('maja', paths.wheel.show.to(at))).toContain('Hon skrattar mycket.')
  })

  it('they meet at school, and what was said is written down for everybody', async () => {
    await sends('maja', paths.wheel.analyse.to(at), {
      ...{ analysis: 'Morgnarna är svåra.', c1: 'no', c2: 'no', c3: 'yes', reason: 'Det hjälper att ses.' },
    })
    const ask = await pageOf('maja', paths.sharing.ask.to(at))
    expect(ask).toContain('Ingen annan verksamhet är med i Kronobarn än')
    expect([ask.includes(paths.meeting.call.to(at)), ask.includes('<textarea')]).toEqual([true, false])
    expect(await pageOf('maja', paths.tasks.to({}))).toContain(`href="${paths.sharing.ask.to(at)}"`)
    await sends('maja', paths.meeting.call.to(at), {
      ...{
        submission: meetingId,
        purpose: 'Vi vill att morgnarna blir lugna.',
        day: '2026-12-08',
        time: '14.30',
      },
      ...{ minutes: '60', place: 'Furuskolan', child: 'ja', guardians: [guardian.sara, guardian.jonas] },
    })
    expect(await pageOf('maja', paths.tasks.to({}))).not.toContain(`href="${paths.sharing.ask.to(at)}"`)
    setClock(new Date('2026-12-08T13:35:00Z'))
    const parties = await admin
      .selectFrom('meeting_party')
      .select('id')
      .where('child_id', '=', child)
      .execute()
    await sends('maja', paths.meeting.hold.to({ ...at, meetingId }), {
      ...{ version: '0', childsWords: 'Jag vill sova längre.', what1: 'Bilder på morgonen', who1: 'lead' },
      ...{ attended: parties.map((party) => party.id), outcome: 'plan', followUpOn: '2027-01-19' },
    })
    expect(await pageOf('maja', paths.meeting.show.to({ ...at, meetingId }))).toContain(
      'Jag vill sova längre.',
    )
  })

  it('a plan is written, printed and followed up', async () => {
    await sends('maja', paths.plan.start.to(at), {
      ...{ words: 'Jag vill ha lugna morgnar.', areas: 'home', what: 'Bilder på morgonen', who: 'Petra Ek' },
      ...{ unit: await unit(), when: 'Varje dag', followUpOn: '2027-01-19', followUpTime: '14:30' },
    })
    expect(await pageOf('maja', paths.plan.show.to(at))).toContain('Jag vill ha lugna morgnar.')
    setClock(new Date('2027-01-19T14:00:00Z'))
    await sends('maja', paths.plan.followUp.to(at), {
      ...{
        version: '1',
        heldOn: '2027-01-19',
        words: 'Det går bättre.',
        next: 'again',
        followUpOn: '2027-03-02',
      },
    })
    expect(await pageOf('maja', paths.plan.show.to(at))).toContain('2 mars')
    const paper = await as('nobody').send(paths.plan.pdf.to(at), { headers: headers('maja') })
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  it('whoever is to take over is outside: it goes on paper', async () => {
    const page = await pageOf('maja', paths.handover.prepare.to(at))
    expect(page).toContain(paths.handover.givePaper.to(at))
    expect(page).not.toContain('<select')
    await pageOf('maja', paths.handover.givePaper.to(at))
  })
})
