import type { Work } from '#modules/audit'
import { findUnit } from '#modules/organisations'
import { fail, ok, type Result } from '#shared/result.ts'
import { addItemGrant, assignParty, findPartyUnits, findShareable, findShared } from '../grant-store.ts'
import type { Share, ShareFault } from '../sharing.ts'

export type Shared = { grantId: string; isNew: boolean }

/**
 * Lets one recipient read one version of an item. Under consent only what the consent covers; what the child told one
 * person only, never. Already open: nothing happens.
 */
export async function shareItem(work: Work, share: Share): Promise<Result<Shared, ShareFault>> {
  const { childId, to } = share
  const item = await findShareable(work, childId, share.itemId)
  if (!item || share.version < 1 || share.version > item.version) return fail({ kind: 'unknown' })
  if (item.readers === 'told') return fail({ kind: 'told' })
  const already = await findShared(work, share)
  if (already) return ok({ grantId: already, isNew: false })

  const unit =
    'unitId' in to
      ? (await findPartyUnits(work, childId)).find(({ unitId }) => unitId === to.unitId)
      : undefined
  if (share.ground === 'samtycke') {
    const covers = unit?.consentId === share.consentId && (!item.area || unit?.areas.includes(item.area))
    if (!share.consentId || !covers) return fail({ kind: 'outside' })
  }
  const contactEngagementId =
    'unitId' in to
      ? (to.contactEngagementId ??
        unit?.contact?.engagementId ??
        (await findUnit(work, to.unitId))?.holderEngagementId)
      : undefined
  const grantId = work.newId()
  await addItemGrant(work, grantId, { ...share, contactEngagementId })
  if (contactEngagementId)
    await assignParty(work, { childId, engagementId: contactEngagementId, until: share.until })
  return ok({ grantId, isNew: true })
}
