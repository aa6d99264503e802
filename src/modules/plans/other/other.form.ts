import { z } from 'zod'
import { check, day, type FieldErrors, mayTell, submission, version } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import { SealedText } from '#shared/sealed.ts'
import { clock } from '../start/start.form.ts'

const otherForm = z.object({
  submission,
  version,
  followUpOn: day('Välj en dag när ni följer upp, till exempel 2027-01-20'),
  followUpTime: clock,
  ifWorse: mayTell(1000),
  references: mayTell(2000),
})

export type OtherInput = Omit<z.output<typeof otherForm>, 'references'> & {
  references: readonly SealedText[]
}

/** Other plans are referred to, one a line, never copied. */
export function readOther(form: ReadForm): Result<OtherInput, FieldErrors> {
  const read = check(form, otherForm)
  if (!read.ok) return read
  const lines = (read.value.references?.reveal() ?? '').split('\n').map((line) => line.trim())
  const references = lines.filter(Boolean).map((line) => new SealedText(line))
  return ok({ ...read.value, references })
}
