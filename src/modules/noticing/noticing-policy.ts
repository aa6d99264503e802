import type { Standing } from '#modules/children'

/** Whoever knows the child may notice something about it: staff, guardians, and the child itself. */
export const mayNotice = (_standing: Standing): boolean => true
