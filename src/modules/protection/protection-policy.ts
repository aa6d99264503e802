import type { Standing } from '#modules/children'

/** The BBA in person, or whoever holds or stands in for the BBA function, notes that a mark has come. */
export const mayMark = ({ relation, isLeadInPerson, holdsFunction }: Standing): boolean =>
  relation === 'lead' && (isLeadInPerson || holdsFunction)

/** Those who work with the child see that there is a mark, and who knows more. Nobody in the family does. */
export const maySeeMark = ({ relation }: Standing): boolean => relation === 'lead'
