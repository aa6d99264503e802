import { audited, type Work } from '#modules/audit'
import { type Child, isGrownUp, openChild } from '#modules/children'
import { type AskingOfChild, hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayHandOver } from '../door-policy.ts'
import { handToChild, isChildTold } from '../door-store.ts'

/** How long the child's session waits for somebody to press, and how long it lasts at most, in minutes. */
export const besideMinutes = { idle: 10, longest: 60 } as const

export type HandOver = { child: Child; isTold: boolean }

type Opened = Result<HandOver, Hidden | Misplaced>
type Handed = Result<{ token: string }, Hidden | Misplaced | Declined<HandOver, never>>

export const openHandOver = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'childs-door.open-hand-over', asking, (work) => open(work, asking.childId))

/** From now on the browser is the child's: the adult comes back by signing in. */
export function handOver(deps: Deps, asking: AskingOfChild): Promise<Handed> {
  const token = deps.randomBytes(32).toString('base64url')
  return audited(deps, 'childs-door.hand-over', asking, async (work): Promise<Handed> => {
    const opened = await open(work, asking.childId)
    if (!opened.ok) return opened
    if (!opened.value.isTold) return refuse.conflict(opened.value)
    const until = new Date(work.at.getTime() + besideMinutes.longest * 60_000)
    const { childId } = asking
    work.about(handToChild(work, { childId, hash: hashOf(token), idleMinutes: besideMinutes.idle, until }))
    return ok({ token })
  })
}

async function open(work: Work, childId: string): Promise<Result<HandOver, Hidden>> {
  const known = await openChild(work, childId, mayHandOver)
  if (!known.ok) return known
  const { child } = known.value
  if (child.provisional || isGrownUp(child, work.today)) return refuse.notFound()
  return ok({ child, isTold: await isChildTold(work, childId) })
}
