import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Insertable } from 'kysely'
import type { Sql } from '#shared/pool.ts'
import type { DB } from '#shared/schema.ts'

type Table = keyof DB
export type Add = <T extends Table>(table: T, row: Insertable<DB[T]>) => void

/** Collects rows, and sends them with COPY: much faster than one by one. */
export function rowsInto(sql: Sql): { add: Add; send: () => Promise<void> } {
  const tables = new Map<Table, { columns: readonly string[]; lines: string[] }>()

  // Every row of a table names the same columns.
  const add: Add = (table, row) => {
    const kept = tables.get(table) ?? { columns: Object.keys(row), lines: [] }
    tables.set(table, kept)
    const values = row as Readonly<Record<string, unknown>>
    kept.lines.push(kept.columns.map((column) => encoded(values[column])).join('\t'))
  }

  const send = async () => {
    for (const [table, { columns, lines }] of tables) {
      const into = await sql`copy ${sql(table)} (${sql(columns as string[])}) from stdin`.writable()
      await pipeline(Readable.from(inPieces(lines)), into)
      lines.length = 0
    }
  }
  return { add, send }
}

const linesInPiece = 500

function* inPieces(lines: readonly string[]) {
  for (let from = 0; from < lines.length; from += linesInPiece)
    yield `${lines.slice(from, from + linesInPiece).join('\n')}\n`
}

/** A value in COPY's text format. */
function encoded(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (Array.isArray(value)) return `{${value.join(',')}}`
  return String(value).replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? '')
}
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
