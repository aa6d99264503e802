import { audited, type Work } from '#modules/audit'
import { type Child, isTold, openChild } from '#modules/children'
import { type Colleague, listColleagues } from '#modules/organisations'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden as HiddenPage, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Hidden, Mark, Member, Somebody } from '../protection.ts'
import { mayMark, maySeeMark } from '../protection-policy.ts'
import { listFamily, listMarks, listMembers, whoMayBeTold } from '../protection-store.ts'
import { findHidden, markProtected, noteGrownDay } from '../sealed-store.ts'
import { type MarkInput, theChild } from './mark.form.ts'

export type Shield = {
  child: Child
  today: Day
  marks: readonly Mark[]
  members: readonly Member[]
  family: readonly Somebody[]
  /** Notes that a mark has come. */
  marksHere: boolean
  /** Is one of those who are told who and where. */
  told: boolean
  /** Whom the group can let know: colleagues in the unit, chosen by two administrators. */
  colleagues: readonly Colleague[]
  /** What lies sealed, when the group has asked to see it, by mark. */
  sealed: ReadonlyMap<string, Hidden> | undefined
}
type Opened = Result<Shield, HiddenPage | Misplaced>

export const openShield = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'protection.open', asking, (work) => shieldOf(work, asking.childId))

/** The same page with what lies sealed on it: for the group, and logged as such. */
export const openSealed = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'protection.show-sealed', asking, async (work): Promise<Result<Shield, HiddenPage>> => {
    const shield = await shieldOf(work, asking.childId)
    if (!shield.ok) return shield
    if (!shield.value.told) return refuse.notAllowed()
    const sealed = new Map<string, Hidden>()
    for (const mark of shield.value.marks) sealed.set(mark.id, await findHidden(work, asking.childId, mark))
    return ok({ ...shield.value, sealed })
  })

export async function shieldOf(work: Work, childId: string): Promise<Result<Shield, HiddenPage>> {
  const known = await openChild(work, childId, maySeeMark)
  if (!known.ok) return known
  const { child, standing } = known.value
  const [marks, members, family, told] = await Promise.all([
    listMarks(work, childId),
    listMembers(work, childId),
    listFamily(work, childId),
    isTold(work, childId),
  ])
  if (told) await noteGrownDay(work, childId)
  const colleagues = told ? await colleaguesToTell(work) : []
  const marksHere = mayMark(standing) && !child.provisional
  return ok({
    child,
    today: work.today,
    marks,
    members,
    family,
    marksHere,
    told,
    colleagues,
    sealed: undefined,
  })
}

async function colleaguesToTell(work: Work): Promise<Colleague[]> {
  const all = work.actor.unitId ? await listColleagues(work, work.actor.unitId) : []
  const may = await whoMayBeTold(
    work,
    all.map(({ engagementId }) => engagementId),
  )
  return all.filter(({ engagementId }) => may.has(engagementId))
}

/** "Barnet har fått skyddade personuppgifter": from the next request on nobody outside the group is told who or where. */
export function mark(
  deps: Deps,
  asking: AskingOfChild,
  input: Result<MarkInput, FieldErrors>,
): Promise<Sent<Shield>> {
  const { childId } = asking
  return audited(deps, 'protection.mark', asking, async (work): Promise<Sent<Shield>> => {
    const shield = await shieldOf(work, childId)
    if (!shield.ok) return shield
    if (!shield.value.marksHere) return refuse.notAllowed()
    if (!input.ok) return refuse.invalid(shield.value, input.error)
    const { submission: markId, who, ...about } = input.value
    const here = ok(paths.shield.show.to({ childId }))
    if (shield.value.marks.some(({ id }) => id === markId)) return here
    const fault = faultOf(shield.value, input.value)
    if (fault) return refuse.invalid(shield.value, fault)
    const personId = who === theChild ? undefined : who
    const done = await markProtected(work, { childId, markId, personId, ...about })
    if (!done) return refuse.invalid(shield.value, { who: 'Det är noterat redan' })
    work.about(markId)
    return here
  })
}

function faultOf({ marks, family, today }: Shield, { who, markedOn }: MarkInput): FieldErrors | undefined {
  if (markedOn > today) return { markedOn: 'Skriv en dag som har varit' }
  if (who !== theChild && !family.some(({ id }) => id === who)) return { who: 'Välj vem det gäller' }
  const personId = who === theChild ? undefined : who
  const stands = marks.some((mark) => mark.personId === personId && mark.liftedOn === undefined)
  return stands ? { who: 'Det är noterat redan' } : undefined
}
