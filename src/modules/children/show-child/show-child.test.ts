import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined, lisasMatter, markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { lisaWithPlan } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  auditRows,
  id,
  inHours,
  lisa,
  noon,
  type Person,
  setClock,
  unknownChild,
  withoutAudit,
  world,
} from '#test/world.ts'

const address = paths.child.to({ childId: lisa })
const pageFor = async (who: Person) => (await as(who).get(address)).text()
const tells = (who: Person, more = {}) =>
  as(who).post(paths.noticing.noticeChild.to({ childId: lisa }), { sentence: 'Lisa somnar <här>.', ...more })
const received = async () => {
  const { item_id: itemId } = await admin.selectFrom('noticing').select('item_id').executeTakeFirstOrThrow()
  return paths.noticing.receive.to({ childId: lisa, itemId })
}
const plan = (followUp?: string, matter = lisasMatter) =>
  admin
    .insertInto('plan')
    .values({
      child_id: lisa,
      id: id('plan'),
      matter_id: matter,
      made_at: noon,
      follow_up_at: followUp ? new Date(followUp) : null,
    })
    .execute()

const matterNow = async () => (await admin.selectFrom('matter').select('id').executeTakeFirstOrThrow()).id

describe('Lisa’s page for those who carry it', () => {
  beforeEach(() => world())

  it('says where we are and what waits for Maja, and leads to what there is', async () => {
    await tells('petra')
    let page = await pageFor('maja')
    expect(page).toContain('<h1>Lisa Holmgren</h1>')
    expect(page).toContain('Någon har berättat något.')
    expect(page).toContain('Läs och ta emot')
    expect(page).toContain('Senast på torsdag')
    setClock(inHours(1))
    await as('maja').post(await received(), { decision: 'gathering' })
    page = await pageFor('maja')
    expect(page).toContain('Något är uppmärksammat. Ni har börjat.')
    expect(page).toContain(`href="${paths.family.talk.to({ childId: lisa })}">Till nästa steg`)
    expect(page).not.toContain('Barnets plan</a>')
    expect(page).not.toContain('somnar')
    await plan('2026-12-01T08:30:00Z', await matterNow())
    page = await pageFor('maja')
    expect(page).toContain('Det finns en plan. Ni följer upp tisdag 1 december klockan 9.30.')
    expect(page).toContain('Barnets plan</a>')
    expect((await auditRows()).at(-1)).toEqual(['maja', 'child.show', 'done', lisa])
  })

  it('has one dark panel for everybody', async () => {
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    await plan('2026-12-01T08:30:00Z')
    await joined('ali', 'familjestod')
    for (const who of ['maja', 'petra', 'ali', 'sara', 'jonas', 'lisaSelf'] as const)
      expect([who, (await pageFor(who)).split('<section class="next"').length - 1]).toEqual([who, 1])
  })

  it('shows a protected child’s name to those who are told, when they ask, and logs that they did', async () => {
    await openMatter()
    await markAsProtected()
    const page = await pageFor('maja')
    expect(page).toContain('Skyddade personuppgifter')
    expect(page).not.toContain('Holmgren')
    const named = await (await as('maja').get(`${address}?visa=namn`)).text()
    expect(named).toContain('Lisa Holmgren')
    expect((await auditRows()).at(-1)).toEqual(['maja', 'child.show-protected-name', 'done', lisa])
    for (const who of ['petra', 'sofia', 'sara'] as const)
      expect((await as(who).get(`${address}?visa=namn`)).status).toBe(404)
    for (const who of ['petra', 'sofia'] as const) expect(await pageFor(who)).not.toContain('Lisa')
  })
})

describe('Lisa’s page for those who know her', () => {
  beforeEach(() => world())

  it('is the name and a way to tell, whatever goes on', async () => {
    const before = await pageFor('petra')
    await openMatter()
    await plan('2026-12-01T08:30:00Z')
    expect(await pageFor('petra')).toBe(before)
    expect(before).toContain('Uppmärksamma något')
  })

  it('Petra, in Maja’s own secrecy unit, sees in plain words what became of what she told', async () => {
    await tells('petra')
    expect(await pageFor('petra')).toContain('Tisdag 24 november: Mottaget.')
    setClock(inHours(1))
    await as('maja').get(await received())
    expect(await pageFor('petra')).toContain('Tisdag 24 november: Läst.')
    await as('maja').post(await received(), { decision: 'sent_back', why: 'Det är Lisa i 3B' })
    const page = await pageFor('petra')
    expect(page).toContain('Kom tillbaka till dig.')
    expect(page).toContain('Det är Lisa i 3B')
    expect(page).not.toContain('somnar')
  })

  it('Sofia, in another, sees that it is received, and never more', async () => {
    await tells('sofia', { sharing: 'family_says_yes' })
    const before = await pageFor('sofia')
    expect(before).toContain('Tisdag 24 november: Mottaget.')
    setClock(inHours(1))
    await as('maja').get(await received())
    await as('maja').post(await received(), { decision: 'gathering' })
    const withoutSession = (page: string) => page.replace(/data-session-\w+="[^"]*"/g, '')
    expect(withoutSession(await pageFor('sofia'))).toBe(withoutSession(before))
  })

  it('good news can be read by the BBA function, though nothing is open', async () => {
    await tells('petra', { goodNews: 'ja' })
    expect(await pageFor('maja')).toContain(`href="${await received()}"`)
    expect(await pageFor('stig')).not.toContain('uppmarksammat/')
  })

  it('a unit that takes part finds plan, meeting and the BBA', async () => {
    await openMatter()
    await plan('2026-12-01T08:30:00Z')
    await joined('ali', 'familjestod', 'own')
    const page = await pageFor('ali')
    expect(page).toContain('Nästa uppföljning')
    expect(page).toContain(`href="${paths.plan.show.to({ childId: lisa })}"`)
    expect(page).toContain('Maja Lindgren, rektor')
    expect(page).not.toContain('Tidslinjen')
    expect(page).not.toContain('hjulet')
  })

  it('Sara and Lisa meet everybody who takes part, one contact each, and never the other parent', async () => {
    await lisaWithPlan()
    for (const who of ['sara', 'lisaSelf'] as const) {
      const page = await pageFor(who)
      for (const text of ['Maja Lindgren, rektor', 'Ali Rahimi, familjebehandlare', 'Ingrid Falk, ledare'])
        expect(page.split(text)).toHaveLength(2)
      expect(page).not.toMatch(/Jonas|Berg/)
    }
    await bar('jonas', id('gaddan'))
    expect(await pageFor('jonas')).not.toMatch(/Ingrid|Gäddan|Sara/)
  })

  it('is hidden from strangers', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    for (const who of ['eva', 'ali', 'karin'] as const)
      for (const child of [lisa, unknownChild]) {
        const answer = await as(who).get(paths.child.to({ childId: child }))
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      }
  })

  it('shows nothing when the log cannot be written', async () => {
    const answer = await withoutAudit(() => as('petra').get(address))
    expect(answer.status).toBe(503)
    expect(await answer.text()).not.toContain('Lisa')
  })
})

describe('Lisa’s page for her family', () => {
  beforeEach(() => world())

  it('is the same, byte for byte, when nothing goes on, when one is not told, and when one must not know', async () => {
    const before = {
      jonas: await pageFor('jonas'),
      lisaSelf: await pageFor('lisaSelf'),
      sara: await pageFor('sara'),
    }
    expect(before.jonas).toContain('Inget pågår just nu.')
    expect(before.jonas).toContain('Maja Lindgren, rektor')
    await tells('petra')
    setClock(inHours(1))
    await as('maja').get(await received())
    await as('maja').post(await received(), { decision: 'gathering' })
    setClock(noon)
    for (const who of ['jonas', 'sara', 'lisaSelf'] as const) expect(await pageFor(who)).toBe(before[who])

    await plan(undefined, await matterNow())
    const told = (who: string) => ({
      [`knows-${id(who)}`]: 'told',
      [`on-${id(who)}`]: '2026-11-24',
      [`way-${id(who)}`]: 'telephone',
    })
    setClock(inHours(2))
    await as('maja').post(paths.family.talk.to({ childId: lisa }), {
      ...told('sara'),
      [`knows-${id('jonas')}`]: 'barred',
      [`why-${id('jonas')}`]: 'Kontaktförbud',
    })
    setClock(noon)
    expect(await pageFor('jonas')).toBe(before.jonas)
    expect(await pageFor('lisaSelf')).toBe(before.lisaSelf)
    expect(await pageFor('sara')).not.toBe(before.sara)
  })

  it('Jonas was told, and is barred later: his page is as if nothing had been', async () => {
    const before = await pageFor('jonas')
    await openMatter()
    await tellFamily('sara', 'jonas')
    await plan('2026-12-01T08:30:00Z')
    expect(await pageFor('jonas')).toContain('Det finns en plan')
    await bar('jonas')
    expect(await pageFor('jonas')).toBe(before)
  })

  it('Sara, who is told, sees the next day, whom to call and what to read', async () => {
    await openMatter()
    await tellFamily('sara')
    await plan('2026-11-25T13:30:00Z')
    const page = await pageFor('sara')
    expect(page).toContain('Det finns en plan. Nästa gång vi ses är i morgon klockan 14.30.')
    expect(page).toContain('Maja Lindgren, rektor')
    for (const there of [paths.plan.show, paths.wheel.show, paths.sharing.whoSees, paths.timeline])
      expect(page).toContain(`href="${there.to({ childId: lisa })}"`)
  })

  it('Lisa has a page of her own, in the child’s frame', async () => {
    await openMatter()
    await tellFamily('lisaSelf')
    await plan()
    const page = await pageFor('lisaSelf')
    expect(page).toContain('<body class="child"')
    expect(page).toContain('<h1>Hej, Lisa</h1>')
    expect(page).toMatch(
      new RegExp(`href="${paths.plan.childsReading.to({ childId: lisa })}">.*<b>Läs min plan</b>`),
    )
    expect(page).toContain('Lämna sidan snabbt')
  })

  it('Sara is asked for her consent, and that is what stands first', async () => {
    await openMatter()
    await tellFamily('sara')
    await joined('ali', 'familjestod')
    await admin.deleteFrom('consent_answer').where('noted_by', '=', id('sara')).execute()
    const page = await pageFor('sara')
    expect(page).toContain('Får vi prata med varandra?')
    expect(page).toContain(
      paths.sharing.sheet.to({ childId: lisa, consentId: id('consent for familjestod') }),
    )
  })

  it('a grown-up Lisa’s parents know her no more', async () => {
    setClock(new Date('2036-03-14T12:00:00Z'))
    await admin
      .updateTable('session')
      .set({ ends_at: new Date('2040-01-01'), idle_minutes: 10_000_000 })
      .execute()
    expect((await as('sara').get(address)).status).toBe(404)
    expect((await as('lisaSelf').get(address)).status).toBe(200)
  })
})
