import { z } from 'zod'
import { check, type FieldErrors, idField, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'

const schema = z.object({ submission, words: told(message('Skriv några ord om det som gick bra'), 300) })

export type NoteInput = z.output<typeof schema>

export const readNote = (form: ReadForm): Result<NoteInput, FieldErrors> => check(form, schema)

/** Words with the form that they came by: sent twice it is the same, gone back to with other words it is another. */
export const whatIsNoted = ({ submission: from, words }: NoteInput): string => `${from} ${words.reveal()}`

const which = z.object({ moment: idField('Välj vilken') })

export const readTakeBack = (form: ReadForm): Result<z.output<typeof which>, FieldErrors> =>
  check(form, which)
