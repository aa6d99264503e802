import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { bar, joined } from '#test/arrange.ts'
import { callMeeting, meetingAddress, meetingId } from '#test/arrange-meeting.ts'
import { lisasPlanId, lisaWithPlan } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  behindTheWalls,
  engagementOf,
  id,
  inHours,
  lisa,
  type Person,
  setClock,
  world,
} from '#test/world.ts'

const at = { childId: lisa }
const handoverId = id('the hand-over')
const offer = paths.handover.offer.to({ ...at, handoverId })

/** Maja offers all of it to a unit in another secrecy unit, on a ground, and it says yes an hour later. */
const onRule = {
  basis: 'ground',
  ground: 'ej_men',
  necessary: 'De ska ge stödet.',
  relevant: 'Det hör till deras uppgift.',
  proportionate: 'Bara det som behövs.',
}
async function moveTo(unit: string, holder: Person, rests: object = onRule) {
  const prepared = { submission: handoverId, unit: id(unit), why: 'De kan hjälpa familjen hemma.' }
  await as('maja').post(paths.handover.prepare.to(at), prepared)
  const offered = await as('maja').post(offer, { ...rests })
  if (offered.status !== 303) throw new Error(await offered.text())
  setClock(inHours(1))
  const accepted = await as(holder).post(paths.handover.accept.to({ ...at, handoverId }))
  if (accepted.status !== 303) throw new Error(await accepted.text())
}

const newPlan = {
  words: 'Jag vill sova gott.',
  areas: 'health',
  what: 'Prata om kvällarna',
  who: 'Birgit Holm',
  unit: id('bvc'),
  when: 'Varannan vecka',
  followUpOn: '2026-12-15',
  followUpTime: '14:30',
}

const kept = [
  'plan',
  'plan_part',
  'plan_head',
  'follow_up',
  'agreement',
  'meeting',
  'meeting_text',
  'meeting_party',
  'consent',
  'consent_unit',
  'consent_signer',
  'consent_answer',
  'consent_child_no',
  'family_talk_note',
] as const
const count = async (who: Person, table: (typeof kept)[number]) =>
  (await behindTheWalls(who, lisa, (trx) => sql`select 1 from ${sql.id(table)}`.execute(trx))).rows.length
const counts = async (who: Person) =>
  Object.fromEntries(await Promise.all(kept.map(async (table) => [table, await count(who, table)] as const)))
const nothing = Object.fromEntries(kept.map((table) => [table, 0]))
const changes = (who: Person, statement: ReturnType<typeof sql>) =>
  behindTheWalls(who, lisa, async (trx) => (await statement.execute(trx)).numAffectedRows).catch(() => 0n)

describe('the whole goes to another secrecy unit, and each keeps what it has made', () => {
  beforeEach(async () => {
    await world()
    await lisaWithPlan()
    await admin
      .insertInto('family_talk_note')
      .columns(['child_id', 'talk_id', 'secrecy_unit_id', 'body'])
      .expression((eb) =>
        eb
          .selectFrom('family_talk')
          .select([
            'child_id',
            'id',
            sql<string>`${id('wall furuskolan')}::uuid`.as('wall'),
            sql<Buffer>`''::bytea`.as('b'),
          ]),
      )
      .execute()
    await callMeeting()
    await as('maja').post(paths.plan.agree.to(at), { 'answer-barnet': 'agrees' })
  })

  it('the health service reads nothing of the school’s plan, meetings, consents and talks; the school goes on reading', async () => {
    const before = await counts('maja')
    await moveTo('bvc', 'birgit')
    expect(await counts('birgit')).toEqual(nothing)
    expect(await counts('maja')).toEqual(before)
    const events = await behindTheWalls('birgit', lisa, (trx) =>
      trx.selectFrom('plan_event').select('kind').execute(),
    )
    expect(events).toEqual([{ kind: 'lead_changed' }])
  })

  it('whom Lisa leans on stays with the school that wrote it down; the health service writes its own', async () => {
    const address = paths.family.adult.to(at)
    const gunnel = { name: 'Gunnel Holmgren', relation: 'mormor', phone: '070-174 06 20' }
    expect((await as('maja').post(address, gunnel)).status).toBe(303)
    await moveTo('bvc', 'birgit')
    const adults = (who: Person) =>
      behindTheWalls(who, lisa, (trx) => trx.selectFrom('important_adult').select('id').execute())
    expect([(await adults('maja')).length, await adults('birgit')]).toEqual([1, []])
    expect(await (await as('birgit').get(address)).text()).not.toContain('Gunnel')
    expect((await as('birgit').post(address, { ...gunnel, name: 'Rut Alm' })).status).toBe(303)
    expect([(await adults('maja')).length, (await adults('birgit')).length]).toEqual([1, 1])
    expect(await changes('maja', sql`update important_adult set version = version + 1`)).toBe(0n)
  })

  it('nobody keeps a time free for a meeting that was called off with the move', async () => {
    const hold = id('a time that Ali holds')
    await admin
      .insertInto('time_hold')
      .values({
        id: hold,
        from_unit_id: id('furuskolan'),
        to_engagement_id: engagementOf('ali'),
        starts_at: inHours(72),
        minutes: 45,
        asked_by: id('maja'),
        asked_at: inHours(0),
      })
      .execute()
    await admin
      .insertInto('meeting_hold')
      .values({ child_id: lisa, meeting_id: meetingId, hold_id: hold, unit_id: id('familjestod') })
      .execute()
    await moveTo('bvc', 'birgit')
    const released = await admin.selectFrom('time_hold').select('released_at').executeTakeFirstOrThrow()
    expect(released.released_at).toEqual(inHours(1))
  })

  it('to talk with the family waits for the new BBA, not for the one who was', async () => {
    const task = {
      child_id: lisa,
      id: id('the talk'),
      kind: 'talk_with_family' as const,
      due_on: '2026-11-26',
    }
    await admin
      .insertInto('task')
      .values({ ...task, engagement_id: engagementOf('maja'), made_at: inHours(0) })
      .execute()
    await moveTo('bvc', 'birgit')
    const [talk] = await admin.selectFrom('task').selectAll().where('id', '=', task.id).execute()
    expect([talk?.engagement_id, talk?.done_at]).toEqual([engagementOf('birgit'), null])
    expect(await (await as('birgit').get(paths.tasks.to({}))).text()).toContain('Prata med familjen')
    expect(await (await as('maja').get(paths.tasks.to({}))).text()).not.toContain('Prata med familjen')
  })

  it('the school changes nothing more of it', async () => {
    await moveTo('bvc', 'birgit')
    for (const statement of [
      sql`update plan set follow_up_at = asked_at()`,
      sql`update plan_head set version = version + 1`,
      sql`update plan_part set to_version = 9, to_at = asked_at()`,
      sql`update meeting set state = 'held'`,
      sql`insert into consent_unit (child_id, consent_id, unit_id, areas)
        select child_id, id, ${id('bvc')}, '{health}' from consent limit 1`,
      sql`insert into plan (child_id, id, matter_id, made_at)
        select child_id, ${id('another')}, matter_id, asked_at() from plan`,
    ])
      expect([await changes('maja', statement)]).toEqual([0n])
    for (const path of [paths.plan.addGoal, paths.meeting.call])
      expect((await as('maja').get(path.to(at))).status).toBe(404)
  })

  it('its plan is over and its meeting called off; the family sees that, and then the new plan too', async () => {
    await moveTo('bvc', 'birgit')
    const plan = await admin.selectFrom('plan').selectAll().executeTakeFirstOrThrow()
    expect([plan.ended_because, plan.ended_at]).toEqual(['moved', inHours(1)])
    expect(await (await as('sara').get(meetingAddress('show'))).text()).toContain('Mötet är inställt.')
    const started = await as('birgit').post(paths.plan.start.to(at), newPlan)
    expect([started.status, started.status === 303 ? '' : await started.text()]).toEqual([303, ''])
    expect(await count('sara', 'plan')).toBe(2)
    expect(await (await as('sara').get(paths.plan.show.to(at))).text()).toContain('Jag vill sova gott.')
    // Each of the units reads its own.
    expect([await count('birgit', 'plan'), await count('maja', 'plan')]).toEqual([1, 1])
    expect(await (await as('birgit').get(paths.plan.show.to(at))).text()).not.toContain('läsa en hel bok')
    expect(await admin.selectFrom('plan').select('id').where('ended_at', 'is', null).execute()).toHaveLength(
      1,
    )
  })

  it('nobody else reads on a part that the school gave, and nobody leads the collaboration', async () => {
    const lead = { who: engagementOf('ali') }
    await as('maja').post(paths.plan.lead.to(at), { act: 'ask', ...lead })
    await as('ali').post(paths.plan.lead.to(at), { act: 'accept' })
    expect(await count('ali', 'plan')).toBe(1)
    await moveTo('bvc', 'birgit')
    for (const who of ['ali', 'ingrid'] as const)
      expect([who, await count(who, 'plan'), await count(who, 'meeting')]).toEqual([who, 0, 0])
    const { rows } =
      await sql`select 1 from responsibility where kind = 'collaboration_lead' and upper_inf(during)`.execute(
        admin,
      )
    expect(rows).toEqual([])
  })

  it('a receiver that the family had let into the plan reads it on, from the version it was given, and writes nothing', async () => {
    await admin
      .updateTable('access_grant')
      .set({ reads_from: inHours(0.5) })
      .where('to_unit_id', '=', id('familjestod'))
      .execute()
    const change = sql`update plan_part set to_version = 2, to_at = asked_at() where kind = 'if_worse'`
    expect(await changes('maja', change)).toBe(1n)
    const form = await (await as('maja').get(paths.plan.show.to(at))).text()
    expect(form).not.toContain('Ring Maja.')
    await moveTo('familjestod', 'ali', { basis: 'consent' })
    const read = await behindTheWalls('ali', lisa, (trx) =>
      trx.selectFrom('plan_part').select(['kind', 'plan_id']).execute(),
    )
    expect(new Set(read.map(({ plan_id }) => plan_id))).toEqual(new Set([lisasPlanId]))
    expect(read.map(({ kind }) => kind)).not.toContain('if_worse')
    expect(await changes('ali', sql`update plan_part set to_version = 9, to_at = asked_at()`)).toBe(0n)
    expect(await changes('ali', sql`update plan_head set version = 9`)).toBe(0n)
    expect([await count('ali', 'consent'), await count('ali', 'family_talk_note')]).toEqual([0, 0])
    const show = paths.plan.show.to(at)
    expect(await (await as('ali').get(show)).text()).toContain('läsa en hel bok')
    const started = await as('ali').post(paths.plan.start.to(at), {
      ...newPlan,
      who: 'Ali Rahimi',
      unit: id('familjestod'),
    })
    expect(started.status).toBe(303)
    const page = await (await as('ali').get(show)).text()
    expect([page.includes('sova gott'), page.includes('läsa en hel bok')]).toEqual([true, false])
    expect(await changes('ali', sql`update plan_head set version = 2`)).toBe(1n)
    setClock(inHours(24 * 91))
    // The family’s yes is over: its own plan is all that is left.
    expect(await count('ali', 'plan')).toBe(1)
  })

  it('the offer says what becomes of the plan', async () => {
    const prepared = { submission: handoverId, unit: id('bvc'), why: 'De kan hjälpa familjen hemma.' }
    await as('maja').post(paths.handover.prepare.to(at), prepared)
    const page = await (await as('maja').get(offer)).text()
    expect(page).toContain('Planen stannar hos er och avslutas när BVC Alvesta tar emot.')
    expect(page).not.toContain('De kan läsa den här planen')
  })

  it('a bar goes on hiding what comes later; the new unit knows that it holds, and not why', async () => {
    await bar('jonas')
    await moveTo('bvc', 'birgit')
    const started = await as('birgit').post(paths.plan.start.to(at), newPlan)
    expect(started.status).toBe(303)
    expect([await count('sara', 'plan'), await count('jonas', 'plan')]).toEqual([2, 0])
    const bars = await behindTheWalls('birgit', lisa, (trx) =>
      trx.selectFrom('bar').select('person_id').where('thing_id', 'is', null).execute(),
    )
    expect(bars).toEqual([{ person_id: id('jonas') }])
    const reasons = (who: Person) =>
      behindTheWalls(who, lisa, (trx) => trx.selectFrom('bar_reason').select('bar_id').execute())
    expect([(await reasons('birgit')).length, (await reasons('maja')).length]).toEqual([0, 1])
    const page = await (await as('birgit').get(paths.family.bar.to(at))).text()
    expect(page).toContain('<b>Jonas Berg (pappa)</b> ser inte något alls')
    expect(page).toContain('Skälet finns hos dem som bestämde det.')
  })

  it('the family stays told, and the new unit knows that they are', async () => {
    await moveTo('bvc', 'birgit')
    expect(await (await as('birgit').get(paths.family.talk.to(at))).text()).toContain('Familjen vet.')
    expect((await as('sara').get(paths.plan.show.to(at))).status).toBe(200)
  })

  it('what a unit is let into is what the one that let it in keeps', async () => {
    await moveTo('bvc', 'birgit')
    await admin.deleteFrom('access_grant').where('to_unit_id', '=', id('elevhalsan')).execute()
    await joined('sofia', 'elevhalsan')
    // The school gives a part in its ended plan; it reaches nothing of the new one.
    await as('birgit').post(paths.plan.start.to(at), newPlan)
    const plans = await behindTheWalls('sofia', lisa, (trx) => trx.selectFrom('plan').select('id').execute())
    expect(plans).toEqual([{ id: lisasPlanId }])
  })
})
