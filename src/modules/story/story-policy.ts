import { isGrownUp, type KnownChild } from '#modules/children'
import type { Day } from '#shared/dates.ts'

/** The child's own, from the day it turns eighteen; nobody else's, ever. */
export const mayReadStory = ({ child, standing }: KnownChild, today: Day): boolean =>
  standing.relation === 'self' && isGrownUp(child, today)
