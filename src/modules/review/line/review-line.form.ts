import { z } from 'zod'
import { check, choice, type FieldErrors, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { outcomes } from '../review.ts'

const form = z.object({
  submission,
  outcome: choice(outcomes, 'Välj vad du kom fram till'),
  words: told('Skriv med en mening hur du vet det.', 1000),
  harms: z.enum(['yes', 'no']).optional().catch(undefined),
})

export type ReviewInput = z.output<typeof form>

export const readReview = (read: ReadForm) => check(read, form)

/** An emergency is told to the family, unless it can harm somebody: that question must have its answer. */
export const harmMissing: FieldErrors = {
  harms: 'Svara på om det kan skada någon att familjen får veta',
}
