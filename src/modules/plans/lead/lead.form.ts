import { z } from 'zod'
import { check, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'

/** Ask somebody, answer, or let the BBA lead again. */
export type LeadInput = { act: 'ask'; who: string } | { act: 'accept' } | { act: 'decline' } | { act: 'bba' }

const leadForm = z.object({
  submission,
  act: z.enum(['ask', 'accept', 'decline', 'bba']).catch('ask'),
  who: z.uuid().optional().catch(undefined),
})

export function readLead(form: ReadForm): Result<LeadInput, FieldErrors> {
  const read = check(form, leadForm)
  if (!read.ok) return read
  const { act, who } = read.value
  if (act !== 'ask') return ok({ act })
  return who ? ok({ act, who }) : fail({ who: 'Välj vem du frågar' })
}
