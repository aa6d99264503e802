import type { KnownChild, Standing } from '#modules/children'
import { ageOn, type Day } from '#shared/dates.ts'

/** The family that has been told, and nobody says must not know. */
export const mayOpenExtracts = ({ relation, open }: Standing): boolean =>
  open && (relation === 'guardian' || relation === 'self')

/** A guardian, or the grown-up child: whoever holds the eID of a younger child could read what was given. */
export const mayAskForExtract = ({ child, standing }: KnownChild, today: Day): boolean =>
  mayOpenExtracts(standing) &&
  (standing.relation === 'guardian' || (child.bornOn !== undefined && ageOn(child.bornOn, today) >= 18))

/** Those who carry the matter, or carried the latest. */
export const mayReviewExtract = ({ relation }: Standing): boolean => relation === 'lead'
