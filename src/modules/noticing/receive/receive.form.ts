import { z } from 'zod'
import { check, choice, day, type FieldErrors, mayTell, words } from '#shared/fields.ts'
import { one, type ReadForm } from '#shared/form-reading.ts'
import { fail, ok, type Result } from '#shared/result.ts'
import type { SealedText } from '#shared/sealed.ts'
import { type Way, ways } from '../received.ts'

const decided = z.object({
  decision: choice(ways, 'Välj vad du gör nu'),
  why: mayTell(500),
  child: z
    .union([z.literal('new'), z.uuid()])
    .optional()
    .catch(undefined),
})
const newChild = z.object({
  givenName: words('Skriv barnets förnamn', 100),
  familyName: words('Skriv barnets efternamn', 100),
  born: day('Skriv när barnet är fött, eller beräknas födas'),
  /** Where the child goes, if it is known. */
  goesTo: z.uuid().optional().catch(undefined),
})

export type NewChild = z.output<typeof newChild>
export type ReceiveInput = {
  decision: Way
  why: SealedText | undefined
  /** One of the children I know, a new one, or nobody yet. */
  child: string | NewChild | undefined
}

/** More names to look for among the children one knows, with the rest of the form untouched. */
export const lookedFor = (form: ReadForm): string | undefined =>
  one(form.typed, 'search') === '' ? undefined : one(form.typed, 'name').slice(0, 200)

export function readReceive(form: ReadForm): Result<ReceiveInput, FieldErrors> {
  const read = check(form, decided)
  if (!read.ok) return read
  const { decision, why, child } = read.value
  if (decision === 'sent_back' && !why) return fail({ why: 'Skriv en rad om varför du skickar tillbaka' })
  if (child !== 'new' || decision === 'sent_back') return ok({ decision, why, child: chosen(child) })
  const named = check(form, newChild)
  return named.ok ? ok({ decision, why, child: named.value }) : named
}

const chosen = (child: string | undefined) => (child === 'new' ? undefined : child)
