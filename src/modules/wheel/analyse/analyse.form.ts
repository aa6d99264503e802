import { z } from 'zod'
import { closings } from '#modules/responsibility'
import { check, type FieldErrors, mayChoose, mayTell, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { DecisionOutcome, MatterOutcome } from '#shared/schema.ts'
import { outcomeOf } from '../decision.ts'
import type { Analysis } from '../decision-store.ts'

const answer = mayChoose(['yes', 'no'])
const schema = z.object({
  submission,
  analysis: told('Skriv kort vad ni ser: vad bär, vad behövs, vad vill barnet?', 4000),
  five1: mayTell(1000),
  five2: mayTell(1000),
  five3: mayTell(1000),
  five4: mayTell(1000),
  five5: mayTell(1000),
  c1: answer,
  c2: answer,
  c3: answer,
  closing: mayChoose(closings),
  reason: told('Skriv med en mening varför', 1000),
})

export type AnalyseInput = {
  submission: string
  analysis: Analysis
  outcome: DecisionOutcome
  /** How the matter ends, when nothing more is to be done. */
  closing: MatterOutcome | undefined
}

export function readAnalysis(form: ReadForm): Result<AnalyseInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const { submission: id, analysis, five1, five2, five3, five4, five5, reason, closing } = read.value
  const outcome = outcomeOf(read.value)
  if (!outcome.ok) return fail({ [outcome.error]: 'Svara ja eller nej' })
  if (outcome.value === 'close' && !closing) return fail({ closing: 'Välj varför ni slutar här' })
  const five = [five1, five2, five3, five4, five5]
  return ok({ submission: id, outcome: outcome.value, closing, analysis: { analysis, five, reason } })
}
