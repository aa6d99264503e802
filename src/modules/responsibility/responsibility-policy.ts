import type { Standing } from '#modules/children'

/** Works with what was noticed, inside the wall: the BBA, and colleagues that have been given the work. */
export const mayWork = ({ relation, matterId }: Standing): boolean =>
  relation === 'lead' && matterId !== undefined

/** Staff who know the child look who is BBA; what they are to its matter is for the walls. */
export const seesLead = ({ relation }: Standing): boolean => relation !== 'guardian' && relation !== 'self'

/** The family that has been told; and at work whoever knows the child and has told something, which is asked for further in. */
export const mayAskOther = ({ relation, open }: Standing): boolean =>
  relation === 'guardian' || relation === 'self' ? open : relation !== 'lead'

/** The work can be given away, the responsibility not: the BBA in person, or the holder or stand-in of the function. */
export const mayDecide = (standing: Standing): boolean =>
  mayWork(standing) && (standing.isLeadInPerson || standing.holdsFunction)
