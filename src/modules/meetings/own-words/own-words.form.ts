import { z } from 'zod'
import { check, type FieldErrors, mayTell } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'

const fields = z.object({
  words: mayTell(2000),
  unsure: z.literal('ja').optional().catch(undefined),
})

export type OwnWordsInput = { text: SealedText | undefined }

/** Some words, or that one does not know; what is written goes before. */
export function readOwnWords(form: ReadForm): Result<OwnWordsInput, FieldErrors> {
  const read = check(form, fields)
  if (!read.ok) return read
  const { words, unsure } = read.value
  if (!words && !unsure) return fail({ words: message('Skriv några ord, eller tryck på ”Jag vet inte”') })
  return ok({ text: words })
}
