import type { z } from 'zod'
import type { Deps, Trx } from './db.ts'
import { type Compartment, compartments, decrypt, encrypt, nonceBytes, type WrappedKey } from './keys.ts'
import { bodyAsText } from './sealed.ts'

/** Where a sealed value stands. Moved anywhere else it cannot be opened. */
export type Place = { table: string; column: string; row: string; version: number }

const placeText = ({ table, column, row, version }: Place) => [table, column, row, version].join('\0')

/** Seals and opens what is written about one subject: a child, or an adult. */
export type Box = {
  seal: (place: Place, body: unknown) => Buffer
  /** Throws when the value was moved or changed, or is not of the schema. */
  open: <S extends z.ZodType>(place: Place, sealed: Buffer, schema: S) => z.output<S>
}

/** The key is destroyed, or not for the one who asks: nobody can tell which, and so the answer is that of the unknown. */
export class KeyGone extends Error {
  constructor() {
    super('no key for this subject')
  }
}

const compartmentOf = (text: string): Compartment => compartments.find((one) => one === text) ?? 'ordinary'

const keptMs = 5 * 60_000

/**
 * Opens the boxes. A subject's key is kept unwrapped for at most five minutes, but the walls are asked each time: what is
 * kept opens nothing to somebody who may not fetch the key itself.
 */
export class Vault {
  readonly #open = new Map<string, { key: Buffer; wrapped: Buffer; until: number }>()
  readonly #deps: Pick<Deps, 'now' | 'keys' | 'randomBytes'>
  constructor(deps: Pick<Deps, 'now' | 'keys' | 'randomBytes'>) {
    this.#deps = deps
  }

  /** The subject's box. Throws when the person who asks may not know the subject, or its key is destroyed. */
  async box(trx: Trx, subjectId: string): Promise<Box> {
    const row = await trx
      .selectFrom('subject_key')
      .select(['kek_version as version', 'wrapped', 'compartment'])
      .where('subject_id', '=', subjectId)
      .executeTakeFirst()
    if (!row) throw new KeyGone()
    return this.boxWith(subjectId, { ...row, compartment: compartmentOf(row.compartment) })
  }

  /** A box from a wrapped key that was fetched otherwise. */
  async boxWith(subjectId: string, wrapped: WrappedKey): Promise<Box> {
    const kept = this.#open.get(subjectId)
    if (kept && kept.until > this.#deps.now().getTime() && kept.wrapped.equals(wrapped.wrapped))
      return this.boxOf(kept.key)
    const key = await this.#deps.keys.unwrap(subjectId, wrapped)
    return this.boxOf(this.#keep(subjectId, key, wrapped.wrapped))
  }

  /** A new subject's box; its key is stored in the same transaction. */
  async newBox(trx: Trx, subjectId: string, compartment: Compartment = 'ordinary'): Promise<Box> {
    const key = this.#deps.randomBytes(32)
    const nonce = this.#deps.randomBytes(nonceBytes)
    const { version, wrapped } = await this.#deps.keys.wrap(subjectId, key, nonce, compartment)
    await trx
      .insertInto('subject_key')
      .values({
        subject_id: subjectId,
        kek_version: version,
        wrapped,
        made_at: this.#deps.now(),
        compartment,
      })
      .execute()
    // Not kept: the transaction may still be taken back.
    return this.boxOf(key)
  }

  #keep(subjectId: string, key: Buffer, wrapped: Buffer): Buffer {
    const now = this.#deps.now().getTime()
    for (const [id, { until }] of this.#open) {
      if (until > now) break
      this.#open.delete(id)
    }
    this.#open.delete(subjectId)
    this.#open.set(subjectId, { key, wrapped, until: now + keptMs })
    return key
  }

  /** A box from a key in clear. */
  boxOf(key: Buffer): Box {
    return {
      seal: (place, body) =>
        encrypt(key, this.#deps.randomBytes(nonceBytes), placeText(place), Buffer.from(bodyAsText(body))),
      open: (place, sealed, schema) =>
        schema.parse(JSON.parse(decrypt(key, placeText(place), sealed).toString())),
    }
  }
}
