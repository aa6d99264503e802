import { z } from 'zod'
import { check, choice, day, type FieldErrors, mayTell, told, version } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import { supportEnds } from '../support.ts'

const followed = z.object({
  version,
  note: told('Skriv med en mening hur det går', 2000),
  reviewOn: day('Skriv när ni tittar igen, som 2026-11-24'),
})
const ended = z.object({
  version,
  because: choice(supportEnds, 'Välj varför stödet slutar'),
  endNote: mayTell(2000),
})

export type FollowInput = z.output<typeof followed>
export type EndInput = z.output<typeof ended>

export const readFollow = (form: ReadForm): Result<FollowInput, FieldErrors> => check(form, followed)
export const readEnd = (form: ReadForm): Result<EndInput, FieldErrors> => check(form, ended)

export const past: FieldErrors = { reviewOn: 'Dagen har redan varit' }
