import { z } from 'zod'
import { wheelAreas } from '#modules/knowledge'
import { readSharingTest, type SharingTest } from '#modules/sharing'
import { check, choice, day, type FieldErrors, mayTell, submission, told, words } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'

const schema = z.object({
  submission,
  /** `adult:` with an id, or `new_adult`: then the two fields tell who. */
  voice: words('Välj vem du vill fråga', 60),
  adultCalled: mayTell(60),
  adultName: mayTell(120),
  area: choice(wheelAreas, 'Välj vilket område frågan handlar om'),
  question: told('Skriv din fråga. En fråga i taget.', 1000),
  named: z.literal('ja').optional().catch(undefined),
  dueOn: day('Skriv hur länge länken ska gälla, som 2026-12-01'),
  basis: choice(['consent', 'ground'], 'Svara på om familjen har sagt ja'),
  ground: z.string().optional(),
})
const onYes = z.object({ yes: told('Skriv vem som har sagt ja, och när', 300) })

export type AskAdultInput = z.output<typeof schema> & { yes: SealedText | undefined; why: SharingTest }

/** With the family's yes it is said who gave it, beside the one sentence; else there are a rule and three. */
export function readAskAdult(form: ReadForm): Result<AskAdultInput, FieldErrors> {
  const read = check(form, schema)
  const basis = form.typed['basis']
  const why = basis === 'consent' || basis === 'ground' ? readSharingTest(form, basis) : undefined
  const yes = basis === 'consent' ? check(form, onYes) : undefined
  const wrong = {
    ...(why && !why.ok && why.error),
    ...(yes && !yes.ok && yes.error),
    ...(!read.ok && read.error),
  }
  if (basis === 'ground' && !form.typed['ground']) Object.assign(wrong, askAdultErrors.ground)
  return read.ok && why?.ok && Object.keys(wrong).length === 0
    ? ok({ ...read.value, why: why.value, yes: yes?.ok ? yes.value.yes : undefined })
    : fail(wrong)
}

export const askAdultErrors = {
  day: { dueOn: 'Välj en dag från i dag och högst 30 dagar framåt' },
  ground: { ground: 'Välj den regel som gör att du får fråga' },
} as const satisfies Record<string, FieldErrors>
