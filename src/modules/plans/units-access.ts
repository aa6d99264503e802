import type { Work } from '#modules/audit'
import { type Colleague, findUnit } from '#modules/organisations'
import { findPartyUnits } from '#modules/sharing'
import type { SealedText } from '#shared/sealed.ts'
import { personNamed } from './action/action.form.ts'
import { ofKind, type Part, type PlanUnit } from './plan.ts'
import type { NewPart } from './plan-change-store.ts'
import { findLeads } from './plan-store.ts'

/** A unit that can do something in the plan, and whom in it one calls when nobody else is named. */
export type WorkingUnit = PlanUnit & { contactEngagementId: string | undefined }

export type UnitSources = Awaited<ReturnType<typeof findUnitSources>>

/** Where working units come from, asked for together. */
export async function findUnitSources(work: Work, childId: string) {
  const [{ bba }, parties, own] = await Promise.all([
    findLeads(work, childId),
    findPartyUnits(work, childId),
    work.actor.unitId ? findUnit(work, work.actor.unitId) : undefined,
  ])
  return { bba, parties, own, ownEngagementId: work.actor.engagementId }
}

/** The BBA's unit, the writer's own, those that the family has let in, and those that are in the plan already. */
export function workingUnits(
  { bba, parties, own, ownEngagementId }: UnitSources,
  parts: readonly Part[],
): WorkingUnit[] {
  const units: WorkingUnit[] = [
    ...ofKind(parts, 'contact').map(({ unit, person }) => ({
      ...unit,
      contactEngagementId: person?.engagementId,
    })),
    ...(bba ? [{ id: bba.unitId, name: bba.unitName, contactEngagementId: bba.engagementId }] : []),
    ...(own ? [{ id: own.id, name: own.name, contactEngagementId: ownEngagementId }] : []),
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
export function peopleIn(
  work: Work,
  known: { unit: WorkingUnit; who: SealedText; colleagues: readonly Colleague[]; parts: readonly Part[] },
): { engagementId: string | undefined; contact: NewPart | undefined } {
  const { unit, who, colleagues, parts } = known
  const engagementId = personNamed(who, colleagues)?.engagementId
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
