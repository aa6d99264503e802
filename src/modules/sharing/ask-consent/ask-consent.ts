import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { addBar } from '#modules/family'
import { currentConsentText } from '#modules/knowledge'
import { findUnit, type Unit } from '#modules/organisations'
import { finishTasks } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import { addDays, addMonths, type Day, swedishMoment } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { WheelArea } from '#shared/schema.ts'
import { type Stage, stageOf } from '../consent.ts'
import { mayAsk } from '../consent-policy.ts'
import { addConsent, findGatheredAreas, findGuardians } from '../consent-store.ts'
import type { GuardianOfChild, Sheet } from '../sheet.ts'
import { findSheets } from '../sheet-store.ts'
import { listAskable } from '../units-access.ts'
import type { AskInput } from './ask-consent.form.ts'

/** What the question stands on. */
export type AskForm = {
  child: Child
  stage: Stage
  matterId: string
  /** What was taken up in the wheel: what there is to tell about. */
  gathered: readonly WheelArea[]
  guardians: readonly GuardianOfChild[]
  /** Near the child; all of the county's when they were asked for. */
  units: readonly Unit[]
  all: boolean
  /** The question that is asked anew, and what it said. */
  earlier: Sheet | undefined
  today: Day
  /** Half a year, which is proposed. */
  proposedDay: Day
}

type Opened = Result<AskForm, Hidden | Misplaced>

/** What the address asks for: all of the county's units, and the question that is asked anew. */
export type Wanted = { all: boolean; earlier: string | undefined }

export const openAsk = (deps: Deps, asking: AskingOfChild, wanted: Wanted): Promise<Opened> =>
  audited(deps, 'consent.open-form', asking, (work) => openForm(work, asking.childId, wanted))

async function openForm(work: Work, childId: string, wanted: Wanted): Promise<Result<AskForm, Hidden>> {
  const { today, actor } = work
  const known = await openChild(work, childId, mayAsk)
  if (!known.ok) return known
  const { child, standing } = known.value
  const matterId = standing.matterId ?? ''
  const own = actor.unitId ? await findUnit(work, actor.unitId) : undefined
  const [earlier] = wanted.earlier ? await findSheets(work, childId, wanted.earlier) : []
  const near = wanted.all || earlier || !own?.municipality ? undefined : [own.municipality]
  const [gathered, guardians, here] = await Promise.all([
    findGatheredAreas(work, childId, matterId),
    findGuardians(work, childId, matterId),
    listAskable(work, near),
  ])
  // Where nobody near has begun, the rest of the county is asked about at once.
  const all = near === undefined || here.length === 0
  return ok({
    child,
    stage: stageOf(child, today),
    matterId,
    gathered,
    guardians,
    units: all && near ? await listAskable(work) : here,
    all,
    earlier,
    today,
    proposedDay: addMonths(today, 6),
  })
}

/** Asks the family, on one sheet. Each signer finds it on their own page; each unit waits for its own yes. */
export function askConsent(
  deps: Deps,
  asking: AskingOfChild,
  wanted: Wanted,
  read: (form: AskForm) => Result<AskInput, FieldErrors>,
): Promise<Sent<AskForm>> {
  return audited(deps, 'consent.ask', asking, async (work): Promise<Sent<AskForm>> => {
    const form = await openForm(work, asking.childId, wanted)
    if (!form.ok) return form
    const input = read(form.value)
    if (!input.ok) return refuse.invalid(form.value, input.error)

    const { submission, lastDay, ...asked } = input.value
    work.about(submission)
    const added = await addConsent(work, {
      ...asked,
      id: submission,
      childId: asking.childId,
      matterId: form.value.matterId,
      textVersion: currentConsentText.version,
      validTo: swedishMoment(addDays(lastDay, 1), '00:00'),
    })
    if (added) {
      await hideFromTheOther(work, asking.childId, asked)
      await finishTasks(work, { childId: asking.childId, kinds: ['ask_consent'] })
    }
    return ok(paths.sharing.consents.to(asking))
  })
}

/** In a shelter the one who is there decides alone, and the other must not learn from this where the child gets help. */
async function hideFromTheOther(
  work: Work,
  childId: string,
  { basis, lines }: Pick<AskInput, 'basis' | 'lines'>,
): Promise<void> {
  const { exceptions, why } = basis
  if (!why) return
  for (const { personId } of exceptions.filter(({ kind }) => kind === 'protected_housing'))
    for (const { unitId } of lines) await addBar(work, { childId, personId, thingId: unitId, why })
}
