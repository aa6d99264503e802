import { type Act, audited, type Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import type { Result } from '#shared/result.ts'
import type { Employee, KeptUnit, Organisation } from './administration.ts'
import { findEmployee, findKeptUnit, findMyOrganisation } from './administration-store.ts'

/** For whoever administers an organisation, as the engagement they act for; hidden for everybody else. */
export const asAdministrator = <T, E extends { kind: string }>(
  deps: Deps,
  act: Act,
  asking: Asking,
  run: (work: Work, organisation: Organisation) => Promise<Result<T, E>>,
): Promise<Result<T, E | Hidden | Misplaced>> =>
  audited<T, E | Hidden>(deps, act, asking, async (work) => {
    const organisation = await findMyOrganisation(work)
    return organisation ? run(work, organisation) : refuse.notAllowed()
  })

/** The same, about one of the organisation's own units. */
export const aboutUnit = <T, E extends { kind: string }>(
  deps: Deps,
  act: Act,
  asking: Asking,
  unitId: string,
  run: (work: Work, unit: KeptUnit, organisation: Organisation) => Promise<Result<T, E>>,
) =>
  asAdministrator<T, E | Hidden>(deps, act, asking, async (work, organisation) => {
    work.about(unitId)
    const unit = await findKeptUnit(work, organisation.id, unitId)
    return unit ? run(work, unit, organisation) : refuse.notFound()
  })

/** The same, about one of those who work there. */
export const aboutEmployee = <T, E extends { kind: string }>(
  deps: Deps,
  act: Act,
  asking: Asking,
  engagementId: string,
  run: (work: Work, employee: Employee, organisation: Organisation) => Promise<Result<T, E>>,
) =>
  asAdministrator<T, E | Hidden>(deps, act, asking, async (work, organisation) => {
    work.about(engagementId)
    const employee = await findEmployee(work, organisation.id, engagementId)
    return employee ? run(work, employee, organisation) : refuse.notFound()
  })
