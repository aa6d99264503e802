import { openNumber } from '#modules/protection'
import type { Deps } from '#shared/db.ts'
import { findDue, noteAsked } from '../register-store.ts'
import type { PopulationRegister } from './post.ts'
import { quietly } from './quietly.ts'
import { askAbout } from './register.ts'
import { numberHash } from './take.ts'

const weekMs = 7 * 24 * 3_600_000
const atATime = 1000

/**
 * Asks anew about those children about whom something goes on and of whom it has not been asked for a week, the longest ago
 * first. Its answers are taken as all others; where it is out of reach, the rest are left until the next time. Answers
 * with how much was taken. Safe twice at once, and again after it was cut off.
 */
export async function runRegisterRecheck(deps: Deps, register: PopulationRegister): Promise<number> {
  const due = await quietly(deps, (work) => findDue(work, new Date(work.at.getTime() - weekMs), atATime))
  const asked: { childId: string; hash: Buffer }[] = []
  let taken = 0
  for (const { childId, numberId, sealed, key } of due) {
    const number = openNumber(await deps.vault.boxWith(childId, key), numberId, sealed).value
    const answer = await askAbout(deps, register, number)
    if (!answer.ok && (answer.error === 'no-answer' || answer.error === 'refused')) break
    if (answer.ok) taken += answer.value
    asked.push({ childId, hash: numberHash(deps, number) })
  }
  await quietly(deps, (work) => noteAsked(work, asked))
  return taken
}
