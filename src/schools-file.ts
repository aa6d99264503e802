import { z } from 'zod'
import { type SchoolSettings, schoolSettings } from '#modules/interop'

const setting = 'KRONOBARN_SCHOOLS'
const file = z
  .array(schoolSettings)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'två heter likadant')
  .refine((all) => {
    const units = all.flatMap((one) => Object.values(one.units))
    return new Set(units).size === units.length
  }, 'samma verksamhet står två gånger')

/** Where the schools' registers are asked, each for its own units; or what is wrong with the file. */
export function readSchools(text: string): { schools: readonly SchoolSettings[]; faults: string[] } {
  const read = file.safeParse(parsed(text))
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'filen'}: ${message}`)
    return { schools: [], faults: [`${setting} går inte att läsa: ${wrong.join(', ')}.`] }
  }
  const open = read.data.filter(({ url }) => !url.startsWith('https:'))
  return { schools: read.data, faults: open.map(({ name }) => `${setting}: ${name} ska nås med https.`) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
