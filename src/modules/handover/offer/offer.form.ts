import { z } from 'zod'
import { readSharingTest } from '#modules/sharing'
import { check, type FieldErrors } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { Reason } from '../handover.ts'
import { chosenIds, type LineKind, lineKinds } from '../page-line.ts'

const schema = z.object({
  basis: z.enum(['consent', 'ground', 'same_wall']).optional().catch(undefined),
  ground: z.string().optional(),
  statements: chosenIds,
  wish: chosenIds,
  action: chosenIds,
  told: chosenIds,
})

export type OfferInput = z.output<typeof schema> & { why: Reason | undefined }

/** On the family's yes what was written when it was prepared says why; on a rule there are three sentences. */
export function readOffer(form: ReadForm): Result<OfferInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok || read.value.basis !== 'ground') return read.ok ? ok({ ...read.value, why: undefined }) : read
  const why = readSharingTest(form, 'ground')
  if (!read.value.ground) return fail({ ...offerErrors.ground, ...(!why.ok && why.error) })
  if (!why.ok) return why
  return ok({ ...read.value, why: 'necessary' in why.value ? why.value : undefined })
}

/** The questions under which something may be chosen to go along. */
export const choosing = ['statements', ...lineKinds] as const

/** What was chosen, whichever question it stood under. */
export const chosenOf = (input: OfferInput): readonly string[] => choosing.flatMap((name) => input[name])

const notIncluded = 'Samtycket gäller inte alla de områdena. Ta bort det som inte ingår.'
export const outsideLine = (kind: LineKind): FieldErrors => ({ [kind]: notIncluded })

export const offerErrors = {
  basis: { basis: 'Svara på om familjen har sagt ja' },
  consent: {
    basis: 'Familjen har inte sagt ja till den verksamheten. Fråga om samtycke, eller välj en regel.',
  },
  ground: { ground: 'Välj den regel som gör att du får överlämna' },
  outside: { statements: notIncluded },
} as const satisfies Record<string, FieldErrors>
