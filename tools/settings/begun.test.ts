import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readHeadKey, sealAudit } from '#modules/audit'
import { connect } from '#shared/pool.ts'
import { admin, behindTheWalls, deps, inHours, ownerOptions, world } from '#test/world.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import { verifyLog } from '#tools/audit/verify.ts'
import { decideBegun, listBegun, tellBegun } from './begun.ts'

const owner = connect({ ...ownerOptions, max: 1 })
afterAll(() => owner.end())
let hours = 0
const decides = (...words: string[]) =>
  decideBegun({ sql: owner, now: () => inHours(hours), newId: deps.newId }, words)
const told = async () => (await listBegun({ sql: owner })).map(tellBegun)
const faults = async () =>
  (await verifyLog(owner, readHeadKey(newHeadKey()).trusted, [])).faults.map(({ text }) => text)

describe('what has begun in a municipality', () => {
  beforeEach(async () => {
    hours = 0
    await world()
  })

  it('is everything where nothing is decided, and afterwards as the newest decision says', async () => {
    await decides('Ljungby', 'KS 2026/12', 'fragor=nej', 'overlamning=nej')
    hours = 24
    await decides('0781', 'KS 2026/40', 'overlamning=ja', 'lankar=nej')
    expect(await told()).toEqual([
      'Alvesta: inget eget beslut, så allt har börjat',
      'Ljungby: fragor=nej lankar=ja overlamning=nej (KS 2026/12, inlagt 2026-11-24T11:00:00.000Z av kb_owner)',
      'Ljungby: fragor=nej lankar=nej overlamning=ja (KS 2026/40, inlagt 2026-11-25T11:00:00.000Z av kb_owner)',
    ])
  })

  it('is in the log with its values, and what is changed past the program is found', async () => {
    await decides('Ljungby', 'KS 2026/12', 'fragor=nej')
    const { rows } = await sql`select outcome from audit_event where act = 'settings.decide'`.execute(admin)
    expect([rows, await faults()]).toEqual([[{ outcome: 'done' }], []])
    expect(await sealAudit(deps)).toBe(2)
    expect(await faults()).toEqual([])
    await sql`update municipal_decision set waits = '{}'`.execute(admin)
    expect(await faults()).toEqual([expect.stringContaining('har ändrats')])
    await sql`update municipal_decision set digest = sha256('x')`.execute(admin)
    expect(await faults()).toContainEqual(
      'Ett beslut om vad som har börjat i 0781 (2026-11-24T11:00:00.000Z) har ingen rad i loggen med samma värden.',
    )
    await sql`delete from municipal_decision`.execute(admin)
    expect(await faults()).toEqual([expect.stringContaining('är borta')])
  })

  it('never something that protects: there is no word for it, and no value in the database', async () => {
    for (const word of ['orosanmalan', 'atertaget', 'lasloggen', 'skydd', 'granskning', 'toString', 'barn'])
      await expect(decides('Ljungby', 'KS 1', `${word}=nej`)).rejects.toThrow('Jag förstår inte')
    const { rows } = await sql`select unnest(enum_range(null::municipal_function))::text as name`.execute(
      admin,
    )
    expect(rows).toEqual([{ name: 'unnamed_question' }, { name: 'answer_link' }, { name: 'handover' }])
  })

  it.each([
    [['Ljungby']],
    [['Ljungby', 'KS 1']],
    [['Ljungby', 'fragor=nej']],
    [['Ljungby', ' ', 'fragor=nej']],
    [['Ljungby', 'KS 1', 'fragor=kanske']],
    [['Ingenstans', 'KS 1', 'fragor=nej']],
  ])('is not believed when it is not understood: %s', async (words) => {
    await expect(decides(...words)).rejects.toThrow(/Så här kan man skriva|ingen kommun/)
    expect(await told()).toHaveLength(2)
  })

  it('the program reads it and cannot change it', async () => {
    const sends = (statement: string) =>
      behindTheWalls('maja', undefined, (trx) => sql.raw(statement).execute(trx))
    expect((await sends('select * from not_begun')).rows).toEqual([])
    for (const statement of [
      'delete from municipal_decision',
      `update municipal_decision set waits = '{}'`,
      'insert into municipal_decision select * from municipal_decision',
      'select decision from municipal_decision',
      'select * from municipal_decisions()',
    ])
      await expect(sends(statement), statement).rejects.toThrow('permission denied')
  })
})
