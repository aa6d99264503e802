import { z } from 'zod'
import { check, type FieldErrors, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import {
  answers,
  type Count,
  type FamilyVoice,
  familyVoices,
  fieldOf,
  type Most,
  questionsFor,
  questionTexts,
} from '../participation.ts'

const places = familyVoices.flatMap((voice) =>
  questionsFor('family').map((question) => ({
    voice,
    question,
    boxes: answers.map((answer) => ({ answer, name: fieldOf(voice, question, answer) })),
  })),
)
const howMany = z
  .string()
  .trim()
  .regex(/^\d{0,2}$/, 'Skriv hur många med siffror')
  .optional()
  .transform((text) => Number(text || 0))
const names = places.flatMap(({ boxes }) => boxes.map(({ name }) => name))
const schema = z.object({ submission, ...Object.fromEntries(names.map((name) => [name, howMany])) })

export type Counted = { id: string; counts: readonly Count[] }

const tooMany: Readonly<Record<FamilyVoice, (most: number) => string>> = {
  child: () => 'Barnet kan bara ha ett svar här. Skriv 1 vid det, och lämna de andra tomma.',
  guardian: (most) =>
    most === 1
      ? 'En vårdnadshavare kan bara ha ett svar här. Skriv 1 vid det, och lämna de andra tomma.'
      : `Det kan bara vara ${most} svar här, ett för varje vårdnadshavare.`,
}
const nothing = 'Inget är ifyllt. Skriv hur många som kryssade vad, på minst en fråga'

/** How many papers said what; no more of them than there are people. */
export function readCounts(form: ReadForm, most: Most): Result<Counted, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const { submission: id, ...typed } = read.value
  const numbers: Readonly<Record<string, unknown>> = typed
  const asked = places.map(({ voice, question, boxes }) => {
    const counts = boxes.map(({ answer, name }) => ({
      voice,
      question,
      answer,
      number: Number(numbers[name] ?? 0),
    }))
    return {
      voice,
      question,
      counts,
      /** The first box that has a number: there the error stands. */
      name: boxes[counts.findIndex(({ number }) => number > 0)]?.name ?? '',
      sum: counts.reduce((sum, { number }) => sum + number, 0),
    }
  })
  const over = asked.filter(({ voice, sum }) => sum > most[voice])
  if (over.length > 0)
    return fail(
      Object.fromEntries(
        over.map(({ voice, question, name }) => [
          name,
          `${questionTexts[question]} ${tooMany[voice](most[voice])}`,
        ]),
      ),
    )
  const counts = asked.flatMap((one) => one.counts.filter(({ number }) => number > 0))
  return counts.length > 0 ? ok({ id, counts }) : fail({ [names[0] ?? '']: nothing })
}
