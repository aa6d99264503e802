import { audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Line, Review } from '../review.ts'
import {
  addReview,
  type Event,
  findChildName,
  findEvents,
  findLines,
  findReason,
  findReviews,
  type Reason,
} from '../review-store.ts'
import { harmMissing, type ReviewInput } from './review-line.form.ts'

/** A line that is opened: what was done, whom it was about, and what the person has said of it. */
export type OpenLine = {
  line: Line
  childName: string | undefined
  events: readonly Event[]
  reason: Reason | undefined
}
/** What a colleague has found meanwhile. */
export type Found = { found: Review }

type Opened = Result<OpenLine, Hidden>

async function readLine(work: Work, lineId: string): Promise<Opened> {
  work.about(lineId)
  const [line] = await findLines(work, lineId)
  return line ? ok(await readWhole(work, line)) : refuse.notFound()
}

async function readWhole(work: Work, line: Line): Promise<OpenLine> {
  const { childId } = line
  const [childName, events, reason] = await Promise.all([
    childId && findChildName(work, childId),
    findEvents(work, line),
    findReason(work, line),
  ])
  if (childId) work.shown([childId])
  return { line, childName: childName || undefined, events, reason }
}

export const openLine = (
  deps: Deps,
  asking: Asking,
  lineId: string,
): Promise<Result<OpenLine, Hidden | Misplaced>> =>
  audited(deps, 'review.open-line', asking, (work) => readLine(work, lineId))

type Sent = Result<'reviewed', Hidden | Declined<OpenLine | Found, FieldErrors>>

/** Keeps what the reviewer found. Nobody reviews what they have done themselves: such a line is not theirs to find. */
export function reviewLine(
  deps: Deps,
  asking: Asking,
  lineId: string,
  input: Result<ReviewInput, FieldErrors>,
): Promise<Result<'reviewed', Hidden | Misplaced | Declined<OpenLine | Found, FieldErrors>>> {
  return audited(deps, 'review.decide', asking, async (work): Promise<Sent> => {
    const earlier = await findReviews(work, lineId)
    if (input.ok && earlier.some(({ id }) => id === input.value.submission)) return ok('reviewed')
    const opened = await readLine(work, lineId)
    const [found] = earlier
    if (!opened.ok) return found ? refuse.conflict({ found }) : opened
    if (!input.ok) return refuse.invalid(opened.value, input.error)
    const { line } = opened.value
    const { submission, outcome, words, harms } = input.value
    const isEmergency = line.rules.includes('break_glass')
    if (isEmergency && !harms) return refuse.invalid(opened.value, harmMissing)
    await addReview(work, {
      id: submission,
      line,
      outcome,
      words,
      harms: isEmergency ? harms === 'yes' : undefined,
    })
    return ok('reviewed')
  })
}
