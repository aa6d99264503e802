import { z } from 'zod'
import { check, type FieldErrors, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({ submission, text: told('Skriv en anteckning. Några ord räcker.') })

export type NoteInput = z.output<typeof schema>

export const readNote = (form: ReadForm): Result<NoteInput, FieldErrors> => check(form, schema)
