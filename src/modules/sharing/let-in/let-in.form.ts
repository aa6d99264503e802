import { z } from 'zod'
import { check, type FieldErrors, submission } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { PartyPart } from '#shared/schema.ts'

const schema = z.object({ submission, unit: z.uuid('Välj verksamhet') })

export type LetInInput = {
  submission: string
  unitId: string
  part: PartyPart
  contactEngagementId: string
}

/** One unit's part and contact. Each unit has fields of its own, so that a page can hold several. */
export function readLetIn(form: ReadForm): Result<LetInInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const { submission: id, unit } = read.value
  const part = one(form.typed, `part-${unit}`)
  const contact = z.uuid().safeParse(one(form.typed, `contact-${unit}`))
  const wrong: Record<string, string> = {}
  if (part !== 'whole' && part !== 'own') wrong[`part-${unit}`] = 'Välj hur mycket de får läsa'
  if (!contact.success) wrong[`contact-${unit}`] = 'Välj vem familjen träffar där'
  if ((part !== 'whole' && part !== 'own') || !contact.success) return fail(wrong)
  return ok({ submission: id, unitId: unit, part, contactEngagementId: contact.data })
}
