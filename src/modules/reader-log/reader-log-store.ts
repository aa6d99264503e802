import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { UnitKind } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { AskedQuestion, Line } from './reading.ts'
import { isReading } from './reading-words.ts'

type LineRow = {
  line: string
  day: Day
  unit_name: string | null
  unit_kind: UnitKind | null
  title: string | null
  name: string | null
  mine: boolean
  readings: string[]
}

const lineOf = (row: LineRow): Line => ({
  id: row.line,
  day: row.day,
  unitName: row.unit_name ?? undefined,
  unitKind: row.unit_kind ?? undefined,
  title: row.title ?? undefined,
  name: row.name ?? undefined,
  mine: row.mine,
  readings: row.readings.filter(isReading),
})

/** The day when the log begins for the one who asks. */
export async function findLogBegins({ trx }: Work, childId: string): Promise<Day | undefined> {
  const { rows } = await sql<{ day: Day | null }>`select reader_log_begins(${childId}) as day`.execute(trx)
  return rows[0]?.day ?? undefined
}

// The name of somebody who works where a protected child is would tell where that is.
const asTold = sql`l.day, l.line, l.unit_name, l.unit_kind, l.title, case when is_veiled() then null else l.name end as name,
  l.mine, l.readings`

/** Who has read between two days, as far as the one who asks may know; never of a day that is not over. */
export async function findLines({ trx }: Work, childId: string, from: Day, until: Day): Promise<Line[]> {
  const { rows } = await sql<LineRow>`
    select ${asTold} from reader_log(${childId}, ${from}::date, ${until}::date) l`.execute(trx)
  return rows.map(lineOf)
}

export async function findLine({ trx }: Work, childId: string, lineId: string): Promise<Line | undefined> {
  const { rows } =
    await sql<LineRow>`select ${asTold} from find_reader_line(${childId}, ${lineId}) l`.execute(trx)
  return rows.map(lineOf)[0]
}

/** What the unit's own people have read, by name and with today: for the holder of its function. */
export async function findUnitLines({ trx }: Work, childId: string, from: Day, until: Day): Promise<Line[]> {
  const { rows } = await sql<LineRow>`
    select * from unit_readings(${childId}, ${from}::date, ${until}::date)`.execute(trx)
  return rows.map(lineOf)
}

const placeOf = (column: 'body' | 'answer_body', row: string) => ({
  table: 'reading_question',
  column,
  row,
  version: 1,
})
const words = z.object({ text: sealedText })

type QuestionRow = {
  id: string
  line: string
  day: Day
  unit_name: string | null
  unit_kind: UnitKind
  body: Buffer
  asked_at: Date
  due_on: Day
  answer_body: Buffer | null
  answered_at: Date | null
}

/** What the one who asks has asked before, the latest first. */
export async function findMyQuestions({ trx, box }: Work, childId: string): Promise<AskedQuestion[]> {
  const { rows } = await sql<QuestionRow>`select * from my_reading_questions(${childId})`.execute(trx)
  if (rows.length === 0) return []
  const childs = await box(childId)
  return rows.map((row) => ({
    id: row.id,
    lineId: row.line,
    day: row.day,
    unitName: row.unit_name ?? undefined,
    unitKind: row.unit_kind,
    question: childs.open(placeOf('body', row.id), row.body, words).text,
    askedOn: swedishDay(row.asked_at),
    dueOn: row.due_on,
    answer: row.answer_body
      ? childs.open(placeOf('answer_body', row.id), row.answer_body, words).text
      : undefined,
    answeredOn: row.answered_at ? swedishDay(row.answered_at) : undefined,
  }))
}

/** Asks the unit about a line. False when the line is not there for the one who asks, or nobody can be asked. */
export async function askAboutLine(
  { trx, box, newId }: Work,
  asked: {
    childId: string
    questionId: string
    lineId: string
    text: SealedText
    dueOn: Day
    escalatesAt: Date
  },
): Promise<boolean> {
  const { childId, questionId } = asked
  const body = (await box(childId)).seal(placeOf('body', questionId), { text: asked.text })
  const { rows } = await sql<{ done: boolean }>`
    select ask_about_reading(${childId}, ${asked.lineId}, ${questionId}, ${body}, ${asked.dueOn}::date,
      ${asked.escalatesAt.toISOString()}::timestamptz, ${[newId(), newId(), newId()]}::uuid[]) as done`.execute(
    trx,
  )
  return rows[0]?.done ?? false
}

/** A question to the unit of the one who asks for it, with whose reading it is about. */
export type QuestionToUnit = {
  id: string
  day: Day
  /** The unit that read is another, which has nobody to ask. */
  ofOtherUnit: boolean
  text: SealedText
  dueOn: Day
  answer: SealedText | undefined
}

export async function findQuestion(
  { trx, box }: Work,
  childId: string,
  questionId: string,
): Promise<QuestionToUnit | undefined> {
  const row = await trx
    .selectFrom('reading_question')
    .select(['id', 'day', 'unit_id', 'to_unit_id', 'body', 'due_on', 'answer_body'])
    .where('child_id', '=', childId)
    .where('id', '=', questionId)
    .executeTakeFirst()
  if (!row) return undefined
  const childs = await box(childId)
  return {
    id: row.id,
    day: row.day,
    ofOtherUnit: row.unit_id !== row.to_unit_id,
    text: childs.open(placeOf('body', row.id), row.body, words).text,
    dueOn: row.due_on,
    answer: row.answer_body
      ? childs.open(placeOf('answer_body', row.id), row.answer_body, words).text
      : undefined,
  }
}

/** Answers once. False when it is answered already. */
export async function answerQuestion(
  { trx, box }: Work,
  childId: string,
  questionId: string,
  text: SealedText,
): Promise<boolean> {
  const body = (await box(childId)).seal(placeOf('answer_body', questionId), { text })
  const { rows } = await sql<{ done: boolean }>`
    select answer_reading_question(${childId}, ${questionId}, ${body}) as done`.execute(trx)
  return rows[0]?.done ?? false
}

/** When the plan was opened in an emergency: told once a reviewer has answered that it harms nobody to know. */
export type Emergency = { day: Day; unitName: string; title: string; ground: string }

export async function findEmergencies({ trx }: Work): Promise<Emergency[]> {
  const { rows } = await sql<{ opened_at: Date; unit_name: string; title: string; ground: string }>`
    select opened_at, case when is_veiled() then 'en annan verksamhet' else unit_name end as unit_name, title, ground
    from opened_in_emergency()`.execute(trx)
  return rows.map(({ opened_at, unit_name, title, ground }) => ({
    day: swedishDay(opened_at),
    unitName: unit_name,
    title,
    ground,
  }))
}
