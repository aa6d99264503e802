import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '#app'
import { hashOf } from '#shared/asking.ts'
import { inTransaction, queriesOn, type Trx } from '#shared/db.ts'
import { readKeyRing } from '#shared/keys.ts'
import { paths } from '#shared/paths.ts'
import { connect, Pool } from '#shared/pool.ts'
import { Vault } from '#shared/vault.ts'
import { cloneDatabase } from '#test/setup/database.ts'
import { type Seeded, seed } from './seed.ts'

const { app, admin: asAdmin } = await cloneDatabase()
const admin = queriesOn(connect({ ...asAdmin, max: 1 })) as Trx
const pool = new Pool({ ...app, max: 1 })
afterAll(() => Promise.all([admin.destroy(), pool.end()]))

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const keys = readKeyRing(JSON.stringify({ current: 1, keys: { 1: key(1) }, hash: key(2) }))
const now = () => new Date('2026-11-24T11:00:00Z')
const world = { now, newId: randomUUID, randomBytes, keys }
const vault = new Vault(world)

type Role = 'teacher' | 'principal' | 'nurse'

async function signIn(role: Role, seeded: Seeded): Promise<string> {
  const { personId, engagementId } = seeded[role]
  const session = hashOf(role)
  await admin
    .insertInto('session')
    .values({
      token_hash: session,
      id: randomUUID(),
      person_id: personId,
      kind: 'staff',
      engagement_id: engagementId,
      issuer: 'test',
      authenticated_at: now(),
      idle_minutes: 60,
      last_seen_at: now(),
      ends_at: new Date('2026-11-25T11:00:00Z'),
    })
    .onConflict((on) => on.doNothing())
    .execute()
  return session
}

/** What somebody reaches at work, with the database's own walls. */
async function reaches(role: Role, seeded: Seeded) {
  const session = await signIn(role, seeded)
  return inTransaction({ pool, now }, 'reads', { session, childId: undefined }, async ({ trx }) => {
    const children = await trx.selectFrom('child').select('id').execute()
    const { rows } = await sql<{ written: boolean }>`
      select child_id in (select unnest(my_written_plans())) as written from plan`.execute(trx)
    const counted = [children.length, rows.length, rows.filter(({ written }) => written).length]
    return { answer: counted, last: [] }
  })
}

describe('scale data', () => {
  let seeded: Seeded
  beforeAll(async () => {
    seeded = await seed({
      owner: { ...asAdmin, user: 'kb_owner' },
      children: 1000,
      deps: { ...world, vault },
    })
  })

  it('has a teacher with 30 children, a principal with 400 and a nurse with 800, a third of them with a plan', async () => {
    expect(await reaches('teacher', seeded)).toEqual([30, 10, 10])
    expect(await reaches('principal', seeded)).toEqual([400, 134, 134])
    expect(await reaches('nurse', seeded)).toEqual([800, 267, 67])
    const written = (['teacher', 'principal', 'nurse'] as const).map(
      (role) => seeded[role].plans.filter(({ writes }) => writes).length,
    )
    expect(written).toEqual([10, 134, 67])
  })

  it.each(['teacher', 'principal', 'nurse'] as const)('opens in the application for the %s', async (role) => {
    const web = createApp({ ...world, vault, pool }, { cookieName: 'kb', demo: true })
    await signIn(role, seeded)
    const open = async (path: string) => {
      const answer = await web.request(path, { headers: { Cookie: `kb=${role}` } })
      return `${answer.status} ${await answer.text()}`
    }
    const [plan] = seeded[role].plans
    if (!plan) throw new Error('no plan')
    expect(await open(paths.plan.show.to(plan))).toMatch(/^200.*Insats 10: samma morgonbilder/s)
    expect(await open(paths.child.to(plan))).toMatch(/^200/)
    expect(await open(paths.tasks.to({}))).toMatch(/^200/)
    if (plan.writes)
      expect(await open(paths.plan.changeAction.to({ ...plan, partId: plan.actionId }))).toMatch(/^200/)
    if (role !== 'nurse') expect(await open(paths.wheel.show.to(plan))).toMatch(/^200.*lugnt hos mormor/s)
    if (role !== 'nurse') expect(await open(paths.sharing.consents.to(plan))).toMatch(/^200/)
  })

  it('lies sealed, and opens with the child’s own key', async () => {
    const [plan] = seeded.principal.plans
    const part = await admin
      .selectFrom('plan_part')
      .selectAll()
      .where('part_id', '=', plan?.actionId ?? '')
      .where('to_version', 'is', null)
      .executeTakeFirstOrThrow()
    const key = await admin
      .selectFrom('subject_key')
      .select(['kek_version as version', 'wrapped'])
      .where('subject_id', '=', part.child_id)
      .executeTakeFirstOrThrow()
    const place = { table: 'plan_part', column: 'body', row: part.part_id, version: part.seal }
    const box = await new Vault(world).boxWith(part.child_id, key)
    const body = box.open(place, part.body, z.object({ who: z.string() }))
    expect(body.who).toContain('Familjestöd')
    expect(part.body.includes('Familjestöd')).toBe(false)
  })

  it('keeps every promise of the database: walls up, references whole, grants alive', async () => {
    const { rows } = await sql`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relrowsecurity and not relforcerowsecurity`.execute(admin)
    expect(rows).toEqual([])
    const references = await sql`select from pg_constraint where contype = 'f'`.execute(admin)
    expect(references.rows.length).toBeGreaterThan(50)
    const incomplete = admin.selectFrom('consent_unit').select('unit_id').where('complete_since', 'is', null)
    expect(await incomplete.execute()).toEqual([])
  })
})
