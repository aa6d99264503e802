import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '#app'
import { type Head, readHeadKey, sealAudit, signHead } from '#modules/audit'
import { paths } from '#shared/paths.ts'
import { connect } from '#shared/pool.ts'
import { openMatter, tellFamily } from '#test/arrange.ts'
import {
  admin,
  as,
  behindTheWalls,
  deps,
  id,
  inHours,
  lisa,
  noon,
  ownerOptions,
  setClock,
  world,
} from '#test/world.ts'
import { newHeadKey } from '#tools/audit/key-file.ts'
import { verifyLog } from '#tools/audit/verify.ts'

const key = readHeadKey(newHeadKey())
const owner = connect({ ...ownerOptions, max: 2 })
afterAll(() => owner.end())

const schoolChain = id('authority furuskolan')
const verified = (witnessed: readonly Head[] = []) => verifyLog(owner, key.trusted, witnessed)
const firstFault = async (witnessed: readonly Head[] = []) => (await verified(witnessed)).faults[0]?.text
const child = paths.child.to({ childId: lisa })

/** Maja, Sofia and Sara look at Lisa's page some times each, a minute between. */
async function someDays(times = 4) {
  for (let turn = 0; turn < times; turn++)
    for (const [minute, who] of (['maja', 'sofia', 'sara'] as const).entries()) {
      setClock(new Date(noon.getTime() + (turn * 3 + minute) * 60_000))
      await as(who).get(child)
    }
}

/** The links of Furuskolan's chain with the rows they were made of. */
const schoolRows = async () =>
  (
    await sql<{ seq: number; id: string; at: Date }>`
      select l.seq::int, e.id, e.at from audit_link l join audit_event e on e.id = l.event_id
      where l.chain_id = ${schoolChain} order by l.seq`.execute(admin)
  ).rows

async function rowAt(seq: number) {
  const row = (await schoolRows()).find((one) => one.seq === seq)
  if (!row) throw new Error(`no row ${seq}`)
  return row
}
const named = (seq: number, event: string) => `rad ${seq} i kedjan ${schoolChain} (${event}`

describe('the log proves itself', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara')
    await someDays()
  })

  it('is linked by organisation, and those who act for none have a chain together', async () => {
    expect((await verified()).waiting).toBe(12)
    expect(await sealAudit(deps)).toBe(12)
    expect(await sealAudit(deps)).toBe(0)
    const { rows } = await sql`select chain_id, count(*)::int as rows, max(seq)::int as last from audit_link
      group by chain_id order by chain_id`.execute(admin)
    expect(rows).toHaveLength(3)
    expect(rows).toContainEqual({ chain_id: schoolChain, rows: 4, last: 4 })
    expect(rows).toContainEqual({ chain_id: id('authority elevhalsan'), rows: 4, last: 4 })
    expect(rows).toContainEqual({ chain_id: '00000000-0000-0000-0000-000000000000', rows: 4, last: 4 })
    expect(await verified()).toMatchObject({ faults: [], rows: 12, chains: 3, waiting: 0 })
  })

  it('tells how old the oldest row is that still waits', async () => {
    await sealAudit(deps)
    setClock(inHours(2))
    await as('maja').get(child)
    setClock(inHours(3))
    await as('sara').get(child)
    expect(await verified()).toMatchObject({
      faults: [],
      waiting: 2,
      oldestWaiting: inHours(2).toISOString(),
    })
  })

  it('names the row of which anything at all was changed', async () => {
    await sealAudit(deps)
    const row = await rowAt(2)
    const other = sql`${id('somebody else')}::uuid`
    const changes = {
      act: sql`'plan.print'`,
      outcome: sql`'not-allowed'`,
      actor_id: other,
      engagement_id: sql`null`,
      object_id: other,
      request_id: other,
      child_id: other,
      digest: sql`sha256('x')`,
    }
    const before = await admin
      .selectFrom('audit_event')
      .selectAll()
      .where('id', '=', row.id)
      .executeTakeFirstOrThrow()
    expect([...Object.keys(changes), 'id', 'at'].sort()).toEqual(Object.keys(before).sort())
    for (const [column, value] of Object.entries(changes)) {
      await sql`update audit_event set ${sql.ref(column)} = ${value} where id = ${row.id}`.execute(admin)
      expect([column, await firstFault()]).toEqual([
        column,
        `Den första som är fel: ${named(2, row.id)}, ${row.at.toISOString()}) har ändrats.`,
      ])
      await admin.updateTable('audit_event').set(before).where('id', '=', row.id).execute()
    }
    expect(await firstFault()).toBeUndefined()
  })

  it('names the row whose moment was moved, by a thousandth of a second or less', async () => {
    await sealAudit(deps)
    const row = await rowAt(3)
    await sql`update audit_event set at = at + interval '1 microsecond' where id = ${row.id}`.execute(admin)
    expect(await firstFault()).toContain(named(3, row.id))
  })

  it('names the list that a child was added to, or taken from', async () => {
    await as('maja').get(paths.children.to({}))
    await sealAudit(deps)
    const row = await rowAt(5)
    const add = sql`insert into audit_subject (child_id, event_id) values (${id('nils')}, ${row.id})`
    await add.execute(admin)
    expect(await firstFault()).toContain(named(5, row.id))
    await sql`delete from audit_subject where child_id = ${id('nils')}`.execute(admin)
    expect((await verified()).faults).toEqual([])
    await sql`delete from audit_subject`.execute(admin)
    expect(await firstFault()).toContain(named(5, row.id))
  })

  it('names the row that was deleted, also with its link, also before it was linked', async () => {
    const waits = await admin.selectFrom('audit_event').select('id').orderBy('at').executeTakeFirstOrThrow()
    await sql`delete from audit_event where id = ${waits.id}`.execute(admin)
    expect(await firstFault()).toContain(
      `${waits.id} (${noon.toISOString()}, ännu inte låst) är borta, eller`,
    )
    await sealAudit(deps)
    expect(await firstFault()).toContain(`${named(1, waits.id)}, ${noon.toISOString()}) är borta`)
    await sql`delete from audit_link where event_id = ${waits.id}`.execute(admin)
    expect(await firstFault()).toContain(`rad 1 i kedjan ${schoolChain} är borta ur kedjan`)
  })

  it('names the row that somebody slipped in beside the log', async () => {
    await sealAudit(deps)
    const slipped = randomUUID()
    await sql`alter table audit_event disable trigger waits_for_seal`.execute(admin)
    await sql`insert into audit_event (child_id, id, at, act, outcome, request_id, digest)
      values (${lisa}, ${slipped}, ${noon}, 'plan.show', 'done', ${slipped}, sha256('x'))`.execute(admin)
    await sql`alter table audit_event enable trigger waits_for_seal`.execute(admin)
    expect(await firstFault()).toContain(
      `${slipped} (${noon.toISOString()}) har lagts till vid sidan av loggen`,
    )
  })

  it('tells the longest wait, which gives away a row that was dated back', async () => {
    await sealAudit(deps)
    expect((await verified()).longestWait).toBe(11 * 60)
    await sql`insert into audit_event (child_id, id, at, act, outcome, request_id, digest)
      values (${lisa}, ${randomUUID()}, ${inHours(-24)}, 'plan.show', 'done', ${id('r')}, sha256('x'))`.execute(
      admin,
    )
    await sealAudit(deps)
    expect((await verified()).longestWait).toBe(24 * 3600 + 11 * 60)
  })

  it('holds random ids, moments and hashes; what stands as words is the program’s own', async () => {
    const { rows } = await sql`select distinct table_name || '.' || column_name as name
      from information_schema.columns where table_name in ('audit_event', 'audit_subject', 'audit_waiting', 'audit_link')
        and data_type not in ('uuid', 'timestamp with time zone', 'bytea', 'bigint') order by 1`.execute(
      admin,
    )
    expect(rows).toEqual([{ name: 'audit_event.act' }, { name: 'audit_event.outcome' }])
  })

  it('names the first of two rows, or two links, that changed places', async () => {
    await sealAudit(deps)
    const [second, third] = [await rowAt(2), await rowAt(3)]
    const swap = async () => {
      const away = sql`update audit_event set request_id = case id when ${second.id} then (select request_id from
        audit_event where id = ${third.id}) else (select request_id from audit_event where id = ${second.id}) end
        where id in (${second.id}, ${third.id})`
      await away.execute(admin)
    }
    await swap()
    expect(await firstFault()).toContain(named(2, second.id))
    await swap()
    expect((await verified()).faults).toEqual([])
    const places = sql`update audit_link set seq = case seq when 2 then 103 when 3 then 102 end
      where chain_id = ${schoolChain} and seq in (2, 3)`
    await places.execute(admin)
    await sql`update audit_link set seq = seq - 100 where seq > 100`.execute(admin)
    expect(await firstFault()).toContain(named(2, third.id))
  })

  it('a row changed together with its digest and its link breaks at that link', async () => {
    await sealAudit(deps)
    const row = await rowAt(2)
    const forged = await admin
      .selectFrom('audit_link')
      .selectAll()
      .where('event_id', '=', row.id)
      .executeTakeFirstOrThrow()
    await sql`delete from audit_event where id = ${row.id}`.execute(admin)
    await sql`update audit_link set digest = sha256('x'), event_id = ${randomUUID()} where event_id = ${forged.event_id}`.execute(
      admin,
    )
    expect(await firstFault()).toContain(`rad 2 i kedjan ${schoolChain}`)
  })

  it('knows from the newest head that the tail was cut off, rows and all', async () => {
    await signHead(deps, key)
    const cut = await rowAt(3)
    await sql`delete from audit_event e using audit_link l
      where l.event_id = e.id and l.chain_id = ${schoolChain} and l.seq >= 3`.execute(admin)
    await sql`delete from audit_link where chain_id = ${schoolChain} and seq >= 3`.execute(admin)
    expect(cut.seq).toBe(3)
    expect(await firstFault()).toBe(
      `Slutet av kedjan ${schoolChain} saknas: från rad 3 till minst rad 4, som huvud 1 såg.`,
    )
  })

  it('a witness sees that the tail was cut off since its last head, minute by minute, and the heads with it', async () => {
    const witnessed: Head[] = []
    for (const minute of [20, 21, 22]) {
      setClock(new Date(noon.getTime() + minute * 60_000))
      await as('maja').get(child)
      witnessed.push(await signHead(deps, key))
    }
    expect(await firstFault(witnessed)).toBeUndefined()
    await sql`delete from audit_event e using audit_link l
      where l.event_id = e.id and l.chain_id = ${schoolChain} and l.seq >= 7`.execute(admin)
    await sql`delete from audit_link where chain_id = ${schoolChain} and seq >= 7`.execute(admin)
    expect(await firstFault()).toContain('från rad 7 till minst rad 7, som huvud 3 såg')
    await sql`delete from audit_head where number = 3`.execute(admin)
    expect(await firstFault()).toBeUndefined()
    expect(await firstFault(witnessed)).toContain('Vittnet har huvud 3')
  })

  it('a head keeps only the chains that have moved, every 64th all of them, and each is held against the chains', async () => {
    for (let number = 1; number <= 66; number++) {
      setClock(new Date(noon.getTime() + (20 + number) * 60_000))
      if (number === 3) await as('sofia').get(child)
      await signHead(deps, key)
    }
    const { rows } = await sql<{ number: number; chains: number }>`
      select number, jsonb_array_length(chains) as chains from audit_head where chains <> '[]' order by number`.execute(
      admin,
    )
    expect(rows).toEqual([
      { number: 1, chains: 3 },
      { number: 3, chains: 1 },
      { number: 65, chains: 3 },
    ])
    expect(await firstFault()).toBeUndefined()
    await sql`update audit_head set chains = '[]' where number = 3`.execute(admin)
    expect(await firstFault()).toBe('Huvud 3 säger annat om kedjorna än det som undertecknades.')
  })

  it('a head from a quiet minute looks like any other: who keeps heads cannot tell when somebody is at work', async () => {
    const heads = [await signHead(deps, key), await signHead(deps, key), await signHead(deps, key)]
    expect(new Set(heads.map(({ root }) => root)).size).toBe(3)
  })

  it('a chain written anew with true hashes is not the one that the head saw', async () => {
    await signHead(deps, key)
    const last = await rowAt(4)
    await sql`delete from audit_link where chain_id = ${schoolChain} and seq = 4`.execute(admin)
    await sql`insert into audit_waiting (at, event_id, engagement_id, digest)
      select at, id, engagement_id, digest from audit_event where id = ${last.id}`.execute(admin)
    setClock(inHours(5))
    await sealAudit(deps)
    expect(await firstFault()).toContain(`Kedjan har skrivits om: ${named(4, last.id)}`)
  })

  it('a head that was changed, taken away or signed by somebody else is found', async () => {
    for (const hour of [0, 1, 2]) {
      setClock(inHours(hour))
      await signHead(deps, key)
    }
    expect(await firstFault()).toBeUndefined()
    await sql`update audit_head set root = 'x' where number = 2`.execute(admin)
    expect(await firstFault()).toBe('Huvud 2 har ändrats: underskriften stämmer inte.')
    await sql`delete from audit_head where number = 2`.execute(admin)
    expect(await firstFault()).toBe('Huvud 3 följer inte på 1: huvuden saknas emellan.')
    await sql`delete from audit_head where number = 3`.execute(admin)
    const stranger = { ...readHeadKey(newHeadKey()), trusted: key.trusted }
    await signHead(deps, stranger)
    expect(await firstFault()).toBe('Huvud 2 är undertecknat med en nyckel som vi inte känner.')
  })

  it('the program builds on no head that is not its own, and so vouches for nothing that was put there', async () => {
    await signHead(deps, key)
    await sql`update audit_head set root = 'x'`.execute(admin)
    await expect(signHead(deps, key)).rejects.toThrow(expect.objectContaining({ name: 'NotOurHead' }))
    await sql`delete from audit_head`.execute(admin)
    await signHead(deps, { ...readHeadKey(newHeadKey()), trusted: key.trusted })
    await expect(signHead(deps, key)).rejects.toThrow(expect.objectContaining({ name: 'NotOurHead' }))
    expect(await sql`select number from audit_head`.execute(admin)).toMatchObject({ rows: [{ number: 1 }] })
  })

  it('a witness finds that an older copy was restored, and that a log went on from one', async () => {
    const witnessed = [await signHead(deps, key)]
    await sql`create table kept_link as select * from audit_link`.execute(admin)
    await sql`create table kept_event as select * from audit_event`.execute(admin)
    setClock(inHours(1))
    await as('maja').get(child)
    witnessed.push(await signHead(deps, key))
    expect(await firstFault(witnessed)).toBeUndefined()
    // Yesterday's copy: whole in itself, heads and all.
    await sql`delete from audit_event where id not in (select id from kept_event)`.execute(admin)
    await sql`delete from audit_link where event_id not in (select event_id from kept_link)`.execute(admin)
    await sql`delete from audit_head where number = 2`.execute(admin)
    await sql`drop table kept_link, kept_event`.execute(admin)
    expect(await firstFault()).toBeUndefined()
    expect(await firstFault(witnessed)).toBe(
      `Vittnet har huvud 2 från ${inHours(1).toISOString()}, men loggen slutar vid huvud 1 från ` +
        `${new Date(noon.getTime() + 11 * 60_000).toISOString()}: slutet saknas, eller så är databasen en äldre kopia.`,
    )
    await as('sofia').get(child)
    await signHead(deps, key)
    expect(await firstFault()).toBeUndefined()
    expect(await firstFault(witnessed)).toContain('huvud 2')
    expect(await firstFault(witnessed)).toContain('loggen har skrivits om')
  })
})

describe('the chain', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
  })

  it('has no gap and no fork when many write and two seal', async () => {
    let writing = true
    const sealer = async () => {
      let linked = 0
      while (writing) linked += await sealAudit(deps)
      return linked
    }
    const sealers = [sealer(), sealer()]
    const writer = async (who: 'maja' | 'sofia' | 'petra' | 'sara') => {
      for (let turn = 0; turn < 25; turn++) await as(who).get(child)
    }
    await Promise.all((['maja', 'sofia', 'petra', 'sara', 'maja', 'sofia'] as const).map(writer))
    writing = false
    const linked = (await Promise.all(sealers)).reduce((sum, rows) => sum + rows, 0) + (await sealAudit(deps))
    expect(linked).toBe(6 * 25)
    expect(await verified()).toMatchObject({ faults: [], rows: 150, chains: 3, waiting: 0 })
    const { rows } = await sql`select chain_id from audit_link group by chain_id
      having max(seq) <> count(*) or count(distinct hash) <> count(*)`.execute(admin)
    expect(rows).toEqual([])
  })

  it('is sealed by one at a time: whoever comes meanwhile leaves the rows for the next turn', async () => {
    await as('maja').get(child)
    await admin.transaction().execute(async (trx) => {
      await sql`select seal_audit(${noon}, 1000)`.execute(trx)
      await as('maja').get(child)
      expect(await sealAudit(deps)).toBe(0)
    })
    expect(await sealAudit(deps)).toBe(1)
    expect(await verified()).toMatchObject({ faults: [], rows: 2, chains: 1 })
  })

  it('takes a row that is committed late, and never passes it by', async () => {
    let commit = () => {}
    const held = new Promise<void>((resolve) => {
      commit = resolve
    })
    const late = admin.transaction().execute(async (trx) => {
      await sql`insert into audit_event (child_id, id, at, act, outcome, request_id, digest)
        values (${lisa}, ${id('late')}, ${inHours(-1)}, 'plan.show', 'done', ${id('r')}, sha256('x'))`.execute(
        trx,
      )
      await held
    })
    await as('maja').get(child)
    expect(await sealAudit(deps)).toBe(1)
    commit()
    await late
    expect(await sealAudit(deps)).toBe(1)
    const { rows } = await sql`select event_id from audit_link where event_id = ${id('late')}`.execute(admin)
    expect(rows).toHaveLength(1)
  })

  it('goes on where it was when a sealer dies half-way', async () => {
    await as('maja').get(child)
    await as('maja').get(child)
    const dies = admin.transaction().execute(async (trx) => {
      await sql`select seal_audit(${noon}, 1000)`.execute(trx)
      throw new Error('the power went')
    })
    await expect(dies).rejects.toThrow('the power went')
    expect((await verified()).waiting).toBe(2)
    expect(await sealAudit(deps)).toBe(2)
    expect(await verified()).toMatchObject({ faults: [], rows: 2 })
  })

  it('is written by the sealer only: the application neither reads it, changes it nor takes anything away', async () => {
    await as('maja').get(child)
    await signHead(deps, key)
    const tables = ['audit_event', 'audit_subject', 'audit_waiting', 'audit_link', 'audit_head', 'audit_drop']
    for (const table of tables)
      for (const attempt of [
        sql`select * from ${sql.table(table)}`,
        sql`delete from ${sql.table(table)}`,
        sql`truncate ${sql.table(table)}`,
        sql`alter table ${sql.table(table)} disable trigger all`,
        ...(table === 'audit_event' || table === 'audit_subject'
          ? []
          : [sql`insert into ${sql.table(table)} default values`]),
      ])
        await expect(behindTheWalls('maja', lisa, (trx) => attempt.execute(trx))).rejects.toThrow(
          /permission denied|must be owner/,
        )
    // Links and heads: nobody changes them, nobody takes them away.
    const { rows } =
      await sql`select grantee, privilege_type, table_name from information_schema.role_table_grants
      where table_name in ('audit_link', 'audit_head') and privilege_type not in ('SELECT', 'INSERT')
        and grantee <> 'kb_owner'`.execute(admin)
    expect(rows).toEqual([])
  })

  it('shows its heads to anybody who wants to keep them, and nothing more', async () => {
    const first = await signHead(deps, key)
    setClock(inHours(1))
    const second = await signHead(deps, key)
    expect(await signHead(deps, key, inHours(1))).toEqual(second)
    const answer = await as('nobody').get(paths.auditHeads.to({}))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ heads: [first, second] })
    const newer = await as('nobody').get(`${paths.auditHeads.to({})}?efter=1`)
    expect(await newer.json()).toEqual({ heads: [second] })
    await sql`insert into audit_head select n, ${noon}, 'p', 'r', '[]', 'k', 's' from generate_series(3, 1203) n`.execute(
      admin,
    )
    setClock(new Date(deps.now().getTime() + 5000))
    const kept: Head[] = []
    for (;;) {
      const page = await as('nobody').get(`${paths.auditHeads.to({})}?efter=${kept.at(-1)?.number ?? 0}`)
      const { heads } = (await page.json()) as { heads: Head[] }
      if (heads.length === 0) break
      kept.push(...heads)
    }
    expect(kept.map(({ number }) => number)).toEqual(Array.from({ length: 1203 }, (_, at) => at + 1))
    for (const odd of ['x', '-1', '1e99', '9999999999999'])
      expect((await as('nobody').get(`${paths.auditHeads.to({})}?efter=${odd}`)).status).toBe(200)
  })

  it('are handed out from memory: whoever has them already is told so, and a flood takes one connection at the most', async () => {
    await world()
    await sql`insert into audit_head select n, ${noon}, 'p', 'r', '[]', 'k', 's' from generate_series(1, 900) n`.execute(
      admin,
    )
    const { pool } = deps
    let [inUse, most, taken] = [0, 0, 0]
    const counted: typeof pool = {
      answers: () => pool.answers(),
      end: () => pool.end(),
      reserve: async () => {
        taken++
        most = Math.max(most, ++inUse)
        const line = await pool.reserve()
        const release = () => {
          inUse--
          line.release()
        }
        return { ...line, release }
      },
    }
    setClock(inHours(1))
    const web = createApp({ ...deps, pool: counted }, { cookieName: 'kb-test', demo: true })
    const heads = paths.auditHeads.to({})
    const first = await web.request(heads)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('public, max-age=5')
    for (let time = 0; time < 50; time++) {
      const again = await web.request(heads, { headers: { 'If-None-Match': etag } })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect((await web.request(`${heads}?efter=${890 + time}`)).status).toBe(200)
    }
    expect(taken).toBe(1)
    const flood = await Promise.all(
      Array.from({ length: 60 }, (_, after) => web.request(`${heads}?efter=${after}`)),
    )
    const statuses = flood.map(({ status }) => status)
    expect([most, statuses.filter((one) => one === 200).length]).toEqual([1, 8])
    expect(flood.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('5')
    setClock(inHours(2))
    await Promise.all(Array.from({ length: 30 }, () => web.request(heads)))
    expect([most, taken]).toEqual([1, 10])
  })
})

describe('what has expired', () => {
  const march = '2026-03-01'
  const drop = (month: string, at: Date) =>
    owner.begin(async (trx) => {
      await trx`set local role kb_retention`
      const [row] = await trx`select drop_audit_month(${month}, ${at.toISOString()}, ${randomUUID()}) as gone`
      return Number(row?.['gone'])
    })
  const inYear = (year: number) => new Date(`${year}-04-01T12:00:00Z`)

  beforeEach(async () => {
    await world()
    await openMatter()
    await admin
      .updateTable('session')
      .set({ ends_at: new Date('2050-01-01'), idle_minutes: 100_000_000 })
      .execute()
    await admin
      .updateTable('session')
      .set({ last_seen_at: new Date('2026-01-01') })
      .execute()
    setClock(new Date('2026-03-10T10:00:00Z'))
    await as('maja').get(paths.children.to({}))
    await as('maja').get(child)
    setClock(new Date('2026-04-02T10:00:00Z'))
    await as('maja').get(child)
    await signHead(deps, key)
  })

  it('goes a whole month at a time, leaves a row that says so, and the chain holds', async () => {
    setClock(inYear(2031))
    await signHead(deps, key)
    expect(await drop(march, inYear(2031))).toBe(2)
    expect(await admin.selectFrom('audit_event').select('id').execute()).toHaveLength(1)
    expect(await admin.selectFrom('audit_subject').select('child_id').execute()).toEqual([])
    expect(await verified()).toMatchObject({ faults: [], waiting: 1 })
    await sealAudit(deps)
    expect(await verified()).toMatchObject({ faults: [], rows: 4, waiting: 0 })
    await sql`update audit_drop set rows = 3`.execute(admin)
    expect(await firstFault()).toContain('har ändrats')
    await sql`delete from audit_drop`.execute(admin)
    expect(await firstFault()).toContain('är borta')
  })

  it('is not what is younger than five years, nor what is not linked', async () => {
    setClock(new Date('2031-03-31T12:00:00Z'))
    await signHead(deps, key)
    await expect(drop(march, inYear(2032))).rejects.toThrow('five years')
    setClock(inYear(2031))
    await signHead(deps, key)
    await expect(drop(march, inYear(2030))).rejects.toThrow('five years')
    await expect(drop('2026-04-01', inYear(2031))).rejects.toThrow('five years')
    await expect(drop('2026-03-02', inYear(2031))).rejects.toThrow()
  })

  it('nobody else takes anything away, and not even retention what is young', async () => {
    const asRetention = (statement: string) =>
      owner.begin(async (trx) => {
        await trx`set local role kb_retention`
        return (await trx.unsafe(statement)).count
      })
    expect(await asRetention('delete from audit_event')).toBe(0)
    expect(await asRetention('delete from audit_subject')).toBe(0)
    await expect(asRetention('update audit_event set act = act')).rejects.toThrow('permission denied')
    await expect(asRetention('delete from audit_link')).rejects.toThrow('permission denied')
    await expect(asRetention('truncate audit_event')).rejects.toThrow('permission denied')
  })
})
