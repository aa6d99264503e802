import { childTables } from './child-tables.ts'
import type { Column, Entry } from './entry.ts'
import { otherTables } from './other-tables.ts'

export { abouts, bases, type Column, type Entry, periods } from './entry.ts'

/** Every table. One that is missing here, or a column of one, fails the tests (test/data-register.test.ts). */
export const dataRegister: Readonly<Record<string, Entry>> = { ...childTables, ...otherTables }

/** What is known of a column: undefined when nobody has said. */
export const columnIn = (table: string, column: string): Column | undefined =>
  dataRegister[table]?.columns[column]
