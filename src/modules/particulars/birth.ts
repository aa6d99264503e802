import type { Child } from '#modules/children'
import { addDays, type Day } from '#shared/dates.ts'

/** Not born yet, as far as we know. */
export const isExpected = ({ bornOn, expectedOn }: Child): boolean =>
  bornOn === undefined && expectedOn !== undefined

/** Born so lately that a twin may not have been written down yet. */
export const mayHaveTwin = ({ bornOn }: Child, today: Day): boolean =>
  bornOn !== undefined && bornOn > addDays(today, -365)
