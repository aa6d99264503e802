import type { LegalGroundCode } from '#modules/knowledge'
import type { ItemReaders, PartyPart, SecrecyKind, UnitKind, WheelArea } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'

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

/** What was said to one person only stays there; what was chosen for the meeting, or for all, may be opened. */
export const mayBeOpened = (readers: ItemReaders): boolean => readers === 'meeting' || readers === 'everyone'
