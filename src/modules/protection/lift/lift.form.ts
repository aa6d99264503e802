import { z } from 'zod'
import { check, type FieldErrors, several } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { fields } from '../protection.ts'

const shown = z.object({ show: several(fields) })
export type AgainInput = z.output<typeof shown>

export const readAgain = (form: ReadForm): Result<AgainInput, FieldErrors> => check(form, shown)
