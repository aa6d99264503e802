import { z } from 'zod'
import { check, type FieldErrors, mayTell, submission } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { AgreementAnswer } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'
import { type Asked, agreementAnswers, keyOf } from '../agreement.ts'

export type AnswerInput = {
  asked: Asked
  answer: AgreementAnswer
  why: SealedText | undefined
  whyIsOpen: boolean
}

export const agreeField = (what: 'answer' | 'why' | 'open', asked: Asked) => `${what}-${keyOf(asked)}`

/** An answer from each who has given one. Somebody who answers for themselves must choose; why is never asked for. */
export function readAgree(
  form: ReadForm,
  everyone: readonly Asked[],
): Result<readonly AnswerInput[], FieldErrors> {
  const read = check(form, z.object({ submission }))
  if (!read.ok) return read
  const errors: Record<string, string> = {}
  const answers = everyone.flatMap((asked): AnswerInput[] => {
    const typed = (what: 'answer' | 'why' | 'open') => one(form.typed, agreeField(what, asked))
    const answer = agreementAnswers.find((value) => value === typed('answer'))
    const why = mayTell(1000).safeParse(typed('why'))
    if (!why.success) errors[agreeField('why', asked)] = why.error.issues[0]?.message ?? ''
    if (!answer && (everyone.length === 1 || typed('why')))
      errors[agreeField('answer', asked)] = message('Välj ett av svaren')
    if (!answer || !why.success) return []
    return [{ asked, answer, why: why.data, whyIsOpen: typed('open') === 'ja' }]
  })
  return Object.keys(errors).length > 0 ? fail(errors) : ok(answers)
}
