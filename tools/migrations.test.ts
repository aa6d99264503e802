import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cloneDatabase } from '#test/setup/database.ts'
import { migrate } from './migrations.ts'

const { admin } = await cloneDatabase()
const server = postgres({ ...admin, max: 1, onnotice: () => {} })
const owner = { ...admin, database: `${admin.database}_empty`, user: 'kb_owner' }

let folder = ''
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
const up = () => migrate(owner, { folder })

async function words() {
  const sql = postgres({ ...owner, max: 1 })
  const rows = await sql`select word from words order by word`
  await sql.end()
  return rows.map((row) => row['word'])
}

afterEach(() => rmSync(folder, { recursive: true }))

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kronobarn-migrations-'))
  await server`drop database if exists ${server(owner.database)} with (force)`
  await server`create database ${server(owner.database)} owner kb_owner`
  write('0001_words.sql', "create table words (word text); insert into words values ('ett');")
})

afterAll(async () => {
  await server`drop database if exists ${server(owner.database)} with (force)`
  await server.end()
})

describe('bringing a database up to date', () => {
  it('does what is missing, once, in order', async () => {
    write('0002_more.sql', "insert into words values ('två');")
    write('notes.md', 'not a migration')
    expect(await up()).toEqual(['0001_words.sql', '0002_more.sql'])
    write('0003_last.sql', "insert into words values ('tre');")
    expect(await up()).toEqual(['0003_last.sql'])
    expect(await words()).toEqual(['ett', 'tre', 'två'])
  })

  it('is safe for two at once', async () => {
    const done = await Promise.all([up(), up(), up()])
    expect(done.flat()).toEqual(['0001_words.sql'])
    expect(await words()).toEqual(['ett'])
  })

  it('leaves nothing of a file that fails, and says where', async () => {
    await up()
    write('0002_wrong.sql', "insert into words values ('två');\nselect * from nowhere;")
    await expect(up()).rejects.toThrow('0002_wrong.sql: relation "nowhere" does not exist (rad 2, 42P01)')
    expect(await words()).toEqual(['ett'])
    rmSync(join(folder, '0002_wrong.sql'))
    expect(await up()).toEqual([])
  })

  it('refuses when history has been rewritten', async () => {
    await up()
    write('0001_words.sql', 'create table words (word text, meaning text);')
    await expect(up()).rejects.toThrow('0001_words.sql har ändrats sedan databasen fick den.')
    rmSync(join(folder, '0001_words.sql'))
    await expect(up()).rejects.toThrow('Databasen har fått 0001_words.sql, men filen saknas här.')
  })

  it('refuses a file that comes before what the database already has', async () => {
    write('0003_later.sql', "insert into words values ('tre');")
    await up()
    write('0002_late.sql', "insert into words values ('två');")
    await expect(up()).rejects.toThrow(
      '0002_late.sql kom till efter 0003_later.sql. Ge den ett högre nummer.',
    )
  })
})
