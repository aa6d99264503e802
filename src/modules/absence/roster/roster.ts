import { type Act, audited, type Work } from '#modules/audit'
import { type Colleague, listColleagues } from '#modules/organisations'
import type { Asking } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { ClosedInput, ColleagueInput, EndsInput } from '../absence.form.ts'
import { type Absence, alreadyNoted, type Closed, wrongWith } from '../absence.ts'
import {
  addAbsence,
  addClosed,
  endAbsence,
  endClosed,
  findRoster,
  findWhoTakes,
  listAbsences,
  listClosed,
  listStandIns,
} from '../absence-store.ts'

type Unit = { id: string; name: string; choosesLeads: boolean }
export type Roster = {
  unit: Unit
  absences: readonly Absence[]
  closed: readonly Closed[]
  whoTakes: string | undefined
  today: Day
}
export type ColleagueForm = {
  unit: Unit
  colleagues: readonly Colleague[]
  standIns: readonly { id: string; name: string }[]
  today: Day
}

/** For whoever holds the unit's function, stands in, or administers it; hidden for everybody else. */
const aboutRoster = <T, E extends { kind: string }>(
  deps: Deps,
  act: Act,
  asking: Asking,
  unitId: string,
  run: (work: Work, unit: Unit) => Promise<Result<T, E>>,
): Promise<Result<T, E | Hidden | Misplaced>> =>
  audited<T, E | Hidden>(deps, act, asking, async (work) => {
    const unit = await findRoster(work, unitId)
    if (!unit) return refuse.notFound()
    work.about(unitId)
    return run(work, unit)
  })

const backTo = (unitId: string) => ok(paths.absence.unit.to({ unitId }))

async function rosterOf(work: Work, unit: Unit): Promise<Roster> {
  const { today } = work
  const [absences, closed, whoTakes] = await Promise.all([
    listAbsences(work, { unitId: unit.id }),
    listClosed(work, unit.id),
    findWhoTakes(work, unit.id, today),
  ])
  return { unit, absences, closed, whoTakes, today }
}

export const openRoster = (deps: Deps, asking: Asking, unitId: string) =>
  aboutRoster(deps, 'absence.show-unit', asking, unitId, async (work, unit) => ok(await rosterOf(work, unit)))

/** Somebody is back, or the unit is open again. */
export const endOne = (deps: Deps, asking: Asking, unitId: string, input: Result<EndsInput, FieldErrors>) =>
  aboutRoster(deps, 'absence.end', asking, unitId, async (work, unit): Promise<Sent<Roster>> => {
    const roster = await rosterOf(work, unit)
    if (!input.ok) return refuse.invalid(roster, input.error)
    const { ends } = input.value
    if (roster.absences.some(({ id }) => id === ends)) await endAbsence(work, ends)
    else await endClosed(work, ends, unitId)
    return backTo(unitId)
  })

async function colleagueForm(work: Work, unit: Unit): Promise<ColleagueForm> {
  const [colleagues, standIns] = await Promise.all([
    listColleagues(work, unit.id),
    listStandIns(work, unit.id),
  ])
  return { unit, colleagues, standIns, today: work.today }
}

export const openColleague = (deps: Deps, asking: Asking, unitId: string) =>
  aboutRoster(deps, 'absence.open-colleague', asking, unitId, async (work, unit) =>
    ok(await colleagueForm(work, unit)),
  )

/** Somebody fell ill and cannot write it in themselves. */
export const noteColleague = (
  deps: Deps,
  asking: Asking,
  unitId: string,
  input: Result<ColleagueInput, FieldErrors>,
) =>
  aboutRoster(
    deps,
    'absence.note-colleague',
    asking,
    unitId,
    async (work, unit): Promise<Sent<ColleagueForm>> => {
      const form = await colleagueForm(work, unit)
      if (!input.ok) return refuse.invalid(form, input.error)
      const { submission: id, who, from, to, standIn } = input.value
      if (!form.colleagues.some(({ engagementId }) => engagementId === who))
        return refuse.invalid(form, { who: 'Välj vem' })
      if (standIn === who) return refuse.invalid(form, { standIn: 'Välj någon annan som går in' })
      const wrong = wrongWith({ from, to }, work.today)
      if (wrong) return refuse.invalid(form, wrong)
      const named = form.standIns.find((one) => one.id === standIn)?.id
      const noted = await addAbsence(work, { id, engagementId: who, from, to, standIn: named })
      return noted ? backTo(unitId) : refuse.invalid(form, { from: alreadyNoted })
    },
  )

export type ClosedForm = Pick<Roster, 'unit' | 'whoTakes' | 'today'>
const closedForm = async (work: Work, unit: Unit): Promise<ClosedForm> => ({
  unit,
  whoTakes: await findWhoTakes(work, unit.id, work.today),
  today: work.today,
})

export const openClosed = (deps: Deps, asking: Asking, unitId: string) =>
  aboutRoster(deps, 'absence.open-closed', asking, unitId, async (work, unit) =>
    ok(await closedForm(work, unit)),
  )

const nobodyTakes = 'Er organisation har inte utsett någon som tar det som ingen annan har de dagarna.'

/** Nobody is there: the organisation's fallback has what the unit holds. Where there is none, it stays open. */
export const noteClosed = (
  deps: Deps,
  asking: Asking,
  unitId: string,
  input: Result<ClosedInput, FieldErrors>,
) =>
  aboutRoster(deps, 'absence.note-closed', asking, unitId, async (work, unit): Promise<Sent<ClosedForm>> => {
    const form = await closedForm(work, unit)
    if (!input.ok) return refuse.invalid(form, input.error)
    const { submission: id, from, to } = input.value
    const wrong = wrongWith({ from, to }, work.today)
    if (wrong) return refuse.invalid(form, wrong)
    if (!(await findWhoTakes(work, unitId, from))) return refuse.invalid(form, { form: nobodyTakes })
    const noted = await addClosed(work, { id, unitId, from, to })
    return noted ? backTo(unitId) : refuse.invalid(form, { from: alreadyNoted })
  })
