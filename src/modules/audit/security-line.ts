import { nilId } from '#shared/asking.ts'
import type { KeyRing } from '#shared/keys.ts'
import { type Act, acts } from './acts.ts'

/** What a row of the log says of who did what. */
type Written = {
  at: Date
  act: Act
  outcome: string
  request_id: string
  actor_id: string | null
  engagement_id: string | null
  child_id: string
  object_id: string | null
}

/**
 * What somebody who watches from outside needs: every refusal, every change, and what is read in an emergency. To look at
 * what one is writing is none of them.
 */
export const isSecurityEvent = ({ act, outcome }: Written): boolean =>
  outcome !== 'looked' && (outcome !== 'done' || acts[act] === 'changes' || act.startsWith('break-glass.'))

/**
 * One line of JSON for a collector outside the database. The same person, unit or child has the same mark in every line;
 * without our key it leads to nobody.
 */
export function securityLine(keys: Pick<KeyRing, 'hash'>, row: Written): string {
  const mark = (id: string | null) =>
    id === null || id === nilId ? undefined : keys.hash('security line', id).toString('hex').slice(0, 32)
  return JSON.stringify({
    at: row.at.toISOString(),
    event: row.act,
    outcome: row.outcome,
    request: row.request_id,
    who: mark(row.actor_id),
    as: mark(row.engagement_id),
    child: mark(row.child_id),
    thing: mark(row.object_id),
  })
}
