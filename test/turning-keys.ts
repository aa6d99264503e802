import { sql } from 'kysely'
import { afterAll, inject } from 'vitest'
import { fileVersions, keyFileText, keyRingFrom } from '#shared/key-file.ts'
import type { KeyKeeper } from '#shared/keys.ts'
import { connect } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { admin, deps } from '#test/world.ts'

/** The database as the commands for the keys reach it: as the owner, walls and all. */
export async function asOwner() {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(admin)
  const owner = connect({
    ...inject('database').superuser,
    database: rows[0]?.name ?? '',
    max: 1,
  })
  await owner`set role kb_owner`
  afterAll(() => owner.end())
  return owner
}

/** The world's keys, in a file that can be turned while the application runs. Call it after `world()`. */
export function keysThatTurn() {
  let text = keyFileText({
    current: 1,
    keys: { 1: Buffer.alloc(32, 1) },
    made: {},
    hash: Buffer.alloc(32, 2),
  })
  const read = () => text
  const write = (changed: string) => {
    text = changed
  }
  deps.keys = keyRingFrom(read)
  const forget = () => {
    deps.vault = new Vault(deps)
  }
  forget()
  const keeper: KeyKeeper = deps.keys
  const { now, randomBytes } = deps
  return { keeper, versions: fileVersions({ read, write, now, randomBytes }), read, forget }
}
