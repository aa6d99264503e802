import {
  type ChainEnd,
  type Head,
  hashOfHead,
  isSigned,
  leafOf,
  rootOfHead,
  rootOfLeaves,
} from '#modules/audit'
import type { Fault } from './fault.ts'

/** A head, and the ends of the chains that had moved since those before it. */
export type KeptHead = Head & { chains: readonly ChainEnd[] }

/** What the heads say of each chain: the hash at a place, and the newest place. */
export type Promises = {
  at: (chain: string, seq: number) => { hash: string; head: number } | undefined
  lastOf: ReadonlyMap<string, ChainEnd & { head: number }>
}

/** What is known of a head before the next one has come. */
type Pending = { head: KeptHead; hash: string; before: string | undefined; after: string | undefined }

/**
 * Holds the heads against each other, their signatures and the chains they were made of, one by one in their order: there
 * is one for each minute. A head that the next one names by its hash is vouched for by that one's signature, so it is the
 * last signature that is checked, and that of any head that the next does not build on.
 */
export class HeadFollower implements Promises {
  fault: Fault | undefined
  newest: Head | undefined
  /** The hashes of the heads that somebody asks for. */
  readonly hashes = new Map<number, string>()
  readonly lastOf = new Map<string, ChainEnd & { head: number }>()
  readonly #places = new Map<string, { hash: string; head: number }>()
  readonly #trusted: ReadonlySet<string>
  readonly #wanted: ReadonlySet<number>
  #pending: Pending | undefined
  /** By chain, in the order of their ids: in text the same as in the database. */
  #leaves = new Map<string, string>()
  #root = rootOfLeaves([])

  constructor(trusted: ReadonlySet<string>, wanted: ReadonlySet<number>) {
    this.#trusted = trusted
    this.#wanted = wanted
  }

  at(chain: string, seq: number) {
    return this.#places.get(`${chain} ${seq}`)
  }

  follow(head: KeptHead): void {
    this.#keep(head)
    const hash = hashOfHead(head)
    if (this.#wanted.has(head.number)) this.hashes.set(head.number, hash)
    const buildsOn = head.previous === (this.#pending?.hash ?? '')
    this.#settle(buildsOn)
    const number = (this.newest?.number ?? 0) + 1
    this.#pending = {
      head,
      hash,
      before:
        head.number !== number
          ? `följer inte på ${number - 1}: huvuden saknas emellan.`
          : this.#trusted.has(head.key)
            ? undefined
            : 'är undertecknat med en nyckel som vi inte känner.',
      after: !buildsOn
        ? 'bygger inte på huvudet före.'
        : this.#isRoot(head)
          ? undefined
          : 'säger annat om kedjorna än det som undertecknades.',
    }
    this.newest = head
  }

  /** After the last one. */
  end(): this {
    this.#settle(false)
    return this
  }

  #keep({ number, chains }: KeptHead) {
    if (chains.length === 0) return
    const known = this.#leaves.size
    for (const end of chains) {
      this.#places.set(`${end.chain} ${end.seq}`, { hash: end.hash, head: number })
      this.lastOf.set(end.chain, { ...end, head: number })
      this.#leaves.set(end.chain, leafOf(end))
    }
    if (this.#leaves.size > known)
      this.#leaves = new Map([...this.#leaves].sort(([a], [b]) => (a < b ? -1 : 1)))
    this.#root = rootOfLeaves([...this.#leaves.values()])
  }

  /** Heads from before there was one each minute say the root alone. */
  #isRoot({ number, root }: Head): boolean {
    return root === rootOfHead(number, this.#root) || root === this.#root
  }

  #settle(vouchedFor: boolean) {
    if (!this.#pending || this.fault) return
    const { head, before, after } = this.#pending
    const signed = vouchedFor || before !== undefined || isSigned(head)
    const wrong = before ?? (signed ? after : 'har ändrats: underskriften stämmer inte.')
    if (wrong) this.fault = { at: head.madeAt, text: `Huvud ${head.number} ${wrong}` }
  }
}
