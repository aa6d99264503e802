import { z } from 'zod'
import { check, choice, day, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'

export const lengths = ['15', '20', '30', '45', '60'] as const

const form = z.object({
  submission,
  day: day('Välj en dag.'),
  clock: z
    .string({ error: 'Skriv ett klockslag, som 14.30.' })
    .trim()
    .regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, 'Skriv ett klockslag, som 14.30.')
    .transform((text) => text.replace('.', ':').padStart(5, '0')),
  minutes: choice(lengths, 'Välj hur länge.'),
})
const taking = z.object({ takeBack: z.uuid('Ladda om sidan och försök igen.') })

export type OfferTimesInput = ({ does: 'add' } & z.output<typeof form>) | { does: 'take-back'; id: string }

export function readOfferTimes(read: ReadForm): Result<OfferTimesInput, FieldErrors> {
  if (read.typed['takeBack'] !== undefined) {
    const taken = check(read, taking)
    return taken.ok ? ok({ does: 'take-back', id: taken.value.takeBack }) : taken
  }
  const added = check(read, form)
  return added.ok ? ok({ does: 'add', ...added.value }) : added
}
