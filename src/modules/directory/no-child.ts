import { personNumberIn } from '#shared/person-number.ts'

/** Twelve digits, or ten as people say them. */
const candidate = /(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)/g

const inFull = (text: string) => {
  const digits = text.replace(/\D/g, '')
  return digits.length === 12 ? [digits] : [`20${digits}`, `19${digits}`]
}

/** Does the text hold a person number or a coordination number? */
export const holdsPersonNumber = (text: string): boolean =>
  (text.match(candidate) ?? []).some((found) =>
    inFull(found).some((digits) => personNumberIn(digits) !== undefined),
  )
