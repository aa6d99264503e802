import { z } from 'zod'
import { check, type FieldErrors, mayTell, submission, version } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { UnitPeople } from './contacts.ts'

/** The one contact of a unit: somebody who works there, or somebody else by name. */
export type ContactInput = {
  unitId: string
  engagementId: string | undefined
  who: SealedText | undefined
  phone: SealedText | undefined
}
export type ContactsInput = { version: number; contacts: readonly ContactInput[] }

const contactsForm = z.object({ submission, version })
const someone = z.object({ who: mayTell(120), phone: mayTell(40) })

/** The names of a unit's fields. */
export const fieldOf = (what: 'contact' | 'who' | 'phone', unitId: string) => `${what}-${unitId}`

/** One contact on each place; a choice that is not on the place's list counts as none. */
export function readContacts(
  form: ReadForm,
  units: readonly UnitPeople[],
): Result<ContactsInput, FieldErrors> {
  const read = check(form, contactsForm)
  if (!read.ok) return read
  const errors: Record<string, string> = {}
  const contacts = units.map(({ unit, people }): ContactInput => {
    const written = (what: 'who' | 'phone') => one(form.typed, fieldOf(what, unit.id))
    const named = someone.safeParse({ who: written('who'), phone: written('phone') })
    if (!named.success)
      errors[fieldOf('who', unit.id)] = named.error.issues[0]?.message ?? 'Skriv namnet en gång till'
    const chosen = one(form.typed, fieldOf('contact', unit.id))
    const engagementId = people.find((person) => person.engagementId === chosen)?.engagementId
    const { who, phone } = named.success ? named.data : { who: undefined, phone: undefined }
    if (!who && !engagementId) errors[fieldOf('contact', unit.id)] = `Välj en kontakt på ${unit.name}`
    return { unitId: unit.id, engagementId: who ? undefined : engagementId, who, phone }
  })
  return Object.keys(errors).length > 0 ? fail(errors) : ok({ version: read.value.version, contacts })
}
