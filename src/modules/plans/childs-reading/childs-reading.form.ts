import { z } from 'zod'
import { check, choice, type FieldErrors, idField, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Helped } from '#shared/schema.ts'
import { message } from '#ui/message.ts'

// The names that the glasses on the page send.
const glasses = { yes: 'yes', little: 'a_little', no: 'no', unsure: 'dont_know' } as const satisfies Record<
  string,
  Helped
>

const answerForm = z.object({
  submission,
  part: idField(message('Välj ett av glasen')),
  hjalper: choice(['yes', 'little', 'no', 'unsure'], message('Välj ett av glasen')),
})

export type ChildsAnswer = { partId: string; helped: Helped }

export function readChildsAnswer(form: ReadForm): Result<ChildsAnswer, FieldErrors> {
  const read = check(form, answerForm)
  return read.ok ? ok({ partId: read.value.part, helped: glasses[read.value.hjalper] }) : read
}
