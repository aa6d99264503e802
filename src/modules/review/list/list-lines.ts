import { audited } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Line, Review } from '../review.ts'
import {
  countUndrawn,
  drawSamples,
  findLines,
  findReviews,
  findReviewUnits,
  type ReviewUnit,
} from '../review-store.ts'

export type LineList = {
  units: readonly ReviewUnit[]
  lines: readonly Line[]
  reviews: readonly Review[]
  /** Weeks whose sample has not been drawn yet. */
  undrawn: number
}

/** What asks for a second look in the units whose log the person reviews: who, when and why, and no child. */
export function listLines(deps: Deps, asking: Asking): Promise<Result<LineList, Hidden | Misplaced>> {
  return audited(deps, 'review.list', asking, async (work): Promise<Result<LineList, Hidden>> => {
    const units = await findReviewUnits(work)
    if (units.length === 0) return refuse.notAllowed()
    const [lines, reviews, undrawn] = await Promise.all([
      findLines(work),
      findReviews(work),
      countUndrawn(work, units),
    ])
    return ok({ units, lines, reviews, undrawn })
  })
}

/** Draws the weeks that are over and have no sample yet. Once drawn it is the same for everybody. */
export function drawWeeks(deps: Deps, asking: Asking): Promise<Result<'drawn', Hidden | Misplaced>> {
  return audited(deps, 'review.draw', asking, async (work): Promise<Result<'drawn', Hidden>> => {
    const units = await findReviewUnits(work)
    if (units.length === 0) return refuse.notAllowed()
    await drawSamples(work, units, () => deps.randomBytes(16).toString('hex'))
    return ok('drawn')
  })
}
