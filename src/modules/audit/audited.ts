import { type CompiledQuery, sql } from 'kysely'
import { findDraft, forgetDraft } from '#modules/drafts'
import { type Asking, familyEngagement, nilId } from '#shared/asking.ts'
import { type Day, swedishDay } from '#shared/dates.ts'
import { type Actor, type Deps, type Entered, inTransaction, isAtDoor, type Trx } from '#shared/db.ts'
import type { Compartment } from '#shared/keys.ts'
import { type Misplaced, refuse } from '#shared/refusal.ts'
import type { Result } from '#shared/result.ts'
import { type Box, KeyGone } from '#shared/vault.ts'
import { type Act, acts } from './acts.ts'
import { opensBesideAdult } from './beside-adult.ts'
import { stopped } from './limits-store.ts'
import { digestOf } from './link.ts'
import { loggedAs, opensOnPaper } from './on-paper.ts'
import { isSecurityEvent, securityLine } from './security-line.ts'

/** What a use-case works with: one transaction, one moment, one person. */
export type Work = {
  trx: Trx
  at: Date
  today: Day
  actor: Actor
  newId: () => string
  /** The box that holds what is written about a child or an adult. */
  box: (subjectId: string) => Promise<Box>
  newBox: (subjectId: string, compartment?: Compartment) => Promise<Box>
  /** Names the children that a list shows, for the log. */
  shown: (childIds: readonly string[]) => void
  /** Names the thing that was read or made, for the log: a random id. */
  about: (objectId: string) => void
  /** What happens after everything else, the row in the log included: such as the end of one's own session. */
  atLast: (statement: CompiledQuery) => void
}

/** What a use-case works with when nobody is signed in. */
export type UnsignedWork = Pick<Work, 'trx' | 'at' | 'newId' | 'about'> & {
  /** Names the person that it turned out to be, for the log. */
  became: (personId: string) => void
}

/**
 * A use-case's only way to the database. Whatever the answer, exactly one row tells of it, in the same transaction and
 * before any page is built. A refusal takes back what was changed and keeps its row. If the row cannot be written,
 * this throws: the change is undone, and what was read stays here.
 *
 * Nobody signed in, staff who have not yet said for which unit they act, or a form made under another engagement than
 * the session's, is refused before the work begins. A form's draft is found when its page is opened, in the same round
 * trip as the work, and goes when the form has been taken.
 */
export function audited<T, E extends { kind: string }>(
  deps: Deps,
  act: Act,
  asking: Asking,
  work: (work: Work) => Promise<Result<T, E>>,
): Promise<Result<T, E | Misplaced>> {
  return recorded<T, E | Misplaced>(deps, act, asking, async (entered, log) => {
    const wrong = misplaced(act, asking, entered)
    if (wrong) return wrong
    // Before anything is looked for: what is hidden takes as long as what does not exist.
    if (asking.named && !entered.knows && !opensUnknown(act)) return unknown
    const mine = workOf(deps, entered, log)
    // Sent along with the first question, so that no page waits for the child's key by itself.
    const key = asking.childId ? mine.box(asking.childId) : undefined
    key?.catch(() => {})
    if (acts[act] === 'changes') {
      const stop = await stopped(act, asking, entered)
      if (stop) return stop
      if (asking.form) log.atLast.push(forgetDraft(mine, asking.form.address))
      return withKey(await work(mine), key)
    }
    const [answer, draft, stop] = await Promise.all([
      work(mine),
      asking.form && findDraft(mine, asking.form),
      stopped(act, asking, entered),
    ])
    asking.draft = draft
    return stop ?? withKey(answer, key)
  })
}

/** As `audited` and as strict, for what is done with nobody signed in: signing in, and answering by a link. */
export const auditedUnsigned = <T, E extends { kind: string }>(
  deps: Deps,
  act: Act,
  asking: Asking,
  work: (work: UnsignedWork) => Promise<Result<T, E>>,
): Promise<Result<T, E>> =>
  recorded(deps, act, asking, ({ trx, at }, log) =>
    work({
      trx,
      at,
      newId: deps.newId,
      about: (objectId) => {
        log.object = objectId
      },
      became: (personId) => {
        log.person = personId
      },
    }),
  )

/** For drafts only: what somebody has written and not sent is logged when it is opened and when it is sent. */
export const unlogged = <T>(
  deps: Deps,
  asking: Asking,
  work: (work: Omit<Entered, 'actor' | 'knows'> & { work: Work | undefined }) => Promise<T>,
): Promise<T> =>
  inTransaction(deps, 'changes', { session: asking.session, childId: asking.childId }, async (entered) => {
    const mine = entered.actor && workOf(deps, entered, newLog(entered))
    return { answer: await work({ trx: entered.trx, at: entered.at, work: mine }), last: [] }
  })

/** For pages about nobody that anybody may open: reads as nobody at all, and leaves nothing behind. */
export const openly = <T>(
  deps: Deps,
  work: (work: Pick<Work, 'trx' | 'at' | 'today'>) => Promise<T>,
): Promise<T> =>
  inTransaction(deps, 'reads', { session: '', childId: undefined }, async ({ trx, at }) => ({
    answer: await work({ trx, at, today: swedishDay(at) }),
    last: [],
  }))

type Log = {
  children: readonly string[]
  object: string | undefined
  person: string | undefined
  atLast: CompiledQuery[]
}
const newLog = ({ actor }: Entered): Log => ({
  children: [],
  object: undefined,
  person: actor?.personId,
  atLast: [],
})

async function recorded<T, E extends { kind: string }>(
  deps: Deps,
  act: Act,
  asking: Asking,
  work: (entered: Entered, log: Log) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const entry = { session: asking.session, childId: asking.childId }
  let written: Written | undefined
  const answered = await inTransaction(deps, acts[act], entry, async (entered) => {
    const log = newLog(entered)
    asking.actor = entered.actor
    const answer = await work(entered, log).catch(hiddenWithoutKey)
    if (acts[act] === 'changes' && !answer.ok) await sql`rollback to savepoint untouched`.execute(entered.trx)
    const outcome = outcomeOf(answer, asking)
    const row = rowOf(deps, entered.trx, asking, {
      act: loggedAs(act, entered.actor),
      outcome,
      at: entered.at,
      ...log,
    })
    written = row.written
    return { answer, last: answer.ok ? [...row.statements, ...log.atLast] : row.statements }
  })
  // Told elsewhere only of what is in the log.
  if (written && deps.tell && isSecurityEvent(written)) deps.tell(securityLine(deps.keys, written))
  return answered
}

/** As it stands in the log. A form that came back because the writer only wanted to see it was not declined. */
function outcomeOf(answer: Result<unknown, { kind: string }>, { looks }: Asking): string {
  if (answer.ok) return 'done'
  return looks && answer.error.kind === 'invalid' ? 'looked' : answer.error.kind
}

/** A child whose key is destroyed is nobody that we know, also where nothing sealed is shown. */
async function withKey<T, E>(answer: Result<T, E>, key: Promise<Box> | undefined): Promise<Result<T, E>> {
  if (answer.ok) await key
  return answer
}

/** What was sealed with a key that is destroyed is not there any more: for whoever asks, as if it never had been. */
function hiddenWithoutKey(error: unknown): Result<never, never> {
  if (error instanceof KeyGone) return refuse.notFound() as Result<never, never>
  throw error
}

/** What one does with one's own session needs no unit, and no form of one. */
const isAboutSession = (act: Act) => act.startsWith('session.')

const unknown: Result<never, never> = refuse.notFound() as Result<never, never>
/** These open a child to somebody who did not know it. */
const opensUnknown = (act: Act) => act.startsWith('break-glass.')

function misplaced(act: Act, asking: Asking, { actor }: Entered) {
  const { madeUnder } = asking
  if (!actor) return refuse.signedOut()
  if (isAboutSession(act) && !isAtDoor(actor)) return undefined
  if (actor.handedBy && !opensBesideAdult(act, asking, actor))
    return refuse.besideAdult(actor.selfId ?? nilId)
  if (actor.paperMeetingId && !opensOnPaper(act, asking, actor))
    return refuse.besideAdult(actor.selfId ?? nilId)
  if (actor.kind === 'staff' && !actor.engagementId) return refuse.noUnit()
  const isOld = madeUnder !== undefined && madeUnder !== (actor.engagementId ?? familyEngagement)
  return acts[act] === 'changes' && isOld ? refuse.switched() : undefined
}

function workOf(deps: Deps, { trx, at, actor }: Entered, log: Log): Work {
  if (!actor) throw new Error('work without a person')
  // Each subject's key is asked for once in a request.
  const boxes = new Map<string, Promise<Box>>()
  return {
    trx,
    at,
    today: swedishDay(at),
    actor,
    newId: deps.newId,
    box: (subjectId) => {
      const known = boxes.get(subjectId)
      if (known) return known
      const asked = deps.vault.box(trx, subjectId)
      boxes.set(subjectId, asked)
      // Not known yet may be known later in the same request.
      asked.catch(() => boxes.delete(subjectId))
      return asked
    },
    // A box made here is known here only, until the transaction has held.
    newBox: async (subjectId, compartment) => {
      const box = await deps.vault.newBox(trx, subjectId, compartment)
      boxes.set(subjectId, Promise.resolve(box))
      return box
    },
    shown: (childIds) => {
      log.children = [...new Set(childIds)]
    },
    about: (objectId) => {
      log.object = objectId
    },
    atLast: (statement) => {
      log.atLast.push(statement)
    },
  }
}

type Row = Log & { act: Act; outcome: string; at: Date }
type Written = Parameters<typeof securityLine>[1]

/** The statements that write the row. The table only takes, so nothing is asked back. */
function rowOf(deps: Deps, trx: Trx, asking: Asking, { act, outcome, at, children, object, person }: Row) {
  const id = deps.newId()
  const row = {
    child_id: asking.childId ?? nilId,
    id,
    at,
    actor_id: person ?? null,
    // In the child's hands the row names both.
    engagement_id: asking.actor?.engagementId ?? asking.actor?.handedBy ?? null,
    act,
    outcome,
    object_id: object ?? null,
    request_id: asking.requestId,
  }
  const digest = Buffer.from(digestOf({ ...row, at: at.toISOString() }, children), 'hex')
  const statements = [
    trx
      .insertInto('audit_event')
      .values({ ...row, digest })
      .compile(),
    ...(children.length > 0 ? [sql`select note_shown(${id}, ${children}::uuid[])`.compile(trx)] : []),
  ]
  return { written: row, statements }
}
