import { z } from 'zod'
import { check, type FieldErrors, idField, mayTell, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import { bodyAsText } from '#shared/sealed.ts'
import type { Handover } from '../handover.ts'

const common = {
  submission,
  unit: idField('Välj vilken verksamhet'),
  kind: z.enum(['whole', 'next_lead']).catch('whole'),
}
const onlyName = z.object(common)
const withReason = z.object({
  ...common,
  why: told('Skriv vad barnet behöver hjälp med, och varför det hör hemma där', 2000),
  familyThinks: mayTell(1000),
})

type WithReason = z.output<typeof withReason>
export type PrepareInput = z.output<typeof onlyName> & Partial<Pick<WithReason, 'why' | 'familyThinks'>>

/** Somebody else will be BBA before long, and nothing has to be handed over for that. */
export const notNeeded = 'not_needed'

/** With only the name nothing is written: what stands in a field that is not shown is not read. */
export function readPrepare(form: ReadForm): Result<PrepareInput | typeof notNeeded, FieldErrors> {
  if (form.typed['act'] === notNeeded) return ok(notNeeded)
  return form.typed['goes'] === 'name' ? check(form, onlyName) : check(form, withReason)
}

/** Two of the same id are one only when they say the same: the page may have been gone back to. */
export const isSame = (before: Handover, { unit, kind, why, familyThinks }: PrepareInput): boolean =>
  before.to.unitId === unit &&
  before.kind === kind &&
  bodyAsText({ why: before.why, familyThinks: before.familyThinks }) === bodyAsText({ why, familyThinks })

/** Inside one wall the receiver reads what is written there already. */
export const noWall: FieldErrors = {
  goes: 'Den verksamheten läser redan det som ni skriver om barnet. Skriv varför i stället.',
}

export const notNext: FieldErrors = {
  unit: 'Den verksamheten tar inte över som Barnets bästa-ansvarig när ett barn går vidare. Välj en annan, eller lämna över hela frågan.',
}

export const unknownUnit: FieldErrors = { unit: 'Välj en av verksamheterna i listan' }
