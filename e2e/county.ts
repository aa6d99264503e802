import { randomUUID } from 'node:crypto'
import { afterAll } from 'vitest'
import { children, idOf, people, situations } from '#demo/county/index.ts'
import { loadDemo } from '#demo/load.ts'
import { identityOf } from '#demo/sign-in.ts'
import { hashOf } from '#shared/asking.ts'
import { type Deps, queriesOn, type Trx } from '#shared/db.ts'
import { readKeyRing } from '#shared/keys.ts'
import { connect, Pool } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { cloneDatabase } from '#test/setup/database.ts'
import { sourceOf } from '#tools/simulate/chance.ts'

const { app, admin: asAdmin } = await cloneDatabase()
/** Arranges and looks, with no walls in the way. */
export const admin = queriesOn(connect({ ...asAdmin, max: 2 })) as Trx

const at = new Date('2026-11-24T11:00:00Z')
const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
const world = {
  now: () => at,
  // The same ids in every run, so that the same pages are opened.
  ...sourceOf('county'),
  keys: readKeyRing(JSON.stringify({ current: 1, keys: { 1: key(1) }, hash: key(2) })),
}
export const deps: Deps = { ...world, pool: new Pool({ ...app, max: 4 }), vault: new Vault(world) }
afterAll(async () => {
  await deps.pool.end()
  await admin.destroy()
})

/** Somebody around a child in the demo county, in the capacity that the situation opens. */
export type Reader = { token: string | undefined; name: string; childId: string }

/** Somebody who looks after an organisation, and works with no child there. */
export const administrator = 'siv-norling@bvc-vaxjo'

/** Loads the county and signs in everybody that its situations can be opened as. */
export async function loadCounty(): Promise<Reader[]> {
  await loadDemo({ ...world, owner: { ...asAdmin, user: 'kb_owner' }, app, identityOf })
  const readers: Reader[] = []
  for (const { child, openAs } of situations) {
    const childId = idOf.child(child)
    for (const { person, unit } of openAs) {
      const name = [person, unit].filter(Boolean).join('@')
      readers.push({ token: `token of ${name}`, name, childId })
    }
  }
  const [first] = readers
  if (first) readers.push({ ...first, token: 'token of an administrator', name: administrator })
  await signIn(readers)
  const [one, other] = readers.filter(({ childId }, place) => readers[place - 1]?.childId !== childId)
  if (!one || !other) throw new Error('the county is empty')
  const outsider = { ...other, childId: one.childId }
  const nobody = { token: undefined, name: 'nobody', childId: one.childId }
  return [...readers, outsider, nobody]
}

/** What a page's title may never hold. */
export const names = [
  ...[...children, ...people].flatMap(({ givenName, familyName }) => [givenName, familyName]),
  ...children.flatMap(({ birth }) => birth?.twin.givenName ?? []),
]

async function signIn(readers: readonly Reader[]) {
  const sessions = new Map(readers.map(({ token = '', name }) => [token, name.split('@')]))
  await admin
    .insertInto('session')
    .values(
      [...sessions].map(([token, [person = '', unit]]) => ({
        token_hash: hashOf(token),
        id: randomUUID(),
        person_id: idOf.person(person),
        kind: unit ? ('staff' as const) : ('family' as const),
        engagement_id: unit ? idOf.engagement(person, unit) : null,
        issuer: 'test',
        authenticated_at: at,
        idle_minutes: 600_000,
        last_seen_at: at,
        ends_at: new Date(at.getTime() + 86_400_000),
      })),
    )
    .execute()
}
