import type { Standing } from '#modules/children'

/** Those who have a part in it; which meetings and follow-ups they are asked about, the database says. */
export const mayAnswer = ({ part }: Standing): boolean => part !== undefined

/** Whoever is accountable counts what has come on paper: the BBA in person, or who holds or stands in for its function. */
export const mayCount = ({ relation, isLeadInPerson, holdsFunction }: Standing): boolean =>
  relation === 'lead' && (isLeadInPerson || holdsFunction)
