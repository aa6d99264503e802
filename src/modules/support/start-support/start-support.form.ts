import { z } from 'zod'
import { check, day, type FieldErrors, idField, mayTell, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  what: told('Skriv vad ni gör. En mening räcker.', 2000),
  who: idField('Välj vem som gör det'),
  reviewOn: day('Skriv när ni tittar igen, som 2026-11-24'),
  pointsTo: mayTell(500),
})

export type StartInput = z.output<typeof schema>

export const readStart = (form: ReadForm): Result<StartInput, FieldErrors> => check(form, schema)

export const startErrors = {
  who: { who: 'Välj någon som arbetar här' },
  past: { reviewOn: 'Dagen har redan varit' },
} as const satisfies Record<string, FieldErrors>
