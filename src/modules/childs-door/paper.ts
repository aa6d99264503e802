/** How many days after the meeting a paper still opens it. The database counts them too (`meeting_paper_lives`). */
export const daysAfter = 7

/** Letters and figures that are not taken for one another, each worth five bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** Sixty bits, which nobody guesses. */
export const codeFrom = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')

/** `K7QM-4XPT-9WRD`: easier to read and to type. */
export const inGroups = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/** The code in what somebody has typed, as they may well have read it. */
export const codeIn = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replaceAll('U', 'V')
