const written = /^(\d{4})(\d{2})(\d{2})[-+ ]?(\d{4})$/

/** Twelve digits of a person number or a coordination number written in full; undefined when it is none. */
export function personNumberIn(text: string): string | undefined {
  const [, year = '', month = '', day = '', last = ''] = written.exec(text.trim()) ?? []
  const digits = `${year}${month}${day}${last}`
  const date = `${year}-${month}-${String(Number(day) % 60).padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date)
  return exists && checks(digits.slice(2)) ? digits : undefined
}

/** The check digit: every other digit doubled, the sum of all digits a multiple of ten. */
function checks(ten: string): boolean {
  const sum = [...ten].reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
