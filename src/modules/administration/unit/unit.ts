import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { paths } from '#shared/paths.ts'
import { type Declined, type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Employee, type KeptUnit, type Organisation, savedMeanwhile } from '../administration.ts'
import {
  addUnit,
  changeUnit,
  closeUnit,
  findKeptUnit,
  isInUse,
  listEmployees,
  listMunicipalities,
  listWalls,
  oneAtATime,
} from '../administration-store.ts'
import { aboutUnit, asAdministrator } from '../administrator-access.ts'
import type { AddUnit, ChangeUnit } from './unit.form.ts'

export type UnitChoices = {
  organisation: Organisation
  walls: readonly { id: string; name: string }[]
  municipalities: readonly { code: string; name: string }[]
}
export type OpenUnit = { unit: KeptUnit; employees: readonly Employee[] }

type Sent<Now> = Result<string, Hidden | Declined<Now, FieldErrors>>

const choicesFor = async (work: Parameters<typeof listWalls>[0], organisation: Organisation) => ({
  organisation,
  walls: await listWalls(work, organisation.id),
  municipalities: await listMunicipalities(work),
})

export const openNewUnit = (deps: Deps, asking: Asking) =>
  asAdministrator(deps, 'organisation.open-new-unit', asking, async (work, organisation) =>
    ok(await choicesFor(work, organisation)),
  )

/** A unit within one of the organisation's own walls. */
export const sendNewUnit = (deps: Deps, asking: Asking, input: Result<AddUnit, FieldErrors>) =>
  asAdministrator(
    deps,
    'organisation.add-unit',
    asking,
    async (work, organisation): Promise<Sent<UnitChoices>> => {
      const choices = await choicesFor(work, organisation)
      if (!input.ok) return refuse.invalid(choices, input.error)
      const { submission: id, wall, kind, name, phone, municipality } = input.value
      if (!choices.walls.some((one) => one.id === wall)) return refuse.notFound()
      if (!choices.municipalities.some(({ code }) => code === municipality))
        return refuse.invalid(choices, { municipality: 'Välj kommun' })
      work.about(id)
      if (!(await findKeptUnit(work, organisation.id, id)))
        await addUnit(work, { id, wallId: wall, kind, name, phone, municipality })
      return ok(paths.organisation.unit.to({ unitId: id }))
    },
  )

const wholeUnit = async (
  work: Parameters<typeof listEmployees>[0],
  unit: KeptUnit,
  { id }: Organisation,
): Promise<OpenUnit> => ({ unit, employees: await listEmployees(work, id, unit.id) })

export const openUnit = (deps: Deps, asking: Asking, unitId: string) =>
  aboutUnit(deps, 'organisation.open-unit', asking, unitId, async (work, unit, organisation) =>
    ok(await wholeUnit(work, unit, organisation)),
  )

export const sendUnit = (
  deps: Deps,
  asking: Asking,
  unitId: string,
  input: Result<ChangeUnit, FieldErrors>,
) =>
  aboutUnit(
    deps,
    'organisation.change-unit',
    asking,
    unitId,
    async (work, unit, organisation): Promise<Sent<OpenUnit>> => {
      if (!input.ok) return refuse.invalid(await wholeUnit(work, unit, organisation), input.error)
      const { name, phone, wasName, wasPhone } = input.value
      await oneAtATime(work, unitId)
      const now = await findKeptUnit(work, organisation.id, unitId)
      if (!now) return refuse.notFound()
      if (savedMeanwhile([now.name, now.phone], [wasName, wasPhone], [name, phone]))
        return refuse.conflict(await wholeUnit(work, now, organisation))
      await changeUnit(work, unitId, name, phone)
      return ok(paths.organisation.unit.to({ unitId }))
    },
  )

export const openClosing = (deps: Deps, asking: Asking, unitId: string) =>
  aboutUnit(deps, 'organisation.open-close-unit', asking, unitId, async (_, unit) => ok(unit))

/** From today nobody can choose it. Whatever was written there keeps its name. */
export const sendClosing = (deps: Deps, asking: Asking, unitId: string) =>
  aboutUnit(deps, 'organisation.close-unit', asking, unitId, async (work, unit): Promise<Sent<KeptUnit>> => {
    if (unit.closedOn) return ok(paths.organisation.home.to({}))
    if (await isInUse(work, unitId))
      return refuse.invalid(unit, {
        form: 'Någon arbetar där, eller ansvarar för ett barn därifrån. Avsluta eller lämna över det först.',
      })
    await closeUnit(work, unitId)
    return ok(paths.organisation.home.to({}))
  })
