import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyFileText } from '#shared/key-file.ts'
import type { KeyKeeper } from '#shared/keys.ts'
import { transitServer } from '#test/transit.ts'
import { keyRefusals, keyRingOf } from './key-source.ts'

const { stop, ...address } = await transitServer()
const hash = randomBytes(32)
const service = JSON.stringify({
  hash: hash.toString('base64'),
  transit: { url: address.url, key: address.key, tokenFile: '/run/token' },
})
const local = keyFileText({ current: 1, keys: { 1: randomBytes(32) }, made: {}, hash })
const read = () => `${address.token()}\n`

describe('the keys are tried before anybody is let in', () => {
  it.each([
    ['in a file', local],
    ['in a key service', service],
  ])('%s', async (_, file) => {
    expect(
      await keyRefusals(
        keyRingOf(() => file, read),
        randomBytes,
      ),
    ).toEqual([])
  })

  it('and the two give the same hashes, so that one can take over from the other', () => {
    const [one, other] = [local, service].map((file) => keyRingOf(() => file, read).hash('identifier', 'a'))
    expect(one).toEqual(other)
  })

  it('and a service that does not tell one child from another is refused', async () => {
    const careless: KeyKeeper = {
      wrap: (_, key) => ({ version: 1, wrapped: key }),
      unwrap: (_, { wrapped }) => wrapped,
    }
    expect(await keyRefusals(careless, randomBytes)).toEqual([expect.stringContaining('derived=true')])
  })

  it('and so is one that knows us not, or that is silent', async () => {
    const stranger = keyRingOf(
      () => service,
      () => 's.other',
    )
    expect(await keyRefusals(stranger, randomBytes)).toEqual([expect.stringContaining('KEYS_403')])
    stop()
    const silent = keyRingOf(() => service, read)
    expect(await keyRefusals(silent, randomBytes)).toEqual([expect.stringContaining('KEYS_SILENT')])
  })
})
