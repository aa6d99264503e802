import type { Observer } from '#test/noninterference/client.ts'

// What happened in a race, with its beginning and its end, and what must be true of it.

export type Act = {
  name: string
  who: Observer
  kind: 'read' | 'write' | 'revoke'
  begins: number
  ends: number
  status: number
  /** Holds what the revocation takes away. */
  reveals: boolean
  /** It was done, and not refused. */
  done: boolean
}

/**
 * What is wrong with the history. A read or a write that begins after a revocation has ended gets nothing; one that
 * ends before it begins gets everything; and once somebody has seen that it is gone, it does not come back.
 */
export function faults(
  acts: readonly Act[],
  loggedDone: ReadonlySet<string>,
  logged: ReadonlyMap<string, number>,
) {
  const found: string[] = []
  const revocation = acts.find(({ kind, done }) => kind === 'revoke' && done)
  const mine = acts.filter(({ kind }) => kind !== 'revoke')
  // What another system tells the database is no request.
  for (const act of acts.filter(({ name }) => name !== '')) {
    if (act.status >= 500) found.push(`${act.name} failed with ${act.status}`)
    if (logged.get(act.name) !== 1) found.push(`${act.name} left ${logged.get(act.name) ?? 0} rows`)
    if (loggedDone.has(act.name) !== act.done) found.push(`${act.name} and the log do not agree`)
  }
  for (const act of mine) {
    const gets = act.reveals || (act.kind === 'write' && act.done)
    if (revocation && act.begins >= revocation.ends && gets) found.push(`${act.name} came after, and got it`)
    if ((!revocation || act.ends <= revocation.begins) && !gets)
      found.push(`${act.name} came before, and got nothing`)
    const sawItGone = mine.find((earlier) => earlier.ends <= act.begins && isRefused(earlier))
    if (sawItGone && gets) found.push(`${act.name} got it after ${sawItGone.name} did not`)
  }
  return found
}

const isRefused = ({ kind, reveals, done }: Act) => (kind === 'read' ? !reveals : !done)
