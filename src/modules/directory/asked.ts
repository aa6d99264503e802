import { z } from 'zod'
import { isMunicipality, oldest, unborn } from './entry.ts'

// What an address asks for. Whatever cannot be read counts as not asked.

const age = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number)
  .pipe(z.number().min(unborn).max(oldest))
  .optional()
  .catch(undefined)
const page = z.coerce.number().int().min(1).max(1000).catch(1)

export const ageAsked = (text: string | undefined): number | undefined => age.parse(text || undefined)
export const pageAsked = (text: string | undefined): number => page.parse(text ?? 1)
export const municipalityAsked = (text = ''): string | undefined => (isMunicipality(text) ? text : undefined)
/** The database takes no nil character. */
export const wordsAsked = (text = ''): string => text.replaceAll('\0', '').trim().slice(0, 100)
