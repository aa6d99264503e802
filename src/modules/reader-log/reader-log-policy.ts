import type { KnownChild, Standing } from '#modules/children'
import { ageOn, type Day } from '#shared/dates.ts'

/** The family that has been told, and nobody says must not know. */
export const maySeeLog = ({ relation, open }: Standing): boolean =>
  open && (relation === 'guardian' || relation === 'self')

const isFamily = ({ relation }: Standing): boolean => relation === 'guardian' || relation === 'self'

/** A child that is not grown up asks somebody it knows: whoever holds its eID could read the answer. */
export const mayAsk = ({ child, standing }: KnownChild, today: Day): boolean =>
  maySeeLog(standing) &&
  (standing.relation === 'guardian' || (child.bornOn !== undefined && ageOn(child.bornOn, today) >= 18))

/** Who answers for what a unit has read, and may hold back what it must: the holder of its function. */
export const mayAnswerForUnit = (standing: Standing): boolean => !isFamily(standing) && standing.holdsFunction
