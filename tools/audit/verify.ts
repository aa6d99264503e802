import type { Head } from '#modules/audit'
import type { Sql } from '#shared/pool.ts'
import { ChainFollower, dropsOf, type KeptDecision, wrongWithRow } from './chain-check.ts'
import { decidedByHand } from './decisions.ts'
import type { Fault } from './fault.ts'
import { checkWitness, missingTails } from './head-check.ts'
import { HeadFollower } from './head-follower.ts'
import {
  droppedMonths,
  eachHead,
  eachLink,
  inSnapshot,
  type LogTrx,
  longestWait,
  retentionProtocols,
  strangeRow,
  strangeSubject,
  waitingRows,
} from './log-reader.ts'

export type Verified = {
  /** The earliest first. None: the log is whole. */
  faults: Fault[]
  rows: number
  chains: number
  newestHead: Head | undefined
  waiting: number
  /** The moment of the oldest row that is not yet linked. */
  oldestWaiting: string | undefined
  /** How long, in seconds, any row has waited for its link. */
  longestWait: number
}

/** Holds the whole log against its chains, the chains against the signed heads, and those against what a witness kept. */
export const verifyLog = (
  sql: Sql,
  trusted: ReadonlySet<string>,
  witnessed: readonly Head[] = [],
): Promise<Verified> => inSnapshot(sql, (trx) => verify(trx, trusted, witnessed))

async function verify(
  trx: LogTrx,
  trusted: ReadonlySet<string>,
  witnessed: readonly Head[],
): Promise<Verified> {
  const heads = new HeadFollower(trusted, new Set(witnessed.map(({ number }) => number)))
  await eachHead(trx, (head) => heads.follow(head))
  const newestHead = heads.end().newest
  const decisions = await decidedByHand(trx)
  const drops = dropsOf(await droppedMonths(trx), await retentionProtocols(trx), decisions)
  const follower = new ChainFollower(heads, drops)
  await eachLink(trx, (link) => follower.follow(link))
  const waiting = await waitingRows(trx)
  const faults = [
    ...follower.faults,
    ...waiting.flatMap((row): Fault[] => {
      const wrong = wrongWithRow(row, row.standing, drops)
      return wrong
        ? [{ at: row.at, text: `Den första som är fel: ${row.event} (${row.at}, ännu inte låst) ${wrong}.` }]
        : []
    }),
    ...(await strangers(trx, follower.standing + waiting.filter(({ standing }) => standing).length)),
    ...decisions.flatMap((one): Fault[] => (one.isLinked ? [] : [besideTheLog(one)])),
    ...missingTails(heads, follower.ends, newestHead?.madeAt ?? ''),
    ...(heads.fault ? [heads.fault] : []),
    ...checkWitness(witnessed, heads, trusted),
  ]
  return {
    // A stable order: of what happened at the same moment, rows come before heads.
    faults: faults.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    rows: follower.rows,
    chains: follower.ends.size,
    newestHead,
    waiting: waiting.length,
    oldestWaiting: waiting[0]?.at,
    longestWait: await longestWait(trx),
  }
}

/** A decision that nothing in the log tells of, with these values. */
const besideTheLog = ({ about, at }: KeptDecision): Fault => ({
  at,
  text: `Ett beslut om ${about} (${at}) har ingen rad i loggen med samma värden.`,
})

async function strangers(trx: LogTrx, known: number): Promise<Fault[]> {
  const row = await strangeRow(trx, known)
  if (row)
    return [
      {
        at: row.at,
        text: `Den första som är fel: ${row.id} (${row.at}) har lagts till vid sidan av loggen.`,
      },
    ]
  const event = await strangeSubject(trx)
  return event ? [{ at: '', text: `Ett barn är skrivet på ${event}, som inte finns i loggen.` }] : []
}
