import { sql } from 'kysely'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import { paths } from '#shared/paths.ts'
import { joined, openMatter, tellFamily } from '#test/arrange.ts'
import { lisasPlan } from '#test/arrange-plan.ts'
import { admin, as, id, inHours, lisa, nils, setClock, world } from '#test/world.ts'
import { closeAfterRestore } from './close-after-restore.ts'

const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(admin)
const owner = { ...inject('database').superuser, user: 'kb_owner', database: rows[0]?.name ?? '' }
const plan = paths.plan.show.to({ childId: lisa })
const reads = async (who: 'ali' | 'maja') => (await as(who).get(plan)).status
/** Everybody has signed in anew since. */
const signInAgain = () => admin.updateTable('session').set({ ended_at: null }).execute()

describe('an older copy has been put back, and a no that came later is gone with the rest', () => {
  beforeEach(async () => {
    await world()
    await openMatter()
    await tellFamily('sara', 'jonas')
    await lisasPlan()
    await joined('ali', 'familjestod')
    setClock(inHours(1))
  })

  it('so every yes is asked for again: Ali reads nothing, and Maja goes on', async () => {
    expect(await reads('ali')).toBe(200)
    const closed = await closeAfterRestore(owner, 'all', inHours(1))
    expect(closed).toMatchObject({ grants: 1, consents: 1 })
    expect(closed.sessions).toBeGreaterThan(10)
    expect(await reads('maja')).not.toBe(200)
    await signInAgain()
    expect([await reads('ali'), await reads('maja')]).toEqual([404, 200])
    expect((await closeAfterRestore(owner, 'all', inHours(1))).grants).toBe(0)
  })

  it('or only around the children that the shipped log names', async () => {
    expect(await closeAfterRestore(owner, [nils], inHours(1))).toMatchObject({ grants: 0, consents: 0 })
    expect(await closeAfterRestore(owner, [id('nobody'), lisa], inHours(1))).toMatchObject({ grants: 1 })
    await signInAgain()
    expect(await reads('ali')).toBe(404)
  })
})
