import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Kysely } from 'kysely'
import { generate, PostgresDialect } from 'kysely-codegen'
import { PostgresJSDialect } from 'kysely-postgres-js'
import postgres from 'postgres'
import { migrate } from './migrations.ts'
import { prepareDatabase } from './postgres/databases.ts'
import { startThrowAway } from './throw-away-postgres.ts'

const file = 'src/shared/schema.ts'
const check = process.argv.includes('--check')

/** The types of every table, read from a database that the migrations just made. */
async function typesOfTables() {
  const { superuser, stop } = await startThrowAway()
  try {
    const { owner } = await prepareDatabase(superuser, 'schema')
    await migrate(owner)
    const db = new Kysely({ dialect: new PostgresJSDialect({ postgres: postgres(owner) }) })
    const dialect = new PostgresDialect({ dateParser: 'string' })
    const types = await generate({ db, dialect, outFile: null, excludePattern: '{*schema_migration,jobs.*}' })
    await db.destroy()
    return types
  } finally {
    await stop()
  }
}

const types = await typesOfTables()
const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
if (types === before) {
  console.log(`${file} stämmer med databasen.`)
} else if (check) {
  console.error(`${file} stämmer inte med migrationerna. Kör: npm run schema`)
  process.exitCode = 1
} else {
  writeFileSync(file, types)
  console.log(`${file} är skriven.`)
}
