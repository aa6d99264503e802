import { type ChainEnd, type Head, hashOfHead, isSigned, rootOf } from '#modules/audit'
import { chainName, type Fault } from './fault.ts'

export type KeptHead = Head & { chains: readonly ChainEnd[] }

/** What the heads say of each chain: the hash at a place, and the newest place. */
export type Promises = {
  at: (chain: string, seq: number) => { hash: string; head: number } | undefined
  lastOf: ReadonlyMap<string, ChainEnd & { head: number }>
}

/** Holds the heads against each other, their signatures and the chains they were made of. */
export function checkHeads(heads: readonly KeptHead[], trusted: ReadonlySet<string>): Fault[] {
  let before: KeptHead | undefined
  for (const head of heads) {
    const wrong = wrongWith(head, before, trusted)
    if (wrong) return [{ at: head.madeAt, text: `Huvud ${head.number} ${wrong}` }]
    before = head
  }
  return []
}

function wrongWith(head: KeptHead, before: KeptHead | undefined, trusted: ReadonlySet<string>) {
  const expected = (before?.number ?? 0) + 1
  if (head.number !== expected) return `följer inte på ${expected - 1}: huvuden saknas emellan.`
  if (!trusted.has(head.key)) return 'är undertecknat med en nyckel som vi inte känner.'
  if (!isSigned(head)) return 'har ändrats: underskriften stämmer inte.'
  if (head.previous !== (before ? hashOfHead(before) : '')) return 'bygger inte på huvudet före.'
  if (head.root !== rootOf(head.chains)) return 'säger annat om kedjorna än det som undertecknades.'
  return undefined
}

export function promisesOf(heads: readonly KeptHead[]): Promises {
  const places = new Map<string, { hash: string; head: number }>()
  const lastOf = new Map<string, ChainEnd & { head: number }>()
  for (const { number, chains } of heads)
    for (const end of chains) {
      places.set(`${end.chain} ${end.seq}`, { hash: end.hash, head: number })
      lastOf.set(end.chain, { ...end, head: number })
    }
  return { at: (chain, seq) => places.get(`${chain} ${seq}`), lastOf }
}

/** Chains that end before the place that the newest head saw. */
export function missingTails(promises: Promises, ends: ReadonlyMap<string, number>, at: string): Fault[] {
  return [...promises.lastOf.values()]
    .filter(({ chain, seq }) => (ends.get(chain) ?? 0) < seq)
    .map(({ chain, seq, head }) => ({
      at,
      text: `Slutet av ${chainName(chain)} saknas: från rad ${(ends.get(chain) ?? 0) + 1} till minst rad ${seq}, som huvud ${head} såg.`,
    }))
}

/** Holds what a witness has kept against our own heads: an older copy, or a log that was written anew. */
export function checkWitness(
  witnessed: readonly Head[],
  heads: readonly KeptHead[],
  trusted: ReadonlySet<string>,
): Fault[] {
  const ours = new Map(heads.map((head) => [head.number, head]))
  const newest = heads.at(-1)
  for (const head of [...witnessed].sort((a, b) => a.number - b.number)) {
    const told = `huvud ${head.number} från ${head.madeAt}`
    if (!trusted.has(head.key) || !isSigned(head))
      return [{ at: head.madeAt, text: `Vittnets ${told} är inte undertecknat med vår nyckel.` }]
    const mine = ours.get(head.number)
    if (!mine) {
      const end = newest ? `slutar vid huvud ${newest.number} från ${newest.madeAt}` : 'har inga huvuden'
      const text = `Vittnet har ${told}, men loggen ${end}: slutet saknas, eller så är databasen en äldre kopia.`
      return [{ at: newest?.madeAt ?? '', text }]
    }
    if (hashOfHead(mine) !== hashOfHead(head))
      return [{ at: head.madeAt, text: `Vittnets ${told} är ett annat än vårt: loggen har skrivits om.` }]
  }
  return []
}
