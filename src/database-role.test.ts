import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { connect } from '#shared/pool.ts'
import { cloneDatabase } from '#test/setup/database.ts'
import { roleRefusals } from './database-role.ts'

const { app, admin } = await cloneDatabase()

async function refusalsFor(user: string) {
  const pool = connect({ ...admin, user, max: 1 })
  try {
    return await roleRefusals(pool)
  } finally {
    await pool.end()
  }
}

describe('the role that the application logs in as', () => {
  it('is fine when it owns nothing and sees only through the walls', async () => {
    expect(await refusalsFor(app.user)).toEqual([])
  })

  it('is not the superuser, nor the owner of the tables', async () => {
    expect(await refusalsFor(admin.user)).toEqual([expect.stringContaining('går förbi radskyddet')])
    expect((await refusalsFor('kb_owner')).join()).toContain('äger tabeller')
  })

  it('is not one that the application was never given to', async () => {
    const stranger = `${admin.database}_stranger`
    const server = postgres({ ...admin, max: 1 })
    await server.unsafe(`create role ${stranger} login password '${admin.password ?? ''}'`)
    const refusals = await refusalsFor(stranger).finally(() => server`drop role ${server(stranger)}`)
    await server.end()
    expect(refusals).toEqual([
      `Databasrollen ${stranger} är inte med i kb_app. Kör: grant kb_app to ${stranger}`,
    ])
  })
})
