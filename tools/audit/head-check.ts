import { type Head, hashOfHead, isSigned } from '#modules/audit'
import { chainName, type Fault } from './fault.ts'
import type { Promises } from './head-follower.ts'

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
  ours: { newest: Head | undefined; hashes: ReadonlyMap<number, string> },
  trusted: ReadonlySet<string>,
): Fault[] {
  const { newest, hashes } = ours
  for (const head of [...witnessed].sort((a, b) => a.number - b.number)) {
    const mine = hashes.get(head.number)
    // What is the same as ours has been checked as ours.
    if (mine === hashOfHead(head)) continue
    const told = `huvud ${head.number} från ${head.madeAt}`
    if (!trusted.has(head.key) || !isSigned(head))
      return [{ at: head.madeAt, text: `Vittnets ${told} är inte undertecknat med vår nyckel.` }]
    if (mine)
      return [{ at: head.madeAt, text: `Vittnets ${told} är ett annat än vårt: loggen har skrivits om.` }]
    const end = newest ? `slutar vid huvud ${newest.number} från ${newest.madeAt}` : 'har inga huvuden'
    const text = `Vittnet har ${told}, men loggen ${end}: slutet saknas, eller så är databasen en äldre kopia.`
    return [{ at: newest?.madeAt ?? '', text }]
  }
  return []
}
