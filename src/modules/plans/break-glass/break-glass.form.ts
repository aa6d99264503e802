import { z } from 'zod'
import { emergencyGrounds } from '#modules/knowledge'
import { check, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { personNumberIn } from '#shared/person-number.ts'

const codes = emergencyGrounds.map(({ code }) => code)
const missing = 'Skriv barnets personnummer med alla tolv siffror, året först'

const form = z.object({
  submission,
  number: z
    .string({ error: missing })
    .transform((text) => personNumberIn(text))
    .pipe(z.string({ error: missing })),
  ground: z.enum(codes, { error: 'Välj varför du inte kan vänta' }),
  why: told('Skriv med en mening vad som har hänt och varför du behöver se planen.', 1000),
})

export type BreakGlassInput = z.output<typeof form>
export const readBreakGlass = (read: ReadForm) => check(read, form)

/** All that was asked, for telling whether it is the same. */
export const wordsOf = ({ number, ground, why }: BreakGlassInput): string =>
  [number, ground, why.reveal()].join(' ')
