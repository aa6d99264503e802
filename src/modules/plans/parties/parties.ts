import { audited, type Work } from '#modules/audit'
import { isGrownUp, type KnownChild, openChild } from '#modules/children'
import { type Listener, listListeners } from '#modules/family'
import { findPartyUnits, letIn, type PartyUnit } from '#modules/sharing'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { mayCarryPlan, mayEndForFamily, mayReadParties } from '../plan-policy.ts'
import { findLeads, type Leads, narrowParty } from '../plan-store.ts'
import type { PartyChoice } from './parties.form.ts'

/**
 * Who is with us around the child, and how much each unit reads. `choice`: those who carry the matter note whatever the
 * family has chosen; the family itself can always let a unit read less.
 */
export type PartiesForm = {
  known: KnownChild
  parties: readonly PartyUnit[]
  leads: Leads
  choice: 'any' | 'less' | 'none'
  /** Guardians for whom the plan can be printed. */
  guardians: readonly Listener[]
}

type Opened = Result<PartiesForm, Hidden | Misplaced>
type Saved = Result<'saved', Hidden | Misplaced | Declined<PartiesForm, FieldErrors>>

export const openParties = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'plan.open-parties', asking, (work) => openForm(work, asking.childId))

async function openForm(work: Work, childId: string): Promise<Result<PartiesForm, Hidden>> {
  const [known, parties, leads] = await Promise.all([
    openChild(work, childId, mayReadParties),
    findPartyUnits(work, childId),
    findLeads(work, childId),
  ])
  if (!known.ok) return known
  const { child, standing } = known.value
  const family = mayEndForFamily(standing, isGrownUp(child, work.today))
  const choice = mayCarryPlan(standing) ? 'any' : family ? 'less' : 'none'
  const shown = choice === 'any' ? parties : parties.filter(({ grantId }) => grantId)
  const listeners = choice === 'any' ? await listListeners(work, child, standing.matterId) : []
  const guardians = listeners.filter(({ isChild, told, barred }) => !isChild && told && !barred)
  return ok({ known: known.value, parties: shown, leads, choice, guardians })
}

/** Each unit reads as much as the family has chosen, from this moment on. */
export function saveParties(
  deps: Deps,
  asking: AskingOfChild,
  read: (unitIds: readonly string[]) => Result<readonly PartyChoice[], FieldErrors>,
): Promise<Saved> {
  return audited(deps, 'plan.save-parties', asking, async (work): Promise<Saved> => {
    const { childId } = asking
    const form = await openForm(work, childId)
    if (!form.ok) return form
    const { parties, choice } = form.value
    if (choice === 'none') return refuse.notAllowed()
    const input = read(parties.map(({ unitId }) => unitId))
    if (!input.ok) return refuse.invalid(form.value, input.error)
    for (const party of parties) {
      const part = input.value.find(({ unitId }) => unitId === party.unitId)?.part
      if (part && part !== party.part && !(await change(work, childId, party, part, choice)))
        return refuse.conflict(form.value)
    }
    return ok('saved')
  })
}

async function change(
  work: Work,
  childId: string,
  { unitId, contact }: PartyUnit,
  part: PartyChoice['part'],
  choice: 'any' | 'less',
): Promise<boolean> {
  if (choice === 'less') return part === 'own' && (await narrowParty(work, childId, unitId))
  return (
    contact !== undefined && letIn(work, { childId, unitId, part, contactEngagementId: contact.engagementId })
  )
}
