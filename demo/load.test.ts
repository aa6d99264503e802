import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queriesOn } from '#shared/db.ts'
import { readKeyRing } from '#shared/keys.ts'
import { connect } from '#shared/pool.ts'
import { cloneDatabase } from '#test/setup/database.ts'
import { children } from './county/index.ts'
import { loadDemo } from './load.ts'
import { identityOf } from './sign-in.ts'

const { app, admin: asAdmin } = await cloneDatabase()
const admin = queriesOn(connect({ ...asAdmin, max: 2 }))
afterAll(() => admin.destroy())

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const now = new Date('2026-11-24T11:00:00Z')
const load = {
  owner: { ...asAdmin, user: 'kb_owner' },
  app,
  now: () => now,
  newId: randomUUID,
  randomBytes,
  keys: readKeyRing(JSON.stringify({ current: 1, keys: { 1: key(1) }, hash: key(2) })),
  identityOf,
}

describe('the demo county', () => {
  beforeAll(async () => {
    const begun = performance.now()
    expect(await loadDemo(load)).toBe(true)
    console.log(performance.now() - begun)
  }, 120_000)

  it('is loaded once', async () => {
    expect(await loadDemo(load)).toBe(false)
    expect(await admin.selectFrom('child').select('id').execute()).toHaveLength(children.length)
    expect(await admin.selectFrom('session').select('id').execute()).toEqual([])
  })
})
