import { audited, type Work } from '#modules/audit'
import { type Colleague, listColleagues } from '#modules/organisations'
import { addEvent } from '#modules/responsibility'
import { findPartyUnits, letIn } from '#modules/sharing'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { FieldErrors } from '#shared/fields.ts'
import { type Declined, type Hidden, type Misplaced, refuse } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { type Contact, ofKind, type PlanUnit, sameText } from '../plan.ts'
import { type OpenPlan, openPlanToWrite } from '../plan-access.ts'
import { type NewPart, savePlan } from '../plan-change-store.ts'
import { mayCarryPlan } from '../plan-policy.ts'
import { askToAgree } from '../tasks-access.ts'
import { findUnitSources, workingUnits } from '../units-access.ts'
import type { ContactInput, ContactsInput } from './contacts.form.ts'

/** A place in the plan, those who work there, and the contact it has. */
export type UnitPeople = { unit: PlanUnit; people: readonly Colleague[]; contact: Contact | undefined }
export type ContactsForm = OpenPlan & { units: readonly UnitPeople[] }

type Opened = Result<ContactsForm, Hidden | Misplaced>
type Saved = Result<'saved', Hidden | Misplaced | Declined<ContactsForm, FieldErrors>>

export const openContacts = (deps: Deps, asking: AskingOfChild): Promise<Opened> =>
  audited(deps, 'plan.open-contacts', asking, (work) => openForm(work, asking))

async function openForm(work: Work, { childId }: AskingOfChild): Promise<Result<ContactsForm, Hidden>> {
  const [opened, sources] = await Promise.all([
    openPlanToWrite(work, childId),
    findUnitSources(work, childId),
  ])
  if (!opened.ok) return opened
  const { parts } = opened.value
  const contacts = ofKind(parts, 'contact')
  const units = workingUnits(sources, parts)
  const people = await Promise.all(units.map(({ id }) => listColleagues(work, id)))
  return ok({
    ...opened.value,
    units: units.map((unit, place) => ({
      unit,
      people: people[place] ?? [],
      contact: contacts.find((contact) => contact.unit.id === unit.id),
    })),
  })
}

/** One contact on each place, all saved as one version. A unit's new contact can read what the unit may read. */
export function saveContacts(
  deps: Deps,
  asking: AskingOfChild,
  read: (units: readonly UnitPeople[]) => Result<ContactsInput, FieldErrors>,
): Promise<Saved> {
  return audited(deps, 'plan.save-contacts', asking, async (work): Promise<Saved> => {
    const { childId } = asking
    const form = await openForm(work, asking)
    if (!form.ok) return form
    const { known, plan, units } = form.value
    const input = read(units)
    if (!input.ok) return refuse.invalid(form.value, input.error)

    const written = input.value.contacts.flatMap((contact) => changed(work, units, contact) ?? [])
    if (written.length === 0) return ok('saved')
    const at = { childId, plan, seenVersion: input.value.version }
    if (!(await savePlan(work, at, { written }))) return refuse.conflict(form.value)
    for (const { id } of written)
      await addEvent(work, { childId, matterId: plan.matterId, kind: 'plan_changed', aboutId: id })
    if (mayCarryPlan(known.standing)) await letContactsIn(work, childId, written)
    await askToAgree(work, childId, written)
    return ok('saved')
  })
}

function changed(
  { newId }: Work,
  units: readonly UnitPeople[],
  { unitId, engagementId, who, phone }: ContactInput,
): NewPart | undefined {
  const now = units.find(({ unit }) => unit.id === unitId)?.contact
  const body = { who, phone }
  const person = now?.person?.engagementId === engagementId ? now?.person : undefined
  if (now && now.person?.engagementId === engagementId && sameText(now, { ...now, person, body }))
    return undefined
  return { id: now?.id ?? newId(), madeAt: now?.madeAt, kind: 'contact', unitId, engagementId, body }
}

async function letContactsIn(work: Work, childId: string, written: readonly NewPart[]): Promise<void> {
  const parties = await findPartyUnits(work, childId)
  for (const { unitId, engagementId } of written) {
    const party = parties.find((one) => one.unitId === unitId && one.grantId)
    if (!party?.part || !unitId || !engagementId) continue
    await letIn(work, { childId, unitId, part: party.part, contactEngagementId: engagementId })
  }
}
