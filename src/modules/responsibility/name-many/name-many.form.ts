import { z } from 'zod'
import { check, idField, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import type { Shown } from './many-store.ts'

// A child, and the tenure that was read.
const one = z
  .string()
  .transform((text) => text.split('.'))
  .pipe(z.tuple([z.uuid(), z.uuid()]))

const schema = z.object({
  children: z.union([one.transform((chosen) => [chosen]), z.array(one)], { error: 'Välj minst ett barn' }),
  who: idField('Välj vem som tar över'),
  why: told('Skriv varför, med några ord', 1000),
})

export type ManyInput = z.output<typeof schema>
export const readMany = (form: ReadForm) => check(form, schema)

const shown = z.object({
  klass: z.string().max(200).optional().catch(undefined),
  efter: z.uuid().optional().catch(undefined),
})
/** Which children the address asks for. The database takes no nil character. */
export function shownIn(query: Readonly<Record<string, string>>): Shown {
  const { klass, efter } = shown.parse(query)
  return { inClass: klass?.replaceAll('\0', '') || undefined, after: efter }
}
