import { z } from 'zod'
import { check, choice, day, type FieldErrors, mayDay, submission, words } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, type Result } from '#shared/result.ts'
import { mayPhone } from '../phone.ts'

const work = { title: words('Skriv vad personen arbetar som', 80), phone: mayPhone }
const period = { from: day('Skriv första dagen'), to: mayDay('Skriv sista dagen som 2027-03-31') }
const added = z.object({
  submission,
  given: words('Skriv förnamnet', 80),
  family: words('Skriv efternamnet', 80),
  ...work,
  ...period,
})
const employed = z.object({
  submission,
  unit: z.uuid('Välj verksamhet'),
  ...work,
  ...period,
})
/** What stood there when the page was opened: somebody else may have saved since. */
const changed = z.object({
  ...work,
  wasTitle: z.string(),
  wasPhone: z.string(),
  link: z.literal('new').optional().catch(undefined),
})
const ended = z.object({
  when: choice(['now', 'later'], 'Välj när det slutar'),
  day: mayDay('Skriv sista dagen som 2027-03-31'),
})

export type AddPerson = z.output<typeof added>
export type AddEmployment = z.output<typeof employed>
export type ChangePerson = z.output<typeof changed>
export type EndPerson = z.output<typeof ended>

const inOrder = <T extends { from: string; to?: string | undefined }>(
  read: Result<T, FieldErrors>,
): Result<T, FieldErrors> =>
  read.ok && read.value.to !== undefined && read.value.to < read.value.from
    ? fail({ to: 'Sista dagen behöver komma efter den första' })
    : read

export const readNewPerson = (read: ReadForm) => inOrder(check(read, added))
export const readEmployment = (read: ReadForm) => inOrder(check(read, employed))
export const readPerson = (read: ReadForm) => check(read, changed)
export function readEnd(read: ReadForm): Result<EndPerson, FieldErrors> {
  const end = check(read, ended)
  return end.ok && end.value.when === 'later' && !end.value.day ? fail({ day: 'Skriv sista dagen' }) : end
}
