// Only numbers that the Post and Telecom Authority has set aside for fiction.

const two = (n: number) => String(n).padStart(2, '0')

/** A mobile number, 5 to 99. */
export const mobile = (n: number) => `070-174 06 ${two(n)}`

/** A unit's number, 0 to 99. */
export const office = (n: number) => `08-465 004 ${two(n)}`
