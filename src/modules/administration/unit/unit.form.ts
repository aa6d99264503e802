import { z } from 'zod'
import { check, choice, submission, words } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { unitWords } from '../administration.ts'
import { mayPhone } from '../phone.ts'

const kinds = Object.keys(unitWords) as [keyof typeof unitWords, ...(keyof typeof unitWords)[]]
const changed = { name: words('Skriv vad verksamheten heter', 120), phone: mayPhone }
/** What stood there when the page was opened: somebody else may have saved since. */
const change = z.object({ ...changed, wasName: z.string(), wasPhone: z.string() })
const add = z.object({
  submission,
  ...changed,
  kind: choice(kinds, 'Välj vad det är för verksamhet'),
  wall: z.uuid('Välj vilken del av organisationen den hör till'),
  municipality: z.string('Välj kommun').regex(/^[0-9]{4}$/, 'Välj kommun'),
})

export type AddUnit = z.output<typeof add>
export type ChangeUnit = z.output<typeof change>

export const readNewUnit = (read: ReadForm) => check(read, add)
export const readUnit = (read: ReadForm) => check(read, change)
