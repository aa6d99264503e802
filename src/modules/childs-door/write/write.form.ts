import { z } from 'zod'
import { check, choice, type FieldErrors, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'
import { answerWayNames } from '../message.ts'

const schema = z.object({
  submission,
  words: told(message('Skriv några ord först'), 2000),
  answer: choice(answerWayNames, message('Välj hur du vill ha svar')),
})

export type WriteInput = z.output<typeof schema>

export const readWrite = (form: ReadForm): Result<WriteInput, FieldErrors> => check(form, schema)
