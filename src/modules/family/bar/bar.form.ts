import { z } from 'zod'
import type { Day } from '#shared/dates.ts'
import { check, type FieldErrors, idField, mayChoose, mayDay, told } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import { type BarGround, barGrounds } from '../family.ts'

/** Stands for everything about the child, in the list of what can be barred. */
export const everything = 'allt'

const added = z.object({
  person: idField('Välj vem som inte ska se'),
  thing: z.union([z.literal(everything), z.uuid()], 'Välj vad det gäller'),
  why: told('Skriv med en mening varför', 1000),
  ground: mayChoose(barGrounds),
  reconsiderOn: mayDay('Skriv en dag, till exempel 2027-02-24'),
})
const kept = z.object({ keep: idField('Ladda om sidan och försök igen') })
const ended = z.object({ end: idField('Ladda om sidan och försök igen') })

export type BarInput =
  | {
      act: 'add'
      person: string
      thing: string
      why: SealedText
      ground?: BarGround | undefined
      reconsiderOn?: Day | undefined
    }
  | { act: 'keep'; bar: string }
  | { act: 'end'; bar: string }

export function readBar(form: ReadForm): Result<BarInput, FieldErrors> {
  if (one(form.typed, 'end')) {
    const end = check(form, ended)
    return end.ok ? ok({ act: 'end', bar: end.value.end }) : end
  }
  if (one(form.typed, 'keep')) {
    const keep = check(form, kept)
    return keep.ok ? ok({ act: 'keep', bar: keep.value.keep }) : keep
  }
  const add = check(form, added)
  return add.ok ? ok({ act: 'add', ...add.value }) : add
}
