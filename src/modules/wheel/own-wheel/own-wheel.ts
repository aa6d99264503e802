import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { type WheelArea, wheelAreas, wheelText } from '#modules/knowledge'
import { findResponsible, type Responsible } from '#modules/responsibility'
import { readBy } from '#modules/tasks'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import type { Sent } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { tellLead } from '../tell-lead-store.ts'
import { chosenReaders } from '../wheel.ts'
import { mayFillOwnWheel } from '../wheel-policy.ts'
import { addStatement, findBeside, findStatements, type Spoken } from '../wheel-store.ts'
import type { OwnInput } from './own-wheel.form.ts'

/** `thanked`: something has just been saved. What and about which area is never shown again. */
export type Turn = { area: WheelArea | undefined; next: WheelArea | undefined; thanked: boolean }
export type OwnWheel = Turn & {
  child: Child
  lead: Responsible
  readOn: Day
  /** The adult who has handed the child the device. */
  beside: string | undefined
  /** Its own words that it may meet again beside this adult; none with its eID, where a guardian may look along. */
  said: readonly Spoken[]
}

export const openOwnWheel = (
  deps: Deps,
  asking: AskingOfChild,
  turn: Turn,
): Promise<Result<OwnWheel, Hidden | Misplaced>> =>
  audited(deps, 'wheel.open-own', asking, (work) => open(work, asking, turn))

async function open(work: Work, { childId }: AskingOfChild, turn: Turn): Promise<Result<OwnWheel, Hidden>> {
  const known = await openChild(work, childId, mayFillOwnWheel)
  if (!known.ok) return known
  const lead = await findResponsible(work, childId, 'best_interests_lead')
  if (!lead) return refuse.notAllowed()
  const beside = await findBeside(work)
  const all = beside ? await findStatements(work, childId) : []
  const said = all.filter((one) => one.mine && one.speaker.voice === 'child')
  return ok({ ...turn, child: known.value.child, lead, readOn: readBy(work.today), beside, said })
}

/** The child says how it is in one area: one save for each. */
export function fillOwnWheel(
  deps: Deps,
  asking: AskingOfChild,
  area: WheelArea | undefined,
  input: Result<OwnInput, FieldErrors>,
): Promise<Sent<OwnWheel>> {
  return audited(deps, 'wheel.fill-own', asking, async (work): Promise<Sent<OwnWheel>> => {
    const form = await open(work, asking, { area, next: undefined, thanked: false })
    if (!form.ok) return form
    if (!input.ok) return refuse.invalid(form.value, input.error)
    const { childId } = asking
    const { submission: itemId, words, inPictures } = input.value
    const { lead } = form.value
    const { handedBy } = work.actor
    const readers = chosenReaders(handedBy !== undefined, input.value.readers)
    const toldTo = readers === 'told' ? handedBy : undefined
    const added = await addStatement(work, {
      childId,
      itemId,
      matterId: lead.matterId,
      kind: 'statement',
      secrecyUnitId: lead.secrecyUnitId,
      readers,
      toldTo,
      speaker: { voice: 'child' },
      area: input.value.area,
      words,
      obtained: inPictures ? 'picture' : 'written',
      saidOn: work.today,
      wording: wheelText.version,
    })
    work.about(itemId)
    if (added) await tellLead(work, childId, itemId, toldTo)
    const next = wheelAreas[wheelAreas.indexOf(input.value.area) + 1] ?? ''
    return ok(`${paths.wheel.own.to({ childId })}?tack=${next}`)
  })
}
