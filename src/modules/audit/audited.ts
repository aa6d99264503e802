import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Asking, familyEngagement, nilId } from '#shared/asking.ts'
import { type Day, swedishDay } from '#shared/dates.ts'
import { type Actor, type Deps, type Entered, inTransaction, type Trx } from '#shared/db.ts'
import { type Misplaced, refuse } from '#shared/refusal.ts'
import type { Result } from '#shared/result.ts'
import type { Box } from '#shared/vault.ts'
import { type Act, acts } from './acts.ts'

/** What a use-case works with: one transaction, one moment, one person. */
export type Work = {
  trx: Trx
  at: Date
  today: Day
  actor: Actor
  newId: () => string
  /** The box that holds what is written about a child or an adult. */
  box: (subjectId: string) => Promise<Box>
  newBox: (subjectId: string) => Promise<Box>
  /** Names the children that a list shows, for the log. */
  shown: (childIds: readonly string[]) => void
  /** Names the thing that was read or made, for the log: a random id. */
  about: (objectId: string) => void
}

/**
 * A use-case's only way to the database. Whatever the answer, exactly one row tells of it, in the same transaction and
 * before any page is built. A refusal takes back what was changed and keeps its row. If the row cannot be written,
 * this throws: the change is undone, and what was read stays here.
 *
 * Nobody signed in, or a form made under another engagement than the session's, is refused before the work begins.
 */
export function audited<T, E extends { kind: string }>(
  deps: Deps,
  act: Act,
  asking: Asking,
  work: (work: Work) => Promise<Result<T, E>>,
): Promise<Result<T, E | Misplaced>> {
  const changes = acts[act] === 'changes'
  return inTransaction(
    deps,
    acts[act],
    { session: asking.session, childId: asking.childId },
    async (entered) => {
      const log: Log = { children: [], object: undefined }
      asking.actor = entered.actor
      const answer = misplaced(asking, entered, changes) ?? (await work(workOf(deps, entered, log)))
      if (changes && !answer.ok) await sql`rollback to savepoint untouched`.execute(entered.trx)
      const outcome = answer.ok ? 'done' : answer.error.kind
      const row = { act, outcome, at: entered.at, ...log }
      return { answer, last: rowOf(deps, entered.trx, asking, row) }
    },
  )
}

type Log = { children: readonly string[]; object: string | undefined }

function misplaced({ madeUnder }: Asking, { actor }: Entered, changes: boolean) {
  if (!actor) return refuse.signedOut()
  if (changes && madeUnder !== undefined && madeUnder !== (actor.engagementId ?? familyEngagement))
    return refuse.switched()
  return undefined
}

function workOf(deps: Deps, { trx, at, actor }: Entered, log: Log): Work {
  if (!actor) throw new Error('work without a person')
  const made = new Map<string, Box>()
  return {
    trx,
    at,
    today: swedishDay(at),
    actor,
    newId: deps.newId,
    // A box made here is known here only, until the transaction has held.
    box: async (subjectId) => made.get(subjectId) ?? deps.vault.box(trx, subjectId),
    newBox: async (subjectId) => {
      const box = await deps.vault.newBox(trx, subjectId)
      made.set(subjectId, box)
      return box
    },
    shown: (childIds) => {
      log.children = [...new Set(childIds)]
    },
    about: (objectId) => {
      log.object = objectId
    },
  }
}

type Row = Log & { act: Act; outcome: string; at: Date }

/** The statements that write the row. The table only takes, so nothing is asked back. */
function rowOf(deps: Deps, trx: Trx, asking: Asking, { act, outcome, at, children, object }: Row) {
  const id = deps.newId()
  const row = {
    child_id: asking.childId ?? nilId,
    id,
    at,
    actor_id: asking.actor?.personId ?? null,
    engagement_id: asking.actor?.engagementId ?? null,
    act,
    outcome,
    object_id: object ?? null,
    request_id: asking.requestId,
  }
  const digest = createHash('sha256')
    .update(JSON.stringify({ ...row, children }))
    .digest()
  const subjects = children.map((child_id) => ({ child_id, event_id: id }))
  return [
    trx
      .insertInto('audit_event')
      .values({ ...row, digest })
      .compile(),
    ...(subjects.length > 0 ? [trx.insertInto('audit_subject').values(subjects).compile()] : []),
  ]
}
