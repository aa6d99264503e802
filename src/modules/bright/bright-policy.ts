import type { Standing } from '#modules/children'

/** Whoever reads in the plan, all of it or their own part, notes what went well. */
export const mayNoteBright = ({ open, part }: Standing): boolean => open && part !== undefined
