import { audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { MineOrEnds } from '../absence.form.ts'
import { type Absence, alreadyNoted, wrongWith } from '../absence.ts'
import { addAbsence, endAbsence, listAbsences, listStandIns } from '../absence-store.ts'

export type Mine = {
  /** Where the person acts, and is away from. */
  acting: string | undefined
  absences: readonly Absence[]
  standIns: readonly { id: string; name: string }[]
  today: Day
}

type At = { engagementId: string; mine: Mine }

async function mineOf(work: Work): Promise<Result<At, Hidden>> {
  const { engagementId, unitId } = work.actor
  if (!engagementId || !unitId) return refuse.notAllowed()
  const absences = await listAbsences(work, { engagementId })
  const standIns = (await listStandIns(work, unitId)).filter(({ id }) => id !== engagementId)
  return ok({ engagementId, mine: { acting: work.actor.acting, absences, standIns, today: work.today } })
}

export const openMine = (deps: Deps, asking: Asking): Promise<Result<Mine, Hidden | Misplaced>> =>
  audited(deps, 'absence.open-mine', asking, async (work): Promise<Result<Mine, Hidden>> => {
    const at = await mineOf(work)
    return at.ok ? ok(at.value.mine) : at
  })

/** I will be away from where I act now, or am back. */
export const noteMine = (deps: Deps, asking: Asking, input: MineOrEnds): Promise<Sent<Mine>> =>
  audited(deps, 'absence.note-mine', asking, async (work): Promise<Sent<Mine>> => {
    const at = await mineOf(work)
    if (!at.ok) return at
    const { engagementId, mine } = at.value
    if (!input.ok) return refuse.invalid(mine, input.error)
    const here = ok(paths.absence.mine.to({}))
    if ('ends' in input.value) {
      const { ends } = input.value
      if (mine.absences.some(({ id }) => id === ends)) await endAbsence(work, ends)
      return here
    }
    const { submission: id, from, to, standIn } = input.value
    const wrong = wrongWith({ from, to }, work.today)
    if (wrong) return refuse.invalid(mine, wrong)
    const named = mine.standIns.find((one) => one.id === standIn)?.id
    const noted = await addAbsence(work, { id, engagementId, from, to, standIn: named })
    return noted ? here : refuse.invalid(mine, { from: alreadyNoted })
  })
