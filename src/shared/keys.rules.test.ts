import { describe, expect, it } from 'vitest'
import { decrypt, encrypt, localKeyRing, nonceBytes, readKeyRing } from './keys.ts'

const key = (byte: number) => Buffer.alloc(32, byte)
const nonce = Buffer.alloc(nonceBytes, 7)
const clear = Buffer.from('Lisa sover dåligt')
const file = (over: object = {}) =>
  JSON.stringify({
    current: 2,
    keys: { 1: key(1).toString('base64'), 2: key(2).toString('base64') },
    hash: key(3).toString('base64'),
    ...over,
  })
const ring = readKeyRing(file())

describe('what is sealed', () => {
  const sealed = encrypt(key(1), nonce, 'here', clear)

  it('opens where it stands, and says nothing until then', () => {
    expect(decrypt(key(1), 'here', sealed).toString()).toBe('Lisa sover dåligt')
    expect(sealed.toString()).not.toContain('Lisa')
    expect(sealed.subarray(0, nonceBytes)).toEqual(nonce)
    expect(sealed).toHaveLength(nonceBytes + 16 + clear.length)
  })

  it('opens nowhere else, with no other key, and not when a bit is changed', () => {
    expect(() => decrypt(key(1), 'there', sealed)).toThrow()
    expect(() => decrypt(key(2), 'here', sealed)).toThrow()
    for (const place of sealed.keys()) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
      expect(() => decrypt(key(1), 'here', changed)).toThrow()
    }
  })
})

it('nothing that was cut off opens, not even where only the proof was cut', () => {
  const sealed = encrypt(key(1), nonce, 'here', Buffer.of())
  for (const left of sealed.keys()) expect(() => decrypt(key(1), 'here', sealed.subarray(0, left))).toThrow()
})

it('what was sealed by an earlier release opens in this one', () => {
  const wrapped = Buffer.from(
    'BwcHBwcHBwcHBwcH3CiwbFU8mWKANTn2MuyQoYha1BlsTe3tPi3QGF00A4E/AEZRN91Lj9iM7Ki3CNAg',
    'base64',
  )
  expect(ring.unwrap('lisa', { version: 2, wrapped })).toEqual(key(9))
  expect(ring.openForUs('sign-in', 'BwcHBwcHBwcHBwcHv-tzKqW9LDEZeqw7PMFKdWygaano0Sch')).toBe('på väg')
  expect(ring.hash('identifier', '201703152380').toString('hex')).toBe(
    '3f95405a95acfd6d41af716e41daa972144cfbcb0368a3271090472bbfa3deef',
  )
})

describe('a child’s own key', () => {
  const wrapped = ring.wrap('lisa', key(9), nonce)

  it('is wrapped by the newest, and comes back', () => {
    expect(wrapped.version).toBe(2)
    expect(ring.unwrap('lisa', wrapped)).toEqual(key(9))
    expect(readKeyRing(file({ current: 1 })).unwrap('lisa', wrapped)).toEqual(key(9))
  })

  it('is of no use for another child, for another version, or when the version is gone', () => {
    expect(() => ring.unwrap('elias', wrapped)).toThrow()
    expect(() => ring.unwrap('lisa', { ...wrapped, version: 1 })).toThrow()
    expect(() => ring.unwrap('lisa', { ...wrapped, version: 3 })).toThrow('key-encryption key 3 is missing')
  })

  it('is not taken for something else that was sealed with the same key', () => {
    const other = encrypt(key(2), nonce, 'cookie\0lisa', key(9))
    expect(() => ring.unwrap('lisa', { version: 2, wrapped: other })).toThrow()
  })
})

describe('a keyed hash', () => {
  it('is the same for the same, and another for another purpose, text or key', () => {
    const hash = ring.hash('identifier', '201703152380')
    expect(ring.hash('identifier', '201703152380')).toEqual(hash)
    const others = [
      ring.hash('form', '201703152380'),
      ring.hash('identifier', '201703152381'),
      ring.hash('identifier2', '01703152380'),
      readKeyRing(file({ hash: key(4).toString('base64') })).hash('identifier', '201703152380'),
    ]
    for (const other of others) expect(other).not.toEqual(hash)
    expect(hash).toHaveLength(32)
  })
})

describe('what only we can open again', () => {
  const sealed = ring.sealForUs('sign-in', 'på väg', nonce)

  it('opens for its purpose', () => {
    expect(ring.openForUs('sign-in', sealed)).toBe('på väg')
    expect(sealed).toMatch(/^[\w-]+$/)
  })

  it.each([
    ['another purpose', ring, 'draft', sealed],
    ['another key', readKeyRing(file({ hash: key(4).toString('base64') })), 'sign-in', sealed],
    ['something else', ring, 'sign-in', 'x'],
    ['nothing', ring, 'sign-in', ''],
    [
      'the purpose put on it without our key',
      ring,
      'sign-in',
      encrypt(key(3), nonce, 'sign-in', clear).toString('base64url'),
    ],
  ])('stays shut for %s', (_, who, purpose, what) => {
    expect(who.openForUs(purpose, what)).toBeUndefined()
  })
})

it.each([
  ['a key is too short', { hash: 'AAAA' }],
  ['one of the keys is too short', { keys: { 1: 'AAAA' } }],
  ['no hash key is there', { hash: undefined }],
  ['no key is named', { current: undefined }],
  ['there are no keys', { keys: undefined }],
])('a key file is refused when %s', (_, over) => {
  expect(() => readKeyRing(file(over))).toThrow()
})

describe('the protected compartment', () => {
  it('has a key of its own: what it has wrapped opens as nothing else, and the reverse', () => {
    const file = { current: 1, keys: { 1: Buffer.alloc(32, 1) }, made: {}, hash: Buffer.alloc(32, 2) }
    const { wrap, unwrap } = localKeyRing(() => file)
    const key = Buffer.alloc(32, 7)
    const nonce = Buffer.alloc(12, 3)
    for (const [mine, other] of [
      ['protected', 'ordinary'],
      ['ordinary', 'protected'],
    ] as const) {
      const wrapped = wrap('lisa', key, nonce, mine)
      expect(unwrap('lisa', wrapped)).toEqual(key)
      expect(() => unwrap('lisa', { ...wrapped, compartment: other })).toThrow()
    }
  })
})
