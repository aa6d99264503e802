import { z } from 'zod'
import { needCodes } from '#modules/knowledge'
import { check, type FieldErrors, several, submission, version, words } from '#shared/fields.ts'
import type { ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import { type Contact, linesOf, oldest, unborn } from '../entry.ts'
import { holdsPersonNumber } from '../no-child.ts'

const text = (missing: string, max: number) =>
  words(missing, max).refine(
    (written) => !holdsPersonNumber(written),
    'Ta bort personnumret. Det här läser alla.',
  )
const age = z.coerce.number('Välj en ålder.').int().min(unborn).max(oldest)

/** One way in on each line: `Skolsköterskan: 08-465 004 10`. */
const contact = /^(.{1,80}?)\s*:\s*([\d\s+()–-]{3,30})$/
const contacts = z
  .string()
  .trim()
  .max(1000, 'Skriv högst 1000 tecken')
  .catch('')
  .refine(
    (typed) => linesOf(typed).every((line) => contact.test(line)),
    'Skriv varje kontakt på en egen rad: först funktionen, sedan kolon och numret.',
  )
  .refine((typed) => !holdsPersonNumber(typed), 'Ta bort personnumret. Det här läser alla.')
const contactsIn = (typed: string, forEverybody: boolean): Contact[] =>
  linesOf(typed).flatMap((line) => {
    const [, what = '', phone = ''] = contact.exec(line) ?? []
    return what ? [{ what, phone: phone.trim(), forEverybody }] : []
  })

const form = z.object({
  submission,
  version,
  mission: text('Skriv med en mening vad ni är till för.', 400),
  can: text('Skriv något som ni kan hjälpa till med.', 2000),
  cannot: text('Skriv något som ni inte kan, så att ingen blir visad fel.', 2000),
  fromAge: age,
  toAge: age,
  hours: text('Skriv när man kan nå er.', 400),
  asking: text('Skriv hur man frågar er om hjälp.', 1000),
  needs: several(needCodes),
  contacts,
  staffContacts: contacts,
})

export type WriteEntryInput = Omit<z.output<typeof form>, 'contacts' | 'staffContacts'> & {
  contacts: readonly Contact[]
}

export function readWriteEntry(read: ReadForm): Result<WriteEntryInput, FieldErrors> {
  const checked = check(read, form)
  if (!checked.ok) return checked
  const { contacts: open, staffContacts, ...told } = checked.value
  if (told.fromAge > told.toAge) return fail({ toAge: 'Välj en ålder som inte är lägre än den första.' })
  return ok({ ...told, contacts: [...contactsIn(open, true), ...contactsIn(staffContacts, false)] })
}
