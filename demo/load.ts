import { sql } from 'kysely'
import { runTransitions } from '#modules/handover'
import { swedishDay } from '#shared/dates.ts'
import { type Deps, queriesOn, type Trx } from '#shared/db.ts'
import { connect, Pool } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { withoutWalls } from '#tools/without-walls.ts'
import type { DatabaseOptions } from '../src/database-url.ts'
import { children, type DemoPerson, idOf, units } from './county/index.ts'
import { beginSessions, endSessions, type Tokens, wasBrokenOff } from './load-sessions.ts'
import { addChildren } from './reference/children.ts'
import { addDirectory } from './reference/directory.ts'
import {
  addAuthorityFunctions,
  addFunctions,
  addOrganisations,
  addUndertakings,
} from './reference/organisations.ts'
import { addPeople, type Identity } from './reference/people.ts'
import { stageFor } from './stage.ts'
import { askedOutside } from './stories/asked-outside.ts'
import { away } from './stories/away.ts'
import { consulted } from './stories/consulted.ts'
import { lookedThrough } from './stories/looked-through.ts'
import { otherLeads } from './stories/other-leads.ts'
import { tell } from './stories/tell.ts'

export type DemoLoad = Omit<Deps, 'pool' | 'vault'> & {
  owner: DatabaseOptions
  app: DatabaseOptions
  /** Who somebody is at the identity provider. */
  identityOf: (person: DemoPerson) => Identity
  /** Told when there is something to load. */
  begins?: () => void
}

/**
 * Loads the demo county, once: afterwards it lives on as people use it. The stories are told through the application
 * itself, as the people in them and on the days they happened. False: it was there already.
 */
export async function loadDemo({ owner, app, ...load }: DemoLoad): Promise<boolean> {
  const lock = queriesOn(connect({ ...owner, max: 1 }))
  // The last statement of the loading waits for the disk, and by then all before it is there too.
  const pool = new Pool({ ...app, max: 1, connection: { synchronous_commit: 'off' } })
  try {
    await sql`select pg_advisory_lock(717270)`.execute(lock)
    const deps: Deps = { ...load, pool, vault: new Vault(load) }
    const tokens = await withoutWalls(owner, (trx) => addCounty(trx, deps, load.identityOf))
    if (!tokens) return false
    load.begins?.()
    await tellStories(deps, tokens)
    await runTransitions(deps)
    await withoutWalls(owner, endSessions)
    return true
  } finally {
    await pool.end()
    await lock.destroy()
  }
}

async function addCounty(
  trx: Trx,
  deps: Deps,
  identityOf: DemoLoad['identityOf'],
): Promise<Tokens | undefined> {
  if (await wasBrokenOff(trx)) await empty(trx)
  else if (await isThere(trx)) return undefined
  const at = deps.now()
  const county = { vault: deps.vault, keys: deps.keys, demoDay: swedishDay(at), at, identityOf }
  await addOrganisations(trx)
  await addPeople(trx, county)
  await addFunctions(trx)
  await addAuthorityFunctions(trx, county.demoDay)
  await addUndertakings(trx, at)
  await addDirectory(trx, at, county.demoDay)
  await addChildren(trx, county)
  return beginSessions(trx, deps)
}

async function isThere(trx: Trx): Promise<boolean> {
  const [first] = units
  const found =
    first && (await trx.selectFrom('unit').where('id', '=', idOf.unit(first.slug)).select('id').execute())
  return found !== undefined && found.length > 0
}

/** Nobody has been let in before the county is whole, so what a broken loading left is nobody's. */
async function empty(trx: Trx) {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('schema_migration', 'ladder_rule')`.execute(trx)
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.id(name)))}`.execute(trx)
}

/** One child at a time, each on a stage and in days of its own. */
async function tellStories(deps: Deps, tokens: Tokens) {
  const demoDay = swedishDay(deps.now())
  for (const child of children) await tell(stageFor(deps, tokens, demoDay), child)
  await lookedThrough(stageFor(deps, tokens, demoDay))
  await consulted(stageFor(deps, tokens, demoDay))
  await away(stageFor(deps, tokens, demoDay))
  await askedOutside(stageFor(deps, tokens, demoDay))
  await otherLeads(stageFor(deps, tokens, demoDay))
}
