import { z } from 'zod'
import type { Compartment, KeyKeeper, KeyVersions, SubjectKey, WrappedKey } from './keys.ts'

/**
 * A key service that speaks the Transit protocol (OpenBao, HashiCorp Vault): keys are wrapped there, and the
 * key-encryption key never comes here. It must be made with `derived`: then each subject has a context of its own, and
 * what was wrapped for one cannot be unwrapped for another.
 */
export type TransitAddress = {
  /** `https://…`, without `/v1`. */
  url: string
  /** Where the engine is mounted, and what the key is called there. */
  mount: string
  key: string
  /** Asked for each time, so that whoever renews the token need not restart us. */
  token: () => string
}

/** A request holds a database connection meanwhile: better to say that it does not work. */
const patienceMs = 3000

/** The service said no, or nothing. Its own words may quote what was sent, and are not repeated. */
export class KeyServiceError extends Error {
  readonly code: string
  constructor(code: number | string) {
    super('the key service did not do what was asked')
    this.code = `KEYS_${code}`
  }
}

const wrapped = z.object({ ciphertext: z.string() })
const unwrapped = z.object({ plaintext: z.string() })
const rewrapped = z.object({ batch_results: z.array(wrapped) })
const described = z.object({
  derived: z.boolean(),
  exportable: z.boolean(),
  allow_plaintext_backup: z.boolean(),
  latest_version: z.int().optional(),
  keys: z.record(z.string(), z.number()),
})

export function transitKeeper(address: TransitAddress): KeyKeeper {
  const act = actsOf(address)
  return {
    wrap: async (subjectId, key, _nonce, compartment = 'ordinary') => {
      const asked = { plaintext: key.toString('base64'), context: contextOf(subjectId, compartment) }
      return { ...readWrapped((await act('encrypt', asked, wrapped)).ciphertext), compartment }
    },
    unwrap: async (subjectId, key) => {
      const asked = { ciphertext: key.wrapped.toString(), context: contextOf(subjectId, key.compartment) }
      return Buffer.from((await act('decrypt', asked, unwrapped)).plaintext, 'base64')
    },
  }
}

export function transitVersions(address: TransitAddress): KeyVersions {
  const act = actsOf(address)
  const keyPath = `${address.mount}/keys/${address.key}`
  const change = (what: string, body: object) => ask(address, 'POST', `${keyPath}/${what}`, body)
  return {
    versions: async () => {
      const { keys } = await describeKey(address)
      return Object.entries(keys).map(([version, seconds]) => ({
        version: Number(version),
        madeAt: new Date(seconds * 1000),
      }))
    },
    addVersion: async () => void (await change('rotate', {})),
    rewrap: async (keys) => {
      const batch_input = keys.map(({ subjectId, wrapped, compartment }) => ({
        ciphertext: wrapped.toString(),
        context: contextOf(subjectId, compartment),
      }))
      const { batch_results } = await act('rewrap', { batch_input }, rewrapped)
      return keys.map(({ subjectId, compartment = 'ordinary' }, at): SubjectKey => {
        const { ciphertext } = wrapped.parse(batch_results[at])
        return { subjectId, ...readWrapped(ciphertext), compartment }
      })
    },
    // The service trims only what it has been told never to use again.
    destroyBefore: async (version) => {
      await change('config', { min_decryption_version: version, min_encryption_version: version })
      await change('trim', { min_available_version: version })
    },
  }
}

/** What is wrong with the key as it was made: it must know whose a key is, and never leave the service. */
export async function transitFaults(address: TransitAddress): Promise<string[]> {
  const { derived, exportable, allow_plaintext_backup } = await describeKey(address)
  const name = `Nyckeln ${address.key} i nyckeltjänsten`
  return [
    ...(derived ? [] : [`${name} ska vara gjord med derived=true.`]),
    ...(exportable || allow_plaintext_backup ? [`${name} får inte gå att ta ut ur tjänsten.`] : []),
  ]
}

// The service makes a key of its own for each context, and so for each compartment.
const contextOf = (subjectId: string, compartment: Compartment = 'ordinary') =>
  Buffer.from(
    compartment === 'ordinary' ? `subject_key\0${subjectId}` : `subject_key\0${compartment}\0${subjectId}`,
  ).toString('base64')

function readWrapped(ciphertext: string): WrappedKey {
  const version = /^\w+:v(\d+):/.exec(ciphertext)?.[1]
  if (version === undefined) throw new KeyServiceError('UNREADABLE')
  return { version: Number(version), wrapped: Buffer.from(ciphertext) }
}

const describeKey = async (address: TransitAddress) =>
  described.parse(await ask(address, 'GET', `${address.mount}/keys/${address.key}`))

const actsOf =
  (address: TransitAddress) =>
  async <S extends z.ZodType>(act: 'encrypt' | 'decrypt' | 'rewrap', body: object, answer: S) =>
    answer.parse(await ask(address, 'POST', `${address.mount}/${act}/${address.key}`, body))

async function ask({ url, token }: TransitAddress, method: string, path: string, body?: object) {
  const response = await fetch(`${url}/v1/${path}`, {
    method,
    headers: { 'X-Vault-Token': token(), 'Content-Type': 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new KeyServiceError('SILENT')
  })
  if (!response.ok) throw new KeyServiceError(response.status)
  const text = await response.text()
  return text ? z.object({ data: z.unknown() }).parse(JSON.parse(text)).data : undefined
}
