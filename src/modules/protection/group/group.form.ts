import { z } from 'zod'
import { check, type FieldErrors, idField, submission } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'

const added = z.object({ submission: submission.optional(), add: idField('Välj vem') })
const removed = z.object({ remove: idField('Ladda om sidan och försök igen') })
export type GroupInput = { act: 'add'; id: string | undefined; who: string } | { act: 'remove'; id: string }

export function readGroup(form: ReadForm): Result<GroupInput, FieldErrors> {
  if (one(form.typed, 'remove')) {
    const read = check(form, removed)
    return read.ok ? ok({ act: 'remove', id: read.value.remove }) : read
  }
  const read = check(form, added)
  return read.ok ? ok({ act: 'add', id: read.value.submission, who: read.value.add }) : read
}
