import { audited } from '#modules/audit'
import { openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayAnswer } from '../consent-policy.ts'
import { endLinkOnYes, findToldLinks } from '../link-told-store.ts'

/** The family takes back its yes to a link. From the next request on it opens nothing; what is over already stays so. */
export function takeLinkBack(
  deps: Deps,
  asking: AskingOfChild,
  itemId: string,
): Promise<Result<string, Hidden | Misplaced>> {
  return audited(deps, 'consent.take-link-back', asking, async (work): Promise<Result<string, Hidden>> => {
    const { childId } = asking
    const known = await openChild(work, childId, mayAnswer)
    if (!known.ok) return known
    const link = (await findToldLinks(work, childId)).find((one) => one.itemId === itemId)
    if (!link) return refuse.notFound()
    work.about(itemId)
    if (link.lives && !(await endLinkOnYes(work, childId, itemId))) return refuse.notAllowed()
    return ok(paths.sharing.whoSees.to({ childId }))
  })
}
