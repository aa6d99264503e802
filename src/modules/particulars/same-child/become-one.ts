import type { Work } from '#modules/audit'
import { lookAmongAll, lookAtOne } from '#modules/children'
import { listImportantAdults } from '#modules/family'
import { findOpenMatter, tellAllAnew } from '#modules/noticing'
import { closeMatter } from '#modules/responsibility'
import { findStatements } from '#modules/wheel'
import { hasNumbersOf } from '../number-store.ts'
import { sayAlso } from '../said-store.ts'

/** What was noticed and said under one record is told anew under the other, and the matter of the first ends there. */
export async function becomeOne(
  work: Work,
  childId: string,
  to: { childId: string; matterId: string },
): Promise<void> {
  await lookAmongAll(work)
  const said = (await findStatements(work, childId)).filter(({ ours }) => ours)
  const adults = await listImportantAdults(work, childId)
  await tellAllAnew(work, childId, to)
  await sayAlso(work, to, said, adults)
  const matterId = await findOpenMatter(work, childId)
  await lookAtOne(work, childId)
  if (matterId) await closeMatter(work, { childId, matterId, outcome: 'merged' })
}

/** Has the one a number that the other has not? Two that differ are two children, until somebody has looked. */
export async function lacksNumbers(work: Work, childId: string, otherId: string): Promise<boolean> {
  await lookAmongAll(work)
  return !(await hasNumbersOf(work, otherId, childId))
}
