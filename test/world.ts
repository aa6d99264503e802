import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createApp, inventory } from '#app'
import { familyEngagement, hashOf } from '#shared/asking.ts'
import { type Deps, inTransaction, queriesOn, type Trx } from '#shared/db.ts'
import { readKeyRing } from '#shared/keys.ts'
import { connect, Pool } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { beginning } from '#test/setup/beginning.ts'
import { cloneDatabase, whenDone } from '#test/setup/database.ts'

const { app: asApp, admin: asAdmin } = await cloneDatabase()
/** Whoever migrates, for what tools do. */
export const ownerOptions = { ...asAdmin, user: 'kb_owner' }

/** Arranges and looks, with no walls in the way. */
const connection = connect({ ...asAdmin, max: 4 })
export const admin = queriesOn(connection) as Trx

/** Noon on the day of the tests: Tuesday 24 November 2026 in Sweden. */
export const noon = new Date('2026-11-24T11:00:00Z')
let clock = noon
/** Moves the tests' clock. */
export const setClock = (at: Date) => {
  clock = at
}
export const inHours = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)

let made = 0
/** Ids and random bytes that are the same in every run. */
const bytes = (size: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(size / 32) }, () =>
      createHash('sha256').update(`random ${++made}`).digest(),
    ),
  ).subarray(0, size)
const uuidOf = (text: string) => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
/** When each id was made: rows lie in no order of their own. */
const madeAs = new Map<string, number>()
const newId = () => {
  const one = uuidOf(`made ${++made}`)
  madeAs.set(one, made)
  return one
}
export const keyFile = {
  current: 1,
  keys: { 1: Buffer.alloc(32, 1).toString('base64') },
  hash: Buffer.alloc(32, 2).toString('base64'),
}
const keys = readKeyRing(JSON.stringify(keyFile))
const now = () => clock
export const deps: Deps = {
  pool: new Pool({ ...asApp, max: 4 }),
  now,
  newId,
  randomBytes: bytes,
  keys,
  vault: new Vault({ now, keys, randomBytes: bytes }),
}
const options = { cookieName: 'kb-test', demo: true }
let web = createApp(deps, options)
/** Every route there is. */
export const routes = inventory(deps, options)
whenDone(async () => {
  await deps.pool.end()
  await admin.destroy()
})

/** Every id of the world, from its name. */
export const id = (name: string) => uuidOf(`world ${name}`)

type UnitKind =
  | 'compulsory_school'
  | 'pupil_health'
  | 'social_services'
  | 'civil_society'
  | 'child_health'
  | 'reception'
type SecrecyKind = 'school' | 'pupil_health_medical' | 'social' | 'civil' | 'health'
/** Furuskolan in Alvesta, its medical pupil health, those around, and another school far away. */
const units: Record<string, { name: string; kind: UnitKind; secrecy: SecrecyKind; municipality: string }> = {
  furuskolan: { name: 'Furuskolan', kind: 'compulsory_school', secrecy: 'school', municipality: '0764' },
  elevhalsan: {
    name: 'Elevhälsan i Alvesta',
    kind: 'pupil_health',
    secrecy: 'pupil_health_medical',
    municipality: '0764',
  },
  familjestod: {
    name: 'Familjestöd Alvesta',
    kind: 'social_services',
    secrecy: 'social',
    municipality: '0764',
  },
  gaddan: { name: 'Simklubben Gäddan', kind: 'civil_society', secrecy: 'civil', municipality: '0764' },
  bvc: { name: 'BVC Alvesta', kind: 'child_health', secrecy: 'health', municipality: '0764' },
  mottagning: {
    name: 'Barn- och elevhälsan Alvesta',
    kind: 'reception',
    secrecy: 'school',
    municipality: '0764',
  },
  lillaskolan: { name: 'Lillåskolan', kind: 'compulsory_school', secrecy: 'school', municipality: '0781' },
}

/** Maja is rektor and BBA, Stig stands in for her. Petra teaches Lisa. Eva is rektor somewhere else. */
const staff = {
  maja: { name: ['Maja', 'Lindgren'], unit: 'furuskolan', title: 'rektor' },
  stig: { name: ['Stig', 'Åberg'], unit: 'furuskolan', title: 'biträdande rektor' },
  petra: { name: ['Petra', 'Ek'], unit: 'furuskolan', title: 'lärare' },
  sofia: { name: ['Sofia', 'Lund'], unit: 'elevhalsan', title: 'skolsköterska' },
  ali: { name: ['Ali', 'Rahimi'], unit: 'familjestod', title: 'familjebehandlare' },
  ingrid: { name: ['Ingrid', 'Falk'], unit: 'gaddan', title: 'ledare' },
  birgit: { name: ['Birgit', 'Holm'], unit: 'bvc', title: 'BVC-sjuksköterska' },
  rut: { name: ['Rut', 'Sand'], unit: 'mottagning', title: 'samordnare' },
  eva: { name: ['Eva', 'Nord'], unit: 'lillaskolan', title: 'rektor' },
} as const
/** Sara and Jonas are Lisa's parents and live apart. Lisa signs in herself. */
const family = {
  sara: ['Sara', 'Holmgren'],
  jonas: ['Jonas', 'Berg'],
  lisaSelf: ['Lisa', 'Holmgren'],
  karin: ['Karin', 'Ström'],
} as const

export type Person = keyof typeof staff | keyof typeof family
export const people = [...Object.keys(staff), ...Object.keys(family)] as Person[]
export const lisa = id('lisa')
export const nils = id('nils')
export const unknownChild = id('nobody at all')

let madeAtFirst: number | undefined
const begin = await beginning(connection, async () => {
  await arrangeUnits()
  await arrangeStaff()
  await arrangeUndertakings()
  await arrangeFamilies()
  await arrangeSessions()
  madeAtFirst = made
})

/** Lisa, 8, and everybody around her, with nothing going on yet. Call it before each test. */
export async function world() {
  clock = noon
  made = 0
  deps.vault = new Vault({ now, keys, randomBytes: bytes })
  // The application counts how often it is asked, too.
  web = createApp(deps, options)
  await begin()
  made = madeAtFirst ?? made
}

async function arrangeUnits() {
  await admin
    .insertInto('municipality')
    .values([
      { code: '0764', name: 'Alvesta' },
      { code: '0781', name: 'Ljungby' },
    ])
    .execute()
  for (const [slug, unit] of Object.entries(units)) {
    const wall = id(`wall ${slug}`)
    await admin
      .insertInto('authority')
      .values({
        id: id(`authority ${slug}`),
        kind: 'municipal_board',
        name: unit.name,
        municipality_code: unit.municipality,
      })
      .execute()
    await admin
      .insertInto('secrecy_unit')
      .values({ id: wall, authority_id: id(`authority ${slug}`), kind: unit.secrecy, name: unit.name })
      .execute()
    await admin
      .insertInto('unit')
      .values({
        id: id(slug),
        secrecy_unit_id: wall,
        kind: unit.kind,
        name: unit.name,
        municipality_code: unit.municipality,
        phone: '070-174 06 05',
      })
      .execute()
    await admin
      .insertInto('unit_serves')
      .values({ unit_id: id(slug), municipality_code: unit.municipality })
      .execute()
  }
}

async function arrangePerson(
  slug: string,
  [given_name, family_name]: readonly [string, string],
  is_staff: boolean,
) {
  await admin
    .insertInto('person')
    .values({ id: id(slug), is_staff, given_name, family_name })
    .execute()
  await deps.vault.newBox(admin, id(slug))
}

async function arrangeStaff() {
  for (const [slug, { name, unit, title }] of Object.entries(staff)) {
    await arrangePerson(slug, name, true)
    await admin
      .insertInto('engagement')
      .values({
        id: id(`${slug} at ${unit}`),
        person_id: id(slug),
        unit_id: id(unit),
        title,
        phone: '070-174 06 12',
        valid_from: '2020-08-01',
      })
      .execute()
  }
  const functions = [
    ['furuskolan', 'maja', 'stig'],
    ['elevhalsan', 'sofia', 'sofia'],
    ['familjestod', 'ali', 'ali'],
    ['bvc', 'birgit', 'birgit'],
    ['mottagning', 'rut', 'rut'],
    ['lillaskolan', 'eva', 'eva'],
    ['gaddan', 'ingrid', 'ingrid'],
  ] as const
  await admin
    .insertInto('unit_function')
    .values(
      functions.map(([unit, holder, standIn]) => ({
        unit_id: id(unit),
        kind: 'best_interests_lead' as const,
        holder_engagement_id: id(`${holder} at ${unit}`),
        stand_in_engagement_id: engagementOf(standIn),
      })),
    )
    .execute()
}

/** Ingrid has signed that she keeps to herself what she gets to know. */
async function arrangeUndertakings() {
  await admin
    .insertInto('undertaking')
    .values({
      engagement_id: engagementOf('ingrid'),
      text_version: 1,
      signed_by: id('ingrid'),
      signed_at: noon,
    })
    .execute()
}

async function arrangeFamilies() {
  for (const [slug, name] of Object.entries(family)) await arrangePerson(slug, name, false)
  await admin
    .insertInto('child')
    .values([
      {
        id: lisa,
        person_id: id('lisaSelf'),
        given_name: 'Lisa',
        family_name: 'Holmgren',
        born_on: '2018-03-14',
        made_at: noon,
      },
      { id: nils, given_name: 'Nils', family_name: 'Ström', born_on: '2017-05-02', made_at: noon },
    ])
    .execute()
  for (const child of [lisa, nils]) await deps.vault.newBox(admin, child)
  const guardians = [
    [lisa, 'sara', 'mamma'],
    [lisa, 'jonas', 'pappa'],
    [nils, 'karin', 'mamma'],
  ] as const
  await admin
    .insertInto('guardianship')
    .values(
      guardians.map(([child_id, person, called]) => ({
        child_id,
        person_id: id(person),
        called,
        source: 'folkbokföringen',
        checked_at: noon,
        valid_from: '2018-03-14',
      })),
    )
    .execute()
  await admin
    .insertInto('child_placement')
    .values([
      { child_id: lisa, id: deps.newId(), unit_id: id('furuskolan'), valid_from: '2024-08-15' },
      { child_id: nils, id: deps.newId(), unit_id: id('lillaskolan'), valid_from: '2024-08-15' },
    ])
    .execute()
  await assign('maja', lisa, 'ordinary')
  await assign('stig', lisa, 'ordinary')
  await assign('petra', lisa, 'ordinary')
  await assign('sofia', lisa, 'ordinary')
  await assign('eva', nils, 'ordinary')
}

export const engagementOf = (person: keyof typeof staff) => id(`${person} at ${staff[person].unit}`)
const isStaff = (person: Person): person is keyof typeof staff => person in staff

/** Lets a member of staff work with a child. */
export async function assign(
  person: keyof typeof staff,
  child_id: string,
  kind: 'ordinary' | 'work' | 'party',
) {
  await admin
    .insertInto('assignment')
    .values({
      child_id,
      id: deps.newId(),
      kind,
      engagement_id: engagementOf(person),
      secrecy_unit_id: id(`wall ${staff[person].unit}`),
      given_by: id(person),
      valid_from: new Date('2026-08-15T06:00:00Z'),
    })
    .execute()
}

/** `lisaBeside`: Lisa with the device that an adult has handed her, where a test has arranged it. */
export const sessionOf = (person: Person | 'lisaBeside' | 'nobody') => hashOf(`token of ${person}`)

async function arrangeSessions() {
  await admin
    .insertInto('session')
    .values(
      people.map((person) => ({
        token_hash: sessionOf(person),
        id: id(`session ${person}`),
        person_id: id(person),
        kind: isStaff(person) ? ('staff' as const) : ('family' as const),
        engagement_id: isStaff(person) ? engagementOf(person) : null,
        issuer: 'test',
        // As if they had shown who they are at each moment; `showedWhoTheyAre` says otherwise.
        authenticated_at: inHours(24 * 400),
        idle_minutes: 600_000,
        last_seen_at: noon,
        ends_at: inHours(24 * 400),
      })),
    )
    .execute()
}

/** The person last showed who they are at this moment. */
export const showedWhoTheyAre = (person: Person, at: Date) =>
  admin
    .updateTable('session')
    .set({ authenticated_at: at })
    .where('token_hash', '=', sessionOf(person))
    .execute()

type Form = Readonly<Record<string, string | readonly string[]>>

/** What becomes of each text on its way into a form: nothing, unless a test marks it to find it again. */
export const typing = { of: (text: string, _where: string) => text }

/** The application as one person meets it. */
export function as(person: Person | 'nobody') {
  const engagement = person !== 'nobody' && isStaff(person) ? engagementOf(person) : familyEngagement
  return holding(`kb-test=token of ${person}`, person, engagement)
}

/** The application as whoever holds a cookie meets it. */
export function holding(cookie: string, person: string, engagement = familyEngagement) {
  const headers = { Cookie: cookie }
  return {
    get: async (path: string) => web.request(path, { headers }),
    /** Sends a form as the page would: with the engagement, and with ids of its own. */
    post: async (path: string, form: Form = {}) => {
      const body = new URLSearchParams()
      for (const [name, values] of Object.entries({ engagement, submission: deps.newId(), ...form }))
        for (const value of [values].flat()) body.append(name, typing.of(value, `${person}, ${name}`))
      return web.request(path, { headers, method: 'POST', body })
    },
    /** Anything at all, as a hostile client would send it. */
    send: async (path: string, init: RequestInit) =>
      web.request(path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }),
  }
}

/** Runs queries as the application does for one person, with nothing but the database's own walls. */
export const behindTheWalls = <T>(
  person: Parameters<typeof sessionOf>[0],
  childId: string | undefined,
  ask: (trx: Trx) => Promise<T>,
) =>
  inTransaction(deps, 'reads', { session: sessionOf(person), childId }, async ({ trx }) => ({
    answer: await ask(trx),
    last: [],
  }))

/** Who did what, with which outcome, to which child, in the order it happened. */
export async function auditRows() {
  const rows = await admin.selectFrom('audit_event').selectAll().execute()
  rows.sort((a, b) => a.at.getTime() - b.at.getTime() || (madeAs.get(a.id) ?? 0) - (madeAs.get(b.id) ?? 0))
  return rows.map((row) => [
    people.find((who) => id(who) === row.actor_id),
    row.act,
    row.outcome,
    row.child_id,
  ])
}

/** Does the work while no row can be added to the audit table. */
export async function withoutAudit<T>(work: () => Promise<T>): Promise<T> {
  await sql`revoke insert on audit_event from kb_app`.execute(admin)
  return work().finally(() => sql`grant insert on audit_event to kb_app`.execute(admin))
}

export const newUuid = () => randomUUID()
