import type { Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import { addDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { paths } from '#shared/paths.ts'
import { type Declined, type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { AuthorityFunctionKind } from '#shared/schema.ts'
import { type Employee, isRefused, type Organisation, refusals, savedMeanwhile } from '../administration.ts'
import {
  changeEmployment,
  endEmployment,
  findEmployee,
  listFunctions,
  oneAtATime,
} from '../administration-store.ts'
import { aboutEmployee } from '../administrator-access.ts'
import { findInvitation } from '../proposal-store.ts'
import { codeOf, invite } from './add-person.ts'
import type { ChangePerson, EndPerson } from './person.form.ts'

export type OpenPerson = {
  employee: Employee
  hasEnded: boolean
  has: readonly AuthorityFunctionKind[]
  /** To give by hand; undefined when it has been used, or is too old. */
  link: { address: string; until: Date } | undefined
  /** Has never signed in by an invitation: a new link can be made. */
  waits: boolean
}

type Sent<Now> = Result<string, Hidden | Declined<Now, FieldErrors>>

async function whole(
  deps: Deps,
  work: Work,
  employee: Employee,
  organisation: Organisation,
): Promise<OpenPerson> {
  const { invited, used, open } = await findInvitation(work, employee.id)
  const functions = await listFunctions(work, organisation.id)
  const query = open && new URLSearchParams({ kod: codeOf(deps, open.id) })
  return {
    employee,
    hasEnded: employee.to !== undefined && employee.to < work.today,
    has: functions.filter(({ engagementId }) => engagementId === employee.id).map(({ kind }) => kind),
    link:
      open && !used ? { address: `${paths.invitation.to({})}?${query}`, until: open.expiresAt } : undefined,
    waits: invited && !used,
  }
}

export const openPerson = (deps: Deps, asking: Asking, engagementId: string) =>
  aboutEmployee(
    deps,
    'organisation.open-person',
    asking,
    engagementId,
    async (work, employee, organisation) => ok(await whole(deps, work, employee, organisation)),
  )

/** Title and number, and a new link for whoever has not come in yet. */
export const sendPerson = (
  deps: Deps,
  asking: Asking,
  engagementId: string,
  input: Result<ChangePerson, FieldErrors>,
) =>
  aboutEmployee(
    deps,
    'organisation.change-person',
    asking,
    engagementId,
    async (work, employee, organisation): Promise<Sent<OpenPerson>> => {
      const now = await whole(deps, work, employee, organisation)
      if (now.hasEnded) return refuse.notFound()
      if (!input.ok) return refuse.invalid(now, input.error)
      const { title, phone, wasTitle, wasPhone } = input.value
      await oneAtATime(work, engagementId)
      const saved = await findEmployee(work, organisation.id, engagementId)
      if (!saved) return refuse.notFound()
      if (savedMeanwhile([saved.title, saved.phone], [wasTitle, wasPhone], [title, phone]))
        return refuse.conflict({ ...now, employee: saved })
      await changeEmployment(work, engagementId, { title, phone })
      if (input.value.link && now.waits) await invite(deps, work, organisation, engagementId)
      return ok(paths.organisation.person.to({ engagementId }))
    },
  )

export const openEnd = (deps: Deps, asking: Asking, engagementId: string) =>
  aboutEmployee(deps, 'organisation.open-end-person', asking, engagementId, async (_, employee) =>
    ok(employee),
  )

/** Ends at once, or with a day to come. What the person held is held by the function of the unit. */
export const sendEnd = (
  deps: Deps,
  asking: Asking,
  engagementId: string,
  input: Result<EndPerson, FieldErrors>,
) =>
  aboutEmployee(
    deps,
    'organisation.end-person',
    asking,
    engagementId,
    async (work, employee): Promise<Sent<Employee>> => {
      if (!input.ok) return refuse.invalid(employee, input.error)
      const { when, day } = input.value
      const last = when === 'later' && day ? day : addDays(work.today, -1)
      const said = await endEmployment(work, engagementId, last)
      if (isRefused(said)) return refuse.invalid(employee, { form: refusals[said] })
      if (said !== 'ended') return refuse.notFound()
      return ok(
        engagementId === work.actor.engagementId
          ? paths.tasks.to({})
          : paths.organisation.unit.to({ unitId: employee.unitId }),
      )
    },
  )
