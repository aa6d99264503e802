import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { numberPlace } from '#modules/children'
import { addSealedNumber, findSealedNumbers, openNumber } from '#modules/protection'
import { addDays, type Day } from '#shared/dates.ts'
import { SealedText } from '#shared/sealed.ts'
import { findsChild, type Identifier, isPersonKind, type Level, written } from './identifier.ts'

/** How it is known what number a child has. */
export const sources = ['register', 'paper', 'guardian'] as const
export type Source = (typeof sources)[number]

export type ChildNumber = {
  id: string
  system: string
  text: SealedText
  level: Level | undefined
  /** Undefined: from before it was noted how it is known. */
  source: Source | undefined
  since: Day
  /** The last day; undefined while it holds. */
  until: Day | undefined
  /** Proposed in place of another, until somebody else has looked at it too. */
  waits: { byMe: boolean; corrects: boolean } | undefined
}

/** The child's numbers, those that hold first, the newest first. */
export async function findNumbers(work: Work, childId: string): Promise<ChildNumber[]> {
  const rows = await openRows(work, childId)
  return rows.map((row) => ({
    id: row.id,
    system: row.system,
    text: new SealedText(written(row.system, row.value)),
    level: row.level ?? undefined,
    source: sources.find((one) => one === row.source),
    since: row.valid_from,
    until: row.valid_to === null ? undefined : addDays(row.valid_to, -1),
    waits: row.waits ? { byMe: row.noted_by === work.actor.personId, corrects: row.corrects } : undefined,
  }))
}

async function openRows({ trx, box }: Work, childId: string) {
  const rows = await trx
    .selectFrom('child_identifier')
    .select([
      'id',
      'system',
      'value_sealed',
      'source',
      'valid_from',
      'valid_to',
      'waits',
      'corrects',
      'noted_by',
    ])
    .select(sql<Level | null>`level`.as('level'))
    .where('child_id', '=', childId)
    .orderBy(sql`valid_to desc nulls first`)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const childs = await box(childId)
  return rows.map((row) => ({ ...row, ...openNumber(childs, row.id, row.value_sealed) }))
}

/** Keeps a number findable without keeping it: the program's own keyed hash. */
export type Hash = (digits: string) => Buffer

type Rows = Awaited<ReturnType<typeof openRows>>
const holding = (rows: Rows) =>
  rows.find(({ system, valid_to, waits }) => isPersonKind(system) && !valid_to && !waits)

const foundBy = (identifier: Identifier, hash: Hash) =>
  findsChild(identifier) ? hash(identifier.value) : null

export type NewNumber = Identifier & {
  id: string
  childId: string
  source: Source
  /** The one before was never the child's. */
  corrects: boolean
}

/**
 * Writes down a number. `waits`: it takes the place of another, and a colleague is asked. `same`: it stands there already.
 * `no`: another one waits, or it is not for this person to say.
 */
export async function writeNumber(
  work: Work,
  hash: Hash,
  { id, childId, source, corrects, ...identifier }: NewNumber,
): Promise<'done' | 'waits' | 'same' | 'no'> {
  const rows = await openRows(work, childId)
  const { system, value, level = null } = identifier
  const isSame = (row: Rows[number]) =>
    row.system === system && row.value === value && row.level === level && !row.valid_to && row.id !== id
  if (rows.some(isSame)) return 'same'
  const old = holding(rows)
  const sealed = (await work.box(childId)).seal(numberPlace(id), { value })
  const { rows: answers } = await sql<{ how: 'done' | 'waits' | 'no' }>`
    select write_number(${childId}, ${id}, ${system}, ${sealed}::bytea, ${level}, ${source}, ${corrects},
      ${foundBy(identifier, hash)}::bytea, ${old ? hash(old.value) : null}::bytea, ${work.newId()}) as how`.execute(
    work.trx,
  )
  return answers[0]?.how ?? 'no'
}

/** The first number of a protected child; sent twice it is once. False: it has another, or it is not for this person to say. */
export async function writeSealedNumber(
  work: Work,
  hash: Hash,
  childId: string,
  identifier: Identifier,
): Promise<boolean> {
  const { system, value } = identifier
  const had = await findSealedNumbers(work, childId)
  if (had.length > 0) return had.some((number) => number.system === system && number.value === value)
  return addSealedNumber(work, childId, { system, value }, foundBy(identifier, hash))
}

/** What a colleague says of a number that waits. False: it waits no longer, or a yes is not for this person to say. */
export async function answerNumber(
  work: Work,
  hash: Hash,
  childId: string,
  id: string,
  yes: boolean,
): Promise<boolean> {
  const rows = await openRows(work, childId)
  const waiting = rows.find((row) => row.id === id)
  if (!waiting) return false
  const old = holding(rows)
  const found = foundBy({ ...waiting, level: waiting.level ?? undefined }, hash)
  const { rows: answers } = await sql<{ done: boolean }>`
    select answer_number(${childId}, ${id}, ${yes}, ${found}::bytea, ${old ? hash(old.value) : null}::bytea) as done`.execute(
    work.trx,
  )
  return answers[0]?.done ?? false
}

/** Does the one have every number that the other has? */
export async function hasNumbersOf(work: Work, childId: string, otherId: string): Promise<boolean> {
  const [mine, others] = [await openRows(work, childId), await openRows(work, otherId)]
  return others.every((other) =>
    mine.some(({ system, value }) => system === other.system && value === other.value),
  )
}
