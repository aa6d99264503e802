import type { LegalGroundCode } from '#modules/knowledge'
import { addMonths, type Day } from '#shared/dates.ts'
import type { ItemReaders, PartyPart, SecrecyKind, UnitKind, Voice, WheelArea } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { eighteenOn } from './consent.ts'

/** The one in a unit whom the family meets. */
export type PartyContact = {
  engagementId: string
  personId: string
  name: string
  title: string
  phone: string | undefined
}

/** A unit that takes part around the child, or may be let in because everybody has said yes to it. */
export type PartyUnit = {
  unitId: string
  name: string
  kind: UnitKind
  secrecyUnitId: string
  secrecyKind: SecrecyKind
  /** The complete consent that lets the unit in; undefined for those who may not see consents, or without one. */
  consentId: string | undefined
  /** The areas that nobody has struck; empty without a consent. */
  areas: readonly WheelArea[]
  /** The living part in plan and meetings; undefined when the unit is not let in yet. */
  grantId: string | undefined
  part: PartyPart | undefined
  /** Named in the grant; before that, the one who holds the unit's function. */
  contact: PartyContact | undefined
  /** When the part, or the consent, ends by itself. */
  until: Date
  /** Let in already, and everybody has said yes anew: it may go on until then. */
  renewal: { until: Date } | undefined
  since: Date | undefined
}

/** Why something is shared: one sentence under consent, three under any other ground. */
export type SharingTest =
  | { why: SealedText }
  | { necessary: SealedText; relevant: SealedText; proportionate: SealedText }

/** The family reads what concerns itself; nobody else has to say yes to it. */
export const familyGround = 'familjens_insyn'
export type SharingGround = LegalGroundCode | typeof familyGround

export type Recipient =
  | { unitId: string /** Left out: the unit's present contact. */; contactEngagementId?: string | undefined }
  | { personId: string }

/** One version of one item, to one recipient. There is no way to share everything. */
export type Share = {
  childId: string
  itemId: string
  version: number
  to: Recipient
  ground: SharingGround
  /** With the ground `samtycke`: the unit's complete consent. */
  consentId?: string | undefined
  why?: SharingTest | undefined
  until: Date
}

/** Outside: the consent does not reach there. Told: the child told one person only. */
export type ShareFault = { kind: 'outside' | 'told' | 'unknown' }

const ownPartFirst: readonly SecrecyKind[] = ['civil', 'police']

/** The smallest part that helps: civil society and police begin with their own. */
export const partFor = (kind: SecrecyKind): PartyPart => (ownPartFirst.includes(kind) ? 'own' : 'whole')

/**
 * What may be opened to others. The child's words only as far as the child chose; what it told one person stays there.
 * Everybody else's words are the unit's to open, one at a time.
 */
export const mayBeOpened = ({ voice, readers }: { voice: Voice; readers: ItemReaders }): boolean =>
  readers !== 'told' && (voice !== 'child' || readers !== 'unit')

/** A guardian reads until the child grows up, when guardians' reading ends anyway; the child itself at least a year. */
export function familyReadsUntil({ bornOn }: { bornOn: Day | undefined }, today: Day): Day {
  const year = addMonths(today, 12)
  const grown = bornOn ? eighteenOn(bornOn) : addMonths(today, 18 * 12)
  if (grown > year) return grown
  return year
}
