import type { Work } from '#modules/audit'
import { findUnit, listColleagues } from '#modules/organisations'
import { findPartyUnits } from '#modules/sharing'
import type { SealedText } from '#shared/sealed.ts'
import { personNamed } from './action/action.form.ts'
import { ofKind, type Part, type PlanUnit } from './plan.ts'
import type { NewPart } from './plan-change-store.ts'
import { findLeads } from './plan-store.ts'

/** A unit that can do something in the plan, and whom in it one calls when nobody else is named. */
export type WorkingUnit = PlanUnit & { contactEngagementId: string | undefined }

/** The BBA's unit, the writer's own, those that the family has let in, and those that are in the plan already. */
export async function findWorkingUnits(
  work: Work,
  childId: string,
  parts: readonly Part[],
): Promise<WorkingUnit[]> {
  const [{ bba }, parties, own] = await Promise.all([
    findLeads(work, childId),
    findPartyUnits(work, childId),
    work.actor.unitId ? findUnit(work, work.actor.unitId) : undefined,
  ])
  const contacts = ofKind(parts, 'contact')
  const units: WorkingUnit[] = [
    ...contacts.map(({ unit, person }) => ({ ...unit, contactEngagementId: person?.engagementId })),
    ...(bba ? [{ id: bba.unitId, name: bba.unitName, contactEngagementId: bba.engagementId }] : []),
    ...(own ? [{ id: own.id, name: own.name, contactEngagementId: work.actor.engagementId }] : []),
    ...parties
      .filter(({ grantId }) => grantId)
      .map(({ unitId, name, contact }) => ({ id: unitId, name, contactEngagementId: contact?.engagementId })),
    ...ofKind(parts, 'action').flatMap(({ unit }) =>
      unit ? [{ ...unit, contactEngagementId: undefined }] : [],
    ),
  ]
  const first = new Map<string, WorkingUnit>()
  for (const unit of units) if (!first.has(unit.id)) first.set(unit.id, unit)
  return [...first.values()].sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/** Who does it, when the words name somebody in the unit; and a contact for a unit that has none yet. */
export async function peopleIn(
  work: Work,
  { unit, who, parts }: { unit: WorkingUnit; who: SealedText; parts: readonly Part[] },
): Promise<{ engagementId: string | undefined; contact: NewPart | undefined }> {
  const engagementId = personNamed(who, await listColleagues(work, unit.id))?.engagementId
  const hasContact = ofKind(parts, 'contact').some((contact) => contact.unit.id === unit.id)
  return { engagementId, contact: hasContact ? undefined : contactFor(work, unit, engagementId) }
}

export const contactFor = ({ newId }: Work, unit: WorkingUnit, engagementId?: string): NewPart => ({
  id: newId(),
  kind: 'contact',
  unitId: unit.id,
  engagementId: engagementId ?? unit.contactEngagementId,
  body: {},
})
