import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { markAsProtected } from '#test/arrange.ts'
import { actions, lisaWithPlan } from '#test/arrange-plan.ts'
import { everyAddress as all } from '#test/noninterference/addresses.ts'
import { clientOn, depsWith } from '#test/noninterference/client.ts'
import { admin, as, behindTheWalls, id, inHours, lisa, type Person, setClock, world } from '#test/world.ts'

// Lisa has protected personal data, and turns eighteen tomorrow.

const child = paths.child.to({ childId: lisa })
const plan = paths.plan.show.to({ childId: lisa })
const extract = paths.extract.ask.to({ childId: lisa })
const shield = paths.shield.show.to({ childId: lisa })
const eighteenth = () => setClock(inHours(24))
const textOf = async (who: Person, path: string) => (await as(who).get(path)).text()
const statusOf = async (who: Person, path: string) => (await as(who).get(path)).status
const born = (day: string) =>
  admin.updateTable('child').set({ born_on: day }).where('id', '=', lisa).execute()
const grown = () => admin.selectFrom('protected_grown').select('grown_on').execute()
const parts = () => admin.selectFrom('guardianship').select('valid_to').where('child_id', '=', lisa).execute()

async function arrange() {
  await world()
  await born('2008-11-25')
  await admin
    .updateTable('session')
    .set({ ends_at: inHours(24 * 365), idle_minutes: 1_000_000 })
    .execute()
  await lisaWithPlan()
}
const closed = 'Jag vill inte läsa högt.'
async function keepsToHerself() {
  const form = paths.objection.say.to({ childId: lisa, thingId: actions.reading })
  const seen = /name="seen" value="(\d+)"/.exec(await textOf('lisaSelf', form))?.[1] ?? ''
  const said = await as('lisaSelf').post(form, { submission: id('hers'), words: closed, seen })
  expect(said.status).toBe(303)
}

describe('a protected child turns eighteen', () => {
  beforeEach(arrange)

  it('her guardians have their part until the day, and nothing from the next request on', async () => {
    await markAsProtected()
    for (const who of ['sara', 'jonas'] as const)
      expect([await statusOf(who, child), await statusOf(who, plan)]).toEqual([200, 200])
    eighteenth()
    const missing = await textOf('eva', '/ingenting')
    for (const who of ['sara', 'jonas'] as const)
      for (const path of [child, plan, extract]) {
        const answer = await as(who).get(path)
        expect([who, answer.status, await answer.text()]).toEqual([who, 404, missing])
      }
    expect(await textOf('sara', paths.children.to({}))).not.toContain('Lisa')
  })

  it('so has one who is written down after the mark', async () => {
    await markAsProtected()
    await admin
      .insertInto('guardianship')
      .values({
        child_id: lisa,
        person_id: id('karin'),
        called: 'mormor',
        source: 'by_hand',
        checked_at: inHours(0),
        valid_from: '2026-11-24',
      })
      .execute()
    expect(await statusOf('karin', child)).toBe(200)
    eighteenth()
    expect(await statusOf('karin', child)).toBe(404)
  })

  it('she asks for her extract, reads her story and finds what she kept to herself', async () => {
    await markAsProtected()
    await keepsToHerself()
    expect(await textOf('lisaSelf', plan)).not.toContain(closed)
    expect((await as('lisaSelf').post(extract)).status).toBe(404)
    eighteenth()
    expect(await textOf('lisaSelf', plan)).toContain(closed)
    expect(await textOf('lisaSelf', extract)).toContain('Be om ett utdrag')
    expect((await as('lisaSelf').post(extract)).status).toBe(303)
    expect(await textOf('maja', paths.tasks.to({}))).toContain('Gå igenom ett registerutdrag')
    expect(await statusOf('lisaSelf', paths.story.show.to({ childId: lisa }))).toBe(200)
  })

  it('what her guardians agreed to ends with that day, and the unit is told no birth date', async () => {
    await markAsProtected()
    eighteenth()
    expect(await statusOf('ali', plan)).toBe(200)
    setClock(inHours(48))
    expect(await statusOf('ali', plan)).toBe(404)
    expect(await textOf('petra', child)).not.toContain('2008')
  })

  it('whoever works with her hears that she is grown up, and is not sent to look for guardians', async () => {
    await markAsProtected()
    await admin.deleteFrom('guardianship').where('child_id', '=', lisa).execute()
    const missing = 'Ingen vårdnadshavare finns här än.'
    const talk = paths.family.talk.to({ childId: lisa })
    expect(await textOf('maja', talk)).toContain(missing)
    eighteenth()
    expect(await textOf('maja', talk)).not.toContain(missing)
  })

  it('nobody but the rules reads the day, and nobody outside the group can set one', async () => {
    await markAsProtected()
    expect(await grown()).toEqual([{ grown_on: '2026-11-25' }])
    for (const who of ['maja', 'petra', 'sara', 'lisaSelf'] as const) {
      const tries = [
        sql`select grown_on from protected_grown`,
        sql`select grows_up_on(${lisa})`,
        sql`insert into protected_grown values (${lisa}, '2030-01-01')`,
      ]
      for (const one of tries)
        await expect(behindTheWalls(who, lisa, (trx) => one.execute(trx))).rejects.toThrow(
          /permission denied/,
        )
    }
    await admin.deleteFrom('protected_grown').execute()
    for (const who of ['petra', 'ali', 'sara', 'lisaSelf', 'eva'] as const)
      await behindTheWalls(who, lisa, (trx) => sql`select note_grown_day(${lisa}, '2001-01-01')`.execute(trx))
    expect(await grown()).toEqual([])
    await behindTheWalls('eva', lisa, async (trx) => {
      const { rows } = await sql`select is_grown_up(${lisa}) as grown`.execute(trx)
      expect(rows).toEqual([{ grown: false }])
    })
  })

  it('marked before there was such a day: it comes when the group opens the mark', async () => {
    await born('2008-12-20')
    await markAsProtected()
    await admin.deleteFrom('protected_grown').execute()
    await admin
      .updateTable('guardianship')
      .set({ valid_to: '2026-12-01' })
      .where('child_id', '=', lisa)
      .execute()
    await as('petra').get(shield)
    expect([await grown(), await parts()]).toEqual([
      [],
      [{ valid_to: '2026-12-01' }, { valid_to: '2026-12-01' }],
    ])
    expect(await statusOf('maja', shield)).toBe(200)
    expect([await grown(), await parts()]).toEqual([
      [{ grown_on: '2026-12-20' }],
      [{ valid_to: null }, { valid_to: null }],
    ])
    setClock(new Date('2026-12-19T11:00:00Z'))
    expect(await statusOf('sara', child)).toBe(200)
    setClock(new Date('2026-12-20T11:00:00Z'))
    expect(await statusOf('sara', child)).toBe(404)
  })
})

const randomId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The frame greets nobody by a name that is sealed: whoever is marked is signed in, and no more. */
const ownName = /Lisa( Holmgren)?|Inloggad/g

/** Documents bear the name of whoever takes them out, in letters that cannot be put aside here. */
const hasWhoTookItOut = /\/plan\/utskrift|det-som-finns-om-mig\./

/** Places that are called what they are, and nobody with a number or a last name: nothing for the mark to take away. */
async function nothingToTake() {
  await arrange()
  await keepsToHerself()
  await sql`update unit set name = place_word(kind), phone = null`.execute(admin)
  await sql`update secrecy_unit s set name =
    (select place_word(min(u.kind)) from unit u where u.secrecy_unit_id = s.id)`.execute(admin)
  await sql`update authority a set name =
    (select min(s.name) from secrecy_unit s where s.authority_id = a.id)`.execute(admin)
  await sql`update engagement set phone = null`.execute(admin)
  await sql`update person set family_name = '' where is_staff`.execute(admin)
  await admin.deleteFrom('meeting_text').where('kind', '=', 'place').execute()
}

describe('the mark is not told by turning eighteen', () => {
  it.each([
    ['lisaSelf', 'at seventeen', 0],
    ['lisaSelf', 'at eighteen', 24],
    ['sara', 'at seventeen', 0],
    ['sara', 'at eighteen', 24],
    ['eva', 'at eighteen', 24],
  ] as const)(
    'every page of %s %s is the same with it and without, byte for byte',
    async (who, _, hours) => {
      await nothingToTake()
      const ask = clientOn(depsWith())
      const addresses = (await all('GET')).filter(
        ({ path }) => path !== paths.signOut.to({}) && !(who === 'lisaSelf' && hasWhoTookItOut.test(path)),
      )
      const pages = async (when: string) => {
        setClock(inHours(hours))
        const found = new Map<string, string>()
        for (const { path } of addresses) {
          const answer = await ask({ name: `${when} ${who} ${path}`, who, path })
          const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
          found.set(path, `${answer.status} ${text.replace(randomId, '#').replace(ownName, '#')}`)
        }
        return found
      }
      const before = await pages('before')
      await sql`truncate audit_subject`.execute(admin)
      await admin.deleteFrom('audit_event').where('actor_id', '=', id(who)).execute()
      expect(before.get(child)?.slice(0, 3)).toBe(
        who === 'eva' || (who === 'sara' && hours > 0) ? '404' : '200',
      )
      setClock(inHours(0))
      expect((await markAsProtected()).status).toBe(303)
      const after = await pages('after')
      const lines = (text = '') => text.replaceAll('><', '>\n<').split('\n')
      const changed = [...before].flatMap(([path, was]) => {
        const is = lines(after.get(path))
        const gone = lines(was).filter((line) => !is.includes(line))
        return after.get(path) === was ? [] : [[path, ...gone.slice(0, 3)]]
      })
      expect(changed).toEqual([])
    },
    60_000,
  )
})
