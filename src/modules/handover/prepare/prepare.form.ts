import { z } from 'zod'
import { check, type FieldErrors, idField, mayTell, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  unit: idField('Välj vilken verksamhet'),
  why: told('Skriv vad barnet behöver hjälp med, och varför det hör hemma där', 2000),
  familyThinks: mayTell(1000),
})

export type PrepareInput = z.output<typeof schema>

export const readPrepare = (form: ReadForm): Result<PrepareInput, FieldErrors> => check(form, schema)

export const unknownUnit: FieldErrors = { unit: 'Välj en av verksamheterna i listan' }
