import type { Standing } from '#modules/children'

/** The family that has been told says so about what it reads. */
export const mayObject = ({ relation, open }: Standing): boolean =>
  open && (relation === 'guardian' || relation === 'self')

/** Whoever keeps the text answers: the wall decides which one that is. */
export const mayAnswerObjection = ({ relation }: Standing): boolean =>
  relation === 'lead' || relation === 'party' || relation === 'colleague'
