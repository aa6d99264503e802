import { audited } from '#modules/audit'
import { openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayLetIn } from '../consent-policy.ts'
import { type Overview, openOverview } from '../consents/consents.ts'
import type { LetInInput } from './let-in.form.ts'
import { letIn } from './let-in.ts'

type Let = Result<'in', Hidden | Misplaced | Declined<Overview, FieldErrors>>

/** Everybody has said yes to a unit: it gets its part, and somebody there whom the family meets. */
export function letUnitIn(
  deps: Deps,
  asking: AskingOfChild & { consentId: string },
  input: Result<LetInInput, FieldErrors>,
): Promise<Let> {
  return audited(deps, 'consent.let-in', asking, async (work): Promise<Let> => {
    const { childId, consentId } = asking
    const known = await openChild(work, childId, mayLetIn)
    if (!known.ok) return known
    work.about(consentId)
    const overview = await openOverview(work, childId)
    if (!overview.ok) return overview
    if (!input.ok) return refuse.invalid(overview.value, input.error)
    const { submission, unitId, part, contactEngagementId } = input.value
    const colleagues = overview.value.leads?.colleagues.get(unitId) ?? []
    if (colleagues.length > 0 && !colleagues.some((one) => one.engagementId === contactEngagementId))
      return refuse.invalid(overview.value, { [`contact-${unitId}`]: 'Välj vem familjen träffar där' })
    const done = await letIn(work, { childId, unitId, part, contactEngagementId, grantId: submission })
    if (!done) return refuse.conflict(overview.value)
    return ok('in')
  })
}
