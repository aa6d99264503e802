import { z } from 'zod'
import { check, type FieldErrors, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({ submission, answer: told('Skriv ett svar. Några ord räcker.', 2000) })

export type AnswerInput = z.output<typeof schema>

export const readAnswer = (form: ReadForm): Result<AnswerInput, FieldErrors> => check(form, schema)
