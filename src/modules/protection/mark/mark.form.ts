import { z } from 'zod'
import { check, choice, day, type FieldErrors, idField, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { kinds, sources } from '../protection.ts'

/** Stands for the child itself among those the mark can be about. */
export const theChild = 'barnet'

const mark = z.object({
  submission,
  who: z.union([z.literal(theChild), idField('')], 'Välj vem det gäller'),
  kind: choice(kinds, 'Välj vad det är'),
  source: choice(sources, 'Välj hur ni vet det'),
  markedOn: day('Skriv vilken dag ni fick veta det'),
})
export type MarkInput = z.output<typeof mark>

export const readMark = (form: ReadForm): Result<MarkInput, FieldErrors> => check(form, mark)
