import type { Standing } from '#modules/children'

/** The BBA in person, or whoever holds or stands in for the BBA function, of the unit that carries the matter. */
const answersForTheChild = ({ relation, isLeadInPerson, holdsFunction }: Standing): boolean =>
  relation === 'lead' && (isLeadInPerson || holdsFunction)

/** Notes who knows, and who must not. */
export const mayTalkWithFamily = answersForTheChild
export const mayBar = answersForTheChild
/** Writes down who the guardians are, when the population register has not told. */
export const mayWriteGuardians = answersForTheChild

/** Those who work with the child write down whom it leans on. */
export const mayNameAdults = ({ relation }: Standing): boolean => relation === 'lead'
