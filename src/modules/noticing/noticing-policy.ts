import type { Standing } from '#modules/children'

/** Whoever knows the child may notice something about it: staff, guardians, and the child itself. */
export const mayNotice = (_standing: Standing): boolean => true

/**
 * What came to a unit is read and decided on by the BBA function there, holder or stand-in, and by whoever is the
 * child's BBA in person. That it came to this unit, and when the stand-in's turn is, the database keeps.
 */
export const mayReceive = ({ isLeadInPerson, holdsFunction }: Standing): boolean =>
  isLeadInPerson || holdsFunction
