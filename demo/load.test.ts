import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '#app'
import { hashOf } from '#shared/asking.ts'
import { swedishDay } from '#shared/dates.ts'
import { queriesOn } from '#shared/db.ts'
import { readKeyRing } from '#shared/keys.ts'
import { paths } from '#shared/paths.ts'
import { connect, Pool } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { cloneDatabase } from '#test/setup/database.ts'
import { children, demoId, idOf, people } from './county/index.ts'
import { loadDemo } from './load.ts'
import { textOf } from './page-forms.ts'
import { identityOf } from './sign-in.ts'

const { app, admin: asAdmin } = await cloneDatabase()
const admin = queriesOn(connect({ ...asAdmin, max: 1 }))
const pool = new Pool({ ...app, max: 1 })
afterAll(() => Promise.all([admin.destroy(), pool.end()]))

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const keys = readKeyRing(JSON.stringify({ current: 1, keys: { 1: key(1) }, hash: key(2) }))
const now = () => new Date('2026-11-24T11:00:00Z')
const world = { now, newId: randomUUID, randomBytes, keys }
const load = { ...world, owner: { ...asAdmin, user: 'kb_owner' }, app, identityOf }
const web = createApp({ ...world, pool, vault: new Vault(world) }, { cookieName: 'kb', demo: true })

/** What somebody reads at an address, at work in a unit or at home; the status when there is nothing to read. */
async function reads(person: string, unit: string | undefined, path: string): Promise<string> {
  const token = randomUUID()
  await admin
    .insertInto('session')
    .values({
      token_hash: hashOf(token),
      id: randomUUID(),
      person_id: idOf.person(person),
      kind: unit ? 'staff' : 'family',
      engagement_id: unit ? idOf.engagement(person, unit) : null,
      issuer: 'test',
      authenticated_at: now(),
      idle_minutes: 60,
      last_seen_at: now(),
      ends_at: new Date('2026-11-25T11:00:00Z'),
    })
    .execute()
  const answer = await web.request(path, { headers: { Cookie: `kb=${token}` } })
  return answer.status === 200 ? textOf(await answer.text()) : String(answer.status)
}

const tasks = paths.tasks.to({})
const of = (slug: string) => ({ childId: idOf.child(slug) })
const page = (slug: string) => paths.child.to(of(slug))
const plan = (slug: string) => paths.plan.show.to(of(slug))
const story = (slug: string) => paths.story.show.to(of(slug))
const wheel = (slug: string) => paths.wheel.show.to(of(slug))

/** Who reads where, and what stands there. */
const seen: readonly (readonly [person: string, unit: string | undefined, path: string, text: string])[] = [
  ['karin-wester', 'furuskolan', tasks, 'Lisa Holmgren Följ upp planen Senast i morgon'],
  ['ali-rahimi', 'familjestod-alvesta', tasks, 'Lisa Holmgren Följ upp planen Senast i morgon'],
  ['maria-holmgren', undefined, plan('lisa'), 'i morgon Onsdag 25 november klockan 14.30'],
  ['maria-holmgren', undefined, plan('lisa'), 'Du håller inte med'],
  ['jonas-berglund', undefined, plan('lisa'), 'När Omar är borta startar Petra leken.'],
  ['lisa-holmgren', undefined, paths.plan.childsReading.to(of('lisa')), 'Petra läser med dig.'],
  ['ingrid-falk', 'simskolan-gaddan', plan('lisa'), 'Simskola på lördagar'],
  ['monika-petrovic', 'lillaskolan', tasks, 'Noah Berg Läs och ta emot'],
  ['jamal-osman', 'lillaskolan', page('noah'), 'Tisdag 24 november: Mottaget.'],
  ['kristina-malm', 'bvc-tingsryd', tasks, 'Wilma Åkesson Prata med familjen Senast i dag'],
  ['frida-akesson', undefined, page('wilma'), 'Inget pågår just nu.'],
  ['annika-soderlund', 'mvc-vaxjo', tasks, 'Förbered en överlämning'],
  ['annika-soderlund', 'mvc-vaxjo', wheel('bebisen'), 'Jag ska vara pappaledig.'],
  ['tilde-nystrom', undefined, wheel('bebisen'), 'Jag har köpt kläder på loppis'],
  [
    'viktor-sundin',
    'tornsvalans-skola',
    tasks,
    'Elias Nordin Titta igen på stödet Senast torsdag 3 december',
  ],
  ['viktor-sundin', 'tornsvalans-skola', tasks, 'Elias Nordin Du är nu Barnets bästa-ansvarig'],
  ['malin-edstrom', 'mottagning-vaxjo', tasks, 'Elias Nordin Svara någon som ber om en annan'],
  ['viktor-sundin', 'tornsvalans-skola', paths.lead.ask.to(of('elias')), '404'],
  ['camilla-nordin', undefined, paths.lead.ask.to(of('elias')), 'Det här har du frågat'],
  [
    'saga-brandt',
    undefined,
    page('tyra'),
    'Zahra Hosseini är borta just nu. Så länge är Annika Söderlund på',
  ],
  ['saga-brandt', undefined, page('tyra'), 'BVC Fagerheden har fått frågan om att bli nästa'],
  ['annika-soderlund', 'mvc-ljungby', paths.unheld.to({}), 'Truls Brandt Zahra Hosseini är borta.'],
  ['annika-soderlund', 'mvc-ljungby', wheel('truls'), 'Jag sjunger för dem varje kväll'],
  ['josefin-ahlqvist', 'bvc-ljungby', tasks, 'Tyra Brandt Ta emot en överlämning'],
  ['alva-sandstrom', undefined, page('alva'), 'Får vi prata med varandra?'],
  ['tomas-ekdahl', 'laxhjalpen-varje-unge', tasks, 'Amina Yusuf Svara på en inbjudan'],
  ['karin-wester', 'furuskolan', page('amina'), 'fredag 27 november klockan 15.15'],
  ['leo-danho', undefined, plan('leo'), 'Sällskap hem efter träningen'],
  ['susanne-ivarsson', 'nordlyktans-friskola', tasks, 'Leo Danho Läs och ta emot'],
  ['sanna-lindqvist', undefined, plan('hugo'), 'Trumgrupp'],
  ['daniel-rask', undefined, page('hugo'), 'Inget pågår just nu.'],
  ['daniel-rask', undefined, plan('hugo'), '404'],
  ['nadia-karimi', 'bup', tasks, 'Skyddat barn Ta emot en överlämning'],
  ['mattias-franzen', 'glasangsskolan', page('mio'), 'Överlämningen väntar på svar.'],
  ['mattias-franzen', 'glasangsskolan', paths.shield.show.to(of('mio')), 'Mattias Franzén'],
  ['nora-blad', 'glasangsskolan', page('mio'), 'Skyddat barn'],
  ['jenny-svensson', undefined, page('mio'), 'Mio Svensson'],
  ['karolina-dahl', 'habiliteringen', page('elis'), 'Stöd pågår hos er.'],
  ['maria-holmgren', undefined, page('elis'), '404'],
  ['ellen-grahn', 'tornsvalans-skola', page('signe'), 'Läst. Tack för att du berättade.'],
  ['anders-tingvall', 'granviksskolan', page('stina'), 'Planen är avslutad.'],
  ['ulrika-karlsson', undefined, plan('stina'), 'Lunch i redaktionen med två vänner'],
  ['tuva-ekstrom', undefined, story('tuva'), 'När jag spelar blir det tyst i huvudet.'],
  ['tuva-ekstrom', undefined, story('tuva'), 'Jag hann bli människa innan skolan började.'],
  ['lena-ekstrom', undefined, page('tuva'), '404'],
  ['alva-sandstrom', undefined, story('alva'), '404'],
]

describe('the demo county', () => {
  beforeAll(async () => {
    let left = 150
    const newId = () => (left-- > 0 ? randomUUID() : 'no more')
    await expect(loadDemo({ ...load, newId })).rejects.toThrow()
    expect(await loadDemo(load)).toBe(true)
  }, 300_000)

  it('is loaded whole and once, also after a loading that was broken off', async () => {
    expect(await admin.selectFrom('session').select('id').execute()).toEqual([])
    expect(await loadDemo(load)).toBe(false)
    expect(await admin.selectFrom('child').select('id').execute()).toHaveLength(children.length + 1)
    expect(await admin.selectFrom('person').select('id').execute()).toHaveLength(people.length)
  })

  it.each(seen)('$0 reads $3 ($2)', async (person, unit, path, text) => {
    expect(await reads(person, unit, path)).toContain(text)
  })

  it('tells Maria what has changed since she last looked', async () => {
    expect(await reads('maria-holmgren', undefined, plan('lisa'))).toMatch(
      /sedan du .*En vuxen som startar en lek/,
    )
  })

  it('has exactly one who is responsible for every child that something is open around', async () => {
    const { rows } = await sql<{ leads: string }>`
      select count(r.id) filter (where upper_inf(r.during)) as leads from matter m
        left join responsibility r on r.child_id = m.child_id and r.matter_id = m.id and r.kind = 'best_interests_lead'
      where m.closed_at is null group by m.child_id`.execute(admin)
    expect(rows.map(({ leads }) => leads)).toEqual(Array(13).fill('1'))
  })

  it('begins with nothing left lying', async () => {
    const late = admin.selectFrom('task').select(['kind', 'child_id']).where('done_at', 'is', null)
    expect(await late.where('due_on', '<', swedishDay(now())).execute()).toEqual([])
  })

  it('tells no protected person’s name anywhere', async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`.execute(
      admin,
    )
    const names = ['Jenny', 'Svensson', 'Mio', 'Nora', 'Blad']
    const hex = ['Jenny', 'Svensson'].map((name) => Buffer.from(name).toString('hex'))
    const clear = `\\m(${names.join('|')})\\M|${hex.join('|')}`
    for (const { name } of tables) {
      const found = await sql`select from ${sql.table(name)} t where t::text ~* ${clear} limit 1`.execute(
        admin,
      )
      expect(found.rows, name).toEqual([])
    }
    for (const path of [
      tasks,
      page('mio'),
      paths.handover.show.to({ ...of('mio'), handoverId: demoId('handover:mio') }),
    ])
      expect(await reads('nadia-karimi', 'bup', path)).not.toMatch(/\b(Mio|Jenny|Svensson)\b/)
  })
})
