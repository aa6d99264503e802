import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayOpenHome } from '../door-policy.ts'
import { endPaperInHand } from '../paper-store.ts'

type Opened = Result<{ child: Child }, Hidden | Misplaced>

export const openEndPaper = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'meeting-paper.open-end', asking, (work) => open(work, asking.childId))

/** The paper opens nothing from now on, and this session is over with it. */
export const endPaper = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'meeting-paper.end', asking, async (work) => {
    const opened = await open(work, asking.childId)
    if (opened.ok) endPaperInHand(work, asking.childId)
    return opened
  })

async function open(work: Work, childId: string): Promise<Result<{ child: Child }, Hidden>> {
  const known = await openChild(work, childId, mayOpenHome)
  if (!known.ok) return known
  if (!work.actor.paperMeetingId) return refuse.notFound()
  work.about(work.actor.paperMeetingId)
  return ok({ child: known.value.child })
}
