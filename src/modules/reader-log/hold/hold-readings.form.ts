import { z } from 'zod'
import { check, choice, day, type FieldErrors, idField, mayDay, submission, told } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { holdGrounds } from '../reading.ts'

const again = day('Skriv vilken dag ni tittar på det igen')
const added = z.object({
  submission,
  from: day('Skriv från vilken dag'),
  to: mayDay('Skriv dagen som i 2027-03-31'),
  ground: choice(holdGrounds, 'Välj varför det inte får synas'),
  why: told('Skriv med en mening varför', 1000),
  again,
})
const ended = z.object({ end: idField('Ladda om sidan och försök igen') })
const kept = z.object({ keep: idField('Ladda om sidan och försök igen'), again })

/** Each thing that is held back has a field of its own for the next day. */
export const keepField = (holdId: string) => `again-${holdId}`

export type HoldInput =
  | ({ act: 'add' } & z.output<typeof added>)
  | ({ act: 'end' } & z.output<typeof ended>)
  | ({ act: 'keep' } & z.output<typeof kept>)

export function readHold(form: ReadForm): Result<HoldInput, FieldErrors> {
  if (one(form.typed, 'end')) return named('end', check(form, ended))
  const keep = one(form.typed, 'keep')
  if (keep) return readKeep(form, keep)
  const read = check(form, added)
  if (read.ok && read.value.to && read.value.to < read.value.from)
    return fail({ to: 'Den sista dagen kan inte komma före den första' })
  return named('add', read)
}

function readKeep(form: ReadForm, keep: string): Result<HoldInput, FieldErrors> {
  const field = keepField(keep)
  const read = check({ ...form, typed: { keep, again: one(form.typed, field) } }, kept)
  if (read.ok) return ok({ act: 'keep', ...read.value })
  const { again: message, ...others } = read.error
  return fail({ ...others, ...(message && { [field]: message }) })
}

const named = <A extends HoldInput['act'], T>(
  act: A,
  read: Result<T, FieldErrors>,
): Result<{ act: A } & T, FieldErrors> => (read.ok ? ok({ act, ...read.value }) : read)
