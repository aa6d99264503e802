import { z } from 'zod'
import { check, submission, told } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'

const form = z.object({
  submission,
  why: told('Skriv med en mening varför du behöver öppna fler barn i dag.', 500),
})

export type ManyChildrenInput = z.output<typeof form>
export const readManyChildren = (read: ReadForm) => check(read, form)
