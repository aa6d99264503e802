import type { Standing } from '#modules/children'

/** Those who carry the matter ask, note, let in and open, as long as it is open. */
export const mayAsk = ({ relation, matterId }: Standing): boolean =>
  relation === 'lead' && matterId !== undefined
export const mayNote = mayAsk
export const mayLetIn = mayAsk
export const mayEnd = mayAsk
export const mayOpen = mayAsk

/** The family that has been told, and nobody says must not know. */
const openFamily = ({ relation, open }: Standing): boolean =>
  open && (relation === 'guardian' || relation === 'self')

/** A sheet is answered by the family; whether it is this person's to sign, the sheet itself knows. */
export const mayAnswer = openFamily

export const maySeeConsents = (standing: Standing): boolean =>
  standing.relation === 'lead' || openFamily(standing)

/** Who sees what about the child: for the family, and for those who must be able to explain it to them. */
export const maySeeReceipts = maySeeConsents
