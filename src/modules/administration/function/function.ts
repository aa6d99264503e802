import type { Work } from '#modules/audit'
import type { Asking } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { paths } from '#shared/paths.ts'
import { type Declined, type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { AuthorityFunctionKind } from '#shared/schema.ts'
import {
  type Employee,
  isRefused,
  kindsAt,
  type Organisation,
  type Proposal,
  refusals,
} from '../administration.ts'
import { listEmployees, listFunctions } from '../administration-store.ts'
import { aboutEmployee, aboutUnit, asAdministrator } from '../administrator-access.ts'
import { addProposal, clashes, decideProposal, listProposals } from '../proposal-store.ts'
import type { OpenUnit } from '../unit/unit.ts'
import type { Answer, PersonFunctionInput, UnitFunctionInput } from './function.form.ts'

type Sent<Now> = Result<string, Hidden | Declined<Now, FieldErrors>>
const done = () => ok(paths.organisation.home.to({}))
const isSent = async (work: Work, id: string) => (await listProposals(work, id)).length > 0

export const openUnitFunction = (deps: Deps, asking: Asking, unitId: string) =>
  aboutUnit(deps, 'organisation.open-function', asking, unitId, async (work, unit, { id }) =>
    ok({ unit, employees: await listEmployees(work, id, unitId) }),
  )

/** Proposes who holds a function of the unit and who steps in. Nothing changes until another has said yes. */
export const proposeForUnit = (
  deps: Deps,
  asking: Asking,
  unitId: string,
  input: Result<UnitFunctionInput, FieldErrors>,
) =>
  aboutUnit(
    deps,
    'organisation.propose-function',
    asking,
    unitId,
    async (work, unit, { id: organisationId }): Promise<Sent<OpenUnit>> => {
      const employees = await listEmployees(work, organisationId, unitId)
      if (!input.ok) return refuse.invalid({ unit, employees }, input.error)
      const { submission: id, kind, holder, standIn } = input.value
      const works = (one: string) => employees.some((employee) => employee.id === one)
      if (!works(holder)) return refuse.invalid({ unit, employees }, { holder: 'Välj vem' })
      if (!works(standIn)) return refuse.invalid({ unit, employees }, { standIn: 'Välj vem som går in' })
      if (await clashes(work, { kind, holder, standIn }))
        return refuse.invalid({ unit, employees }, { holder: refusals.clash })
      if (!(await isSent(work, id)))
        await addProposal(work, { id, organisationId, unitId, kind, holder, standIn, ends: false })
      return done()
    },
  )

export type PersonFunction = {
  employee: Employee
  kinds: readonly AuthorityFunctionKind[]
  has: readonly AuthorityFunctionKind[]
}

async function functionOf(
  work: Work,
  employee: Employee,
  organisation: Organisation,
): Promise<PersonFunction> {
  const functions = await listFunctions(work, organisation.id)
  const has = functions.filter(({ engagementId }) => engagementId === employee.id).map(({ kind }) => kind)
  return { employee, kinds: kindsAt(organisation), has }
}

export const openPersonFunction = (deps: Deps, asking: Asking, engagementId: string) =>
  aboutEmployee(
    deps,
    'organisation.open-function',
    asking,
    engagementId,
    async (work, employee, organisation) => ok(await functionOf(work, employee, organisation)),
  )

/** Proposes that somebody gets a function of the organisation, or leaves the one they have. */
export const proposeForPerson = (
  deps: Deps,
  asking: Asking,
  engagementId: string,
  input: Result<PersonFunctionInput, FieldErrors>,
) =>
  aboutEmployee(
    deps,
    'organisation.propose-function',
    asking,
    engagementId,
    async (work, employee, organisation): Promise<Sent<PersonFunction>> => {
      const now = await functionOf(work, employee, organisation)
      if (!input.ok) return refuse.invalid(now, input.error)
      const { submission: id, kind } = input.value
      if (!now.kinds.includes(kind)) return refuse.notFound()
      const ends = now.has.includes(kind)
      if (!ends && (await clashes(work, { kind, holder: engagementId })))
        return refuse.invalid(now, { kind: refusals.clash })
      if (!(await isSent(work, id)))
        await addProposal(work, {
          id,
          organisationId: organisation.id,
          kind,
          holder: engagementId,
          ends,
        })
      return done()
    },
  )

const findProposal = async (work: Work, id: string): Promise<Result<Proposal, Hidden>> => {
  work.about(id)
  const [proposal] = await listProposals(work, id)
  return proposal ? ok(proposal) : refuse.notFound()
}

export const openProposal = (deps: Deps, asking: Asking, id: string) =>
  asAdministrator(deps, 'organisation.open-proposal', asking, (work) => findProposal(work, id))

/** Another administrator than the one who proposed it says yes; either of them says no. */
export const decide = (deps: Deps, asking: Asking, id: string, input: Result<Answer, FieldErrors>) =>
  asAdministrator(deps, 'organisation.decide-function', asking, async (work): Promise<Sent<Proposal>> => {
    const found = await findProposal(work, id)
    if (!found.ok) return found
    if (!input.ok) return refuse.invalid(found.value, input.error)
    const said = await decideProposal(work, id, input.value.answer === 'yes')
    if (isRefused(said)) return refuse.invalid(found.value, { form: refusals[said] })
    return said === 'decided' ? done() : refuse.notFound()
  })
