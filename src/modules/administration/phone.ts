import { z } from 'zod'

/** A number at work, or none. */
export const mayPhone = z
  .string()
  .trim()
  .max(30, 'Skriv ett kortare nummer')
  .regex(/^[+0-9 ()-]*$/, 'Skriv numret med siffror')
  .optional()
  .transform((text) => text || undefined)
