import type { Work } from '#modules/audit'
import { type Asking, hashOf } from '#shared/asking.ts'
import { addDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { isRefused, type Organisation, refusals } from '../administration.ts'
import {
  addEmployment,
  addPerson,
  changeEmployment,
  endEmployment,
  listKeptUnits,
} from '../administration-store.ts'
import { asAdministrator } from '../administrator-access.ts'
import { readLines } from './csv.ts'
import { holdPeople, listKnown, moveUser, noteUser } from './import-store.ts'
import { type Plan, planOf, planText, type Step } from './plan.ts'
import { readRows } from './row.ts'

/** The file, what it would do, and what binds the two together. No file: it has not been chosen yet. */
export type Preview = { organisation: Organisation; file: string; plan: Plan; digest: string }

async function previewOf(work: Work, organisation: Organisation, file: string): Promise<Preview> {
  const { rows, faults } = readRows(readLines(file))
  const [units, people] = [await listKeptUnits(work, organisation.id), await listKnown(work, organisation.id)]
  const plan = planOf(rows, { units, people, today: work.today })
  const all = [...faults, ...plan.faults].sort((a, b) => a.line - b.line)
  return { organisation, file, plan: { ...plan, faults: all }, digest: hashOf(`${planText(plan)}\n${file}`) }
}

export const openImport = (deps: Deps, asking: Asking) =>
  asAdministrator(deps, 'organisation.open-import', asking, async (_, organisation) => ok(organisation))

/** What the file would do. Nothing is written. */
export const preview = (deps: Deps, asking: Asking, file: string) =>
  asAdministrator(deps, 'organisation.preview-import', asking, async (work, organisation) =>
    ok(await previewOf(work, organisation, file)),
  )

export const leavesAsIs = ({ steps }: Plan) => steps.every(({ kind }) => kind === 'same')

/**
 * Does what was read, and only that: what has become otherwise since is shown again. All of it or nothing. Sent twice, or
 * by two, there is nothing left to do the second time.
 */
export const takeFile = (deps: Deps, asking: Asking, file: string, digest: string) =>
  asAdministrator(
    deps,
    'organisation.import',
    asking,
    async (work, organisation): Promise<Result<void, Hidden | Declined<Preview, FieldErrors>>> => {
      await holdPeople(work, organisation.id)
      const now = await previewOf(work, organisation, file)
      if (now.plan.faults.length > 0) return refuse.invalid(now, {})
      if (leavesAsIs(now.plan)) return ok(undefined)
      if (now.digest !== digest) return refuse.conflict(now)
      for (const step of now.plan.steps) {
        const said = await take(work, organisation, step)
        if (said === 'ended') continue
        const text = isRefused(said) ? refusals[said] : 'Det gick inte att avsluta.'
        return refuse.invalid(now, { form: `Rad ${step.row.line}: ${text}` })
      }
      return ok(undefined)
    },
  )

/** One person. 'ended' is how the database says that it went well. */
async function take(work: Work, { id: organisationId }: Organisation, step: Step): Promise<string> {
  const { row, kind, known, unitId } = step
  const { title, phone, from = work.today, to, userName } = row
  if (kind === 'new') {
    const [id, personId] = [work.newId(), work.newId()]
    await addPerson(work, personId, row.given, row.family)
    await addEmployment(work, { id, personId, unitId, title, phone, from, to })
    await noteUser(work, { organisationId, engagementId: id, userName })
    return 'ended'
  }
  if (!known || kind === 'same') return 'ended'
  if (known.userName === undefined) await noteUser(work, { organisationId, engagementId: known.id, userName })
  if (kind === 'ended') return endEmployment(work, known.id, row.to ?? work.today)
  if (kind === 'moved') {
    const said = await endEmployment(work, known.id, addDays(work.today, -1))
    if (said !== 'ended') return said
  }
  if (kind === 'moved' || kind === 'back') {
    const id = work.newId()
    await addEmployment(work, { id, personId: known.personId, unitId, title, phone, from: work.today, to })
    await moveUser(work, organisationId, known.id, id)
  } else await changeEmployment(work, known.id, { title, phone })
  return 'ended'
}
