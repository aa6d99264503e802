import { z } from 'zod'
import { wheelAreas } from '#modules/knowledge'
import { check, type FieldErrors, several, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, type Result } from '#shared/result.ts'

const schema = z.object({ submission, areas: several(wheelAreas) })

export type StartInput = z.output<typeof schema>

export function readStart(form: ReadForm): Result<StartInput, FieldErrors> {
  const read = check(form, schema)
  if (read.ok && read.value.areas.length === 0)
    return fail({ areas: 'Välj minst ett område som spelar roll just nu' })
  return read
}

export const talkFirst: FieldErrors = {
  form: 'Prata med familjen först. När du har noterat det kan du börja samla.',
}
