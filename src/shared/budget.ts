import type { Deps } from './db.ts'

const minute = 60_000

/**
 * How often something may be done in a minute, by each and by all: who does it often hinders nobody else, and fills
 * nothing. Counted by a mark that leads back to nobody, in this process only, and forgotten with the minute.
 */
export function budgetPerMinute(
  { now, keys }: Pick<Deps, 'now' | 'keys'>,
  purpose: string,
  most: { each: number; all: number },
  /** Told at the next minute's first, of those that were refused. */
  missed: (count: number) => void = () => {},
) {
  let began = 0
  let refused = 0
  let taken = 0
  const each = new Map<string, number>()
  const begin = (at: number) => {
    const missing = refused
    began = at
    refused = 0
    taken = 0
    each.clear()
    if (missing > 0) missed(missing)
  }
  return {
    /** False: not now. */
    take: (who: string): boolean => {
      const at = now().getTime()
      if (Math.abs(at - began) >= minute) begin(at)
      const mark = keys.hash(purpose, who).toString('hex')
      const mine = each.get(mark) ?? 0
      const may = mine < most.each && taken < most.all
      if (may) each.set(mark, mine + 1)
      if (may) taken++
      else refused++
      return may
    },
  }
}
