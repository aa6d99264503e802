import { z } from 'zod'
import { check, type FieldErrors, idField, mayTell, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Result } from '#shared/result.ts'

const common = { submission, unit: idField('Välj vilken verksamhet') }
const onlyName = z.object(common)
const withReason = z.object({
  ...common,
  why: told('Skriv vad barnet behöver hjälp med, och varför det hör hemma där', 2000),
  familyThinks: mayTell(1000),
})

type WithReason = z.output<typeof withReason>
export type PrepareInput = z.output<typeof onlyName> & Partial<Pick<WithReason, 'why' | 'familyThinks'>>

/** With only the name nothing is written: what stands in a field that is not shown is not read. */
export const readPrepare = (form: ReadForm): Result<PrepareInput, FieldErrors> =>
  form.typed['goes'] === 'name' ? check(form, onlyName) : check(form, withReason)

/** Inside one wall the receiver reads what is written there already. */
export const noWall: FieldErrors = {
  goes: 'Den verksamheten läser redan det som ni skriver om barnet. Skriv varför i stället.',
}

export const unknownUnit: FieldErrors = { unit: 'Välj en av verksamheterna i listan' }
