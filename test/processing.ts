import { abouts, bases, columnIn, dataRegister, type Entry, periods } from '../src/data-register/index.ts'

// docs/proof/processing.md: the record of processing activities (GDPR article 30), from the tables as they are in the
// database and what src/data-register says of them. data-register.test.ts compares it with what is written.

type Column = { table: string; column: string }

const head = `# Register över behandling

Görs av \`test/data-register.test.ts\` ur databasen och \`src/data-register\`, och skrivs aldrig för hand (artikel 30). Det gäller
för varje organisation som är med: den är ansvarig för det som dess egna verksamheter skriver och gör här.

- **Vilka det gäller:** barn, vårdnadshavare och andra viktiga vuxna, och medarbetare.
- **Vilka som får del av det:** de verksamheter som har en delning till just det, i \`access_grant\`; varje utlämnande står i
  \`register_entry\`. Programmet för inget över
  till tredje land; var det drivs bestämmer den som är ansvarig.
- **Säkerhet:** [security.md](../security.md). Det som är förseglat är krypterat med en nyckel för varje människa.
- **Hur länge:** utan en beslutad regel gallras inget ([retention.md](../operations/retention.md)).
`

/** The record as a page, one section for each kind of people that it tells about. */
export function processingMarkdown(columns: readonly Column[]): string {
  const sections = Object.entries(abouts).map(([about, words]) => {
    const tables = Object.entries(dataRegister).filter(([, entry]) => entry.about === about)
    const rows = tables
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([name, entry]) => rowOf(name, entry, columns))
    return [
      `## ${words}`,
      '',
      '| tabell | ändamål | grund | hur länge | förseglat | i klartext, och varför | id, koder, tal och tider |',
      '|---|---|---|---|---|---|---|',
      ...rows,
      '',
    ].join('\n')
  })
  return [head, ...sections].join('\n')
}

function rowOf(table: string, entry: Entry, all: readonly Column[]): string {
  const columns = all
    .filter((one) => one.table === table)
    .map(({ column }) => column)
    .toSorted()
  const sealed = columns.filter((column) => columnIn(table, column) === 'sealed')
  const inClear = columns.flatMap((column) => {
    const said = columnIn(table, column)
    return said && said !== 'sealed' ? `${column}: ${said.clear}` : []
  })
  const rest = columns.filter((column) => !columnIn(table, column))
  const cells = [
    `\`${table}\``,
    entry.purpose,
    bases[entry.basis],
    periods[entry.kept],
    sealed.join(', '),
    inClear.join('; '),
    rest.join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}
