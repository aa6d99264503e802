import { z } from 'zod'
import { check, type FieldErrors, version } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import { timeAndPlace } from '../meeting-fields.ts'

const fields = z.object({ version, ...timeAndPlace })
const calledOff = z.object({ version })

export type NewTime = z.output<typeof fields>
export type ChangeInput = { version: number; to: NewTime | undefined }

/** Another time or place; or called off, and then nothing else matters. */
export function readChange(form: ReadForm): Result<ChangeInput, FieldErrors> {
  if (one(form.typed, 'act') === 'cancel') {
    const read = check(form, calledOff)
    return read.ok ? ok({ version: read.value.version, to: undefined }) : read
  }
  const read = check(form, fields)
  return read.ok ? ok({ version: read.value.version, to: read.value }) : read
}
