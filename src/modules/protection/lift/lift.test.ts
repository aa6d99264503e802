import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasMark, markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress } from '#test/arrange-meeting.ts'
import { mayBeTold } from '#test/arrange-organisation.ts'
import {
  admin,
  as,
  auditRows,
  behindTheWalls,
  engagementOf,
  id,
  lisa,
  type Person,
  withoutAudit,
  world,
} from '#test/world.ts'

const at = { childId: lisa, markId: lisasMark }
const childPage = paths.child.to({ childId: lisa })
const again = paths.shield.again.to(at)
const textOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const group = paths.shield.group.to({ childId: lisa })
const proposal = id('maja proposes')
const proposes = (who: Person = 'maja', submission = proposal, source = 'skatteverket') =>
  as(who).post(paths.shield.lift.to(at), { submission, source })
const decides = (who: Person, answer: 'ja' | 'nej', why = '', about = proposal) =>
  as(who).post(paths.shield.decide.to(at), { proposal: about, answer, why })
/** Stig is told too. Maja proposes, and he agrees. */
async function lifted(submission = proposal) {
  await as('maja').post(group, { add: engagementOf('stig') })
  expect((await proposes('maja', submission)).status).toBe(303)
  return decides('stig', 'ja', '', submission)
}
const showsAgain = (...show: string[]) => as('maja').post(again, { show })
const lisasRow = () =>
  admin
    .selectFrom('child')
    .select(['protection', 'given_name', 'born_on'])
    .where('id', '=', lisa)
    .executeTakeFirstOrThrow()

describe('the mark is lifted', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra', 'stig'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await callMeeting()
    await markAsProtected()
    await mayBeTold('stig', 'petra')
  })

  it('and nothing is shown again by that', async () => {
    const before = await textOf('petra', childPage)
    const list = await textOf('petra', paths.children.to({}))
    expect((await showsAgain('name')).status).toBe(404)
    for (let time = 0; time < 2; time++) expect((await lifted()).status).toBe(303)
    expect(await textOf('petra', childPage)).toBe(before)
    expect(await textOf('petra', paths.children.to({}))).toBe(list)
    expect(await textOf('maja', again)).toContain('Allt är fortfarande dolt.')
    expect(await lisasRow()).toMatchObject({ protection: 'sekretessmarkering', given_name: null })
  })

  it('one thing at a time: the name, then the birth date, then the school', async () => {
    await lifted()
    expect((await showsAgain('birth')).status).toBe(422)
    expect((await showsAgain('name')).status).toBe(303)
    expect(await lisasRow()).toEqual({ protection: 'none', given_name: 'Lisa', born_on: null })
    expect(await textOf('petra', childPage)).toContain('Lisa Holmgren')
    expect(await textOf('petra', childPage)).not.toContain('8 år')
    expect(await textOf('sara', meetingAddress('show'))).not.toMatch(/Furuskolan|Granen/)
    expect(await textOf('sara', paths.children.to({}))).toContain('8 år')
    await showsAgain('birth')
    expect(await textOf('petra', childPage)).toContain('8 år')
    expect(await textOf('sara', meetingAddress('show'))).not.toMatch(/Furuskolan|Granen/)
    await showsAgain('places')
    expect(await textOf('sara', meetingAddress('show'))).toContain('rum Granen')
    expect(await textOf('maja', again)).toContain('Det finns inget mer att visa.')
    const shown = (await auditRows()).filter(([, act]) => act === 'protection.show-again')
    expect(shown.map(([who, , outcome]) => [who, outcome])).toEqual([
      ['maja', 'invalid'],
      ['maja', 'done'],
      ['maja', 'done'],
      ['maja', 'done'],
    ])
  })

  it('a new mark seals all of it again, with a new key', async () => {
    await lifted()
    await showsAgain('name')
    const answer = await as('maja').post(paths.shield.show.to({ childId: lisa }), {
      submission: id('the next mark'),
      who: 'barnet',
      kind: 'skyddad_folkbokforing',
      source: 'skatteverket',
      markedOn: '2026-11-24',
    })
    expect(answer.status).toBe(303)
    expect(await lisasRow()).toEqual({
      protection: 'skyddad_folkbokforing',
      given_name: null,
      born_on: null,
    })
    expect(await textOf('petra', childPage)).not.toContain('Lisa')
    expect(await textOf('maja', `${childPage}?visa=namn`)).toContain('Lisa Holmgren')
  })

  it('is for the group: everybody else gets what does not exist', async () => {
    const missing = await textOf('eva', '/ingenting')
    for (const who of ['petra', 'stig', 'sofia', 'eva', 'sara', 'lisaSelf'] as const)
      for (const answer of [
        await as(who).get(again),
        await as(who).post(again, { show: 'name' }),
        await proposes(who),
        await decides(who, 'ja'),
        await as(who).post(group, { add: engagementOf('petra') }),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await admin.selectFrom('protection_member').select('id').execute()).toHaveLength(1)
  })
})

const waiting = () =>
  admin
    .selectFrom('task')
    .select(['engagement_id', 'about_id'])
    .where('kind', '=', 'lift_protection')
    .where('done_at', 'is', null)
    .execute()
const mark = () =>
  admin.selectFrom('protection_mark').select(['lifted_at', 'lifted_by']).executeTakeFirstOrThrow()
const stands = { lifted_at: null, lifted_by: null }
const takesAway = async (who: Person, from: 'maja' | 'stig' | 'petra') => {
  const row = await admin
    .selectFrom('protection_member')
    .select('id')
    .where('engagement_id', '=', engagementOf(from))
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow()
  expect((await as(who).post(group, { remove: row.id })).status).toBe(303)
}

describe('two lift a mark', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra', 'stig'] })
    await tellFamily('sara')
    await markAsProtected()
    await mayBeTold('stig', 'petra')
    await as('maja').post(group, { add: engagementOf('stig') })
  })

  it('Maja proposes, it waits for Stig, and he agrees', async () => {
    expect((await proposes()).status).toBe(303)
    expect(await mark()).toEqual(stands)
    expect(await waiting()).toEqual([{ engagement_id: engagementOf('stig'), about_id: lisasMark }])
    expect(await textOf('stig', paths.tasks.to({}))).toContain('Svara på om ett skydd har upphört')
    for (const who of ['petra', 'maja'] as const)
      expect(await textOf(who, paths.tasks.to({}))).not.toContain('skydd har upphört')
    expect(await textOf('maja', again)).toContain('Någon annan i gruppen svarar')
    const page = await textOf('stig', again)
    for (const words of ['av Maja Lindgren', 'Skatteverket har meddelat det', 'Har skyddet upphört?'])
      expect(page).toContain(words)
    expect((await decides('stig', 'ja', 'Skatteverket ringde mig också.')).status).toBe(303)
    expect((await mark()).lifted_by).toBe(id('stig'))
    expect(await waiting()).toEqual([])
    expect(await textOf('maja', again)).toContain('Skatteverket ringde mig också.')
    const { rows } = await sql<{
      all: string
    }>`select string_agg(l::text, ' ') as all from protection_lift l`.execute(admin)
    expect(rows[0]?.all).not.toContain('Skatteverket ringde')
    const acts = (await auditRows()).filter(([, act]) => `${act}`.endsWith('lift'))
    expect(acts.map((row) => row.slice(0, 3))).toEqual([
      ['maja', 'protection.propose-lift', 'done'],
      ['stig', 'protection.answer-lift', 'done'],
    ])
  })

  it('Stig says no and why, and everything stands; a new proposal can be made', async () => {
    await proposes()
    const bare = await decides('stig', 'nej')
    expect([bare.status, await bare.text()]).toEqual([
      422,
      expect.stringContaining('Skriv varför skyddet ska vara kvar'),
    ])
    expect((await decides('stig', 'nej', 'Hotet finns kvar.')).status).toBe(303)
    expect(await mark()).toEqual(stands)
    expect(await textOf('maja', again)).toContain('Hotet finns kvar.')
    expect(await textOf('petra', paths.shield.show.to({ childId: lisa }))).not.toContain('Hotet finns kvar.')
    expect((await proposes('stig', id('stig proposes'))).status).toBe(303)
    expect((await decides('maja', 'ja', '', id('stig proposes'))).status).toBe(303)
    expect((await mark()).lifted_by).toBe(id('maja'))
  })

  it('nobody decides what they have proposed themselves', async () => {
    await proposes()
    const own = await decides('maja', 'ja')
    expect([own.status, await own.text()]).toEqual([
      422,
      expect.stringContaining('Du har föreslagit det själv.'),
    ])
    expect(await mark()).toEqual(stands)
    await expect(
      admin
        .updateTable('protection_lift')
        .set({ decided_by: id('maja') })
        .execute(),
    ).rejects.toThrow(/check/)
  })

  it('sent twice it is one; a second proposal is refused with words', async () => {
    const both = await Promise.all([proposes(), proposes()])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    for (const who of ['maja', 'stig'] as const) {
      const second = await proposes(who, id(`another of ${who}`))
      expect([second.status, await second.text()]).toEqual([
        422,
        expect.stringContaining('redan ett förslag'),
      ])
    }
    expect(await waiting()).toHaveLength(1)
  })

  it('when two answer at once only one does, and the other is told', async () => {
    await as('maja').post(group, { add: engagementOf('petra') })
    await proposes()
    const answers = await Promise.all([decides('stig', 'ja'), decides('petra', 'nej', 'Vänta.')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = answers.findIndex(({ status }) => status === 409)
    expect(await answers[late]?.text()).toContain('Ditt svar är inte sparat')
    const again = await decides(late === 0 ? 'stig' : 'petra', 'nej', 'Grannen har sett bilen.')
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining('Grannen har sett bilen.'),
    ])
  })

  it('whoever is no longer in the group neither decides nor counts', async () => {
    await proposes()
    await takesAway('maja', 'stig')
    expect((await decides('stig', 'ja')).status).toBe(404)
    expect(await textOf('stig', paths.tasks.to({}))).not.toContain('skydd har upphört')
    await as('maja').post(group, { add: engagementOf('stig') })
    await takesAway('stig', 'maja')
    const left = await decides('stig', 'ja')
    expect([left.status, await left.text()]).toEqual([422, expect.stringContaining('inte kvar i gruppen')])
    expect(await mark()).toEqual(stands)
    const alone = await proposes('stig', id('stig proposes'))
    expect([alone.status, await alone.text()]).toEqual([422, expect.stringContaining('Ni behöver vara två.')])
    await as('stig').post(group, { add: engagementOf('petra') })
    expect((await proposes('stig', id('stig proposes'))).status).toBe(303)
    expect(await waiting()).toEqual([{ engagement_id: engagementOf('petra'), about_id: lisasMark }])
    expect((await decides('petra', 'ja')).status).toBe(409)
    expect((await decides('petra', 'ja', '', id('stig proposes'))).status).toBe(303)
    expect((await mark()).lifted_by).toBe(id('petra'))
  })

  it('is nothing that the program can do past the two', async () => {
    await proposes()
    for (const one of [
      sql`update protection_mark set lifted_at = asked_at(), lifted_by = me()`,
      sql`insert into protection_lift select child_id, ${id('x')}, mark_id, source, ${id('stig')}, engagement_id, proposed_at
        from protection_lift`,
      sql`update protection_lift set accepted = true`,
      sql`select end_lift_tasks(${lisa}, ${lisasMark})`,
    ])
      await expect(behindTheWalls('maja', lisa, (trx) => one.execute(trx))).rejects.toThrow(
        /permission denied/,
      )
    for (const who of ['petra', 'sara', 'eva'] as const)
      await behindTheWalls(who, lisa, async (trx) => {
        const { rows } = await sql`select decide_lift(${lisa}, ${lisasMark}, ${proposal}, true, null) as said,
          (select count(*)::int from protection_lift) as seen`.execute(trx)
        expect([who, rows]).toEqual([who, [{ said: 'refused', seen: 0 }]])
      })
    expect(await mark()).toEqual(stands)
  })

  it('leaves nothing when the log cannot be written', async () => {
    expect((await withoutAudit(() => proposes())).status).toBe(503)
    expect(await waiting()).toEqual([])
  })
})

describe('those who are told', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra', 'stig'] })
    await tellFamily('sara', 'jonas')
    await callMeeting()
    await markAsProtected()
    await mayBeTold('stig', 'petra')
  })
  it('are chosen by the group, one by one, and stop being told at the next request', async () => {
    expect((await as('petra').get(`${childPage}?visa=namn`)).status).toBe(404)
    for (let time = 0; time < 2; time++)
      expect((await as('maja').post(group, { add: engagementOf('petra') })).status).toBe(303)
    expect(await textOf('petra', `${childPage}?visa=namn`)).toContain('Lisa Holmgren')
    const rows = await admin
      .selectFrom('protection_member')
      .select('id')
      .where('engagement_id', '=', engagementOf('petra'))
      .execute()
    expect(rows).toHaveLength(1)
    await as('maja').post(group, { remove: rows[0]?.id ?? '' })
    expect((await as('petra').get(`${childPage}?visa=namn`)).status).toBe(404)
  })

  it('Maja cannot take away herself: there is always somebody who knows', async () => {
    const mine = await admin.selectFrom('protection_member').select('id').executeTakeFirstOrThrow()
    await as('maja').post(group, { remove: mine.id })
    expect(await textOf('maja', `${childPage}?visa=namn`)).toContain('Lisa Holmgren')
  })

  it('Sara, who lives with Lisa, sees where the meeting is when the group says so; Jonas does not', async () => {
    await as('maja').post(group, { add: id('sara') })
    expect(await textOf('sara', meetingAddress('show'))).toContain('rum Granen')
    expect(await textOf('jonas', meetingAddress('show'))).not.toMatch(/Granen|Furuskolan|Lindgren|070-174/)
  })

  it('whoever stops working there is told no longer', async () => {
    await as('maja').post(group, { add: engagementOf('petra') })
    await sql`update assignment set valid_to = ${'2026-11-24T10:00:00Z'}::timestamptz where engagement_id = ${engagementOf('petra')}`.execute(
      admin,
    )
    expect((await as('petra').get(`${childPage}?visa=namn`)).status).toBe(404)
  })
})
