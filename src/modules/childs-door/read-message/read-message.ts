import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayReceive } from '../door-policy.ts'
import { findMessage, type Message } from '../message-store.ts'

export type Opened = { child: Child; message: Message }

export const openMessage = (
  deps: Deps,
  asking: AskingOfChild,
  messageId: string,
): Promise<Result<Opened, Hidden | Misplaced>> =>
  audited(deps, 'childs-door.open-message', asking, (work) => open(work, asking.childId, messageId))

/** It has been read: nobody else need. */
export const noteRead = (deps: Deps, asking: AskingOfChild, messageId: string) =>
  audited(deps, 'childs-door.note-read', asking, async (work): Promise<Result<'read', Hidden>> => {
    const opened = await open(work, asking.childId, messageId)
    if (!opened.ok) return opened
    await finishTasks(work, { childId: asking.childId, kinds: ['read_message'], aboutId: messageId })
    return ok('read')
  })

/** Whom it waits for the wall says. */
async function open(work: Work, childId: string, messageId: string): Promise<Result<Opened, Hidden>> {
  const known = await openChild(work, childId, mayReceive)
  if (!known.ok) return known
  const message = await findMessage(work, childId, messageId)
  if (!message) return refuse.notFound()
  work.about(messageId)
  return ok({ child: known.value.child, message })
}
