import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { z } from 'zod'

/** Protected people's data keys are wrapped by a key-encryption key of their own. */
export const compartments = ['ordinary', 'protected'] as const
export type Compartment = (typeof compartments)[number]

/** A data key, wrapped by one version of its compartment's key-encryption key. */
export type WrappedKey = { version: number; wrapped: Buffer; compartment?: Compartment }
export type SubjectKey = WrappedKey & { subjectId: string }

/** Who keeps the key-encryption keys outside the database: a file in development, a key service in production. */
export type KeyKeeper = {
  wrap: (
    subjectId: string,
    key: Buffer,
    nonce: Buffer,
    compartment?: Compartment,
  ) => WrappedKey | Promise<WrappedKey>
  /** Throws when the version is gone, the key has been tampered with, or it is another subject's. */
  unwrap: (subjectId: string, key: WrappedKey) => Buffer | Promise<Buffer>
}

/** What only the commands for the keys do. */
export type KeyVersions = {
  versions: () => Promise<readonly KeyVersion[]>
  /** Makes a version that wraps from now on. The older ones go on unwrapping. */
  addVersion: () => Promise<void>
  /** The same keys under the newest version, in the same order. */
  rewrap: (keys: readonly SubjectKey[]) => Promise<SubjectKey[]>
  /** What these versions have wrapped can never be read again, wherever a copy of it is. */
  destroyBefore: (version: number) => Promise<void>
}
/** `madeAt` is undefined for a first version that was made before we noted it. */
export type KeyVersion = { version: number; madeAt: Date | undefined }

/** Short texts of the application's own: tokens in forms, identifiers to look up, cookies. */
export type Secrets = {
  /** A keyed hash that never meets the database in clear. */
  hash: (purpose: string, text: string) => Buffer
  /** Seals a short text that only this application can open again. */
  sealForUs: (purpose: string, text: string, nonce: Buffer) => string
  /** Undefined when it was not sealed here for this purpose. */
  openForUs: (purpose: string, sealed: string) => string | undefined
}

/** Everything the application needs of keys. */
export type KeyRing = KeyKeeper & Secrets

/** With keys of its own at hand it need not wait. */
export type LocalKeyRing = Secrets & {
  wrap: (subjectId: string, key: Buffer, nonce: Buffer, compartment?: Compartment) => WrappedKey
  unwrap: (subjectId: string, key: WrappedKey) => Buffer
}

export const keyBytes = 32
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
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes)
  if (tag.length < tagBytes) throw new Error('too short to be sealed')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
}

/** Hashes and cookies from one secret, with a key derived for each purpose. */
export function secretsFrom(secret: () => Buffer): Secrets {
  const hmac = (text: string) => createHmac('sha256', secret()).update(text).digest()
  const derived = (purpose: string) => hmac(`key\0${purpose}`)
  return {
    hash: (purpose, text) => hmac(`${purpose}\0${text}`),
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

/** A key as text: 32 bytes in base64. */
export const keyText = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === keyBytes)
const keyFile = z.object({
  current: z.int(),
  keys: z.record(z.string(), keyText),
  made: z.record(z.string(), z.iso.datetime()).default({}),
  hash: keyText,
})
export type KeyFile = z.output<typeof keyFile>

/**
 * A key file: `{ current: 1, keys: { "1": 32 bytes in base64 }, made: { "1": when }, hash: 32 bytes in base64 }`.
 * Throws when it is not.
 */
export const readKeyFile = (text: string): KeyFile => keyFile.parse(JSON.parse(text))

/** The keys of a file that nobody changes. Throws when the text is no key file. */
export function readKeyRing(text: string): LocalKeyRing {
  const file = readKeyFile(text)
  return localKeyRing(() => file)
}

/** The keys of a file, as it is at each moment. */
export const localKeyRing = (file: () => KeyFile): LocalKeyRing => ({
  wrap: (subjectId, dataKey, nonce, compartment = 'ordinary') => {
    const { current, keys } = file()
    const wrapped = encrypt(keyOf(keys, current, compartment), nonce, place(subjectId), dataKey)
    return { version: current, wrapped, compartment }
  },
  unwrap: (subjectId, { version, wrapped, compartment = 'ordinary' }) =>
    decrypt(keyOf(file().keys, version, compartment), place(subjectId), wrapped),
  ...secretsFrom(() => file().hash),
})

const place = (subjectId: string) => `subject_key\0${subjectId}`

/** The protected compartment's key comes of the same version, and opens nothing of the ordinary one's; nor the reverse. */
function keyOf(keys: KeyFile['keys'], version: number, compartment: Compartment): Buffer {
  const found = keys[String(version)]
  if (!found) throw new Error(`key-encryption key ${version} is missing`)
  if (compartment === 'ordinary') return found
  return Buffer.from(hkdfSync('sha256', found, '', `compartment\0${compartment}`, keyBytes))
}

/** An id that the same keyed hash always gives, so that the same thing sent twice is one. */
export function idFrom(hash: Buffer): string {
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
