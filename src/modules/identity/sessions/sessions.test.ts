import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { admin, as, auditRows, id, inHours, lisa, noon, setClock, unknownChild, world } from '#test/world.ts'

const notice = paths.noticing.notice.to({})
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const isIn = async (who: 'maja' | 'sara') => (await as(who).get(notice)).status === 200

/** Sessions as sign-in makes them. */
async function atWork() {
  await world()
  const row = (idle: number) => ({ idle_minutes: idle, ends_at: inHours(8) })
  await admin.updateTable('session').set(row(30)).where('kind', '=', 'staff').execute()
  await admin.updateTable('session').set(row(20)).where('kind', '=', 'family').execute()
}

/** Somebody is signed in in another browser too. */
const elsewhere = (person: 'maja' | 'sara' | 'lisaSelf') =>
  admin
    .insertInto('session')
    .columns([
      'token_hash',
      'id',
      'person_id',
      'kind',
      'issuer',
      'authenticated_at',
      'idle_minutes',
      'last_seen_at',
      'ends_at',
    ])
    .expression((eb) =>
      eb
        .selectFrom('session')
        .select([
          eb.val('e'.repeat(64)).as('token_hash'),
          eb.val(id('elsewhere')).as('id'),
          'person_id',
          'kind',
          'issuer',
          'authenticated_at',
          'idle_minutes',
          'last_seen_at',
          'ends_at',
        ])
        .where('person_id', '=', id(person)),
    )
    .execute()
const alive = async () =>
  (await admin.selectFrom('session').select('id').where('ended_at', 'is', null).execute()).map(
    (row) => row.id,
  )

describe('a session', () => {
  beforeEach(atWork)

  it('waits for half an hour at work, and twenty minutes at home', async () => {
    setClock(minutes(19))
    expect([await isIn('maja'), await isIn('sara')]).toEqual([true, true])
    setClock(minutes(40))
    expect([await isIn('maja'), await isIn('sara')]).toEqual([true, false])
    setClock(minutes(71))
    expect(await isIn('maja')).toBe(false)
  })

  it('ends after a working day however busy', async () => {
    for (let minute = 0; minute < 480; minute += 29) {
      setClock(minutes(minute))
      expect(await isIn('maja')).toBe(true)
    }
    setClock(minutes(481))
    expect(await isIn('maja')).toBe(false)
  })

  it('tells the page when it ends, and a press keeps it alive', async () => {
    const page = await (await as('maja').get(notice)).text()
    expect(page).toContain(`data-session-ends="${minutes(30).toISOString()}"`)
    expect(page).toContain(`data-session-extend="${paths.stay.to({})}"`)
    setClock(minutes(27))
    const asked = { headers: { accept: 'application/json' } }
    const answer = await as('maja').send(paths.stay.to({}), asked)
    expect(await answer.json()).toEqual({ sessionEnds: minutes(57).toISOString() })
    expect(await (await as('maja').get(paths.stay.to({}))).text()).toContain('Du är kvar')
    setClock(minutes(56))
    expect(await isIn('maja')).toBe(true)
  })

  it('signed out of is dead at once, also for whoever stole the cookie', async () => {
    const answer = await as('maja').post(paths.signOut.to({}))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.signOut.to({})])
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(answer.headers.get('set-cookie')).toMatch(/^kb-test=; Max-Age=0; Path=\/; HttpOnly; Secure/)
    expect(await isIn('maja')).toBe(false)
    expect((await auditRows())[0]?.slice(0, 3)).toEqual(['maja', 'session.end', 'done'])
    expect(await (await as('nobody').get(paths.signOut.to({}))).text()).toContain('Du har loggat ut')
  })

  it('can be signed out of twice, and from a form of another unit', async () => {
    expect((await as('maja').post(paths.signOut.to({}), { engagement: 'another' })).status).toBe(303)
    expect((await as('maja').post(paths.signOut.to({}))).status).toBe(303)
  })

  it('of a child is not listed in another browser: whoever else holds its eID would read when the child is here', async () => {
    await elsewhere('lisaSelf')
    const page = await (await as('lisaSelf').get(paths.sessions.to({}))).text()
    expect(page).toContain('Den här webbläsaren')
    expect(page).not.toContain('En annan webbläsare')
    expect(page).not.toContain(id('elsewhere'))
  })

  it('is listed for its person only, and another browser can be signed out from here', async () => {
    await elsewhere('maja')
    const page = await (await as('maja').get(paths.sessions.to({}))).text()
    expect(page.match(/Den här webbläsaren/g)).toHaveLength(1)
    expect(page.match(/En annan webbläsare/g)).toHaveLength(1)
    expect(await (await as('sara').get(paths.sessions.to({}))).text()).not.toContain(id('elsewhere'))

    const form = { session: id('elsewhere') }
    await as('sara').post(paths.sessions.to({}), form)
    expect(await alive()).toContain(id('elsewhere'))
    const answer = await as('maja').post(paths.sessions.to({}), form)
    expect(answer.headers.get('location')).toBe(paths.sessions.to({}))
    expect(await alive()).not.toContain(id('elsewhere'))
    expect(await isIn('maja')).toBe(true)
  })

  it('signing out everywhere ends them all, and nobody else’s', async () => {
    await elsewhere('maja')
    const answer = await as('maja').post(paths.sessions.to({}), { session: 'alla' })
    expect(answer.headers.get('location')).toBe(paths.signOut.to({}))
    const left = await alive()
    expect(left).not.toContain(id('session maja'))
    expect(left).not.toContain(id('elsewhere'))
    expect(left).toContain(id('session sara'))
  })

  it('that is none leads to sign-in, the same way for a child that exists and one that does not', async () => {
    const answers = await Promise.all(
      [lisa, unknownChild].map((childId) => as('nobody').get(paths.noticing.noticeChild.to({ childId }))),
    )
    for (const [place, answer] of answers.entries()) {
      const back = paths.noticing.noticeChild.to({ childId: [lisa, unknownChild][place] ?? '' })
      expect([answer.status, await answer.text(), answer.headers.get('location')]).toEqual([
        303,
        '',
        `${paths.signIn.choose.to({})}?${new URLSearchParams({ efter: back })}`,
      ])
    }
  })
})
