import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { digestOfSetting, readHeadKey, sealAudit } from '#modules/audit'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { bar } from '#test/arrange.ts'
import { lisasPlanId, lisaWithPlan } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  ownerOptions,
  setClock,
  world,
} from '#test/world.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { decide, listSettings, newest, readChanges, tell } from './settings.ts'

const owner = connect({ ...ownerOptions, max: 1 })
afterAll(() => owner.end())

let hours = 0
/** Arvid at the operator's puts in what Furuskolan has decided. */
const decides = (...changes: string[]) => {
  const does = { sql: owner, now: () => inHours(hours), newId: deps.newId }
  return decide(does, 'Furuskolan', readChanges(changes), 'BUN 2026/84')
}
const faults = async () =>
  (await verifyLog(owner, readHeadKey(newHeadKey()).trusted, [])).faults.map(({ text }) => text)
const later = () => setClock(inHours(++hours))
const to = { childId: lisa }
const receipt = async (who: 'sara' | 'jonas' | 'ali') =>
  (await as(who).get(paths.sharing.whoSees.to(to))).text()
const newVersion = (version: number) =>
  as('maja').post(paths.plan.other.to(to), {
    version: `${version}`,
    followUpOn: '2026-12-15',
    followUpTime: '14:30',
    ifWorse: `Ring Maja. Det är sagt ${version} gånger.`,
    references: '',
  })
const aliLeads = async () => {
  await as('maja').post(paths.plan.lead.to(to), { act: 'ask', who: engagementOf('ali') })
  await as('ali').post(paths.plan.lead.to(to), { act: 'accept' })
}

describe('what an organisation has decided', () => {
  beforeEach(async () => {
    hours = 0
    await world()
    await lisaWithPlan()
  })

  it('stands with the day, the decision and who put it in, and what it does not name stays', async () => {
    await decides('namn=ja', 'barn=60')
    later()
    await decides('utskrifter=5')
    const all = await listSettings({ sql: owner })
    const school = newest(all).flatMap((one) => (one.id === id('authority furuskolan') ? [tell(one)] : []))
    expect(school).toEqual([
      'Furuskolan: namn=ja planen=bba barn=60 utskrifter=5 nodlagen=3 (BUN 2026/84, inlagt 2026-11-24T12:00:00.000Z av kb_owner)',
    ])
    expect(all.filter((one) => one.id === id('authority furuskolan'))).toHaveLength(2)
    expect(newest(all).map(tell)).toContain('Elevhälsan i Alvesta: inget eget beslut')
  })

  it('is in the log, which still proves itself', async () => {
    await decides('namn=ja')
    const row = sql`select act, object_id, outcome from audit_event where act = 'settings.decide'`
    expect((await row.execute(admin)).rows).toEqual([
      { act: 'settings.decide', object_id: id('authority furuskolan'), outcome: 'done' },
    ])
    expect(await faults()).toEqual([])
    expect(await sealAudit(deps)).toBe(2)
    expect(await faults()).toEqual([])
  })

  describe.each([['before', false] as const, ['after', true] as const])('%s it is linked', (_, linked) => {
    beforeEach(async () => {
      await decides('namn=ja', 'barn=60')
      if (linked) await sealAudit(deps)
    })
    const school = id('authority furuskolan')

    it.each([
      ['a value', sql`update organisation_setting set children_a_day = 400`, 'har ändrats'],
      ['the decision', sql`update organisation_setting set decision = 'BUN 1'`, 'har ändrats'],
      ['who put it in', sql`update organisation_setting set added_by = 'x'`, 'har ändrats'],
      ['when', sql`update organisation_setting set added_at = added_at + interval '1 second'`, 'har ändrats'],
      ['its own hash', sql`update organisation_setting set digest = sha256('x')`, 'ingen rad i loggen'],
      ['all of it, away', sql`delete from organisation_setting`, 'är borta'],
    ])('%s changed past the program is found', async (_what, change, told) => {
      await change.execute(admin)
      expect(await faults()).toEqual(expect.arrayContaining([expect.stringContaining(told)]))
    })

    it('a decision put in past the program is found, however it is made', async () => {
      const [values, made] = [{ authority_id: school, added_at: '2026-11-24T13:00:00.000Z' }, deps.newId()]
      const rest = { children_a_day: 400, exports_a_day: 200, emergencies_a_day: 30 }
      const whole = { ...values, ...rest, id: made, shows_names: true, decision: 'x', added_by: 'kb_owner' }
      const digest = digestOfSetting({ ...whole, plan_keeper: 'best_interests_lead' })
      await sql`insert into organisation_setting values (${school}, ${values.added_at}, true, 'best_interests_lead', 400, 200, 30,
        'x', 'kb_owner', ${made}, decode(${digest}, 'hex'))`.execute(admin)
      expect(await faults()).toEqual([
        `Ett beslut om inställningar för ${school} (2026-11-24T13:00:00.000Z) har ingen rad i loggen med samma värden.`,
      ])
    })
  })

  it('is not believed when it is not understood, and leaves nothing', async () => {
    for (const wrong of [
      'namn=kanske',
      'barn=0',
      'barn=401',
      'barn=-1',
      'barn=1e2',
      'planen=rektor',
      'toString=ja',
      'x',
    ])
      expect(() => readChanges([wrong]), wrong).toThrow('Så här kan man skriva')
    expect(() => readChanges([])).toThrow('Ange vad')
    const does = { sql: owner, now: () => inHours(0), newId: deps.newId }
    await expect(decide(does, 'Ingenstans', { shows_names: true }, 'x')).rejects.toThrow('ingen organisation')
    await expect(decide(does, 'Furuskolan', { shows_names: true }, ' ')).rejects.toThrow()
    const { rows } = await sql`select from organisation_setting`.execute(admin)
    const logged = await sql`select from audit_event where act = 'settings.decide'`.execute(admin)
    expect([rows.length, logged.rows.length]).toEqual([0, 0])
  })

  it('the program itself can neither read it nor put it in', async () => {
    for (const statement of [
      'select * from organisation_setting',
      'select * from organisation_settings()',
      `insert into organisation_setting values ('${id('authority furuskolan')}', now(), true, 'best_interests_lead', 1, 1, 1, 'x', 'x', '${id('x')}', '')`,
    ])
      await expect(
        behindTheWalls('maja', undefined, (trx) => sql.raw(statement).execute(trx)),
        statement,
      ).rejects.toThrow('permission denied')
  })

  it('names in the log of readers come and go with it', async () => {
    await as('maja').get(paths.plan.show.to(to))
    setClock(inHours(24))
    const lines = async () => (await as('sara').get(paths.readerLog.show.to(to))).text()
    expect(await lines()).not.toContain('Maja Lindgren, rektor')
    await decides('namn=ja')
    expect(await lines()).toContain('Maja Lindgren, rektor')
    hours = 24
    await decides('namn=nej')
    expect(await lines()).not.toContain('Maja Lindgren, rektor')
  })

  it('how many prints a day is too many goes by where one works', async () => {
    await decides('utskrifter=1')
    const prints = async (who: 'maja' | 'ali') => (await as(who).get(paths.plan.pdf.to(to))).status
    expect([await prints('maja'), await prints('maja')]).toEqual([200, 403])
    expect([await prints('ali'), await prints('ali')]).toEqual([200, 200])
  })
})

describe('who keeps the plan in law', () => {
  beforeEach(async () => {
    hours = 0
    await world()
    await lisaWithPlan()
    await aliLeads()
  })

  it('is the organisation of the one responsible for the child, unless it is decided otherwise', async () => {
    later()
    await newVersion(1)
    expect(await receipt('sara')).toContain('förvaras hos Furuskolan.')
  })

  it('may be that of the one who leads the collaboration, from the next version on', async () => {
    await decides('planen=samverkansansvarig')
    expect(await receipt('sara')).toContain('förvaras hos Furuskolan.')
    later()
    expect((await newVersion(1)).status).toBe(303)
    expect(await receipt('sara')).toContain('förvaras hos Familjestöd Alvesta.')
    later()
    await decides('planen=bba')
    later()
    await newVersion(2)
    expect(await receipt('sara')).toContain('förvaras hos Furuskolan.')
    const { rows } = await sql<{
      name: string
    }>`select s.name from plan_kept_by k join secrecy_unit s on s.id = k.secrecy_unit_id
      order by k.since`.execute(admin)
    expect(rows.map(({ name }) => name)).toEqual(['Furuskolan', 'Familjestöd Alvesta', 'Furuskolan'])
  })

  it('is not told to somebody who must not know of that place', async () => {
    await decides('planen=samverkansansvarig')
    later()
    await newVersion(1)
    await bar('jonas', id('familjestod'))
    // What he reads has changed since: whoever keeps it now is not told of, and nobody else stands there instead.
    expect(await receipt('jonas')).not.toMatch(/Familjestöd|förvaras hos/)
    expect(await receipt('jonas')).toContain('Fråga den som håller i planen.')
    expect(await receipt('sara')).toContain('förvaras hos Familjestöd Alvesta.')
  })

  it('is told as it was to somebody who reads nothing that is later', async () => {
    const before = /Planen som du läser den[^<]*/.exec(await receipt('jonas'))?.[0]
    expect(before).toContain('förvaras hos Furuskolan.')
    await decides('planen=samverkansansvarig')
    await bar('jonas', id('familjestod'))
    later()
    expect((await newVersion(1)).status).toBe(303)
    const parts = await admin
      .selectFrom('plan_part')
      .select('part_id')
      .where('kind', 'in', ['if_worse', 'reference'])
      .execute()
    for (const part of new Set(parts.map(({ part_id }) => part_id))) await bar('jonas', part)
    expect(await receipt('jonas')).toContain(before)
    expect(await receipt('sara')).toContain('förvaras hos Familjestöd Alvesta.')
    const kept = (who: 'jonas' | 'karin' | 'ali') =>
      behindTheWalls(who, lisa, async (trx) => {
        const { rows } = await sql<{ who: string | null }>`
          select plan_keeper_here(${lisa}, p.id, 'infinity') as who from (select ${lisasPlanId}::uuid as id) p`.execute(
          trx,
        )
        return rows[0]?.who ?? null
      })
    for (const who of ['jonas', 'karin', 'ali'] as const) expect(await kept(who)).toBeNull()
  })
})
