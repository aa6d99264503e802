import type { FieldErrors } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type HoldGround, holdGrounds } from '../extract.ts'

export type Choices = { given: ReadonlySet<string>; held: ReadonlyMap<string, HoldGround> }

export const fieldOf = (partId: string) => `part-${partId}`

/** Every part is decided on its own: nothing goes out because nobody looked. */
export function readChoices(
  { typed }: ReadForm,
  parts: readonly { id: string; title: string }[],
): Result<Choices, FieldErrors> {
  const given = new Set<string>()
  const held = new Map<string, HoldGround>()
  const errors: Record<string, string> = {}
  for (const { id, title } of parts) {
    const said = one(typed, fieldOf(id))
    const ground = holdGrounds.find((code) => code === said)
    if (said === 'give') given.add(id)
    else if (ground) held.set(id, ground)
    else errors[fieldOf(id)] = `Välj om delen lämnas ut eller hålls inne: ${title}`
  }
  return Object.keys(errors).length > 0 ? fail(errors) : ok({ given, held })
}
