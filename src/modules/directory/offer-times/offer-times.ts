import { audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import { addDays, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { findUnit, writesEntry } from '../directory-store.ts'
import type { DirectoryUnit } from '../entry.ts'
import { mayOfferTimes } from '../entry-policy.ts'
import { addTime, findTimes, type OfferedTime, takeBackTime } from '../entry-store.ts'
import type { OfferTimesInput } from './offer-times.form.ts'

export type Offered = { unit: DirectoryUnit; times: readonly OfferedTime[] }

async function openUnit(work: Work, unitId: string): Promise<Result<Offered, Hidden>> {
  if (!mayOfferTimes({ writes: await writesEntry(work, unitId) })) return refuse.notAllowed()
  const unit = await findUnit(work, unitId)
  if (!unit) return refuse.notFound()
  work.about(unit.id)
  return ok({ unit, times: await findTimes(work, unit.id) })
}

export const openTimes = (
  deps: Deps,
  asking: Asking,
  unitId: string,
): Promise<Result<Offered, Hidden | Misplaced>> =>
  audited(deps, 'directory.open-times', asking, (work) => openUnit(work, unitId))

/** Offers a time to ask the unit, or takes one back. */
export function changeTimes(
  deps: Deps,
  asking: Asking,
  unitId: string,
  input: Result<OfferTimesInput, FieldErrors>,
): Promise<Result<'changed', Hidden | Misplaced | Declined<Offered, FieldErrors>>> {
  type Answer = Result<'changed', Hidden | Declined<Offered, FieldErrors>>
  return audited(deps, 'directory.change-times', asking, async (work): Promise<Answer> => {
    const opened = await openUnit(work, unitId)
    if (!opened.ok) return opened
    if (!input.ok) return refuse.invalid(opened.value, input.error)
    const asked = input.value
    if (asked.does === 'take-back') await takeBackTime(work, unitId, asked.id)
    else {
      const startsAt = swedishMoment(asked.day, asked.clock)
      if (startsAt <= work.at || asked.day > addDays(work.today, 366))
        return refuse.invalid(opened.value, { day: 'Välj en tid som inte har varit, inom ett år.' })
      await addTime(work, unitId, { id: asked.submission, startsAt, minutes: Number(asked.minutes) })
    }
    return ok('changed')
  })
}
