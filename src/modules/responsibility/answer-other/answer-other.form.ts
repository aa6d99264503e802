import { z } from 'zod'
import { check, choice, type FieldErrors, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'

const schema = z.object({
  submission,
  outcome: choice(['change', 'keep'], 'Välj hur det blir'),
  who: z.uuid().optional().catch(undefined),
  words: told('Skriv varför, med några ord', 1000),
})

export type AnswerOtherInput = { submission: string; words: SealedText } & (
  | { outcome: 'change'; who: string }
  | { outcome: 'keep' }
)

export const nobodyChosen: FieldErrors = { who: 'Välj vem som ska vara Barnets bästa-ansvarig' }

/** Somebody is chosen, or it stays as it is; some words either way. */
export function readAnswerOther(form: ReadForm): Result<AnswerOtherInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const { submission: id, outcome, who, words } = read.value
  if (outcome === 'keep') return ok({ submission: id, outcome, words })
  return who ? ok({ submission: id, outcome, who, words }) : fail(nobodyChosen)
}
