import { audited, unlogged } from '#modules/audit'
import {
  type Draft,
  findDraft,
  findLapsedKey,
  forgetDraft,
  isFormAddress,
  keepDraft,
  keepLapsedDraft,
  sealDraft,
  writtenTexts,
} from '#modules/drafts'
import { type Asking, familyEngagement } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Typed } from '#shared/form-reading.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'

/** Keeps what is written so far in a form. It is logged when it is opened and when it is sent, not for every pause. */
export async function saveDraft(deps: Deps, asking: Asking, form: string, typed: Typed) {
  if (!isFormAddress(form)) return 'not kept' as const
  return unlogged(deps, asking, async ({ work }) => {
    if (!work) return 'signed out' as const
    const isOld = asking.madeUnder !== (work.actor.engagementId ?? familyEngagement)
    return !isOld && (await keepDraft(work, form, typed)) ? work.at : ('not kept' as const)
  })
}

/** What was written in a form that has no page of its own. */
export function openDraft(
  deps: Deps,
  asking: Asking,
  form: string,
): Promise<Result<Draft, Hidden | Misplaced>> {
  return audited(deps, 'draft.show', asking, async (work): Promise<Result<Draft, Hidden>> => {
    const draft = await findDraft(work, { address: form, continued: true })
    return draft ? ok(draft) : refuse.notFound()
  })
}

export function discardDraft(deps: Deps, asking: Asking, form: string) {
  return audited(deps, 'draft.discard', asking, async (work) => {
    work.atLast(forgetDraft(work, form))
    return ok('discarded' as const)
  })
}

/** What somebody wrote when the session had run out, sealed for that person for a day. False: not kept. */
export async function keepWritten(
  deps: Deps,
  { session, ...asking }: Asking,
  form: string,
  typed: Typed,
): Promise<boolean> {
  if (!isFormAddress(form) || writtenTexts(typed).length === 0) return false
  return unlogged(deps, { session, ...asking }, async ({ trx, at }) => {
    const found = await findLapsedKey(trx, session, at)
    if (!found) return false
    const box = await deps.vault.boxWith(found.personId, found.key)
    await keepLapsedDraft(trx, session, at, form, sealDraft(box, form, typed))
    return true
  })
}
