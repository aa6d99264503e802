import { z } from 'zod'
import { check, type FieldErrors } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const ids = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((chosen = []) => [...new Set(chosen)])

const schema = z.object({
  basis: z.enum(['consent', 'ground', 'same_wall']).optional().catch(undefined),
  ground: z.string().optional(),
  statements: ids,
})

export type OfferInput = z.output<typeof schema>

export const readOffer = (form: ReadForm): Result<OfferInput, FieldErrors> => check(form, schema)

export const offerErrors = {
  basis: { basis: 'Svara på om familjen har sagt ja' },
  consent: {
    basis: 'Familjen har inte sagt ja till den verksamheten. Fråga om samtycke, eller välj en regel.',
  },
  ground: { ground: 'Välj den regel som gör att du får överlämna' },
  outside: { statements: 'Samtycket gäller inte alla de områdena. Ta bort det som inte ingår.' },
} as const satisfies Record<string, FieldErrors>
