import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, markAsProtected, openMatter, tellFamily } from '#test/arrange.ts'
import { callMeeting } from '#test/arrange-meeting.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { everyAddress as all } from '#test/noninterference/addresses.ts'
import { clientOn, depsWith } from '#test/noninterference/client.ts'
import { admin, as, id, lisa, type Person, routes, world } from '#test/world.ts'

// Every page there is, with every id there is, as everybody who is not told who and where Lisa is.

/** What tells of every unit there is, whoever goes there. */
const directory = [paths.directory.search, paths.directory.whom].map((page) => page.to({}))
/** All but the one that signs out, and the directory. */
const everyAddress = async () =>
  (await all('GET')).filter(
    ({ path }) => path !== paths.signOut.to({}) && !directory.some((page) => path.startsWith(page)),
  )

/** Names and places, as they stood in the database before the mark. Nobody writes them in a text. */
const names = { given_name: 'Linnéa-Kanariefågel', family_name: 'Gulfjäder' }
const place = 'Kanariebergets skola'
const room = 'Kanarieburens rum'
const telephone = '070-174 06 99'
const staffName = 'Kanariesson'

async function arrange() {
  await world()
  await admin.updateTable('child').set(names).where('given_name', '=', 'Lisa').execute()
  await admin.updateTable('person').set(names).where('id', '=', id('lisaSelf')).execute()
  await admin
    .updateTable('unit')
    .set({ name: place, phone: telephone })
    .where('id', '=', id('furuskolan'))
    .execute()
  await admin
    .updateTable('engagement')
    .set({ phone: telephone })
    .where('unit_id', '=', id('furuskolan'))
    .execute()
  await admin
    .updateTable('person')
    .set({ family_name: staffName })
    .where('id', 'in', [id('maja'), id('stig')])
    .execute()
  await openMatter({ with: ['petra'] })
  await tellFamily('sara', 'jonas', 'lisaSelf')
  await joined('ali', 'familjestod', 'whole')
  await joined('sofia', 'elevhalsan', 'own')
  await callMeeting({ units: id('familjestod'), place: room })
  await lisasPlan()
}

/** What must not reach this person. Whoever works in the place knows what it is called, and the family what Lisa is. */
function forbiddenTo(who: Person): readonly string[] {
  const whoItIs = Object.values(names)
  const where = [place, telephone, staffName]
  if (['sara', 'jonas', 'lisaSelf'].includes(who)) return [...where, room]
  return ['stig', 'petra'].includes(who) ? [...whoItIs, room] : [...whoItIs, ...where, room]
}
/** Pages that anybody can open are about fifteen; so that nobody is signed out without anyone noticing. */
const opensAtLeast = (who: Person) => (['rut', 'eva', 'ingrid'].includes(who) ? 15 : 20)
const outsiders = [
  'stig',
  'petra',
  'sofia',
  'ali',
  'ingrid',
  'rut',
  'eva',
  'sara',
  'jonas',
  'lisaSelf',
] as const

/** What each page answers with: which pages there are must not change for the family. */
const statusesOf = async (who: Person, addresses: readonly { path: string }[]) => {
  const all: (readonly [string, number])[] = []
  for (const { path } of addresses) all.push([path, (await as(who).get(path)).status])
  return all
}
const family = ['sara', 'jonas', 'lisaSelf'] as const
const saysSo = /skydda[dt]e? (barn|person)|[Ss]kyddade (person)?uppgifter<|sekretessmark/

async function found(who: Person, addresses: readonly { path: string }[]) {
  const all: string[] = []
  let opened = 0
  for (const { path } of addresses) {
    const answer = await as(who).get(path)
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (answer.status === 200) opened++
    const text = bytes.toString()
    if (family.some((one) => one === who) && path.startsWith('/barn') && saysSo.test(text)) all.push(path)
    for (const canary of forbiddenTo(who)) if (text.includes(canary)) all.push(`${path}: ${canary}`)
  }
  return { all, opened }
}

// Every page there is, for one person after another.
describe('a protected child', { timeout: 180_000 }, () => {
  let addresses: readonly { path: string }[] = []
  beforeAll(async () => {
    await arrange()
    addresses = await everyAddress()
  })

  it('is told of before the mark, so that the search would find it', async () => {
    expect(addresses.length).toBeGreaterThan(routes.filter(({ method }) => method === 'GET').length / 2)
    const before = await Promise.all((['petra', 'ali', 'sara'] as const).map((who) => found(who, addresses)))
    for (const { all } of before) expect(all.length).toBeGreaterThan(2)
  })

  it('the family has the same pages after the mark as before', async () => {
    const before = new Map<Person, unknown>()
    for (const who of family) before.set(who, await statusesOf(who, addresses))
    expect((await markAsProtected()).status).toBe(303)
    for (const who of family) expect(await statusesOf(who, addresses)).toEqual(before.get(who))
  })

  it.each(outsiders)('is neither named nor placed on any page that %s can open', async (who) => {
    const { protection } = await admin
      .selectFrom('child')
      .select('protection')
      .where('person_id', '=', id('lisaSelf'))
      .executeTakeFirstOrThrow()
    if (protection === 'none') expect((await markAsProtected()).status).toBe(303)
    const { all, opened } = await found(who, await everyAddress())
    expect(all).toEqual([])
    expect(opened).toBeGreaterThan(opensAtLeast(who))
  })
})

const randomId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** A county where the places are already called what they are, and nobody has a number or a last name. */
async function nothingToTake() {
  await arrange()
  await sql`update unit set name = place_word(kind), phone = null`.execute(admin)
  await sql`update secrecy_unit s set name =
    (select place_word(min(u.kind)) from unit u where u.secrecy_unit_id = s.id)`.execute(admin)
  await sql`update authority a set name =
    (select min(s.name) from secrecy_unit s where s.authority_id = a.id)`.execute(admin)
  await sql`update engagement set phone = null`.execute(admin)
  await sql`update person set family_name = '' where is_staff`.execute(admin)
  await admin.deleteFrom('meeting_text').where('kind', '=', 'place').execute()
}

describe('where there is no place to take away', { timeout: 180_000 }, () => {
  it.each(['sara', 'jonas'] as const)(
    'every page of %s is the same before and after, byte for byte',
    async (who) => {
      await nothingToTake()
      const ask = clientOn(depsWith())
      const pages = async (when: string) => {
        const all = new Map<string, string>()
        for (const { path } of await everyAddress()) {
          const answer = await ask({ name: `${when} ${who} ${path}`, who, path })
          const text = Buffer.from(await answer.arrayBuffer()).toString('latin1')
          // Forms and requests have random ids of their own.
          all.set(path, `${answer.status} ${text.replace(randomId, '#')}`)
        }
        return all
      }
      const before = await pages('before')
      // The same requests leave the same rows again.
      await sql`truncate audit_subject`.execute(admin)
      await admin.deleteFrom('audit_event').where('actor_id', '=', id(who)).execute()
      expect(before.get(paths.child.to({ childId: lisa }))).toContain('Gulfj')
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
  )
})
