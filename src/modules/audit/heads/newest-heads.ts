import { createHash } from 'node:crypto'
import type { Deps } from '#shared/db.ts'
import type { Head } from '../head.ts'
import { headsAfter } from '../sealer-store.ts'

export type HeadsAnswer = { body: string; etag: string }

/** A head comes each minute, so what is this old is new enough for whoever keeps them. */
export const keptMs = 5000
/** A third of a day. Whoever keeps heads asks for those after its last, and so on until there are no more. */
const atMost = 500
/** Those who catch up on older ones wait for each other; beyond so many they are asked to come again. */
const mayWait = 8

/**
 * The signed heads, as they are handed out. Anybody may ask, as often as they like: the newest are kept for some seconds, and
 * nothing is fetched but one thing at a time, so that a flood takes one connection at the most from those who have pages
 * to read. Undefined: come again in a while.
 */
export function newestHeads(deps: Deps): (after: number | undefined) => Promise<HeadsAnswer | undefined> {
  let newest: readonly Head[] = []
  let fetchedAt = Number.NEGATIVE_INFINITY
  let renewing: Promise<void> | undefined
  let line: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const next = line.then(work)
    line = next.catch(() => {})
    return next
  }
  const renew = async () => {
    const at = deps.now().getTime()
    newest = await headsAfter(deps, undefined, atMost)
    fetchedAt = at
  }
  const isOld = () => Math.abs(deps.now().getTime() - fetchedAt) >= keptMs
  const older = async (after: number): Promise<readonly Head[] | undefined> => {
    if (waiting >= mayWait) return undefined
    waiting++
    return inLine(() => headsAfter(deps, after, atMost)).finally(() => {
      waiting--
    })
  }

  return async (after) => {
    if (isOld()) {
      renewing ??= inLine(renew).finally(() => {
        renewing = undefined
      })
      await renewing
    }
    if (after === undefined) return answerOf(newest)
    const first = newest[0]?.number ?? 1
    const heads = after + 1 < first ? await older(after) : newest.filter(({ number }) => number > after)
    return heads && answerOf(heads)
  }
}

function answerOf(heads: readonly Head[]): HeadsAnswer {
  const body = `${JSON.stringify({ heads })}\n`
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` }
}
