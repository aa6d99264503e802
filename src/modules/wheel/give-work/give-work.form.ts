import { z } from 'zod'
import { check, type FieldErrors, idField, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({ submission, colleague: idField('Välj en kollega') })

export type GiveInput = z.output<typeof schema>

export const readGive = (form: ReadForm): Result<GiveInput, FieldErrors> => check(form, schema)

export const noColleague: FieldErrors = { colleague: 'Välj en kollega som arbetar här' }
