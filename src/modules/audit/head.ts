import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalOf, sha256 } from './canonical.ts'

/** How far a chain had come. */
export type ChainEnd = { chain: string; seq: number; hash: string }

/** What is said of all chains at one moment. Others can keep it without learning anything about anybody. */
export type Head = {
  number: number
  madeAt: string
  /** The hash of the head before; empty for the first. */
  previous: string
  /** What all chains' ends come to, with the number: see `rootOfHead`. */
  root: string
  /** The public key that it is signed with (Ed25519, base64url). */
  key: string
  signature: string
}

const canonicalHead = canonicalOf(['purpose', 'number', 'madeAt', 'previous', 'root', 'key'])
const statement = (head: Omit<Head, 'signature'>) =>
  canonicalHead({ purpose: 'kronobarn audit head', ...head })

/** What the next head holds of this one. */
export const hashOfHead = (head: Omit<Head, 'signature'>): string => sha256(statement(head))

const canonicalEnd = canonicalOf(['chain', 'seq', 'hash'])

/** Merkle root as in RFC 6962: leaves and nodes are hashed apart, and a lone last one goes up as it is. */
export const rootOf = (ends: readonly ChainEnd[]): string => rootOfLeaves(ends.map(leafOf))
export const leafOf = (end: ChainEnd): string => sha256(`\0${canonicalEnd(end)}`)
export function rootOfLeaves(leaves: readonly string[]): string {
  let level = [...leaves]
  if (level.length === 0) return sha256('')
  while (level.length > 1) level = pairs(level)
  return level[0] ?? ''
}

/**
 * What a head says of all chains. With its number: when nothing has happened since the last, it is another all the same,
 * and whoever keeps heads cannot tell that minute from others. (The ends cannot be guessed: they are digests of ids.)
 */
export const rootOfHead = (number: number, root: string): string => sha256(`\x02${number} ${root}`)

const pairs = (level: readonly string[]): string[] =>
  level.flatMap((left, place) => {
    if (place % 2 === 1) return []
    const right = level[place + 1]
    return right === undefined ? left : sha256(`\x01${left}${right}`)
  })

export type HeadKey = {
  publicKey: string
  sign: (head: Omit<Head, 'key' | 'signature'>) => Head
  /** Its own public key, and those of keys that it has replaced. */
  trusted: ReadonlySet<string>
}

const rawOf = (key: KeyObject) => String(key.export({ format: 'jwk' }).x)
const pem = /-----BEGIN [A-Z ]+-----[\s\S]+?-----END [A-Z ]+-----/g

/** A file with a private Ed25519 key in PEM, and after it the public keys of those it has replaced. Throws otherwise. */
export function readHeadKey(text: string): HeadKey {
  const [first, ...replaced] = text.match(pem) ?? []
  const secret = createPrivateKey(first ?? '')
  if (secret.asymmetricKeyType !== 'ed25519') throw new Error('the key that signs heads must be Ed25519')
  const publicKey = rawOf(createPublicKey(secret))
  return {
    publicKey,
    trusted: new Set([publicKey, ...replaced.map((key) => rawOf(createPublicKey(key)))]),
    sign: (said) => {
      const head = { ...said, key: publicKey }
      return { ...head, signature: sign(null, Buffer.from(statement(head)), secret).toString('base64url') }
    },
  }
}

/** Whether the head was signed by the key that it names. */
export function isSigned(head: Head): boolean {
  try {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: head.key } })
    return verify(null, Buffer.from(statement(head)), key, Buffer.from(head.signature, 'base64url'))
  } catch {
    return false
  }
}
