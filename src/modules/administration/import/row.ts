import { z } from 'zod'
import { mayDay, words } from '#shared/fields.ts'
import { mayPhone } from '../phone.ts'
import type { Line } from './csv.ts'

const rowSchema = z.object({
  userName: words('Skriv vad personen heter i er katalog', 200),
  given: words('Skriv förnamnet', 80),
  family: words('Skriv efternamnet', 80),
  unit: words('Skriv verksamheten', 200),
  title: words('Skriv vad personen arbetar som', 80),
  phone: mayPhone,
  from: mayDay('Skriv första dagen som 2027-03-31'),
  to: mayDay('Skriv sista dagen som 2027-03-31'),
})
/** One person in the file. */
export type Row = z.output<typeof rowSchema> & { line: number }

/** What is wrong, and where. No column: the whole line. */
export type Fault = { line: number; column?: string; text: string }

export const columns: Readonly<Record<keyof z.output<typeof rowSchema>, string>> = {
  userName: 'Användarnamn',
  given: 'Förnamn',
  family: 'Efternamn',
  unit: 'Verksamhet',
  title: 'Arbetar som',
  phone: 'Telefon',
  from: 'Första dagen',
  to: 'Sista dagen',
}
type Column = keyof typeof columns
const names = Object.keys(columns) as Column[]
const needed: readonly Column[] = ['userName', 'given', 'family', 'unit', 'title']
export const mostRows = 1000

const columnNamed = (heading: string) =>
  names.find((name) => columns[name].toLowerCase() === heading.toLowerCase())

/** Everybody in the file, or all that is wrong with it. */
export function readRows([headings, ...lines]: readonly Line[]): { rows: Row[]; faults: Fault[] } {
  const only = (line: number, text: string) => ({ rows: [], faults: [{ line, text }] })
  if (!headings) return only(1, 'Filen är tom.')
  const found = headings.cells.map(columnNamed)
  const missing = needed.filter((name) => !found.includes(name)).map((name) => columns[name])
  if (missing.length > 0) return only(headings.number, `Det saknas en kolumn: ${missing.join(', ')}.`)
  const twice = found.find((name, place) => name && found.indexOf(name) !== place)
  if (twice) return only(headings.number, `Kolumnen ${columns[twice]} finns två gånger.`)
  if (lines.length > mostRows)
    return only(headings.number, `Filen har ${lines.length} rader. Dela den: högst ${mostRows} åt gången.`)
  const read = lines.map((line) => readRow(line, found))
  const rows = read.flatMap(({ row }) => row ?? [])
  return { rows, faults: [...read.flatMap(({ faults }) => faults), ...faultsOfTwice(rows)] }
}

function readRow({ number: line, cells }: Line, found: readonly (Column | undefined)[]) {
  if (cells.length > found.length)
    return { faults: [{ line, text: `Raden har ${cells.length} rutor, och rubrikerna är ${found.length}.` }] }
  const typed = Object.fromEntries(found.flatMap((name, place) => (name ? [[name, cells[place] ?? '']] : [])))
  const read = rowSchema.safeParse(typed)
  if (read.success) return { row: { line, ...read.data }, faults: orderFaults(line, read.data) }
  const faults = read.error.issues.map(({ path, message }) => {
    const name = names.find((one) => one === path[0])
    return { line, ...(name && { column: columns[name] }), text: `${message}.` }
  })
  return { faults }
}

const orderFaults = (
  line: number,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Fault[] =>
  from && to && to < from
    ? [{ line, column: columns.to, text: 'Sista dagen behöver komma efter den första.' }]
    : []

/** The same person on two lines says two things: nobody guesses which. */
const faultsOfTwice = (rows: readonly Row[]): Fault[] =>
  rows.flatMap((row) => {
    const first = rows.find((one) => one.userName.toLowerCase() === row.userName.toLowerCase())
    return first && first.line !== row.line
      ? [{ line: row.line, column: columns.userName, text: `Samma användarnamn står på rad ${first.line}.` }]
      : []
  })
