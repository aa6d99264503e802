import { z } from 'zod'
import { check, type FieldErrors, mayTell, several, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { ok, type Result } from '#shared/result.ts'
import { supports } from '../meeting.ts'
import { type ChosenUnit, readUnits, timeAndPlace, whoComes } from '../meeting-fields.ts'

const fields = z.object({
  submission,
  /** A sibling's meeting that this one is part of. */
  group: z.uuid().optional().catch(undefined),
  siblings: z.literal('ja').optional().catch(undefined),
  purpose: told('Skriv varför ni ses, med familjens egna ord', 1000),
  ...timeAndPlace,
  ...whoComes,
  wants: mayTell(500),
  doesNotWant: mayTell(500),
  support: several(supports),
  supportMore: mayTell(500),
})

export type CallInput = Omit<z.output<typeof fields>, 'units'> & { units: ChosenUnit[] }

export function readCall(form: ReadForm): Result<CallInput, FieldErrors> {
  const read = check(form, fields)
  if (!read.ok) return read
  return ok({ ...read.value, units: readUnits(form.typed, read.value.units) })
}

/** A meeting is called for a time that lies ahead. */
export const pastErrors: FieldErrors = { day: 'Tiden har redan varit. Välj en som ligger framåt.' }
