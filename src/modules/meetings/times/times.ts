import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { answerHold, type Hold, listHoldsForMe } from '../hold-store.ts'
import { mayHaveTimesHeld } from '../meeting-policy.ts'

/** The times that others ask me to keep free. About no child. */
export function listTimes(deps: Deps, asking: Asking): Promise<Result<Hold[], Hidden | Misplaced>> {
  return audited(deps, 'times.list', asking, async (work) =>
    mayHaveTimesHeld(work.actor) ? ok(await listHoldsForMe(work)) : refuse.notAllowed(),
  )
}

export function answerTime(
  deps: Deps,
  asking: Asking,
  { id, answer }: { id: string; answer: boolean },
): Promise<Result<'answered', Hidden | Misplaced>> {
  return audited(deps, 'times.answer', asking, async (work): Promise<Result<'answered', Hidden>> => {
    if (!mayHaveTimesHeld(work.actor)) return refuse.notAllowed()
    work.about(id)
    return (await answerHold(work, id, answer)) ? ok('answered') : refuse.notFound()
  })
}
