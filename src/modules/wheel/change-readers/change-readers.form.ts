import { z } from 'zod'
import { check, choice, type FieldErrors, version } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'

const schema = z.object({
  version,
  readers: choice(['told', 'unit', 'meeting', 'everyone'], message('Välj vem som får läsa')),
  childWants: z.literal('ja').optional().catch(undefined),
})

export type ReadersInput = z.output<typeof schema>

export const readReaders = (form: ReadForm): Result<ReadersInput, FieldErrors> => check(form, schema)

export const readersErrors = {
  readers: { readers: message('Välj vem som får läsa') },
  childWants: { childWants: 'Fler får läsa bara om barnet vill det. Fråga först.' },
} as const satisfies Record<string, FieldErrors>
