import { fail, ok, type Result } from '#shared/result.ts'
import type { DecisionOutcome, TaskKind } from '#shared/schema.ts'

/** The three questions, C1 to C3. Each is asked only when the one before it was answered no. */
export const questions = ['c1', 'c2', 'c3'] as const
export type ThreeAnswers = Readonly<Partial<Record<(typeof questions)[number], 'yes' | 'no' | undefined>>>

const outcomes = { c1: 'own_support', c2: 'handover', c3: 'collaboration' } as const satisfies Record<
  (typeof questions)[number],
  DecisionOutcome
>

/** The outcome of the first yes; three times no closes. The question that still needs an answer, if any. */
export function outcomeOf(answers: ThreeAnswers): Result<DecisionOutcome, (typeof questions)[number]> {
  for (const question of questions) {
    if (answers[question] === 'yes') return ok(outcomes[question])
    if (answers[question] === undefined) return fail(question)
  }
  return ok('close')
}

/**
 * What waits for the BBA when the outcome is chosen. The analysis stays on the list until what it led to has been
 * written: a support, or an offer to another unit.
 */
export const nextTask: Readonly<Record<DecisionOutcome, TaskKind | undefined>> = {
  own_support: 'analyse',
  handover: 'analyse',
  collaboration: 'ask_consent',
  close: undefined,
}
export const nextWithinWorkingDays = 5
