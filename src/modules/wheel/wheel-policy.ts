import type { Standing } from '#modules/children'
import { mayWork } from '#modules/responsibility'

/** Those who work with the child, the family that knows, and those who take part: each sees what it may see. */
export const mayReadWheel = ({ relation, open, part }: Standing): boolean =>
  relation === 'lead' || (relation === 'party' && part !== undefined) || (isFamily(relation) && open)

/** Writes down what somebody says: those who work with the child; the family its own words. */
export const mayAddStatement = (standing: Standing): boolean =>
  mayWork(standing) || (isFamily(standing.relation) && standing.open)

/** Those it may wait for: who works with the child, and who takes part and has had the child beside them. */
export const mayNoteRead = (standing: Standing): boolean =>
  mayWork(standing) || (standing.relation === 'party' && standing.part !== undefined)

/** The child itself, once it has been told. */
export const mayFillOwnWheel = ({ relation, open }: Standing): boolean => relation === 'self' && open

const isFamily = (relation: Standing['relation']): boolean => relation === 'guardian' || relation === 'self'
