import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { protectLisa } from '#test/arrange.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import { appointReviewers, giveLisaANumber, lisasNumber, nobodysNumber } from '#test/reviewers.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  noon,
  type Person,
  setClock,
  showedWhoTheyAre,
  withoutAudit,
  world,
} from '#test/world.ts'

const ask = paths.emergency.ask.to({})
const emergency = paths.emergency.show.to({ childId: lisa })
const nothing = `${ask}?svar=ingen`
const why = 'Lisa står ensam på stationen och <gråter>.'
const form = { number: lisasNumber, ground: 'barnet_ensamt', why }
const asks = (who: Person, more: Record<string, string> = {}) => as(who).post(ask, { ...form, ...more })
const opened = () => admin.selectFrom('break_glass').selectAll().orderBy('opened_at').execute()
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)

describe('a plan in an emergency', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    await giveLisaANumber()
    await appointReviewers()
  })

  it('Eva, who does not know Lisa, says why, and sees whom to call and what to do', async () => {
    expect((await as('eva').get(ask)).status).toBe(200)
    const asked = await asks('eva')
    expect([asked.status, asked.headers.get('location')]).toEqual([303, emergency])
    const page = await (await as('eva').get(emergency)).text()
    for (const words of [
      'Lisa Holmgren',
      'till klockan 13.00',
      'Ring Maja.',
      'Maja Lindgren, rektor, Furuskolan',
      'Familjestöd Alvesta',
      'Läsa tillsammans',
      'href="tel:112"',
      paths.concern.to({}),
    ])
      expect(page).toContain(words)
    expect((await auditRows()).map((row) => row.slice(0, 3))).toEqual([
      ['eva', 'break-glass.open-form', 'done'],
      ['eva', 'break-glass.open', 'done'],
      ['eva', 'break-glass.show', 'done'],
    ])
    const subjects = await admin.selectFrom('audit_subject').select('child_id').execute()
    expect(subjects).toEqual([{ child_id: lisa }])
  })

  it('nothing else of Lisa is open to her: neither what was said, nor any other page', async () => {
    await asks('eva')
    const page = await (await as('eva').get(emergency)).text()
    for (const words of ['Åtgärdsprogram', 'Är vi med på planen', 'Hjälper det', '<form']) {
      const inMain = page.slice(page.indexOf('<main'))
      expect(inMain).not.toContain(words)
    }
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const other of [
      paths.child,
      paths.plan.show,
      paths.plan.pdf,
      paths.plan.versions,
      paths.wheel.show,
      paths.timeline,
      paths.sharing.whoSees,
      paths.noticing.noticeChild,
    ]) {
      const answer = await as('eva').get(other.to({ childId: lisa }))
      expect([other.pattern, answer.status, await answer.text()]).toEqual([other.pattern, 404, missing])
    }
    for (const table of [
      'child',
      'item',
      'statement',
      'agreement',
      'follow_up',
      'guardianship',
      'meeting',
    ] as const)
      expect([
        table,
        await behindTheWalls('eva', lisa, (trx) => trx.selectFrom(table).select(sql`1`.as('one')).execute()),
      ]).toEqual([table, []])
  })

  it('it is over after an hour, and nobody else sees it meanwhile: nor Eva when she acts elsewhere', async () => {
    await asks('eva')
    for (const who of ['petra', 'sofia', 'karin'] as const)
      expect([who, (await as(who).get(emergency)).status]).toEqual([who, 404])
    setClock(minutes(59))
    expect((await as('eva').get(emergency)).status).toBe(200)
    await admin
      .insertInto('engagement')
      .values({
        id: id('eva elsewhere'),
        person_id: id('eva'),
        unit_id: id('bvc'),
        title: 'vikarie',
        valid_from: '2020-01-01',
      })
      .execute()
    const act = (engagement_id: string) =>
      admin.updateTable('session').set({ engagement_id }).where('person_id', '=', id('eva')).execute()
    await act(id('eva elsewhere'))
    expect((await as('eva').get(emergency)).status).toBe(404)
    await act(engagementOf('eva'))
    expect((await as('eva').get(emergency)).status).toBe(200)
    setClock(minutes(60))
    expect((await as('eva').get(emergency)).status).toBe(404)
  })

  it('the number alone tells nothing, and a miss looks the same whatever the reason, and is kept as well', async () => {
    await admin.updateTable('child').set({ person_id: null }).where('id', '=', lisa).execute()
    const answersOf = async (more: Record<string, string>) => {
      const answer = await asks('eva', more)
      return [answer.status, answer.headers.get('location')]
    }
    expect((await asks('eva', { why: '' })).status).toBe(
      (await asks('eva', { why: '', number: nobodysNumber })).status,
    )
    expect(await opened()).toEqual([])
    expect(await answersOf({ number: nobodysNumber })).toEqual([303, nothing])
    await admin.updateTable('plan').set({ ended_at: noon, ended_because: 'goals_met' }).execute()
    expect(await answersOf({})).toEqual([303, nothing])
    expect(await (await as('eva').get(nothing)).text()).toContain('Det finns ingen plan att visa')
    expect((await opened()).map(({ child_id }) => child_id)).toEqual([
      '00000000-0000-0000-0000-000000000000',
      '00000000-0000-0000-0000-000000000000',
    ])
    expect((await as('eva').get(emergency)).status).toBe(404)
  })

  it('a protected child is not shown: the plan would tell where it is', async () => {
    await protectLisa()
    expect((await asks('eva')).headers.get('location')).toBe(nothing)
  })

  it('marked as protected within the hour, it is closed at the next request', async () => {
    await asks('eva')
    await protectLisa()
    expect((await as('eva').get(emergency)).status).toBe(404)
  })

  it('sent twice, or from two tabs, it is once; another reason is another, and a fourth on the same day is refused', async () => {
    for (let time = 0; time < 2; time++) expect((await asks('eva')).headers.get('location')).toBe(emergency)
    expect(await opened()).toHaveLength(1)
    for (let time = 0; time < 2; time++) await asks('eva', { why: `Hon är borta igen, ${time}.` })
    const fourth = await asks('eva', { why: 'Hon <gråter>.' })
    expect(fourth.status).toBe(422)
    const page = await fourth.text()
    expect(page).toContain('Ring 112')
    expect(page).toContain('&lt;gråter&gt;')
    expect(await opened()).toHaveLength(3)
    setClock(inHours(24))
    expect((await asks('eva')).status).toBe(303)
  })

  it('an hour later the same words open it anew, and not before', async () => {
    await asks('eva')
    setClock(minutes(59))
    expect((await asks('eva')).headers.get('location')).toBe(emergency)
    expect((await as('eva').get(emergency)).status).toBe(200)
    expect(await opened()).toHaveLength(1)
    setClock(minutes(60))
    await asks('eva')
    expect((await as('eva').get(emergency)).status).toBe(200)
    expect(await opened()).toHaveLength(2)
  })

  it('on a page that was gone back to, another number is another child: Lisa’s plan is not shown for it', async () => {
    const submission = id('emergency')
    await asks('eva', { submission })
    const other = await asks('eva', { submission, number: nobodysNumber })
    expect(other.headers.get('location')).toBe(nothing)
    expect(await opened()).toHaveLength(2)
  })

  it('asks for a sign-in of the last five minutes, in the database too', async () => {
    await showedWhoTheyAre('eva', minutes(-6))
    expect((await asks('eva')).headers.get('location')).toContain(paths.again.to({}))
    const tried = await behindTheWalls('eva', undefined, (trx) =>
      sql<{ outcome: string }>`select outcome from break_glass('\\x00', ${id('x')}, 'g', '\\x00', 3)`.execute(
        trx,
      ),
    )
    expect(tried.rows).toEqual([{ outcome: 'not-fresh' }])
    expect(await opened()).toEqual([])
  })

  it('where nobody reviews, nothing opens', async () => {
    const answer = await asks('ali')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('ingen som granskar')
    expect(await opened()).toEqual([])
  })

  it.each([
    ['number', 'Lisa', 'Skriv barnets personnummer'],
    ['number', '20170101-2394', 'Skriv barnets personnummer'],
    ['ground', 'nyfiken', 'Välj varför'],
    ['why', ' ', 'Skriv med en mening'],
  ])('gives the form back when the %s is %j', async (field, value, message) => {
    const answer = await asks('eva', { [field]: value })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`<a href="#${field}">${message}`)
    expect(await opened()).toEqual([])
  })

  it('is not for families, and opens nothing without the log', async () => {
    for (const who of ['sara', 'lisaSelf'] as const)
      for (const answer of [await as(who).get(ask), await asks(who)]) expect(answer.status).toBe(404)
    expect((await withoutAudit(() => asks('eva'))).status).toBe(503)
    expect(await opened()).toEqual([])
  })

  it('the reason lies sealed, and is no more readable for Eva than for anybody', async () => {
    await asks('eva')
    const [row] = await opened()
    expect(row?.body.includes('stationen')).toBe(false)
    await expect(
      behindTheWalls('eva', lisa, (trx) => trx.selectFrom('break_glass').select('id').execute()),
    ).rejects.toThrow('permission denied')
  })
})
