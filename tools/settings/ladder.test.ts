import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readHeadKey } from '#modules/audit'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { admin, as, behindTheWalls, deps, id, inHours, ownerOptions, setClock, world } from '#test/world.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { decideRung, listLadder, tellRung } from './ladder.ts'

const owner = connect({ ...ownerOptions, max: 1 })
afterAll(() => owner.end())
const decides = (words: string) =>
  decideRung({ sql: owner, now: () => inHours(0), newId: deps.newId }, words.split(' '))
const told = async () => (await listLadder({ sql: owner })).map(tellRung)

describe('the ladder, as the county decides it', () => {
  beforeEach(async () => {
    await world()
    await sql`delete from ladder_rule where valid_from > '2018-09-01'`.execute(admin)
  })

  it('stands with its source, also where the sources differ', async () => {
    const lines = await told()
    expect(lines).toHaveLength(5)
    expect(lines[1]).toBe(
      'fore-skolan: bvc till 18 år, från 2018-09-01 (Region Kronoberg: sjuksköterskan på BVC tills förskoleklassen börjar. Andra texter nämner förskolans rektor, inlagt av kb_owner)',
    )
  })

  it('changes from a day on, and what has been stays', async () => {
    await decides('fore-skolan forskola,bvc 18 2026-11-25 SG-3')
    expect(await told()).toContainEqual(
      'fore-skolan: forskola,bvc till 18 år, från 2026-11-25 (SG-3, inlagt av kb_owner)',
    )
    const log = await sql`select outcome from audit_event where act = 'settings.decide'`.execute(admin)
    expect(log.rows).toEqual([{ outcome: 'done' }])
    expect((await verifyLog(owner, readHeadKey(newHeadKey()).trusted, [])).faults).toEqual([])
  })

  it('a rule that is changed, taken away or put in past the program is found', async () => {
    const faults = async () =>
      (await verifyLog(owner, readHeadKey(newHeadKey()).trusted, [])).faults.map(({ text }) => text)
    await decides('fore-skolan forskola,bvc 18 2026-11-25 SG-3')
    const rule = sql`where valid_from > '2018-09-01'`
    await sql`update ladder_rule set until_age = 12 ${rule}`.execute(admin)
    expect(await faults()).toEqual([expect.stringContaining('har ändrats')])
    await sql`update ladder_rule set until_age = 18, kinds = '{child_health}' ${rule}`.execute(admin)
    expect(await faults()).toEqual([expect.stringContaining('har ändrats')])
    await sql`delete from ladder_rule ${rule}`.execute(admin)
    expect(await faults()).toEqual([expect.stringContaining('är borta')])
    await sql`insert into ladder_rule select gen_random_uuid(), stage, '2026-12-01', kinds, 21, source, added_at, added_by, digest
      from ladder_rule where stage = 'unborn'`.execute(admin)
    expect(await faults()).toContainEqual(expect.stringContaining('Ett beslut om stegen: unborn'))
  })

  it('those that every county begins with are known: one of another age is found, and one that is gone', async () => {
    const faults = async () => (await verifyLog(owner, readHeadKey(newHeadKey()).trusted, [])).faults.length
    expect(await faults()).toBe(0)
    await sql`update ladder_rule set until_age = 20 where stage = 'unborn'`.execute(admin)
    expect(await faults()).toBe(1)
    await sql`update ladder_rule set until_age = 18, id = gen_random_uuid() where stage = 'unborn'`.execute(
      admin,
    )
    expect(await faults()).toBe(2)
    await sql`update ladder_rule set id = md5('ladder unborn')::uuid where stage = 'unborn'`.execute(admin)
    expect(await faults()).toBe(0)
  })

  it('decides who is told: Elias, four years, is noticed at the reception and not at his BVC', async () => {
    const goesTo = async (name: string) => {
      const itemId = id(name)
      const answer = await as('eva').post(paths.noticing.notice.to({}), {
        submission: itemId,
        who: 'En pojke på 4 år i Alvesta',
        sentence: 'Han är ofta ensam.',
        sharing: 'ground',
        ground: 'ej_men',
        necessary: 'De behöver veta.',
        relevant: 'Det gäller honom.',
        proportionate: 'Bara detta.',
      })
      expect(answer.status).toBe(303)
      const { rows } = await sql<{ kind: string }>`
        select u.kind from noticing n join unit u on u.id = n.to_unit_id where n.item_id = ${itemId}`.execute(
        admin,
      )
      return rows[0]?.kind
    }
    const before = await goesTo('before')
    await decides('fore-skolan barnmorska 18 2026-11-25 SG-3')
    setClock(inHours(24))
    expect([before, await goesTo('after')]).toEqual(['child_health', 'reception'])
  })

  it.each([
    'fore-skolan bvc 18 2026-11-23 SG-3',
    'forskolan bvc 18 2027-01-01 SG-3',
    'toString bvc 18 2027-01-01 SG-3',
    'fore-skolan bvc,rektor 18 2027-01-01 SG-3',
    'fore-skolan bvc 22 2027-01-01 SG-3',
    'fore-skolan bvc 18 i-dag SG-3',
    'fore-skolan bvc 18 2027-01-01',
    'fore-skolan bvc 18 2027-01-01 SG-3 mer',
  ])('is not believed when it is not understood: %s', async (words) => {
    await expect(decides(words)).rejects.toThrow(/Så här kan man skriva|har redan varit/)
    expect(await told()).toHaveLength(5)
  })

  it('the program reads it and cannot change it', async () => {
    const sends = (statement: string) =>
      behindTheWalls('maja', undefined, (trx) => sql.raw(statement).execute(trx))
    expect((await sends('select stage from ladder_rule')).rows).toHaveLength(5)
    for (const statement of [
      'delete from ladder_rule',
      'update ladder_rule set until_age = 1',
      `insert into ladder_rule select * from ladder_rule`,
      'select added_by from ladder_rule',
      'select * from ladder_rules()',
    ])
      await expect(sends(statement), statement).rejects.toThrow('permission denied')
  })
})
