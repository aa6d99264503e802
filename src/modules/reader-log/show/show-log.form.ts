import { z } from 'zod'
import { check, type FieldErrors, idField, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { message } from '#ui/message.ts'
import type { AskedQuestion } from '../reading.ts'

const schema = z.object({
  submission,
  line: idField(message('Välj den rad du vill fråga om.')),
  question: told(message('Skriv vad du undrar. En mening räcker.'), 1000),
})

/** A line of the log, from an address or a form. */
export const lineIn = (text: string | undefined) => z.uuid().optional().catch(undefined).parse(text)

export type QuestionInput = z.output<typeof schema>

export const readQuestion = (form: ReadForm): Result<QuestionInput, FieldErrors> => check(form, schema)

/** Two questions of the same id are one only when they ask the same: the page may have been gone back to. */
export const isSame = (asked: AskedQuestion, { line, question }: QuestionInput): boolean =>
  asked.lineId === line && asked.question.reveal() === question.reveal()

export const askedAlready: FieldErrors = {
  question: message('Det här har du redan frågat, och du får svar på det. Fråga bara om det är något nytt.'),
}
