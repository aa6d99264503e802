import { z } from 'zod'
import { check, choice, type FieldErrors, mayChoose, submission, words } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, type Result } from '#shared/result.ts'
import { kinds, levels } from '../identifier.ts'
import { sources } from '../number-store.ts'

/** Why another number takes the place of the one that stands there. */
const reasons = ['changed', 'wrong'] as const

const number = z.object({
  submission,
  kind: choice(kinds, 'Välj vilket slags nummer det är'),
  number: words('Skriv numret', 40),
  givenBy: z
    .string()
    .trim()
    .max(60, 'Skriv högst 60 tecken')
    .refine((text) => !/\d{4}/.test(text), 'Skriv bara vem som har gett det, och numret för sig')
    .default(''),
  level: mayChoose(levels),
  source: choice(sources, 'Välj hur ni vet det'),
  why: mayChoose(reasons),
})
export type NumberInput = z.output<typeof number>

export function readNumber(form: ReadForm): Result<NumberInput, FieldErrors> {
  const read = check(form, number)
  if (read.ok && read.value.kind === 'other' && read.value.givenBy.length < 2)
    return fail({ givenBy: 'Skriv vem som har gett numret' })
  return read
}
