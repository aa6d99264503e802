import { z } from 'zod'
import { check, type FieldErrors, mayTell, submission } from '#shared/fields.ts'
import { many, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import { areaWords } from '../labels.ts'
import type { PartyUnit } from '../sharing.ts'
import type { OpenableStatement } from '../statement-store.ts'
import type { OpenForm } from './open-statements.ts'

const schema = z.object({ submission, why: mayTell(500) })

export type OpenInput = {
  statements: readonly OpenableStatement[]
  people: readonly string[]
  units: readonly PartyUnit[]
  why: SealedText | undefined
  /** Something that was chosen has got a new version, or may no longer be opened. */
  changed: boolean
}

/** A statement and the version that was read: what is opened is what was seen. */
export const statementValue = ({ itemId, version }: OpenableStatement) => `${itemId}.${version}`

export function readOpen(form: ReadForm, now: OpenForm): Result<OpenInput, FieldErrors> {
  const read = check(form, schema)
  if (!read.ok) return read
  const chosen = (name: string, value: string) => many(form.typed, name).includes(value)
  const wanted = many(form.typed, 'items')
  const statements = now.statements.filter((said) => chosen('items', statementValue(said)))
  const people = now.family.map(({ personId }) => personId).filter((id) => chosen('people', id))
  const units = now.units.filter(({ unitId }) => chosen('units', unitId))
  const wrong: Record<string, string> = {}
  if (wanted.length === 0) wrong['items'] = 'Välj något att visa'
  if (people.length === 0 && units.length === 0) wrong['people'] = 'Välj vem som ska få läsa'
  const outside = units.map((unit) => beyond(unit, statements)).find((text) => text !== undefined)
  if (outside) wrong['units'] = outside
  if (units.length > 0 && !read.value.why)
    wrong['why'] = 'Skriv med en mening vad de behöver veta, och varför'
  if (Object.keys(wrong).length > 0) return fail(wrong)
  return ok({ statements, people, units, why: read.value.why, changed: statements.length < wanted.length })
}

function beyond({ name, areas }: PartyUnit, statements: readonly OpenableStatement[]): string | undefined {
  const outside = [...new Set(statements.map(({ area }) => area))].filter((area) => !areas.includes(area))
  return outside.length > 0
    ? `Familjen har inte sagt ja till att ${name} får veta om ${areaWords(outside)}`
    : undefined
}
