import {
  type Dropped,
  digestOf,
  digestOfDrop,
  digestOfProtocol,
  hashOfLink,
  type LoggedRow,
  type RetentionProtocol,
} from '#modules/audit'
import { type Fault, rowIn } from './fault.ts'
import type { Promises } from './head-follower.ts'

/** A row of the log as it stands, and whether its own digest is that of its link; null when it is gone. */
export type Standing = { row: LoggedRow; sameDigest: boolean; children: readonly string[] } | null

/** A link and what it was made of. */
export type LinkedRow = {
  chain: string
  seq: number
  at: string
  event: string
  digest: string
  sealedAt: string
  hash: string
  standing: Standing
}

export type KeptDrop = Dropped & { digest: string }
export type KeptProtocol = RetentionProtocol & { digest: string }
/** What the operator has put in: the hash that it keeps, and the one that its values have. */
export type KeptDecision = {
  id: string
  at: string
  about: string
  digest: string
  real: string
  isLinked: boolean
}

/** A month that was dropped before its five years had gone does not excuse anything. */
export function dropsOf(
  dropped: readonly KeptDrop[],
  protocols: readonly KeptProtocol[],
  decisions: readonly KeptDecision[],
) {
  const valid = dropped.filter(({ month, at }) => {
    const year = Number(month.slice(0, 4)) + 5
    const nextMonth = new Date(Date.UTC(year, Number(month.slice(5, 7)), 1))
    return new Date(at) >= nextMonth
  })
  return {
    months: new Set(valid.map(({ month }) => month.slice(0, 7))),
    /** What is linked and is no row of the log: months that went, what was taken away by a rule, and what was decided. */
    digests: new Map([
      ...valid.map((drop) => [drop.id, { kept: drop.digest, real: digestOfDrop(drop) }] as const),
      ...protocols.map((one) => [one.id, { kept: one.digest, real: digestOfProtocol(one) }] as const),
      ...decisions.map(({ id, digest, real }) => [id, { kept: digest, real }] as const),
    ]),
  }
}
export type Drops = ReturnType<typeof dropsOf>

/** Why a row is not what was logged; undefined when it is. */
export function wrongWithRow(
  { at, event, digest }: Pick<LinkedRow, 'at' | 'event' | 'digest'>,
  standing: Standing,
  drops: Drops,
): string | undefined {
  if (standing) {
    const same = standing.sameDigest && digestOf(standing.row, standing.children) === digest
    return same ? undefined : 'har ändrats'
  }
  const drop = drops.digests.get(event)
  if (drop) return drop.kept === digest && drop.real === digest ? undefined : 'har ändrats'
  return drops.months.has(at.slice(0, 7)) ? undefined : 'är borta, eller har fått en annan tidpunkt'
}

/** Follows links in the order of chain and place, and keeps the first fault of each chain. */
export class ChainFollower {
  readonly faults: Fault[] = []
  readonly ends = new Map<string, number>()
  rows = 0
  /** Links whose row still stands. */
  standing = 0
  #chain = ''
  #seq = 0
  #previous = ''
  #broken = false
  readonly #promises: Promises
  readonly #drops: Drops
  constructor(promises: Promises, drops: Drops) {
    this.#promises = promises
    this.#drops = drops
  }

  follow(link: LinkedRow) {
    this.rows++
    if (link.standing) this.standing++
    if (link.chain !== this.#chain) {
      this.#chain = link.chain
      this.#seq = 0
      this.#previous = ''
      this.#broken = false
    }
    this.ends.set(link.chain, link.seq)
    if (this.#broken) return
    const wrong = this.#wrongWith(link)
    if (wrong) {
      this.#broken = true
      this.faults.push({ at: link.at, text: wrong })
    }
    this.#seq = link.seq
    this.#previous = link.hash
  }

  #wrongWith(link: LinkedRow): string | undefined {
    const { chain, seq, at, event, digest, sealedAt, hash } = link
    const named = `${rowIn(chain, seq)} (${event}, ${at})`
    if (seq !== this.#seq + 1)
      return `Den första som är fel: ${rowIn(chain, this.#seq + 1)} är borta ur kedjan.`
    const wrong = wrongWithRow(link, link.standing, this.#drops)
    if (wrong) return `Den första som är fel: ${named} ${wrong}.`
    const real = hashOfLink({ chain, seq, at, event, digest, sealed_at: sealedAt, previous: this.#previous })
    if (real !== hash) return `Den första som är fel: ${named} är inte den länk som låstes där.`
    const promised = this.#promises.at(chain, seq)
    if (promised && promised.hash !== hash)
      return `Kedjan har skrivits om: ${named} är inte den som huvud ${promised.head} såg.`
    return undefined
  }
}
