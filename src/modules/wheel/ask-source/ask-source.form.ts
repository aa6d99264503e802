import { z } from 'zod'
import { wheelAreas } from '#modules/knowledge'
import { readSharingTest, type SharingTest } from '#modules/sharing'
import { check, choice, day, type FieldErrors, idField, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'

const schema = z.object({
  submission,
  unit: idField('Välj vilken verksamhet du vill fråga'),
  area: choice(wheelAreas, 'Välj vilket område frågan handlar om'),
  question: told('Skriv din fråga. En fråga i taget.', 1000),
  dueOn: day('Skriv när du behöver svar, som 2026-11-24'),
  basis: choice(['consent', 'ground'], 'Svara på om familjen har sagt ja'),
  ground: z.string().optional(),
})

export type AskInput = z.output<typeof schema> & { why: SharingTest }

export function readAsk(form: ReadForm): Result<AskInput, FieldErrors> {
  const read = check(form, schema)
  const basis = form.typed['basis']
  const why = basis === 'consent' || basis === 'ground' ? readSharingTest(form, basis) : undefined
  const wrong = { ...(why && !why.ok && why.error), ...(!read.ok && read.error) }
  if (basis === 'ground' && !form.typed['ground']) Object.assign(wrong, askErrors.ground)
  return read.ok && why?.ok && Object.keys(wrong).length === 0
    ? ok({ ...read.value, why: why.value })
    : fail(wrong)
}

export const askErrors = {
  unit: { unit: 'Välj en av verksamheterna i listan' },
  past: { dueOn: 'Dagen har redan varit' },
  consent: {
    basis:
      'Familjen har inte sagt ja till den verksamheten och det området. Fråga om samtycke, eller välj en regel.',
  },
  ground: { ground: 'Välj den regel som gör att du får fråga' },
} as const satisfies Record<string, FieldErrors>
