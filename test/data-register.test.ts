import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadDemo } from '#demo/load.ts'
import { identityOf } from '#demo/sign-in.ts'
import { queriesOn } from '#shared/db.ts'
import { type Compartment, readKeyRing } from '#shared/keys.ts'
import { connect } from '#shared/pool.ts'
import type { Place } from '#shared/vault.ts'
import { processingMarkdown } from '#test/processing.ts'
import { watchSeals, waysOfWriting } from '#test/seals.ts'
import { cloneDatabase } from '#test/setup/database.ts'
import { abouts, bases, columnIn, dataRegister, periods } from '../src/data-register/index.ts'

const { app, admin: asAdmin } = await cloneDatabase()
const admin = queriesOn(connect({ ...asAdmin, max: 1 }))
afterAll(() => admin.destroy())

type InDatabase = { table: string; column: string; type: string; tells: boolean }
/** Ids, codes, truths, numbers and moments say no more than what their table is for; everything else is spelled out. */
const { rows: columns } = await sql<InDatabase>`
  select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
    t.typtype <> 'e' and t.typname <> all ('{uuid,bool,int4,int8,timestamptz}') as tells
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(admin)

describe('the register of what lies here', () => {
  it('has every table, and says of every column that can tell something whether it is sealed or why not', () => {
    const missing = columns
      .filter(({ table, column, tells }) => !dataRegister[table] || (tells && !columnIn(table, column)))
      .map(({ table, column, type }) => (dataRegister[table] ? `${table}.${column} (${type})` : table))
    expect([...new Set(missing)], 'say what they are for in src/data-register').toEqual([])
  })

  it('says of every table what it is for, whom it tells about, why it may be there and how long it stays', () => {
    for (const [name, { purpose, about, basis, kept }] of Object.entries(dataRegister)) {
      const said = [purpose, abouts[about], bases[basis], periods[kept]]
      expect([name, said.map((words) => Boolean(words?.trim()))]).toEqual([name, [true, true, true, true]])
      // What tells about people rests on something and ends some time; what does not, tells about nobody.
      expect([name, basis === 'none']).toEqual([name, about === 'nobody'])
    }
  })

  it('is the record of processing: docs/proof/processing.md', async () => {
    await expect(processingMarkdown(columns)).toMatchFileSnapshot('../docs/proof/processing.md')
  })

  it('has nothing that is not there', () => {
    const there = new Set(columns.flatMap(({ table, column }) => [table, `${table}.${column}`]))
    const said = Object.entries(dataRegister).flatMap(([table, entry]) => [
      table,
      ...Object.keys(entry.columns).map((column) => `${table}.${column}`),
    ])
    expect(said.filter((name) => !there.has(name))).toEqual([])
  })
})

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const keys = readKeyRing(JSON.stringify({ current: 1, keys: { 1: key(1) }, hash: key(2) }))
const now = () => new Date('2026-11-24T11:00:00Z')

const sealedColumns = columns.filter(({ table, column }) => columnIn(table, column) === 'sealed')
const nameOf = ({ table, column }: Pick<InDatabase, 'table' | 'column'>) => `${table}.${column}`

/** What the demo county's stories leave empty, and where it is told instead. */
const toldElsewhere: Readonly<Record<string, string>> = {
  'child_identifier.value_sealed': 'numbers.test.ts',
  'same_child.body': 'same-child.test.ts',
  'person_contact.body': 'nothing writes it yet',
  'register_says.body': 'answer.test.ts',
  'draft.body': 'canaries.test.ts',
  'consent_child_no.body': 'note-answer.test.ts',
  'noticing_handling.body': 'canaries.test.ts',
  'meeting_invitation.body': 'canaries.test.ts',
  'handover.offer_body': 'canaries.test.ts',
  'handover.answer_body': 'canaries.test.ts',
  'handover_reason.body': 'canaries.test.ts',
  'paper_handover.body': 'paper.test.ts',
  'paper_handover.received_body': 'egress.test.ts',
  'reading_question.body': 'canaries.test.ts',
  'reading_question.answer_body': 'canaries.test.ts',
  'reading_hold.body': 'canaries.test.ts',
  'family_informed.body': 'open-statements.test.ts',
  'sharing_reason.body': 'open-statements.test.ts',
  'look_up_reason.body': 'review.test.ts',
  'extract_release.body': 'extract.test.ts',
  'protection_lift.body': 'lift.test.ts',
  'lead_choice.body': 'name-lead.test.ts',
  'child_message.body': 'write.test.ts',
  'bright_moment.body': 'note.test.ts',
  'lead_request.body': 'ask-other.test.ts',
  'lead_request.answer_body': 'ask-other.test.ts',
  'objection.body': 'objections.test.ts',
  'objection_answer.body': 'objections.test.ts',
}

/** Texts that have moved to a table of their own keep the place that they were sealed for: a migration has no keys. */
const sealedAs: Readonly<Record<string, string>> = {
  bar_reason: 'bar',
  family_talk_note: 'family_talk',
  meeting_invitation: 'meeting_party',
}

/** Everything that is sealed while the demo county's stories are told. */
const seals = watchSeals()

describe('the demo county, as it lies in the database', () => {
  beforeAll(async () => {
    const world = { now, newId: randomUUID, randomBytes, keys }
    await loadDemo({ ...world, owner: { ...asAdmin, user: 'kb_owner' }, app, identityOf })
  }, 240_000)

  it('holds nothing in a sealed column but what was sealed for that column', async () => {
    const sealedHere = new Set(
      seals.map(({ place, sealed }) => `${place.table}.${place.column} ${sealed.toString('hex')}`),
    )
    const filled = new Set<string>()
    for (const { table, column } of sealedColumns) {
      const { rows } = await sql<{ hex: string }>`select encode(${sql.id(column)}, 'hex') as hex
        from ${sql.id(table)} where ${sql.id(column)} is not null`.execute(admin)
      for (const { hex } of rows)
        expect(sealedHere.has(`${sealedAs[table] ?? table}.${column} ${hex}`), `${table}.${column}`).toBe(
          true,
        )
      if (rows.length > 0) filled.add(nameOf({ table, column }))
    }
    const empty = sealedColumns.map(nameOf).filter((name) => !filled.has(name) && !toldElsewhere[name])
    expect(empty).toEqual([])
  })

  it('shows none of it in clear, in any way of writing it', async () => {
    const dump: string[] = []
    for (const table of new Set(columns.map((column) => column.table))) {
      const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.id(table)} t`.execute(
        admin,
      )
      dump.push(...rows.map(({ text }) => text))
    }
    const whole = dump.join('\n')
    const inClear = await namesInClear()
    const canaries = new Set(seals.flatMap(({ texts }) => texts))
    const told = [...canaries].filter((text) => text.length >= 12 && !isCode(text) && !inClear.has(text))
    expect(told.length).toBeGreaterThan(100)
    for (const text of told) {
      for (const form of waysOfWriting(text)) expect(whole.includes(form), text).toBe(false)
    }
  }, 60_000)

  it('opens nothing that has been moved: not to another row, another column, another table or another version', () => {
    for (const [at, { box, place, sealed }] of seals.entries()) {
      expect(() => box.open(place, sealed, z.unknown())).not.toThrow()
      const moved: Place[] = [
        { ...place, table: `${place.table}s` },
        { ...place, column: `${place.column}s` },
        { ...place, row: randomUUID() },
        { ...place, version: place.version + 1 },
      ]
      for (const elsewhere of moved) expect(() => box.open(elsewhere, sealed, z.unknown())).toThrow()
      const other = seals[(at + 1) % seals.length]
      if (other && !sealed.equals(other.sealed))
        expect(() => other.box.open(other.place, sealed, z.unknown())).toThrow()
    }
  })

  it('has keys that open for their own child only', async () => {
    const all = await admin
      .selectFrom('subject_key')
      .select(['subject_id', 'kek_version as version', 'wrapped'])
      .select(sql<Compartment>`compartment`.as('compartment'))
      .execute()
    for (const [at, mine] of all.entries()) {
      const next = all[(at + 1) % all.length]
      expect(() => keys.unwrap(mine.subject_id, mine)).not.toThrow()
      if (next) expect(() => keys.unwrap(mine.subject_id, next)).toThrow()
    }
  })
})

/** Ids, days and codes may stand inside a sealed text and in a clear column too. */
const isCode = (text: string) => /^[\da-z_:.TZ-]+$/.test(text)

/** What the register lets stand in clear: the names of visible people and organisations, and work telephones. */
async function namesInClear(): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select given_name || ' ' || family_name as name from person where given_name is not null
    union select given_name || ' ' || family_name from child where given_name is not null
    union select name from unit union select name from authority union select name from secrecy_unit
    union select phone from unit union select phone from engagement union select title from engagement`.execute(
    admin,
  )
  return new Set(rows.map(({ name }) => name))
}
