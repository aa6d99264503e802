import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { z } from 'zod'

/** A data key, wrapped by one version of the key-encryption key. */
export type WrappedKey = { version: number; wrapped: Buffer }

/** Keys that live outside the database: a file in development, a key service in production. */
export type KeyRing = {
  wrap: (subjectId: string, key: Buffer, nonce: Buffer) => WrappedKey
  /** Throws when the version is gone or the key has been tampered with. */
  unwrap: (subjectId: string, key: WrappedKey) => Buffer
  /** A keyed hash that never meets the database in clear: tokens in forms, identifiers to look up. */
  hash: (purpose: string, text: string) => Buffer
  /** Seals a short text that only this application can open again, such as a cookie. */
  sealForUs: (purpose: string, text: string, nonce: Buffer) => string
  /** Undefined when it was not sealed here for this purpose. */
  openForUs: (purpose: string, sealed: string) => string | undefined
}

export const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM as nonce, tag, ciphertext. `place` is bound in and must be the same when opened. */
export function encrypt(key: Buffer, nonce: Buffer, place: string, clear: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(clear), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Throws when key, place or a single bit is wrong. */
export function decrypt(key: Buffer, place: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
}

const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32)
const keyFile = z.object({ current: z.int(), keys: z.record(z.string(), key), hash: key })

/** A key file: `{ current: 1, keys: { "1": 32 bytes in base64 }, hash: 32 bytes in base64 }`. Throws when it is not. */
export function readKeyRing(text: string): KeyRing {
  const { current, keys, hash } = keyFile.parse(JSON.parse(text))
  const keyOf = (version: number) => {
    const found = keys[String(version)]
    if (!found) throw new Error(`key-encryption key ${version} is missing`)
    return found
  }
  const derived = (purpose: string) => createHmac('sha256', hash).update(`key\0${purpose}`).digest()
  return {
    wrap: (subjectId, dataKey, nonce) => ({
      version: current,
      wrapped: encrypt(keyOf(current), nonce, `subject_key\0${subjectId}`, dataKey),
    }),
    unwrap: (subjectId, { version, wrapped }) =>
      decrypt(keyOf(version), `subject_key\0${subjectId}`, wrapped),
    hash: (purpose, text) => createHmac('sha256', hash).update(`${purpose}\0${text}`).digest(),
    sealForUs: (purpose, text, nonce) =>
      encrypt(derived(purpose), nonce, purpose, Buffer.from(text)).toString('base64url'),
    openForUs: (purpose, sealed) => {
      try {
        return decrypt(derived(purpose), purpose, Buffer.from(sealed, 'base64url')).toString()
      } catch {
        return undefined
      }
    },
  }
}
