import { z } from 'zod'
import { message } from '#ui/message.ts'
import { formFault, onlyLooks, type ReadForm } from './form-reading.ts'
import { fail, ok, type Result } from './result.ts'
import { SealedText } from './sealed.ts'

/** Errors by field name, each with what to do about it. `form` is an error of the whole form. */
export type FieldErrors = Readonly<Record<string, string>>

// Control characters, and the marks that turn the direction of text so that it reads as something else.
// Letters of right-to-left scripts are of course welcome.
const hidden = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u
const unseen = (text: string) => !hidden.test(text.replace(/[\n\t]/g, ''))
const noHidden = message('Ta bort det dolda tecknet i texten. Det kan ha följt med när du klistrade in.')

const plain = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Skriv högst ${max} tecken`)
    .refine(unseen, noHidden)
    .refine((t) => t.isWellFormed(), noHidden)

/** Text that may print anywhere, such as a title. `missing` says what to write when it is empty. */
export const words = (missing: string, max: number) =>
  z.string({ error: missing }).trim().min(1, missing).pipe(plain(max))

/** Free text about a person that must be there. */
export const told = (missing: string, max = 4000) =>
  words(missing, max).transform((text) => new SealedText(text))

/** Free text about a person that may be left out; undefined when empty. */
export const mayTell = (max = 4000) =>
  plain(max)
    .optional()
    .transform((text) => (text ? new SealedText(text) : undefined))

/** A day that exists, like 2027-03-31. */
export const day = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .pipe(z.iso.date(missing))
    .refine((d) => d > '1900' && d < '2200', missing)

/** A day that may be left out. */
export const mayDay = (wrong: string) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text) => text || undefined)
    .pipe(day(wrong).optional())

/** One of a list of choices. */
export const choice = <const T extends readonly [string, ...string[]]>(values: T, missing: string) =>
  z.enum(values, { error: missing })

/** One of a list, or nothing; what is not on the list counts as nothing. */
export const mayChoose = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined)

/** Any number of a list; what is not on the list is left out. */
export const several = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .transform((chosen = []) => values.filter((value): value is T[number] => chosen.includes(value)))

/** A version that cannot be read counts as an old one: nothing is overwritten. */
export const version = z.coerce.number().pipe(z.int32()).catch(0)

/** An id that a form carries along; whatever is no id is refused with the words given. */
export const idField = (missing: string) => z.uuid(missing)

/** The form's own id: sending it twice makes one record. */
export const submission = z.uuid(message('Ladda om sidan och skicka igen.'))

/**
 * Reads a form with a schema. Every field that is wrong gets its first message. A form that is only looked at is never
 * taken: it comes back with nothing wrong.
 */
export function check<S extends z.ZodObject>(
  { typed, fault }: ReadForm,
  schema: S,
): Result<z.output<S>, FieldErrors> {
  if (fault) return fail({ [formFault]: fault })
  if (onlyLooks(typed)) return fail({})
  const read = schema.safeParse(typed)
  if (read.success) return ok(read.data)
  const errors = new Map<string, string>()
  for (const { path, message } of read.error.issues) {
    const name = String(path[0] ?? formFault)
    if (!errors.has(name)) errors.set(name, message)
  }
  return fail(Object.fromEntries(errors))
}
