import { addWorkingDays, swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { findLapsed, tellOfLapsed } from '../waiting-store.ts'

const seenToWithinWorkingDays = 2

/** Tells the receivers' organisations of offers that nobody has answered, and answers with how many. */
export async function runLapse(deps: Deps): Promise<number> {
  const due = addWorkingDays(swedishDay(deps.now()), seenToWithinWorkingDays)
  let told = 0
  for (const lapsed of await findLapsed(deps)) if (await tellOfLapsed(deps, lapsed, due)) told++
  return told
}
