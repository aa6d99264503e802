import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { findResponsible, type Responsible } from '#modules/responsibility'
import { readBy } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayOpenHome } from '../door-policy.ts'
import { sendMessage } from '../message-store.ts'
import type { WriteInput } from './write.form.ts'

/** `lead`: who reads it, just now. */
export type Write = { child: Child; lead: Responsible; readBy: Day; today: Day }

export const openWrite = (deps: Deps, asking: AskingOfChild): Promise<Result<Write, Hidden | Misplaced>> =>
  audited(deps, 'childs-door.open-write', asking, (work) => open(work, asking.childId))

async function open(work: Work, childId: string): Promise<Result<Write, Hidden>> {
  const known = await openChild(work, childId, mayOpenHome)
  if (!known.ok) return known
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) return refuse.notFound()
  return ok({ child: known.value.child, lead, readBy: readBy(work.today), today: work.today })
}

/** What is sent is gone from here: not a word of it is shown again. */
export function write(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<WriteInput, FieldErrors>,
): Promise<Sent<Write>> {
  return audited(deps, 'childs-door.write', asking, async (work): Promise<Sent<Write>> => {
    const opened = await open(work, asking.childId)
    if (!opened.ok) return opened
    if (!input.ok) return refuse.invalid(opened.value, input.error)
    const { submission: id, ...body } = input.value
    const sent = await sendMessage(work, { childId: asking.childId, id, body })
    return sent ? ok(`${paths.childsDoor.home.to(asking)}?skickat`) : refuse.notFound()
  })
}
