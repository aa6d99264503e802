import { kindsOn, type LadderRule } from '#modules/responsibility'
import { swedishDay } from '#shared/dates.ts'
import type { Deps } from '#shared/db.ts'
import { type Ladder, nextTransition } from './transition.ts'
import { findLives, findRules, propose } from './transition-store.ts'

/** From the day when it is expected, a child is taken for born. */
const byRules =
  (rules: readonly LadderRule[]): Ladder =>
  ({ bornOn, expectedOn, stays }, on) => {
    const born = bornOn ?? (expectedOn !== undefined && on >= expectedOn ? expectedOn : undefined)
    return kindsOn(rules, { bornOn: born, expectedOn, places: stays }, on)
  }

/**
 * Proposes a hand-over where somebody else is to be BBA before long, and answers with how many. Only where something goes
 * on: for all other children the ladder moves in silence.
 */
export async function runTransitions(deps: Deps): Promise<number> {
  const today = swedishDay(deps.now())
  const ladder = byRules(await findRules(deps))
  let proposed = 0
  for (const { childId, life } of await findLives(deps)) {
    const on = nextTransition(life, today, ladder)
    if (on !== undefined && (await propose(deps, childId, on))) proposed++
  }
  return proposed
}
