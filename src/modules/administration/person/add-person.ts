import type { Work } from '#modules/audit'
import { type Asking, hashOf } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { paths } from '#shared/paths.ts'
import { type Declined, type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Employee, invitationDays, type KeptUnit, type Organisation } from '../administration.ts'
import { addEmployment, addPerson, findEmployee, listKeptUnits } from '../administration-store.ts'
import { aboutEmployee, aboutUnit } from '../administrator-access.ts'
import { addInvitation } from '../proposal-store.ts'
import type { AddEmployment, AddPerson } from './person.form.ts'

type Sent<Now> = Result<string, Hidden | Declined<Now, FieldErrors>>

const dayMs = 86_400_000

/** What stands in the link. It lies nowhere: whoever has the application's key can work it out, and nobody else. */
export const codeOf = ({ keys }: Pick<Deps, 'keys'>, invitationId: string): string =>
  keys.hash('invitation', invitationId).toString('base64url')

export async function invite(deps: Deps, work: Work, organisation: Organisation, engagementId: string) {
  const id = work.newId()
  await addInvitation(work, {
    id,
    organisationId: organisation.id,
    engagementId,
    codeHash: hashOf(codeOf(deps, id)),
    expiresAt: new Date(work.at.getTime() + invitationDays * dayMs),
  })
}

export const openNewPerson = (deps: Deps, asking: Asking, unitId: string) =>
  aboutUnit(deps, 'organisation.open-new-person', asking, unitId, async (work, unit) =>
    unit.closedOn ? refuse.notFound() : ok({ unit, today: work.today }),
  )

export type NewPerson = { unit: KeptUnit; today: string }

/** Somebody new, and a link to give by hand. Sent twice it is one person. */
export const sendNewPerson = (
  deps: Deps,
  asking: Asking,
  unitId: string,
  input: Result<AddPerson, FieldErrors>,
) =>
  aboutUnit(
    deps,
    'organisation.add-person',
    asking,
    unitId,
    async (work, unit, organisation): Promise<Sent<NewPerson>> => {
      if (unit.closedOn) return refuse.notFound()
      if (!input.ok) return refuse.invalid({ unit, today: work.today }, input.error)
      const { submission: id, given, family, ...employment } = input.value
      if (!(await findEmployee(work, organisation.id, id))) {
        const personId = work.newId()
        await addPerson(work, personId, given, family)
        await addEmployment(work, { ...employment, id, personId, unitId })
        await invite(deps, work, organisation, id)
      }
      work.about(id)
      return ok(paths.organisation.person.to({ engagementId: id }))
    },
  )

export type NewEmployment = { employee: Employee; units: readonly KeptUnit[]; today: string }

async function employmentFor(work: Work, employee: Employee, { id }: Organisation): Promise<NewEmployment> {
  const units = await listKeptUnits(work, id)
  return { employee, units: units.filter(({ closedOn }) => !closedOn), today: work.today }
}

export const openEmployment = (deps: Deps, asking: Asking, engagementId: string) =>
  aboutEmployee(
    deps,
    'organisation.open-new-employment',
    asking,
    engagementId,
    async (work, employee, organisation) => ok(await employmentFor(work, employee, organisation)),
  )

/** One who works here already works in another unit too. */
export const sendEmployment = (
  deps: Deps,
  asking: Asking,
  engagementId: string,
  input: Result<AddEmployment, FieldErrors>,
) =>
  aboutEmployee(
    deps,
    'organisation.add-employment',
    asking,
    engagementId,
    async (work, employee, organisation): Promise<Sent<NewEmployment>> => {
      const now = await employmentFor(work, employee, organisation)
      if (!input.ok) return refuse.invalid(now, input.error)
      const { submission: id, unit, ...employment } = input.value
      if (!now.units.some((one) => one.id === unit)) return refuse.invalid(now, { unit: 'Välj verksamhet' })
      if (!(await findEmployee(work, organisation.id, id)))
        await addEmployment(work, { ...employment, id, personId: employee.personId, unitId: unit })
      work.about(id)
      return ok(paths.organisation.person.to({ engagementId: id }))
    },
  )
