import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import type { ConsentAnswerKind, ConsentWay, WheelArea } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import { answerWords, wayWords } from './labels.ts'
import { placeOf } from './sheet.ts'

/**
 * One unit that the person was asked about: why, what, until when, and all that was answered, in the order it came. The
 * words for the answers are said where they are shown.
 */
export type OwnAnswers = {
  childId: string
  consentId: string
  purpose: SealedText
  unit: string
  areas: readonly WheelArea[]
  askedOn: Day
  lastDay: Day
  answers: readonly { answer: string; on: Day; way: string }[]
}

type Row = {
  child_id: string
  consent_id: string
  unit_id: string
  body: Buffer
  unit: string
  areas: WheelArea[]
  asked_at: Date
  valid_to: Date
  answer: ConsentAnswerKind | null
  way: ConsentWay
  answered_at: Date
}

/** As the person sees their own; the walls leave out what others answered. A hidden place has no name on paper. */
export async function findOwnAnswers(work: Work, childId?: string): Promise<OwnAnswers[]> {
  const { rows } = await sql<Row>`
    select c.child_id, c.id as consent_id, cu.unit_id, c.body, c.asked_at, c.valid_to, cu.areas::text[] as areas,
      case when is_hidden(c.child_id) then place_word(u.kind) else u.name end as unit, a.answer, a.way, a.answered_at
    from consent c
      join consent_unit cu on cu.child_id = c.child_id and cu.consent_id = c.id
      join unit_here u on u.id = cu.unit_id
      left join consent_answer a on a.child_id = c.child_id and a.consent_id = c.id and a.unit_id = cu.unit_id
    where ${childId ? sql`c.child_id = ${childId}` : sql`c.child_id in (select unnest(my_open_children()))`}
    order by c.asked_at, c.id, u.name, a.seq, a.id`.execute(work.trx)
  const found = new Map<string, OwnAnswers>()
  for (const row of rows) {
    const key = `${row.consent_id} ${row.unit_id}`
    const before = found.get(key)
    const answers = row.answer
      ? [{ answer: answerWords[row.answer], on: swedishDay(row.answered_at), way: wayWords[row.way] }]
      : []
    found.set(key, {
      ...(before ?? (await sheetOf(work, row))),
      answers: [...(before?.answers ?? []), ...answers],
    })
  }
  return [...found.values()]
}

const bodySchema = z.object({ purpose: sealedText })

const sheetOf = async ({ box }: Work, row: Row): Promise<Omit<OwnAnswers, 'answers'>> => ({
  childId: row.child_id,
  consentId: row.consent_id,
  purpose: (await box(row.child_id)).open(placeOf('consent', row.consent_id), row.body, bodySchema).purpose,
  unit: row.unit,
  areas: row.areas,
  askedOn: swedishDay(row.asked_at),
  lastDay: swedishDay(new Date(row.valid_to.getTime() - 1)),
})
