import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { audited } from '#modules/audit'
import { findTurn, turnSentence } from '#modules/responsibility'
import { paths } from '#shared/paths.ts'
import { ok } from '#shared/result.ts'
import { joined, openMatter, takeBack, tellFamily } from '#test/arrange.ts'
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
  sessionOf,
  setClock,
  withoutAudit,
  world,
} from '#test/world.ts'
import { after, type HandoverAct, isSchoolChange, needsGround, type Place } from './handover.ts'

const at = { childId: lisa }
const handoverId = id('the hand-over')
const ids = { ...at, handoverId }
const prepare = paths.handover.prepare.to(at)
const there = paths.handover.show.to(ids)
const offer = paths.handover.offer.to(ids)
const accept = paths.handover.accept.to(ids)
const sendBack = paths.handover.sendBack.to(ids)
const takenBack = paths.handover.takeBack.to(ids)
const wheel = paths.wheel.show.to(at)
const toAli = { submission: handoverId, unit: id('familjestod'), why: 'Familjen behöver <stöd> hemma.' }
const sentences = {
  necessary: 'De ska ge stödet.',
  relevant: 'Det hör till deras uppgift.',
  proportionate: 'Bara det som behövs följer med.',
}
const onRule = { basis: 'ground', ground: 'ej_men', ...sentences }

const said = id('works with lisa')
const line = `${said}.1`
const told = id('told petra')
const pageOf = async (who: Person, path = there) => (await as(who).get(path)).text()
const state = async () => (await admin.selectFrom('handover').select('state').execute())[0]?.state
const lead = async () => {
  const all = await admin.selectFrom('responsibility').select(['engagement_id', 'during']).execute()
  return all.flatMap(({ engagement_id, during }) => (String(during).endsWith(',)') ? engagement_id : []))
}
/** Maja's time goes on from a moment as a new one. */
const begins = (moment: Date) =>
  admin.transaction().execute(async (trx) => {
    await sql`update responsibility set during = tstzrange(lower(during), ${moment})`.execute(trx)
    await sql`insert into responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
      select child_id, ${deps.newId()}, matter_id, kind, unit_id, engagement_id, tstzrange(${moment}, null)
      from responsibility`.execute(trx)
  })
const waiting = () =>
  admin.selectFrom('task').select(['kind', 'engagement_id']).where('done_at', 'is', null).execute()
const living = (table: 'access_grant' | 'assignment') =>
  table === 'assignment'
    ? admin
        .selectFrom('assignment')
        .select('id')
        .where('engagement_id', '=', engagementOf('ali'))
        .where('valid_to', 'is', null)
        .execute()
    : admin.selectFrom('access_grant').select('id').where('ended_at', 'is', null).execute()

describe('the states of a hand-over', () => {
  const acts: readonly HandoverAct[] = ['offer', 'accept', 'send_back', 'take_back']
  it.each([
    ['prepared', ['offered', undefined, undefined, 'withdrawn']],
    ['offered', [undefined, 'accepted', 'returned', 'withdrawn']],
    ['accepted', [undefined, undefined, undefined, undefined]],
    ['returned', [undefined, undefined, undefined, undefined]],
    ['withdrawn', [undefined, undefined, undefined, undefined]],
  ] as const)('%s', (from, states) => {
    expect(acts.map((act) => after(from, act))).toEqual(states)
  })

  const school: Place = { kind: 'compulsory_school', secrecyUnitId: 'a', secrecyKind: 'school' }
  const other: Place = {
    kind: 'upper_secondary_school',
    secrecyUnitId: 'b',
    secrecyKind: 'independent_school',
  }
  const social: Place = { kind: 'social_services', secrecyUnitId: 'c', secrecyKind: 'social' }
  it.each([
    [school, other, true, true],
    [school, { ...other, secrecyUnitId: 'a' }, true, false],
    [school, social, false, true],
  ])('%o to %o', (from, to, isChange, ground) => {
    expect([isSchoolChange(from, to), needsGround(from, to)]).toEqual([isChange, ground])
  })
})

describe('the whole, to one other unit', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas')
    const add = paths.wheel.addStatement.to(at)
    await as('maja').post(add, {
      submission: said,
      voice: 'me',
      area: 'learning',
      working: 'Lisa <skrattar> i slöjden.',
    })
    await as('petra').post(add, { submission: told, voice: 'child', area: 'home', challenging: 'Hemligt.' })
    await as('petra').post(add, {
      submission: id('for the meeting'),
      voice: 'child',
      area: 'home',
      working: 'Till mötet.',
      readers: 'meeting',
    })
  })

  it('prepared, it shows the receiver nothing at all', async () => {
    const before = await (await as('ali').get('/uppgifter')).text()
    const answer = await as('maja').post(prepare, toAli)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, there])
    expect(await pageOf('maja')).toContain('Familjen behöver &lt;stöd&gt; hemma.')
    expect((await as('ali').get(there)).status).toBe(404)
    expect(await (await as('ali').get('/uppgifter')).text()).toBe(before)
    for (const table of ['child', 'handover', 'assignment', 'task', 'access_grant'] as const)
      expect(
        await behindTheWalls('ali', table === 'child' ? undefined : lisa, (trx) =>
          trx
            .selectFrom(table)
            .select(table === 'child' ? 'id' : 'child_id')
            .execute(),
        ),
      ).toEqual([])
  })

  it('needs a ground before it is offered, and only what may travel goes along', async () => {
    await as('maja').post(prepare, toAli)
    const form = await pageOf('maja', offer)
    expect(form).toContain('Lisa &lt;skrattar&gt; i slöjden.')
    for (const text of ['Hemligt', 'Till mötet']) expect(form).not.toContain(text)
    for (const rests of [
      {},
      { basis: 'consent' },
      { basis: 'ground', ground: 'halsa_social_underarig', ...sentences },
      { basis: 'ground', ground: 'ej_men' },
    ])
      expect((await as('maja').post(offer, { ...rests, statements: line })).status).toBe(422)
    expect(await state()).toBe('prepared')
    expect((await as('ali').get(there)).status).toBe(404)

    const all = [line, `${told}.1`, `${id('for the meeting')}.1`]
    const more = await as('maja').post(offer, { ...onRule, statements: all })
    expect([more.status, /Hemligt|Till mötet/.test(await more.text()), await state()]).toEqual([
      409,
      false,
      'prepared',
    ])
    expect((await as('maja').post(offer, { ...onRule, statements: line })).status).toBe(303)
    const page = await pageOf('ali')
    for (const text of [
      'Lisa Holmgren',
      'Familjen behöver &lt;stöd&gt; hemma.',
      'Lisa &lt;skrattar&gt; i slöjden.',
    ])
      expect(page).toContain(text)
    for (const text of ['Hemligt', 'Till mötet']) expect(page).not.toContain(text)
    expect((await as('ali').get(wheel)).status).toBe(404)
    expect(await waiting()).toEqual([{ kind: 'receive_handover', engagement_id: engagementOf('ali') }])
  })

  it('on the family’s yes it reaches as far as the yes, and ends with it', async () => {
    await joined('ali', 'familjestod', 'whole', ['home'])
    await as('maja').post(prepare, toAli)
    expect((await as('maja').post(offer, { basis: 'consent', statements: line })).status).toBe(422)
    expect(await state()).toBe('prepared')
    expect((await as('maja').post(offer, { basis: 'consent' })).status).toBe(303)
    expect((await as('ali').get(there)).status).toBe(200)
    await takeBack('jonas', 'familjestod')
    expect((await as('ali').get(there)).status).toBe(404)
    expect((await as('ali').post(accept)).status).toBe(404)
    expect(await lead()).toEqual([engagementOf('maja')])
  })

  it.each([
    ['in the very moment', 0],
    ['a little after, by another clock', 2],
  ])(
    'nobody takes over what began for Maja %s: Ali is told so kindly, and it waits for him',
    async (_, seconds) => {
      await as('maja').post(prepare, toAli)
      await as('maja').post(offer, { ...onRule, statements: line })
      await begins(new Date(noon.getTime() + seconds * 1000))
      const answer = await as('ali').post(accept)
      expect([answer.status, (await answer.text()).includes('Någon annan hann före')]).toEqual([409, true])
      expect([await state(), await lead()]).toEqual(['offered', [engagementOf('maja')]])
      setClock(inHours(1))
      expect((await as('ali').post(accept)).status).toBe(303)
      expect(await lead()).toEqual([engagementOf('ali')])
    },
  )

  it('Maja is responsible until Ali says yes, and Ali from that moment', async () => {
    await as('maja').post(prepare, toAli)
    await as('maja').post(offer, { ...onRule, statements: line })
    expect(await lead()).toEqual([engagementOf('maja')])
    expect((await as('maja').get(paths.wheel.analyse.to(at))).status).toBe(200)
    setClock(inHours(1))
    expect((await as('ali').post(accept)).status).toBe(303)
    expect(await lead()).toEqual([engagementOf('ali')])
    expect(await waiting()).toEqual([{ kind: 'gather', engagement_id: engagementOf('ali') }])
    const page = await pageOf('ali', wheel)
    expect(page).toContain('Lisa &lt;skrattar&gt; i slöjden.')
    for (const text of ['Hemligt', 'Till mötet']) expect(page).not.toContain(text)
    // What the school wrote stays with the school, which no longer carries the matter.
    for (const path of [paths.wheel.analyse, paths.close, paths.wheel.notes])
      expect([(await as('maja').get(path.to(at))).status, (await as('ali').get(path.to(at))).status]).toEqual(
        [404, 200],
      )
    expect(await pageOf('maja')).toContain('har tagit emot')
    expect(await behindTheWalls('ali', lisa, (trx) => trx.selectFrom('item').select('id').execute())).toEqual(
      [{ id: said }],
    )
    const events = await admin.selectFrom('plan_event').select('kind').execute()
    expect(events).toContainEqual({ kind: 'lead_changed' })
  })

  it('only the one who holds the receiving unit’s function can say yes, also past the pages', async () => {
    await as('maja').post(prepare, toAli)
    await as('maja').post(offer, onRule)
    const saysYes = (who: Person) =>
      behindTheWalls(who, lisa, (trx) =>
        sql<{ done: boolean }>`
          select accept_handover(${lisa}, ${handoverId}, ${[deps.newId(), deps.newId()]}::uuid[]) as done`.execute(
          trx,
        ),
      )
    for (const who of ['maja', 'sofia', 'sara'] as const)
      expect((await saysYes(who)).rows).toEqual([{ done: false }])
    const sofia = engagementOf('sofia')
    await admin
      .updateTable('unit_function')
      .set({ holder_engagement_id: sofia, stand_in_engagement_id: sofia })
      .where('unit_id', '=', id('familjestod'))
      .execute()
    expect((await saysYes('ali')).rows).toEqual([{ done: false }])
    expect((await as('ali').post(accept)).status).toBe(404)
    expect(await lead()).toEqual([engagementOf('maja')])
  })

  it('Ali sends it back with a reason, and sees nothing more; Maja gets to know', async () => {
    await as('maja').post(prepare, toAli)
    await as('maja').post(offer, { ...onRule, statements: line })
    expect((await as('ali').post(sendBack, { answer: ' ' })).status).toBe(422)
    expect((await as('ali').post(sendBack, { answer: 'Hör <hemma> hos skolan.' })).status).toBe(303)
    expect((await as('ali').get(there)).status).toBe(404)
    expect([await living('access_grant'), await living('assignment')]).toEqual([[], []])
    expect(await waiting()).toEqual([{ kind: 'handover_returned', engagement_id: engagementOf('maja') }])
    expect(await pageOf('maja')).toContain('Hör &lt;hemma&gt; hos skolan.')
    expect(await lead()).toEqual([engagementOf('maja')])
    expect((await as('maja').post(prepare, { ...toAli, submission: id('again') })).status).toBe(303)
  })

  it('Maja takes it back before Ali has answered, and his yes comes too late', async () => {
    await as('maja').post(prepare, toAli)
    await as('maja').post(offer, { ...onRule, statements: line })
    expect((await as('petra').post(takenBack)).status).toBe(404)
    expect((await as('maja').post(takenBack)).status).toBe(303)
    expect((await as('ali').post(accept)).status).toBe(404)
    expect([await state(), await living('access_grant'), await waiting()]).toEqual(['withdrawn', [], []])
    expect((await as('maja').post(offer, onRule)).status).toBe(409)
  })

  it('ending the matter takes the offer back too', async () => {
    await as('maja').post(prepare, toAli)
    await as('maja').post(offer, { ...onRule, statements: line })
    expect((await as('maja').post(paths.close.to(at), { closing: 'family_ended' })).status).toBe(303)
    expect((await as('ali').get(there)).status).toBe(404)
    expect([await state(), await living('assignment')]).toEqual(['withdrawn', []])
  })

  it('only one at a time; sent twice, it is one; without the log, none', async () => {
    expect((await withoutAudit(() => as('maja').post(prepare, toAli))).status).toBe(503)
    for (let time = 0; time < 2; time++) expect((await as('maja').post(prepare, toAli)).status).toBe(303)
    const second = await as('maja').post(prepare, {
      ...toAli,
      submission: id('second'),
      unit: id('elevhalsan'),
    })
    expect([second.status, (await second.text()).includes('Det går bara att ha en i taget')]).toEqual([
      409,
      true,
    ])
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(offer, { ...onRule, statements: line })).status).toBe(303)
    expect(await living('access_grant')).toHaveLength(1)
    expect((await auditRows()).filter(([, act]) => act === 'handover.offer')).toHaveLength(2)
  })

  it.each([
    ['no unit', { unit: '' }, 'unit'],
    ['one’s own unit', { unit: id('furuskolan') }, 'unit'],
    ['no reason', { why: '' }, 'why'],
  ])('%s is given back', async (_, fault, field) => {
    const answer = await as('maja').post(prepare, { ...toAli, familyThinks: 'De vill <gärna>.', ...fault })
    const page = await answer.text()
    expect([answer.status, page.includes(`href="#${field}"`)]).toEqual([422, true])
    expect(page).toContain('De vill &lt;gärna&gt;.')
  })

  it('offered, it is the first thing on the child’s page for Ali, until he has answered', async () => {
    const child = paths.child.to(at)
    await as('maja').post(prepare, toAli)
    expect((await as('ali').get(child)).status).toBe(404)
    await as('maja').post(offer, onRule)
    const page = await pageOf('ali', child)
    expect(page).toContain('Ta emot en överlämning')
    expect(page).toContain(`href="${there}"`)
    expect(await pageOf('maja', child)).not.toContain('Ta emot en överlämning')
    await as('ali').post(accept)
    expect(await pageOf('ali', child)).not.toContain('Ta emot en överlämning')
  })

  it('is hidden from everybody but the giver and the one it is offered to', async () => {
    const missing = await (await as('eva').get('/ingenting')).text()
    await as('maja').post(prepare, toAli)
    await as('maja').post(offer, { ...onRule, statements: line })
    for (const who of ['sofia', 'eva', 'ingrid', 'sara', 'lisaSelf'] as const)
      for (const path of [prepare, there, offer, accept, sendBack, takenBack])
        for (const answer of [await as(who).get(path), await as(who).post(path, { ...toAli, answer: 'x' })])
          expect([who, path, answer.status, await answer.text()]).toEqual([who, path, 404, missing])
    expect((await as('maja').post(accept)).status).toBe(404)
    expect(await state()).toBe('offered')
  })

  it('the family is told whose turn it is', async () => {
    const asking = { session: sessionOf('sara'), childId: lisa, requestId: id('r'), madeUnder: undefined }
    const sentence = async (who: Person) => {
      const turn = await audited(deps, 'child.show', { ...asking, session: sessionOf(who) }, async (work) =>
        ok(await findTurn(work, lisa)),
      )
      return turn.ok && turn.value ? turnSentence(turn.value) : undefined
    }
    const maja = 'Maja Lindgren på Furuskolan är Barnets bästa-ansvarig.'
    await as('maja').post(prepare, toAli)
    expect(await sentence('sara')).toBe(maja)
    await as('maja').post(offer, onRule)
    const asked = `${maja} Familjestöd Alvesta har fått frågan om att ta över, den 24 november. Maja Lindgren har ansvaret tills de har svarat.`
    for (const who of ['sara', 'maja'] as const) expect(await sentence(who)).toBe(asked)
    expect(await pageOf('sara', paths.child.to(at))).toContain(
      'har fått frågan om att ta över, den 24 november',
    )
    for (const who of ['lisaSelf', 'sofia', 'karin'] as const) expect(await sentence(who)).toBeUndefined()
    setClock(inHours(1))
    await as('ali').post(accept)
    expect(await sentence('sara')).toBe('Ali Rahimi på Familjestöd Alvesta är Barnets bästa-ansvarig.')
  })
})
