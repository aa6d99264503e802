import { z } from 'zod'
import {
  check,
  type FieldErrors,
  mayChoose,
  mayDay,
  mayTell,
  submission,
  told,
  version,
} from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { PlanPerson } from '../plan.ts'

export const actionStates = ['later', 'ongoing', 'done', 'not_done', 'no_longer_needed'] as const

/** An action: what, who and when. */
export const actionFields = {
  what: told('Skriv vilket stöd det är', 300),
  who: told('Skriv vem som gör det', 200),
  /** The unit that answers for it; empty when the family does it itself. */
  unit: z.uuid().optional().catch(undefined),
  when: mayTell(200),
  startsOn: mayDay('Skriv dagen som 2027-01-09'),
  endsOn: mayDay('Skriv dagen som 2027-01-09'),
  toChild: mayTell(300),
}
const actionForm = z.object({
  ...actionFields,
  submission,
  version,
  goal: z.uuid().optional().catch(undefined),
  state: mayChoose(actionStates),
  hideFrom: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((chosen = []) => chosen),
  hideWhy: mayTell(1000),
  outcome: z.enum(['end', 'another']).optional().catch(undefined),
})

export type ActionInput = z.output<typeof actionForm>
type When = Pick<ActionInput, 'when' | 'startsOn' | 'endsOn'>

/** In words or as days: one of them must be there, and the days in their order. */
export function whenErrors({ when, startsOn, endsOn }: When): FieldErrors | undefined {
  if (!when && !startsOn && !endsOn) return { when: 'Skriv när, med ord eller med dagar' }
  if (startsOn && endsOn && endsOn < startsOn) return { endsOn: 'Sista dagen kan inte vara före den första' }
  return undefined
}

export function readAction(form: ReadForm): Result<ActionInput, FieldErrors> {
  const read = check(form, actionForm)
  if (!read.ok) return read
  const hideErrors =
    read.value.hideFrom.length > 0 && !read.value.hideWhy
      ? { hideWhy: 'Skriv varför, med en mening. Det läser bara ni som arbetar med barnet.' }
      : undefined
  const errors = whenErrors(read.value) ?? hideErrors
  return errors ? fail(errors) : ok(read.value)
}

/** The one that the words name, if it is somebody in the unit. */
export function personNamed<P extends Pick<PlanPerson, 'name'>>(
  who: SealedText,
  people: readonly P[],
): P | undefined {
  const text = who.reveal().toLowerCase()
  return people.find(({ name }) => text.includes(name.toLowerCase()))
}
