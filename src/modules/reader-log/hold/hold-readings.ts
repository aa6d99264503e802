import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, addMonths, addWorkingDays, type Day, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { addHold, endHold, listHolds } from '../hold-store.ts'
import { mayAnswerForUnit } from '../reader-log-policy.ts'
import { findUnitLines } from '../reader-log-store.ts'
import type { Hold, Line } from '../reading.ts'
import { type HoldInput, keepField } from './hold-readings.form.ts'

/** How far back the page shows what the unit has read, and how long something may be held back before one thinks again. */
const shownDays = 60
const longestMonths = 12

export type HoldForm = {
  child: Child
  lines: readonly Line[]
  holds: readonly Hold[]
  today: Day
}

export const openHolds = (deps: Deps, asking: AskingOfChild): Promise<Result<HoldForm, Hidden | Misplaced>> =>
  audited(deps, 'reader-log.open-holds', asking, (work) => openForm(work, asking.childId))

async function openForm(work: Work, childId: string): Promise<Result<HoldForm, Hidden>> {
  const known = await openChild(work, childId, mayAnswerForUnit)
  if (!known.ok) return known
  const { today } = work
  const [lines, holds] = await Promise.all([
    findUnitLines(work, childId, addDays(today, -shownDays), today),
    listHolds(work, childId),
  ])
  return ok({ child: known.value.child, lines, holds, today })
}

/** Holds back, shows again, or goes on holding back after having thought again. */
export const holdReadings = (
  deps: Deps,
  asking: AskingOfChild,
  input: Result<HoldInput, FieldErrors>,
): Promise<Sent<HoldForm>> =>
  audited(deps, 'reader-log.hold', asking, async (work): Promise<Sent<HoldForm>> => {
    const { childId } = asking
    const form = await openForm(work, childId)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const errors = await change(work, form.value, input.value)
    return errors ? refuse.invalid(form.value, errors) : ok(paths.readerLog.hold.to({ childId }))
  })

async function change(work: Work, form: HoldForm, input: HoldInput): Promise<FieldErrors | undefined> {
  const childId = form.child.id
  if (input.act === 'end') {
    work.about(input.end)
    await endHold(work, childId, input.end)
    return undefined
  }
  const field = input.act === 'add' ? 'again' : keepField(input.keep)
  const wrong = wrongDay(work.today, input.again)
  if (wrong) return { [field]: wrong }
  if (input.act === 'add') {
    const { submission: id, from, to, ground, why, again } = input
    if (form.holds.some((one) => one.id !== id && one.from === from && one.to === to))
      return { from: 'De dagarna syns redan inte. Det står högst upp på sidan, och där kan du ändra det.' }
    await hold(work, childId, { id, from, to, ground, why, reconsiderOn: again })
    return undefined
  }
  const old = form.holds.find(({ id }) => id === input.keep)
  if (old && (await endHold(work, childId, old.id)))
    await hold(work, childId, { ...old, id: work.newId(), reconsiderOn: input.again })
  return undefined
}

function wrongDay(today: Day, again: Day): string | undefined {
  if (again <= today) return 'Välj en dag som inte har varit än'
  return again > addMonths(today, longestMonths) ? 'Välj en dag inom ett år' : undefined
}

async function hold(work: Work, childId: string, wanted: Hold): Promise<void> {
  work.about(wanted.id)
  const escalatesAt = swedishMoment(addWorkingDays(wanted.reconsiderOn, 1), '07:00')
  await addHold(work, childId, wanted, escalatesAt)
}
