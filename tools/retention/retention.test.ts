import { sql as statement } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { readHeadKey, sealAudit } from '#modules/audit'
import { paths } from '#shared/paths.ts'
import { arvid, closeAll, months, nadja, recordOf, ruleOf, thanked } from '#test/archivists.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { asOwner } from '#test/turning-keys.ts'
import { admin, as, deps, inHours, lisa, nils, noon, setClock, world } from '#test/world.ts'
import { newHeadKey } from '../audit/key-file.ts'
import { verifyLog } from '../audit/verify.ts'
import { copyOfKeys } from '../keys/copy.ts'
import { listText, readList } from './list-file.ts'
import { addRules, approve, carryOut, hold, propose, release } from './retention.ts'

const owner = await asOwner()
const { now } = deps

const due = async (at: Date) => {
  setClock(at)
  const { lines } = await propose(arvid)
  return lines.map((line) => line.split(' ')[1])
}

/** Proposed by Arvid, read by Nadja, done by Arvid. */
async function gone() {
  const list = await propose(arvid)
  await approve(nadja, readList(listText(list)))
  return carryOut(arvid, list.run)
}

const rowsOf = async (table: string, child: string, column = 'child_id') =>
  Number(
    (
      await statement<{ n: string }>`select count(*) as n from ${statement.id(table)}
        where ${statement.id(column)} = ${child}`.execute(admin)
    ).rows[0]?.n,
  )

describe('what was noticed and asked for nothing more', () => {
  beforeEach(async () => {
    await world()
    await thanked(lisa)
  })

  it('is never taken away without a rule', async () => {
    for (const at of [months(6), months(60), months(1200)]) expect(await due(at)).toEqual([])
  })

  it('may go when the rule’s time is over, to the minute, and not before', async () => {
    for (const count of [1, 6, 24]) {
      await admin.deleteFrom('retention_item').execute()
      await admin.deleteFrom('retention_run').execute()
      await admin.deleteFrom('retention_rule').execute()
      await addRules(arvid, [ruleOf('furuskolan', { months: count })])
      expect([count, await due(months(count, 59))]).toEqual([count, []])
      expect([count, await due(months(count, 60))]).toEqual([count, ['matter']])
    }
  })

  it('stays while a rule has not begun, has ended, or is of another organisation', async () => {
    await addRules(arvid, [ruleOf('familjestod'), ruleOf('furuskolan', { validFrom: '2027-08-01' })])
    expect(await due(months(7))).toEqual([])
    expect(await due(months(9))).toEqual(['matter'])
    await addRules(arvid, [ruleOf('furuskolan', { months: 120, validFrom: '2027-09-01' })])
    expect(await due(months(11))).toEqual([])
  })

  it('stays while the child is held, and when a child born that day is kept for research', async () => {
    await addRules(arvid, [ruleOf('furuskolan')])
    await hold(arvid, lisa, 'asked_for')
    expect(await due(months(7))).toEqual([])
    await release(nadja, lisa)
    expect(await due(months(7))).toEqual(['matter'])
    await addRules(arvid, [ruleOf('furuskolan', { keepBornOn: [5, 14, 25], validFrom: '2026-02-01' })])
    expect(await due(months(7))).toEqual([])
  })

  it('goes with everything that told of it; the child, the school and the log stay', async () => {
    await addRules(arvid, [ruleOf('furuskolan')])
    setClock(months(7))
    expect(JSON.parse(await gone())).toEqual([
      { rule: expect.any(String), decision: 'furuskolan 2026/12', what: 'matter', count: 1 },
    ])
    for (const table of [
      'item',
      'item_version',
      'noticing',
      'noticing_handling',
      'matter',
      'responsibility',
      'task',
    ])
      expect([table, await rowsOf(table, lisa)]).toEqual([table, 0])
    expect(await rowsOf('child', lisa, 'id')).toBe(1)
    expect(await rowsOf('retention_item', lisa)).toBe(0)
    expect((await as('petra').get(paths.child.to({ childId: lisa }))).status).toBe(200)
    expect(await rowsOf('audit_event', lisa)).toBeGreaterThan(3)
  })

  it('goes only when all who keep a part of it have a rule, and then by the longest', async () => {
    const other = await thanked(lisa, 'sofia')
    await addRules(arvid, [ruleOf('furuskolan')])
    expect(await due(months(7))).toEqual(['matter'])
    await addRules(arvid, [ruleOf('elevhalsan', { months: 12 })])
    expect(await due(months(7))).toEqual(['matter'])
    expect(await due(months(13))).toEqual(['matter', 'matter'])
    setClock(months(13))
    const before = await rowsOf('register_entry', other, 'disclosure_id')
    const register = () => admin.selectFrom('register_entry').selectAll().orderBy('direction').execute()
    const entries = await register()
    expect(entries.map(({ direction }) => direction).sort()).toEqual(['received', 'sent'])
    await gone()
    expect(await rowsOf('access_grant', lisa)).toBe(0)
    expect(await register()).toEqual(entries)
    expect(before).toBe(0)
  })
})

describe('four eyes', () => {
  beforeEach(async () => {
    await world()
    await thanked(lisa)
    await addRules(arvid, [ruleOf('furuskolan')])
    setClock(months(7))
  })

  it('who listed it cannot approve it, and without an approval nothing goes', async () => {
    const list = await propose(arvid)
    await expect(carryOut(arvid, list.run)).rejects.toThrow('inte godkänd')
    await expect(approve(arvid, list)).rejects.toThrow('du har själv föreslagit')
    await expect(approve(nadja, { ...list, lines: [] })).rejects.toThrow('inte den som föreslogs')
    expect(await rowsOf('noticing', lisa)).toBe(1)
    await approve(nadja, list)
    await carryOut(nadja, list.run)
    expect(await rowsOf('noticing', lisa)).toBe(0)
    await expect(carryOut(arvid, list.run)).rejects.toThrow('redan utförd')
  })

  it('past the tool, the database itself says no', async () => {
    const list = await propose(arvid)
    const tries = (does: typeof arvid, text: string) =>
      does.sql.begin(async (trx) => {
        await trx`set local role kb_retention`
        return (await trx.unsafe(text)).count
      })
    expect(await tries(arvid, `delete from noticing_handling where child_id = '${lisa}'`)).toBe(0)
    await expect(
      tries(arvid, `update retention_run set approved_by = 'kb_test_nadja', approved_at = proposed_at`),
    ).rejects.toThrow('row-level security')
    await expect(
      tries(arvid, `update retention_run set approved_by = 'kb_test_arvid', approved_at = proposed_at`),
    ).rejects.toThrow('check constraint')
    await expect(tries(arvid, `select shred_by_rule('${lisa}', now())`)).rejects.toThrow('not approved')
    await expect(tries(arvid, 'select body from item_version')).rejects.toThrow('permission denied')
    await expect(tries(arvid, 'select given_name from child')).rejects.toThrow('permission denied')
    await approve(nadja, list)
    expect(await tries(arvid, `delete from noticing_handling where child_id = '${nils}'`)).toBe(0)
    await expect(
      statement`set local role kb_app; select carry_out_retention(${list.run}, now())`.execute(admin),
    ).rejects.toThrow()
  })

  it('an old approval is worth nothing, and neither is a list that something has happened to', async () => {
    const list = await propose(arvid)
    await approve(nadja, list)
    setClock(new Date(months(7).getTime() + 31 * 86_400_000))
    await expect(carryOut(arvid, list.run)).rejects.toThrow('äldre än 30 dagar')
    setClock(months(7, 60))
    await hold(arvid, lisa, 'court')
    await expect(carryOut(arvid, list.run)).rejects.toThrow('får inte längre tas bort')
    expect(await rowsOf('noticing', lisa)).toBe(1)
    await release(arvid, lisa)
    await carryOut(arvid, list.run)
    expect(await rowsOf('noticing', lisa)).toBe(0)
  })

  it('takes what was listed, and nothing that has come due since', async () => {
    const list = await propose(arvid)
    await approve(nadja, list)
    setClock(noon)
    await thanked(lisa)
    setClock(months(7, 120))
    await carryOut(arvid, list.run)
    expect(await rowsOf('noticing', lisa)).toBe(1)
  })
})

describe('the whole record of a child', () => {
  const everyRule = ['furuskolan', 'elevhalsan', 'familjestod'].map((unit) => recordOf(unit))
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await joined('ali', 'familjestod')
    await lisasPlan()
    await as('karin').get(paths.child.to({ childId: nils }))
    await addRules(arvid, everyRule)
  })

  it('stays as long as something goes on, and for five years after the last entry', async () => {
    expect(await due(months(120))).toEqual([])
    setClock(inHours(24))
    await closeAll()
    expect(await due(months(59))).toEqual([])
    expect(await due(months(60, 23 * 60))).toEqual([])
    expect(await due(months(60, 24 * 60))).toEqual(['child'])
  })

  it('is gone from every table but the log, and so are those who were here for its sake only', async () => {
    setClock(inHours(24))
    await closeAll()
    setClock(months(61))
    await admin
      .updateTable('session')
      .set({ ends_at: months(70), idle_minutes: 10_000_000 })
      .execute()
    await gone()
    const { rows: columns } = await statement<{ table: string; column: string }>`
      select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.atttypid = 'uuid'::regtype`.execute(admin)
    const left = []
    for (const { table, column } of columns)
      if (await rowsOf(table, lisa, column)) left.push(`${table}.${column}`)
    expect(left.sort()).toEqual(['shredded_subject.subject_id'])
    const people = await admin
      .selectFrom('person')
      .select('given_name')
      .where('is_staff', '=', false)
      .execute()
    expect(people.map(({ given_name }) => given_name)).toEqual(['Karin'])
    expect((await as('sara').get(paths.child.to({ childId: lisa }))).status).not.toBe(200)
    expect((await as('maja').get(paths.child.to({ childId: lisa }))).status).toBe(404)
    expect((await as('eva').get(paths.child.to({ childId: nils }))).status).toBe(200)
    const copy = []
    for await (const line of copyOfKeys(owner, now())) copy.push(line)
    expect(copy[0]).toContain(lisa)
    expect(copy.slice(1).join()).not.toContain(lisa)
  })

  it('every table about a child is covered, or is meant not to be', async () => {
    const { rows } = await statement<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'child_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
        and c.relname not in (select n.name::text from tables_about_children() n)`.execute(admin)
    expect(rows.map(({ name }) => name).sort(), 'call cover_for_retention in its migration').toEqual([
      'audit_event',
      'audit_subject',
      'break_glass',
      'retention_hold',
      'retention_item',
    ])
  })
})

describe('the log after a run', () => {
  const key = readHeadKey(newHeadKey())
  const firstFault = async () => (await verifyLog(owner, key.trusted)).faults[0]?.text

  it('still proves itself, and proves the protocol too', async () => {
    await world()
    await thanked(lisa)
    await addRules(arvid, [ruleOf('furuskolan', { decision: 'Ärende "12" å andra sidan' })])
    setClock(months(7))
    await gone()
    await sealAudit(deps)
    expect(await firstFault()).toBeUndefined()
    const [protocol] = await admin.selectFrom('retention_protocol').selectAll().execute()
    expect(protocol).toMatchObject({
      proposed_by: 'kb_test_arvid',
      approved_by: 'kb_test_nadja',
      at: months(7),
    })
    expect(JSON.stringify(protocol)).not.toContain(lisa)
    await admin.updateTable('retention_protocol').set({ approved_by: 'nobody' }).execute()
    expect(await firstFault()).toContain('har ändrats')
    await admin.deleteFrom('retention_protocol').execute()
    expect(await firstFault()).toContain('är borta')
  })
})
