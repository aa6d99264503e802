import type { Deps } from '#shared/db.ts'
import { alone, type Line } from '#shared/pool.ts'
import { type ChainEnd, type Head, type HeadKey, hashOfHead, isSigned, rootOf, rootOfHead } from './head.ts'

type SealerDeps = Pick<Deps, 'pool' | 'now'>

const batch = 1000

/** Links everything that has been committed into the chains; answers with how many rows that was. Safe for many at once. */
export async function sealAudit(deps: SealerDeps): Promise<number> {
  for (let all = 0; ; ) {
    const linked = await alone(deps, async (line) => {
      const rows = await line.unsafe('select public.seal_audit($1::text::timestamptz, $2) as linked', [
        deps.now().toISOString(),
        batch,
      ])
      return (rows as { linked: number }[])[0]?.linked ?? 0
    })
    all += linked
    if (linked < batch) return all
  }
}

/** The newest head is not signed with a key that we know: somebody put it there, or our own key has been lost. */
class NotOurHead extends Error {
  override readonly name = 'NotOurHead'
}

/**
 * Seals, and signs a head over all chains, of a moment or of now, unless the newest is from that moment or later. Answers
 * with the newest head. Throws when the newest is not ours: to build on it would vouch for it, and for those before it.
 */
export async function signHead(deps: SealerDeps, key: HeadKey, moment?: Date): Promise<Head> {
  await sealAudit(deps)
  return alone(deps, async (line) => {
    const ends = await chainEnds(line)
    const [newest] = await headsOn(line, undefined, 1)
    if (newest && !(key.trusted.has(newest.key) && isSigned(newest))) throw new NotOurHead()
    if (newest && moment && new Date(newest.madeAt) >= moment) return newest
    const next = (newest?.number ?? 0) + 1
    const head = key.sign({
      number: next,
      madeAt: (moment ?? deps.now()).toISOString(),
      previous: newest ? hashOfHead(newest) : '',
      root: rootOfHead(next, rootOf(ends)),
    })
    const { number, madeAt, previous, root, signature } = head
    await line.unsafe(
      'select public.add_audit_head($1, $2::text::timestamptz, $3, $4, $5::text::jsonb, $6, $7)',
      [number, madeAt, previous, root, JSON.stringify(ends), head.key, signature],
    )
    return head
  })
}

/** The heads after a number, oldest first; without a number the newest. */
export const headsAfter = (deps: SealerDeps, after: number | undefined, atMost: number): Promise<Head[]> =>
  alone(deps, (line) => headsOn(line, after, atMost))

async function headsOn(line: Line, after: number | undefined, atMost: number): Promise<Head[]> {
  const rows = await line.unsafe('select * from public.audit_heads($1, $2)', [after ?? null, atMost])
  return (rows as HeadRow[]).map(({ made_at, ...head }) => ({ ...head, madeAt: made_at.toISOString() }))
}
type HeadRow = Omit<Head, 'madeAt'> & { made_at: Date }

async function chainEnds(line: Line): Promise<ChainEnd[]> {
  const rows = await line.unsafe(
    `select chain_id as chain, seq::int, encode(hash, 'hex') as hash from public.audit_chain_ends()`,
  )
  return (rows as ChainEnd[]).map(({ chain, seq, hash }) => ({ chain, seq, hash }))
}
