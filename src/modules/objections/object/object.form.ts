import { z } from 'zod'
import { check, type FieldErrors, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'

const schema = z.object({
  submission,
  words: told(message('Skriv vad som inte stämmer'), 2000),
  open: z.literal('ja').optional().catch(undefined),
  /** Which version was read: when it was written. */
  seen: z.string().optional().catch(undefined),
})

export type ObjectionInput = z.output<typeof schema>

export const readObjection = (form: ReadForm): Result<ObjectionInput, FieldErrors> => check(form, schema)

/** Two sayings of the same id are one only when they say the same: the page may have been gone back to. */
export const isSame = (one: SealedText, other: SealedText): boolean => one.reveal() === other.reveal()

/** Words with the form that they came by: the same when it is sent twice. */
export const whatIsSaid = ({ submission: id, words: said }: ObjectionInput): string =>
  `${id} ${said.reveal()}`

export const saidAlready: FieldErrors = {
  words: message('Det här har du redan skickat, och du får svar på det. Skriv bara det som är nytt.'),
}
