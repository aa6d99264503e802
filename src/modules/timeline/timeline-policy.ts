import type { Standing } from '#modules/children'

/** Whoever reads the whole plan reads its events: those who carry it, the family that was told, and whole parties. */
export const mayReadTimeline = ({ part }: Standing): boolean => part === 'whole'
