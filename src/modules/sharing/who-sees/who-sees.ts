import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { findResponsible, type Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { maySeeReceipts } from '../consent-policy.ts'
import { findPartyUnits } from '../grant-store.ts'
import type { PartyUnit } from '../sharing.ts'
import type { Line, Sheet } from '../sheet.ts'
import { findSheets } from '../sheet-store.ts'
import { findSharedItems, type SharedItem } from '../statement-store.ts'

/** A unit that takes part, with the question that let it in, if the reader may see that. */
export type Receipt = { party: PartyUnit; sheet: Sheet | undefined; line: Line | undefined }

export type WhoSees = {
  child: Child
  /** `lead` explains it to the family; the others are the family. */
  reader: 'lead' | 'guardian' | 'self'
  lead: Responsible | undefined
  receipts: readonly Receipt[]
  /** What is said on the wheel and read by units. */
  items: readonly SharedItem[]
  /** What the reader has been shown itself. */
  shownToMe: readonly SharedItem[]
}

export const showWhoSees = (
  deps: Deps,
  asking: AskingOfChild,
): Promise<Result<WhoSees, Hidden | Misplaced>> =>
  audited(deps, 'sharing.who-sees', asking, (work) => load(work, asking.childId))

async function load(work: Work, childId: string): Promise<Result<WhoSees, Hidden>> {
  const known = await openChild(work, childId, maySeeReceipts)
  if (!known.ok) return known
  const { child, standing } = known.value
  const [lead, parties, sheets, items] = await Promise.all([
    findResponsible(work, childId, 'best_interests_lead'),
    findPartyUnits(work, childId),
    findSheets(work, childId),
    findSharedItems(work, childId),
  ])
  const { relation } = standing
  return ok({
    child,
    reader: relation === 'self' || relation === 'guardian' ? relation : 'lead',
    lead,
    receipts: parties.filter(({ grantId }) => grantId).map((party) => receiptOf(party, sheets)),
    items: items.filter(({ unit, area }) => unit && area),
    shownToMe: items.filter(({ personId }) => personId === work.actor.personId),
  })
}

function receiptOf(party: PartyUnit, sheets: readonly Sheet[]): Receipt {
  for (const sheet of sheets) {
    const line = sheet.lines.find(({ grant }) => grant?.id === party.grantId)
    if (line) return { party, sheet, line }
  }
  return { party, sheet: undefined, line: undefined }
}
