import { type Child, isGrownUp, type KnownChild, type Standing } from '#modules/children'
import type { Day } from '#shared/dates.ts'

/** The family that has been told, and nobody says must not know. */
export const mayOpenExtracts = ({ relation, open }: Standing): boolean =>
  open && (relation === 'guardian' || relation === 'self')

/** A guardian, or the grown-up child: whoever holds the eID of a younger child could read what was given. */
export const mayAskForExtract = ({ child, standing }: KnownChild, today: Day): boolean =>
  mayOpenExtracts(standing) && (standing.relation === 'guardian' || isGrownUp(child, today))

/** Whoever works in a unit that was asked. Which request waits for whom, the walls know. */
export const mayReviewExtract = ({ relation }: Standing): boolean =>
  relation !== 'guardian' && relation !== 'self'

/** Everybody about themselves, but not a younger child: whoever holds its eID could read what came. */
export const mayReadAboutOneself = (myself: Child | undefined, today: Day): boolean =>
  !myself || isGrownUp(myself, today)
