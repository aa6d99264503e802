import { z } from 'zod'
import { PlainError } from '../../src/plain-error.ts'

/** A rule as somebody with the right to decide has decided it. */
const rule = z.strictObject({
  kind: z.enum(['noticing_without_action', 'child_record', 'consultation']),
  secrecyUnitId: z.uuid(),
  months: z.int().positive(),
  /** Days of the month: who is born on one of them is kept for research. */
  keepBornOn: z.array(z.int().min(1).max(31)).default([]),
  /** The number of the decision, in the organisation's own register. */
  decision: z.string().min(1),
  /** The law or the plan that it rests on. */
  source: z.string().min(1),
  validFrom: z.iso.date(),
})
export type RetentionRule = z.output<typeof rule>

/** Throws in words that somebody can act on. */
export function readRules(text: string): RetentionRule[] {
  const found = z.array(rule).min(1).safeParse(jsonOf(text))
  if (found.success) return found.data
  throw new PlainError(`Reglerna går inte att läsa:\n${z.prettifyError(found.error)}`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PlainError('Filen med regler är inte JSON.')
  }
}
