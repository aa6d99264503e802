import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { lisasMark, markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting, meetingAddress } from '#test/arrange-meeting.ts'
import { admin, as, auditRows, engagementOf, id, lisa, type Person, world } from '#test/world.ts'

const at = { childId: lisa, markId: lisasMark }
const childPage = paths.child.to({ childId: lisa })
const again = paths.shield.again.to(at)
const textOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const lifted = () => as('maja').post(paths.shield.lift.to(at))
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
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas', 'lisaSelf')
    await callMeeting()
    await markAsProtected()
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
        await as(who).post(paths.shield.lift.to(at)),
        await as(who).post(paths.shield.group.to({ childId: lisa }), { add: engagementOf('petra') }),
      ])
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
    expect(await admin.selectFrom('protection_member').select('id').execute()).toHaveLength(1)
  })
})

describe('those who are told', () => {
  beforeEach(async () => {
    await world()
    await openMatter({ with: ['petra'] })
    await tellFamily('sara', 'jonas')
    await callMeeting()
    await markAsProtected()
  })
  const group = paths.shield.group.to({ childId: lisa })

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
