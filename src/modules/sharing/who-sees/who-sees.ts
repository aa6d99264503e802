import { audited, type Work } from '#modules/audit'
import { type Child, openChild } from '#modules/children'
import { findResponsible, type Responsible } from '#modules/responsibility'
import type { AskingOfChild } from '#shared/asking.ts'
import type { Day } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import type { Hidden, Misplaced } from '#shared/refusal.ts'
import { ok, type Result } from '#shared/result.ts'
import { maySeeReceipts } from '../consent-policy.ts'
import { findPartyUnits } from '../grant-store.ts'
import { findToldLinks, type ToldLink } from '../link-told-store.ts'
import {
  findGrounds,
  findKeeper,
  findPastReaders,
  type Ground,
  type Keeper,
  type PastReader,
} from '../receipt-store.ts'
import type { PartyUnit } from '../sharing.ts'
import type { Line, Sheet } from '../sheet.ts'
import { findSheets } from '../sheet-store.ts'
import { findSharedItems, type SharedItem } from '../statement-store.ts'

/** A unit that takes part, why it may, and the question that let it in, if the reader may see that. */
export type Receipt = {
  party: PartyUnit
  ground: string | undefined
  sheet: Sheet | undefined
  line: Line | undefined
}

export type WhoSees = {
  child: Child
  /** `lead` explains it to the family; the others are the family. */
  reader: 'lead' | 'guardian' | 'self'
  lead: Responsible | undefined
  receipts: readonly Receipt[]
  /** What is said on the wheel and read by units, with why. */
  items: readonly (SharedItem & { ground: string | undefined })[]
  /** Questions by a link to somebody outside. */
  links: readonly ToldLink[]
  /** Those who have taken part and do no longer. */
  past: readonly PastReader[]
  /** Who keeps the plan in law, when there is one. */
  keeper: Keeper | undefined
  /** What the reader has been shown itself. */
  shownToMe: readonly SharedItem[]
  today: Day
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
  const [lead, parties, sheets, items, grounds, links, past, keeper] = await Promise.all([
    findResponsible(work, childId, 'best_interests_lead'),
    findPartyUnits(work, childId),
    findSheets(work, childId),
    findSharedItems(work, childId),
    findGrounds(work, childId),
    findToldLinks(work, childId),
    findPastReaders(work, childId),
    findKeeper(work, childId),
  ])
  const groundOf = (grantId: string | undefined) => grounds.find((one) => one.grantId === grantId)
  const { relation } = standing
  return ok({
    child,
    reader: relation === 'self' || relation === 'guardian' ? relation : 'lead',
    lead,
    receipts: parties
      .filter(({ grantId }) => grantId)
      .map((party) => receiptOf(party, groundOf(party.grantId)?.ground, sheets)),
    items: items
      .filter(({ unit, area, grantId }) => unit && area && isPartOfThePlan(groundOf(grantId)))
      .map((item) => ({ ...item, ground: groundOf(item.grantId)?.ground })),
    links,
    past,
    keeper,
    shownToMe: items.filter(({ personId }) => personId === work.actor.personId),
    today: work.today,
  })
}

/** What the police is told without the family's yes stands outside the child's plan, and on no page of the family. */
const isPartOfThePlan = (ground: Ground | undefined): boolean =>
  !ground?.toPolice || ground.ground === 'samtycke'

function receiptOf(party: PartyUnit, ground: string | undefined, sheets: readonly Sheet[]): Receipt {
  for (const sheet of sheets) {
    const line = sheet.lines.find(({ grant }) => grant?.id === party.grantId)
    if (line) return { party, ground, sheet, line }
  }
  return { party, ground, sheet: undefined, line: undefined }
}
