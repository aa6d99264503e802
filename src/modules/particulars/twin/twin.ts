import { audited, type Work } from '#modules/audit'
import { lookAtOne, openChild } from '#modules/children'
import {
  type Bar,
  barAlso,
  type Guardian,
  type ImportantAdult,
  isOfTheWhole,
  listBars,
  listGuardians,
  listImportantAdults,
} from '#modules/family'
import { markOfFamily, protectNewborn } from '#modules/protection'
import { mayDecide } from '#modules/responsibility'
import { findStatements, type Spoken } from '#modules/wheel'
import type { AskingOfChild } from '#shared/asking.ts'
import { addWorkingDays } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayHaveTwin } from '../birth.ts'
import { addTwin } from '../birth-store.ts'
import { type Dated, withDays } from '../days.ts'
import { sayAlso } from '../said-store.ts'
import type { TwinInput } from './twin.form.ts'

export type TwinForm = {
  child: Dated
  /** The child, or one of its guardians. */
  isProtected: boolean
  /** Without those who must not know of the first child. */
  guardians: readonly Guardian[]
  /** What may be said of this child too: written here, and barred for nobody. */
  said: readonly Spoken[]
  /** What somebody must not see follows at once. */
  bars: readonly Bar[]
  adults: readonly ImportantAdult[]
}

export const openTwin = (deps: Deps, asking: AskingOfChild): Promise<Result<TwinForm, Hidden | Misplaced>> =>
  audited(deps, 'particulars.open-twin', asking, (work) => formOf(work, asking))

async function formOf(work: Work, { childId }: AskingOfChild): Promise<Result<TwinForm, Hidden>> {
  const known = await openChild(work, childId, mayDecide)
  if (!known.ok) return known
  const child = await withDays(work, known.value.child)
  if (!child || !mayHaveTwin(child, work.today)) return refuse.notAllowed()
  const [guardians, bars, statements, adults] = await Promise.all([
    listGuardians(work, childId),
    listBars(work, childId),
    findStatements(work, childId),
    listImportantAdults(work, childId),
  ])
  const mustNotKnow = bars.filter(({ thingId }) => thingId === undefined).map(({ personId }) => personId)
  const barred = bars.map(({ thingId }) => thingId)
  return ok({
    child,
    isProtected: [child, ...guardians].some(({ person }) => person.kind === 'protected'),
    guardians: guardians.filter(({ personId }) => !mustNotKnow.includes(personId)),
    said: statements.filter(
      ({ ours, speaker, itemId }) => ours && speaker.voice !== 'child' && !barred.includes(itemId),
    ),
    bars: bars.filter(isOfTheWhole),
    adults,
  })
}

/** One more child was born: a child of its own, of whom is written only what somebody has chosen. Sent twice it is once. */
export const twin = (
  deps: Deps,
  asking: AskingOfChild,
  input: Result<TwinInput, FieldErrors>,
): Promise<Sent<TwinForm>> =>
  audited(deps, 'particulars.add-twin', asking, async (work): Promise<Sent<TwinForm>> => {
    const form = await formOf(work, asking)
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { submission: twinId, custody, said, ...name } = input.value
    const { child, isProtected, guardians, bars, adults } = form.value
    const chosen = idsOf(guardians).filter((id) => custody.includes(id))
    const matterId = work.newId()
    const due = addWorkingDays(work.today, 2)
    const mark = isProtected ? await markOfFamily(work, child.id, idsOf(guardians)) : undefined
    const shown = mark ? { givenName: '', familyName: '' } : name
    const added = await addTwin(work, { childId: child.id, twinId, matterId, custody: chosen, due, ...shown })
    await lookAtOne(work, twinId)
    const identity = { ...name, bornOn: child.bornOn, expectedOn: undefined }
    if (added && mark && !(await protectNewborn(work, twinId, mark, identity))) return refuse.notAllowed()
    if (!added) {
      const there = await openChild(work, twinId, mayDecide)
      if (!there.ok) return there
    }
    work.about(twinId)
    work.shown([twinId])
    const isChosen = ({ itemId, speaker }: Spoken) =>
      said.includes(itemId) && (speaker.voice !== 'guardian' || chosen.some((id) => id === speaker.personId))
    if (added) {
      await barAlso(work, twinId, bars)
      await sayAlso(work, { childId: twinId, matterId }, form.value.said.filter(isChosen), adults)
    }
    await lookAtOne(work, asking.childId)
    return ok(paths.child.to({ childId: twinId }))
  })

const idsOf = (guardians: readonly Guardian[]) => guardians.map(({ personId }) => personId)
