import type { Standing } from '#modules/children'
import type { Consultation } from './consultation.ts'

/** The side that asked ends it, and gives a time back. */
export const mayClose = ({ ours }: Pick<Consultation, 'ours'>): boolean => ours

/** Those who know the child in their own work; which question is theirs, the walls know. */
export const mayLink = ({ relation }: Standing): boolean => relation === 'lead' || relation === 'colleague'
