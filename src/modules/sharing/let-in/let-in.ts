import type { Work } from '#modules/audit'
import { finishTasks } from '#modules/tasks'
import type { PartyPart } from '#shared/schema.ts'
import { addParty, assignParty, endGrant, findPartyUnits, unassignParty } from '../grant-store.ts'

/** Who is let in, how much they read, and whom in the unit the family meets. */
export type LetIn = {
  childId: string
  unitId: string
  part: PartyPart
  contactEngagementId: string
  /** The form's own id; a fresh one when left out. */
  grantId?: string | undefined
}

/**
 * Gives a unit its part in plan and meetings, as long as its consent is complete. Called again with another part or
 * contact it changes them, on a newer consent it renews them; with the same it does nothing. The one who waited for the family’s answers waits no more.
 * False when nobody has said yes to the unit.
 */
export async function letIn(work: Work, { grantId, ...party }: LetIn): Promise<boolean> {
  const unit = (await findPartyUnits(work, party.childId)).find(({ unitId }) => unitId === party.unitId)
  if (!unit?.consentId || unit.areas.length === 0) return false
  const { childId, part, contactEngagementId } = party
  if (unit.grantId) {
    const same = unit.part === part && unit.contact?.engagementId === contactEngagementId
    if (same && !unit.renewal) return true
    await endGrant(work, { childId, grantId: unit.grantId })
    if (unit.contact) await unassignParty(work, { childId, engagementId: unit.contact.engagementId })
  }
  const { consentId } = unit
  const until = unit.renewal?.until ?? unit.until
  await addParty(work, { grantId: grantId ?? work.newId(), ...party, consentId, until })
  await assignParty(work, { childId, engagementId: contactEngagementId, until })
  await finishTasks(work, { childId, kinds: ['consent_answered'], aboutId: consentId })
  return true
}
