import type { Standing } from '#modules/children'

/** The BBA in person, or whoever holds or stands in for the function. */
export const mayReadRegister = ({ relation, isLeadInPerson, holdsFunction }: Standing): boolean =>
  relation === 'lead' && (isLeadInPerson || holdsFunction)
