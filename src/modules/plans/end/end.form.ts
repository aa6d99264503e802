import { z } from 'zod'
import { check, choice, type FieldErrors, mayChoose, mayTell, submission } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'
import type { PlanEnd } from '#shared/schema.ts'

export const endReasons = [
  'goals_met',
  'not_needed',
  'family_ended',
  'moved',
  'other',
] as const satisfies readonly PlanEnd[]

const endForm = z.object({
  submission,
  because: choice(endReasons, 'Välj varför planen avslutas'),
  childFirst: mayChoose(['told', 'not_told']),
  about: mayTell(1000),
  after: choice(['close', 'own_support'], 'Välj vad som händer sedan'),
})

export type EndInput = z.output<typeof endForm>
export const readEnd = (form: ReadForm): Result<EndInput, FieldErrors> => check(form, endForm)

/** How to go on after an end. */
export const readAfter = (form: ReadForm): Result<Pick<EndInput, 'after'>, FieldErrors> =>
  check(form, endForm.pick({ submission: true, after: true }))

/** The family need not say anything at all. */
export const readFamilyEnd = (form: ReadForm): Result<{ submission: string }, FieldErrors> =>
  check(form, z.object({ submission }))
