import { z } from 'zod'
import { check, choice, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  put: choice(['wheel', 'apart'], 'Välj om svaret ska stå i hjulet'),
})
export type TakeInput = z.output<typeof schema>

export const readTake = (form: ReadForm): Result<TakeInput, FieldErrors> => check(form, schema)

const ending = z.object({ yes: z.literal('withdrawn').optional().catch(undefined) })
export type EndLinkInput = z.output<typeof ending>

/** Nothing that was sent is wrong: only the one button says more than that the link is over. */
export const readEndLink = ({ typed }: ReadForm): EndLinkInput => ending.parse(typed)
