import { audited, type Work } from '#modules/audit'
import { type Child, openChild, type Standing, veilWhatLeaves } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type PartToReview, type ToReview, withoutBarred } from '../extract.ts'
import { mayReviewExtract } from '../extract-policy.ts'
import { answerExtract, findBarred, findToReview } from '../extract-store.ts'
import { findParts } from '../parts-store.ts'
import { readChoices } from './review-extract.form.ts'

export type ExtractReview = { child: Child; extract: ToReview; parts: readonly PartToReview[] }

export const openReview = (
  deps: Deps,
  asking: AskingOfChild,
  requestId: string,
): Promise<Result<ExtractReview, Hidden | Misplaced>> =>
  audited(deps, 'extract.open-review', asking, (work) =>
    find(deps, work, asking.childId, requestId, mayReviewExtract),
  )

async function find(
  deps: Deps,
  work: Work,
  childId: string,
  requestId: string,
  may: (standing: Standing) => boolean,
): Promise<Result<ExtractReview, Hidden>> {
  const known = await openChild(work, childId, may)
  if (!known.ok) return known
  const extract = await findToReview(work, childId, requestId)
  if (!extract) return refuse.notFound()
  work.about(requestId)
  const barred = await findBarred(work, childId, extract.askedBy)
  // What leaves must not tell where a protected child is, so it is read as it may leave.
  await veilWhatLeaves(work, childId)
  const parts = extract.isAnswered ? [] : await findParts(deps, work, childId, requestId)
  return ok({ child: known.value.child, extract, parts: parts.map(barredBy(barred)) })
}

/** What the unit itself has barred, or reads of as it carries the matter, it sees without a choice. */
const barredBy =
  (barred: ReadonlySet<string>) =>
  (part: PartToReview): PartToReview => ({
    ...part,
    isBarred: part.isBarred || withoutBarred([part], barred).length === 0,
  })

/** What is chosen is given as it reads now. */
export const answerReview = (
  deps: Deps,
  asking: AskingOfChild,
  requestId: string,
  form: ReadForm,
): Promise<Sent<ExtractReview>> =>
  audited(deps, 'extract.answer', asking, async (work): Promise<Sent<ExtractReview>> => {
    const { childId } = asking
    const now = await find(deps, work, childId, requestId, mayReviewExtract)
    if (!now.ok) return now
    const { extract } = now.value
    if (extract.isAnswered) return refuse.conflict(now.value)
    const parts = now.value.parts.filter(({ isBarred }) => !isBarred)
    const chosen = readChoices(form, parts)
    if (!chosen.ok) return refuse.invalid(now.value, chosen.error)
    const given = parts
      .filter(({ id }) => chosen.value.given.has(id))
      .map(({ isAboutOther: _, isBarred: __, ...part }) => part)
    const answered = await answerExtract(work, { childId, requestId, given, held: chosen.value.held })
    return answered ? ok(paths.tasks.to({})) : refuse.conflict(now.value)
  })
