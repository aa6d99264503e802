import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { transitServer } from '#test/transit.ts'
import { transitFaults, transitKeeper, transitVersions } from './transit-keys.ts'

const address = await transitServer()
const keeper = transitKeeper(address)
const versions = transitVersions(address)
const [lisa, elias] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const key = randomBytes(32)
const nonce = randomBytes(12)

describe('a key service', () => {
  it('wraps a child’s key, and gives it back for that child only', async () => {
    const wrapped = await keeper.wrap(lisa, key, nonce)
    expect(wrapped.version).toBe(1)
    expect(wrapped.wrapped.includes(key)).toBe(false)
    expect(await keeper.unwrap(lisa, wrapped)).toEqual(key)
    await expect(keeper.unwrap(elias, wrapped)).rejects.toThrow()
  })

  it('is told apart from one whose key anybody may take out', async () => {
    expect(await transitFaults(address)).toEqual([])
  })

  it('turns its key while both versions are read, rewraps in one request, and forgets the old for good', async () => {
    const old = await keeper.wrap(lisa, key, nonce)
    await versions.addVersion()
    expect((await versions.versions()).map(({ version }) => version)).toEqual([1, 2])
    expect(await keeper.unwrap(lisa, old)).toEqual(key)

    const both = [
      { subjectId: lisa, ...old },
      { subjectId: elias, ...(await keeper.wrap(elias, key, nonce)) },
    ]
    const turned = await versions.rewrap(both)
    expect(turned.map(({ subjectId, version }) => [subjectId, version])).toEqual([
      [lisa, 2],
      [elias, 2],
    ])
    for (const { subjectId, ...wrapped } of turned)
      expect(await keeper.unwrap(subjectId, wrapped)).toEqual(key)

    await versions.destroyBefore(2)
    expect((await versions.versions()).map(({ version }) => version)).toEqual([2])
    await expect(keeper.unwrap(lisa, old)).rejects.toThrow()
    for (const { subjectId, ...wrapped } of turned)
      expect(await keeper.unwrap(subjectId, wrapped)).toEqual(key)
  })

  it('says no to a stranger, and its own words go no further', async () => {
    const stranger = transitKeeper({ ...address, token: () => 's.other' })
    await expect(stranger.wrap(lisa, key, nonce)).rejects.toMatchObject({ code: 'KEYS_403' })
    const wrapped = { version: 1, wrapped: Buffer.from('vault:v1:AAAA') }
    await expect(keeper.unwrap(lisa, wrapped)).rejects.toThrow(/^the key service did not do what was asked$/)
  })

  it('that is gone is said to be gone', async () => {
    address.stop()
    await expect(keeper.wrap(lisa, key, nonce)).rejects.toMatchObject({ code: 'KEYS_SILENT' })
  })
})
