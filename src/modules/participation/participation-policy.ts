import type { Standing } from '#modules/children'

/** Those who have a part in it; which meetings and follow-ups they are asked about, the database says. */
export const mayAnswer = ({ part }: Standing): boolean => part !== undefined
