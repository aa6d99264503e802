import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { bar, joined, lisasMatter, openMatter, takeBack, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingId, partyOf } from '#test/arrange-meeting.ts'
import { actions, lisasPlanId, lisaWithPlan } from '#test/arrange-plan.ts'
import {
  admin,
  as,
  behindTheWalls,
  deps,
  engagementOf,
  id,
  inHours,
  lisa,
  nils,
  noon,
  type Person,
  sessionOf,
  setClock,
  world,
} from '#test/world.ts'

const seen = async (
  who: Person,
  table: 'matter' | 'plan' | 'child' | 'guardianship' | 'access_grant' | 'family_talk' | 'bar',
) => (await behindTheWalls(who, lisa, (trx) => trx.selectFrom(table).selectAll().execute())).length

/** What somebody tries to change behind the application's back. */
const tries = (who: Person, statement: ReturnType<typeof sql>) =>
  inTransaction(deps, 'changes', { session: sessionOf(who), childId: lisa }, async ({ trx }) => ({
    answer: (await statement.execute(trx)).numAffectedRows,
    last: [],
  }))
const refused = /row-level security|permission denied/

const lisasPlan = id('lisas plan')
async function plan() {
  await admin
    .insertInto('plan')
    .values({ child_id: lisa, id: lisasPlan, matter_id: lisasMatter, made_at: noon })
    .execute()
}

describe('the database’s own walls', () => {
  beforeEach(() => world())

  it('show nothing at all to nobody, and to a session that does not exist', async () => {
    await openMatter()
    const tables = await sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_any_column_privilege('kb_app', oid, 'select')`.execute(
      admin,
    )
    const reference = [
      'municipality',
      'authority',
      'secrecy_unit',
      'unit',
      'unit_serves',
      'unit_entry',
      'ladder_rule',
    ]
    const open = new Set(reference)
    for (const { name } of tables.rows.filter((table) => !open.has(table.name))) {
      const rows = await behindTheWalls('nobody', lisa, (trx) =>
        sql`select 1 from ${sql.id(name)}`.execute(trx),
      )
      expect([name, rows.rows.length]).toEqual([name, 0])
    }
  })

  it('nobody names who asks: what takes it is for the rules alone', async () => {
    const { rows } = await sql<{ name: string; open: boolean }>`
      select proname as name, has_function_privilege('kb_app', oid, 'execute') as open from pg_proc
      where 'caller'::regtype = any (proargtypes::oid[])
        or proname in ('left_to', 'own_children_of', 'units_to_take_from', 'authorities_of')`.execute(admin)
    expect(rows.filter(({ open }) => open)).toEqual([])
    expect(rows.length).toBeGreaterThanOrEqual(13)
    await expect(
      behindTheWalls('petra', undefined, (trx) =>
        sql`select family_of(row(${id('sara')}, 'family', null, null, null, null, null, null)::caller)`.execute(
          trx,
        ),
      ),
    ).rejects.toThrow('permission denied for function family_of')
  })

  it('the matter is seen inside the wall only', async () => {
    await openMatter()
    expect(await seen('maja', 'matter')).toBe(1)
    for (const who of ['petra', 'sofia', 'ali', 'eva', 'sara', 'jonas', 'lisaSelf'] as const)
      expect([who, await seen(who, 'matter')]).toEqual([who, 0])
  })

  it('a plan is seen by those who carry it, the family that was told, and units with a living consent', async () => {
    await openMatter()
    await plan()
    const readers = async () => {
      const found = []
      for (const who of [
        'maja',
        'petra',
        'sofia',
        'ali',
        'ingrid',
        'eva',
        'sara',
        'jonas',
        'lisaSelf',
        'karin',
      ] as const)
        if ((await seen(who, 'plan')) > 0) found.push(who)
      return found
    }
    expect(await readers()).toEqual(['maja'])
    await tellFamily('sara', 'jonas')
    await joined('ali', 'familjestod')
    expect(await readers()).toEqual(['maja', 'ali', 'sara', 'jonas'])
    await bar('jonas')
    expect(await readers()).toEqual(['maja', 'ali', 'sara'])
    await takeBack('jonas', 'familjestod')
    expect(await readers()).toEqual(['maja', 'sara'])
  })

  it('how many versions the plan has had is for those who write it: nobody else gets a number out of the database', async () => {
    await lisaWithPlan()
    const numbers = [
      sql`select from_version from plan_part`,
      sql`select to_version from plan_part`,
      sql`select 1 from plan_part order by from_version`,
      sql`select * from plan_part`,
    ]
    for (const who of ['sara', 'jonas', 'lisaSelf', 'ali', 'ingrid'] as const) {
      for (const statement of numbers)
        await expect(behindTheWalls(who, lisa, (trx) => statement.execute(trx))).rejects.toThrow(refused)
      const heads = await behindTheWalls(who, lisa, (trx) =>
        trx.selectFrom('plan_head').select('version').execute(),
      )
      expect([who, heads]).toEqual([who, []])
    }
    const { rows } = await sql<{ at: string }>`
      select table_name || '.' || column_name as at from information_schema.columns
      where table_schema = 'public' and column_name like '%version%'
        and has_column_privilege('kb_app', 'public.' || quote_ident(table_name), column_name, 'select')
        and table_name in ('agreement', 'access_grant', 'plan', 'plan_part', 'plan_event')`.execute(admin)
    // Of an item the version is its own, and the grant names the one that was shared.
    expect(rows).toEqual([{ at: 'access_grant.item_version' }])
    const parts = await behindTheWalls('ali', lisa, (trx) =>
      sql<{ from_version: number }>`select distinct from_version from my_parts()`.execute(trx),
    )
    expect(parts.rows).toEqual([{ from_version: 1 }])
  })

  it('a part that is written again gets a seal by chance, not the plan’s next number', async () => {
    await lisaWithPlan()
    await admin.updateTable('plan_head').set({ version: 7 }).execute()
    await as('maja').post(paths.plan.contacts.to({ childId: lisa }), {
      version: '7',
      [`contact-${id('furuskolan')}`]: engagementOf('stig'),
      [`contact-${id('familjestod')}`]: engagementOf('ali'),
      [`contact-${id('gaddan')}`]: engagementOf('ingrid'),
    })
    const { rows } = await sql<{ seal: number }>`select seal from plan_part where from_version = 8`.execute(
      admin,
    )
    for (const { seal } of rows) expect(seal).toBeGreaterThan(1000)
    expect(rows.length).toBeGreaterThan(0)
  })

  it('what a unit is called, and its numbers, come through the views only: not from the tables', async () => {
    await lisaWithPlan()
    for (const statement of [
      sql`select name from unit`,
      sql`select phone from unit`,
      sql`select municipality_code from unit`,
      sql`select * from unit`,
      sql`select u.name from plan_part p join unit u on u.id = p.unit_id`,
      sql`select phone from engagement`,
    ])
      await expect(behindTheWalls('ali', lisa, (trx) => statement.execute(trx))).rejects.toThrow(refused)
    const read = (who: Person | 'nobody') =>
      behindTheWalls(who, lisa, async (trx) => ({
        units: (await trx.selectFrom('unit_here').select('name').execute()).length > 0,
        phones: (await trx.selectFrom('engagement_here').select('phone').execute()).length > 0,
      }))
    expect(await read('ali')).toEqual({ units: true, phones: true })
    expect(await read('nobody')).toEqual({ units: true, phones: false })
  })

  it('a consent ends by itself, and so does an employment', async () => {
    await openMatter()
    await plan()
    await joined('ali', 'familjestod')
    setClock(inHours(24 * 91))
    expect(await seen('ali', 'plan')).toBe(0)
    expect(await seen('maja', 'plan')).toBe(1)
    await admin
      .updateTable('engagement')
      .set({ valid_to: '2026-12-31' })
      .where('id', '=', engagementOf('maja'))
      .execute()
    expect(await seen('maja', 'plan')).toBe(0)
  })

  it('on the day Lisa turns eighteen her parents see nothing', async () => {
    await openMatter()
    await tellFamily('sara', 'lisaSelf')
    await plan()
    setClock(new Date('2036-03-13T22:59:00Z'))
    await admin
      .updateTable('session')
      .set({ ends_at: new Date('2040-01-01'), idle_minutes: 10_000_000 })
      .execute()
    expect(await seen('sara', 'plan')).toBe(1)
    setClock(new Date('2036-03-13T23:01:00Z'))
    expect(await seen('sara', 'plan')).toBe(0)
    expect(await seen('lisaSelf', 'plan')).toBe(1)
  })

  it('a request about one child never reaches another', async () => {
    const children = await behindTheWalls('eva', lisa, (trx) =>
      trx.selectFrom('child').select('id').execute(),
    )
    expect(children).toEqual([])
  })

  it('a guardian sees neither bars nor the other guardian', async () => {
    await openMatter()
    await tellFamily('sara', 'jonas')
    await bar('jonas', id('something'))
    for (const who of ['sara', 'jonas'] as const) {
      expect(await seen(who, 'bar')).toBe(0)
      expect(await seen(who, 'guardianship')).toBe(1)
      expect(await seen(who, 'family_talk')).toBe(1)
    }
  })

  it('exactly one is BBA at every moment: no gap, no overlap, no end without an end', async () => {
    await openMatter()
    const change = (statement: ReturnType<typeof sql>) =>
      admin.transaction().execute((trx) => statement.execute(trx))
    const gap = sql`update responsibility set during = tstzrange(lower(during), ${noon}::timestamptz) where child_id = ${lisa}`
    await expect(change(gap)).rejects.toThrow('exactly one')
    await expect(change(sql`delete from responsibility where child_id = ${lisa}`)).rejects.toThrow(
      'exactly one',
    )
    await expect(
      change(sql`update matter set closed_at = ${noon}, outcome = 'other' where child_id = ${lisa}`),
    ).rejects.toThrow('exactly one')
    await expect(
      change(sql`insert into responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
        values (${lisa}, ${deps.newId()}, ${lisasMatter}, 'best_interests_lead', ${id('elevhalsan')}, ${engagementOf('sofia')}, tstzrange(${noon}, null))`),
    ).rejects.toThrow('one_responsible_at_a_time')
  })

  it('whoever carried an earlier matter has no part in what another unit carries now', async () => {
    await openMatter()
    await admin.transaction().execute(async (trx) => {
      await sql`update responsibility set during = tstzrange(lower(during), ${noon}::timestamptz)
        where child_id = ${lisa}`.execute(trx)
      await sql`update matter set closed_at = ${noon}, outcome = 'thanked' where child_id = ${lisa}`.execute(
        trx,
      )
    })
    await plan()
    expect(await seen('maja', 'plan')).toBe(1)
    setClock(inHours(1))
    await admin.transaction().execute(async (trx) => {
      await sql`insert into matter (child_id, id, secrecy_unit_id, opened_at)
        values (${lisa}, ${id('new')}, ${id('wall familjestod')}, ${inHours(1)})`.execute(trx)
      await sql`insert into responsibility (child_id, id, matter_id, kind, unit_id, engagement_id, during)
        values (${lisa}, ${deps.newId()}, ${id('new')}, 'best_interests_lead', ${id('familjestod')},
          ${engagementOf('ali')}, tstzrange(${inHours(1)}, null))`.execute(trx)
    })
    await bar('jonas')
    for (const table of ['bar', 'guardianship'] as const)
      expect([table, await seen('maja', table)]).toEqual([table, 0])
    // What the school made stays with the school.
    for (const table of ['matter', 'plan'] as const)
      expect([table, await seen('maja', table)]).toEqual([table, 1])
    expect(await tries('maja', sql`update plan set follow_up_at = asked_at()`)).toBe(0n)
  })

  it('a matter moves, and a consent becomes complete, only by the answer of those who are asked', async () => {
    await openMatter()
    await joined('ali', 'familjestod')
    const consent = await admin.selectFrom('consent_unit').selectAll().executeTakeFirstOrThrow()
    const moved = sql`update matter set secrecy_unit_id = ${id('wall familjestod')}`
    await expect(tries('maja', moved)).rejects.toThrow(refused)
    const complete = sql`insert into consent_unit (child_id, consent_id, unit_id, areas, complete_since)
      values (${lisa}, ${consent.consent_id}, ${id('gaddan')}, '{learning}', ${noon})`
    await expect(tries('maja', complete)).rejects.toThrow(refused)
    const earlier = sql`insert into consent_answer (child_id, consent_id, id, signer_id, unit_id, seq, answer, way,
        answered_at, noted_by, noted_at)
      select child_id, consent_id, ${deps.newId()}, id, ${id('familjestod')}, 9, 'yes', 'paper', ${noon}, ${id('maja')},
        ${inHours(-48)} from consent_signer limit 1`
    await expect(tries('maja', earlier)).rejects.toThrow(refused)
  })

  it('what has ended never comes back', async () => {
    await openMatter()
    await joined('ali', 'familjestod')
    const end = sql`update access_grant set ended_at = asked_at(), ended_by = me()`
    expect(await tries('maja', end)).toBe(1n)
    expect(await tries('maja', sql`update access_grant set ended_at = null, ended_by = null`)).toBe(0n)
    await admin.updateTable('assignment').set({ valid_to: noon }).where('kind', '=', 'party').execute()
    const back = sql`update assignment set valid_to = null where kind = 'party'`
    expect(await tries('maja', back)).toBe(0n)
  })

  it('nobody asks themselves to lead, widens who reads, ends another unit’s work or speaks in another’s voice', async () => {
    await openMatter()
    await tellFamily('sara')
    await joined('ali', 'familjestod')
    const lead = sql`insert into task (child_id, id, kind, engagement_id, due_on, made_at)
      values (${lisa}, ${deps.newId()}, 'accept_collaboration', ${engagementOf('ali')}, '2026-12-01', ${noon})`
    await expect(tries('ali', lead)).rejects.toThrow(refused)
    await expect(tries('maja', sql`update item set readers = 'everyone'`)).rejects.toThrow(refused)
    const ends = sql`update assignment set valid_to = asked_at() where engagement_id = ${engagementOf('sofia')}`
    expect(await tries('maja', ends)).toBe(0n)
    const item = deps.newId()
    await tries(
      'sara',
      sql`insert into item (child_id, id, matter_id, kind, secrecy_unit_id, author_id, made_at)
        values (${lisa}, ${item}, ${lisasMatter}, 'statement', ${id('wall furuskolan')}, ${id('sara')}, ${noon})`,
    )
    const says = (
      voice: 'child' | 'guardian',
      person: Person,
    ) => sql`insert into statement (child_id, item_id, matter_id,
        area, voice, voice_person_id, has_working, has_challenging, wording, said_on)
      values (${lisa}, ${item}, ${lisasMatter}, 'learning', ${voice}, ${id(person)}, true, false, '1', '2026-11-24')`
    await expect(tries('sara', says('child', 'lisaSelf'))).rejects.toThrow(refused)
    await expect(tries('sara', says('guardian', 'jonas'))).rejects.toThrow(refused)
    expect(await tries('sara', says('guardian', 'sara'))).toBe(1n)
  })

  it('a talk and a bar are noted in one’s own name', async () => {
    await openMatter()
    const talk = sql`insert into family_talk (child_id, id, matter_id, person_id, is_child, told_on, way, noted_by, noted_at)
      values (${lisa}, ${deps.newId()}, ${lisasMatter}, ${id('sara')}, false, '2026-11-24', 'meeting', ${id('stig')}, ${noon})`
    await expect(tries('maja', talk)).rejects.toThrow(refused)
  })

  it('what Lisa has said is not read again in her session, which may be another’s who holds her eID', async () => {
    await lisaWithPlan()
    await callMeeting()
    const { id: party } = await partyOf('lisaSelf')
    const at = sql`asked_at()`
    const said = [
      sql`insert into meeting_words (child_id, meeting_id, id, party_id, body, is_open, written_by, written_at)
        values (${lisa}, ${meetingId}, ${deps.newId()}, ${party}, 'x', false, me(), ${at})`,
      sql`insert into follow_up_part (child_id, plan_id, follow_up_id, id, part_id, voice, person_id, body, noted_by, noted_at)
        values (${lisa}, ${lisasPlanId}, ${id('next follow up')}, ${deps.newId()}, ${actions.reading}, 'child', me(), 'x', me(), ${at})`,
      sql`insert into agreement (child_id, plan_id, id, is_child, answer, answered_at, noted_by)
        values (${lisa}, ${lisasPlanId}, ${id('no')}, true, 'disagrees', ${at}, me())`,
      sql`insert into agreement_reason (child_id, plan_id, agreement_id, body, written_by)
        values (${lisa}, ${lisasPlanId}, ${id('no')}, 'x', me())`,
    ]
    for (const statement of said) expect(await tries('lisaSelf', statement)).toBe(1n)
    const reads = (who: Person) =>
      behindTheWalls(who, lisa, async (trx) => {
        const found = []
        for (const table of ['meeting_words', 'follow_up_part', 'agreement_reason'] as const)
          if ((await trx.selectFrom(table).select('child_id').execute()).length > 0) found.push(table)
        return found
      })
    expect(await reads('maja')).toEqual(['meeting_words', 'follow_up_part', 'agreement_reason'])
    for (const who of ['lisaSelf', 'sara', 'jonas'] as const)
      expect([who, await reads(who)]).toEqual([who, []])
  })

  it('why somebody is barred is read by those who decided it, not by everybody who works with Lisa', async () => {
    await openMatter({ with: ['petra', 'stig'] })
    await bar('jonas')
    const rows = (who: Person, table: 'bar' | 'bar_reason') =>
      behindTheWalls(who, lisa, async (trx) => (await trx.selectFrom(table).selectAll().execute()).length)
    // Stig stands in for Maja; Petra works with Lisa, and knows that Jonas must not know.
    for (const [who, reads] of [
      ['maja', 1],
      ['stig', 1],
      ['petra', 0],
    ] as const)
      expect([who, await rows(who, 'bar'), await rows(who, 'bar_reason')]).toEqual([who, 1, reads])
  })

  it('nobody gives tasks but those who carry the matter, and nobody is said to have done another’s', async () => {
    await lisaWithPlan()
    const gives = (who: Person, kind: string, to: string, about: string | null = null) =>
      tries(
        who,
        sql`insert into task (child_id, id, kind, engagement_id, about_id, due_on, made_at)
          values (${lisa}, ${deps.newId()}, ${kind}::task_kind, ${to}, ${about}, '2026-12-01', asked_at())`,
      )
    for (const [who, kind, to] of [
      ['petra', 'talk_with_family', 'maja'],
      ['sofia', 'receive_handover', 'eva'],
      ['ali', 'gather', 'maja'],
      ['ali', 'question_answered', 'maja'],
      ['sara', 'read_statement', 'eva'],
      ['sara', 'consent_withdrawn', 'maja'],
      ['ingrid', 'collaboration_declined', 'ali'],
    ] as const)
      await expect(gives(who, kind, engagementOf(to)), `${who} ${kind}`).rejects.toThrow(refused)
    expect(await gives('sara', 'read_statement', engagementOf('maja'))).toBe(1n)
    const done = (by: Person) =>
      sql`update task set done_at = asked_at(), done_by = ${id(by)} where done_at is null`
    await expect(tries('maja', done('stig'))).rejects.toThrow(refused)
    await expect(
      tries('maja', sql`update task set done_at = ${inHours(-1)}, done_by = me()`),
    ).rejects.toThrow(refused)
    expect(await tries('maja', done('maja'))).toBe(1n)
    expect(await tries('maja', sql`update task set done_at = null, done_by = null`)).toBe(0n)
  })

  it('whoever is invited answers and changes nothing else, and reads its own invitation only', async () => {
    await lisaWithPlan()
    await callMeeting({ prepareFamily: 'Ta med <bilderna>.', units: [id('familjestod')] })
    const { id: party } = await partyOf('ali')
    await admin
      .insertInto('meeting_invitation')
      .values({ child_id: lisa, meeting_id: meetingId, party_id: party, body: Buffer.from('x') })
      .onConflict((on) => on.doNothing())
      .execute()
    const mine = sql`where unit_id = my_unit()`
    for (const change of [
      sql`attended = true`,
      sql`invited_at = ${inHours(3)}::timestamptz`,
      sql`answered_at = ${inHours(-9)}::timestamptz`,
    ])
      await expect(tries('ali', sql`update meeting_party set ${change} ${mine}`)).rejects.toThrow(
        'only an answer',
      )
    await expect(tries('ali', sql`update meeting_invitation set body = 'y'`)).rejects.toThrow(refused)
    expect(
      await tries('ali', sql`update meeting_party set answer = 'coming', answered_at = asked_at() ${mine}`),
    ).toBe(1n)
    expect(await tries('maja', sql`update meeting_party set attended = true`)).toBeGreaterThan(1n)
    const invitations = (who: Person) =>
      behindTheWalls(who, lisa, async (trx) =>
        (await trx.selectFrom('meeting_invitation').select('party_id').execute()).map((row) => row.party_id),
      )
    expect(await invitations('ali')).toEqual([party])
    for (const who of ['sara', 'jonas', 'lisaSelf'] as const)
      expect(await invitations(who)).toEqual([(await partyOf(who)).id])
    expect(await invitations('maja')).toHaveLength(4)
  })

  it('nothing is logged as from another unit, and no list of children is put in another’s row', async () => {
    await openMatter()
    const logs = (engagement: string) =>
      tries(
        'maja',
        sql`insert into audit_event (child_id, id, at, actor_id, engagement_id, act, outcome, request_id, digest)
          values (${lisa}, ${deps.newId()}, asked_at(), me(), ${engagement}, 'plan.show', 'done', ${deps.newId()}, '')`,
      )
    await expect(logs(engagementOf('ali'))).rejects.toThrow(refused)
    expect(await logs(engagementOf('maja'))).toBe(1n)
    const [row] = await admin.selectFrom('audit_event').select('id').execute()
    const listed = () => admin.selectFrom('audit_subject').select('child_id').execute()
    const direct = sql`insert into audit_subject (child_id, event_id) values (${nils}, ${row?.id ?? ''})`
    await expect(tries('maja', direct)).rejects.toThrow(refused)
    setClock(inHours(1))
    await tries('maja', sql`select note_shown(${row?.id ?? ''}, ${[nils]}::uuid[])`)
    await tries('sofia', sql`select note_shown(${row?.id ?? ''}, ${[nils]}::uuid[])`)
    expect(await listed()).toEqual([])
  })

  it('nobody chooses the place of an answer, and nobody says that a yes was taken back when it was not', async () => {
    await openMatter()
    await tellFamily('sara', 'jonas')
    await joined('ali', 'familjestod')
    const consent = id('consent for familjestod')
    const tells = () =>
      tries(
        'sara',
        sql`select tell_lead_of_answer(${lisa}, ${consent}, 'consent_withdrawn', ${deps.newId()}, '2026-12-01')`,
      )
    const told = () => admin.selectFrom('task').select('kind').execute()
    await tells()
    expect(await told()).toEqual([])
    const says = (answer: 'yes' | 'withdrawn', seq: number) =>
      sql`insert into consent_answer (child_id, consent_id, id, signer_id, unit_id, seq, answer, way, answered_at, noted_by, noted_at)
        values (${lisa}, ${consent}, ${deps.newId()}, ${id('sara signs familjestod')}, ${id('familjestod')}, ${seq}, ${answer}, 'in_app',
          asked_at(), me(), asked_at())`
    await tries('sara', says('yes', 99))
    await tries('sara', says('withdrawn', 2))
    const answers = await admin
      .selectFrom('consent_answer')
      .select(['seq', 'answer'])
      .where('noted_by', '=', id('sara'))
      .orderBy('seq')
      .execute()
    expect(answers.map(({ seq, answer }) => [seq, answer])).toEqual([
      [1, 'yes'],
      [2, 'yes'],
      [3, 'withdrawn'],
    ])
    await tells()
    expect(await told()).toEqual([{ kind: 'consent_withdrawn' }])
  })

  it('nobody plants a key for somebody they cannot know', async () => {
    const plants = (who: Person, subject: string) =>
      tries(
        who,
        sql`insert into subject_key (subject_id, kek_version, wrapped, made_at)
          values (${subject}, 1, 'x', asked_at())`,
      )
    for (const who of ['eva', 'sara', 'maja'] as const)
      await expect(plants(who, id('a child to come'))).rejects.toThrow(refused)
  })

  it('a key that was fetched for one who may know opens nothing for one who may not', async () => {
    await openMatter()
    const opens = (who: Person) => behindTheWalls(who, lisa, (trx) => deps.vault.box(trx, lisa))
    await opens('maja')
    await expect(opens('eva')).rejects.toThrow('no key for this subject')
  })

  it('every table has its wall; the application owns nothing, and can neither read nor change the log', async () => {
    const { rows } = await sql`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname <> 'schema_migration'
        and not (relrowsecurity and relforcerowsecurity and relowner = 'kb_owner'::regrole)
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and (proowner <> 'kb_rules'::regrole or proconfig is null)
      union all select rolname from pg_roles where rolname in ('kb_app', 'kb_rules') and (rolsuper or rolbypassrls)
      union all select rolname from pg_roles where rolname = 'kb_rules' and rolcanlogin
      union all select 'audit' where has_any_column_privilege('kb_app', 'audit_event', 'select, update')
        or has_table_privilege('kb_app', 'audit_event', 'delete, truncate')`.execute(admin)
    expect(rows).toEqual([])
  })

  it('a function that a trigger runs can be hung on nothing else', async () => {
    const { rows } = await sql<{ name: string }>`
      select p.proname as name from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype = 'trigger'::regtype
        and has_function_privilege('kb_app', p.oid, 'execute')`.execute(admin)
    expect(rows).toEqual([])
  })
})
