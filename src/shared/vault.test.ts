import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { admin, deps, inHours, lisa, setClock, world } from '#test/world.ts'
import { Vault } from './vault.ts'

const place = { table: 'item_version', column: 'body', row: 'one', version: 1 }

describe('a subject’s key', () => {
  beforeEach(() => world())

  it('is kept unwrapped for five minutes by our own clock, and then fetched again from its keeper', async () => {
    let unwrapped = 0
    const keys = {
      ...deps.keys,
      unwrap: (...asked: Parameters<typeof deps.keys.unwrap>) => {
        unwrapped++
        return deps.keys.unwrap(...asked)
      },
    }
    const vault = new Vault({ ...deps, keys })
    const open = () => vault.box(admin, lisa)
    const sealed = (await open()).seal(place, { text: 'Lisa ritar.' })
    for (const minutes of [0, 2, 4.99]) {
      setClock(inHours(minutes / 60))
      expect((await open()).open(place, sealed, z.object({ text: z.string() })).text).toBe('Lisa ritar.')
    }
    expect(unwrapped).toBe(1)
    setClock(inHours(5 / 60))
    await open()
    expect(unwrapped).toBe(2)
  })

  it('that waits for its keeper says so, and nothing is kept of what failed', async () => {
    let silent = true
    const keys = {
      ...deps.keys,
      unwrap: async (...asked: Parameters<typeof deps.keys.unwrap>) => {
        if (silent) throw new Error('silent')
        return deps.keys.unwrap(...asked)
      },
    }
    const vault = new Vault({ ...deps, keys })
    await expect(vault.box(admin, lisa)).rejects.toThrow('silent')
    silent = false
    await expect(vault.box(admin, lisa)).resolves.toBeDefined()
  })
})
