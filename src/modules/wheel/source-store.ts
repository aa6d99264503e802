import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { addItem, openItem } from '#modules/items'
import type { LegalGroundCode, WheelArea } from '#modules/knowledge'
import type { SharingTest } from '#modules/sharing'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { SourceAnswerKind } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import type { Question } from './source.ts'

const questionBody = z.object({ question: sealedText })

type Row = {
  child_id: string
  item_id: string
  version: number
  body: Buffer
  matter_id: string
  area: WheelArea
  from_unit_id: string
  from_unit: string
  to_unit_id: string | null
  to_unit: string | null
  to_adult_id: string | null
  given_name: string | null
  family_name: string | null
  author_engagement_id: string | null
  made_at: Date
  due_on: Day
  consent_id: string | null
  legal_ground: string | null
  answer: SourceAnswerKind | null
  came: boolean
  answer_item_id: string | null
  answered_at: Date | null
}

/** The questions that my unit has asked about the child, or been asked; a question that may not be read is not there. */
async function findQuestions(work: Work, childId: string, itemId?: string): Promise<Question[]> {
  const { rows } = await sql<Row>`
    select i.child_id, i.id as item_id, v.version, v.body, q.matter_id, q.area, q.from_unit_id, f.name as from_unit,
      q.to_unit_id, t.name as to_unit, q.to_adult_id, p.given_name, p.family_name, i.author_engagement_id, i.made_at, q.due_on,
      q.consent_id, q.legal_ground, q.answer, q.answer_item_id, q.answered_at, l.answered_at is not null as came
    from source_question q
      join item i on i.child_id = q.child_id and i.id = q.item_id
      join item_version v on v.child_id = i.child_id and v.item_id = i.id and v.version = 1
      join unit_here f on f.id = q.from_unit_id
      left join unit_here t on t.id = q.to_unit_id
      join person_here p on p.id = i.author_id
      left join answer_link l on l.child_id = q.child_id and l.item_id = q.item_id
    where q.child_id = ${childId} and (${itemId ?? null}::uuid is null or q.item_id = ${itemId ?? null}::uuid)
    order by i.made_at, i.id`.execute(work.trx)
  return Promise.all(
    rows.map(async (row) => ({
      itemId: row.item_id,
      matterId: row.matter_id,
      question: (await openItem(work, row, questionBody)).question,
      area: row.area,
      fromUnitId: row.from_unit_id,
      fromUnit: row.from_unit,
      toUnitId: row.to_unit_id ?? undefined,
      toUnit: row.to_unit ?? undefined,
      toAdultId: row.to_adult_id ?? undefined,
      askedBy: printedName(row),
      askedByEngagement: row.author_engagement_id ?? undefined,
      askedOn: swedishDay(row.made_at),
      dueOn: row.due_on,
      consentId: row.consent_id ?? undefined,
      onYes: row.legal_ground === 'samtycke',
      answer: row.answer ?? undefined,
      came: row.came,
      answerItemId: row.answer_item_id ?? undefined,
      answeredOn: row.answered_at ? swedishDay(row.answered_at) : undefined,
    })),
  )
}

export const listQuestions = (work: Work, childId: string) => findQuestions(work, childId)

export const findQuestion = async (
  work: Work,
  childId: string,
  itemId: string,
): Promise<Question | undefined> => (await findQuestions(work, childId, itemId))[0]

export type NewQuestion = {
  childId: string
  itemId: string
  matterId: string
  /** The unit; or the adult, and on what ground: there is no grant that says it. */
  to:
    | { unitId: string }
    | { adultId: string; ground: LegalGroundCode; yes: SealedText | undefined; why: SharingTest }
  area: WheelArea
  question: SealedText
  dueOn: Day
  consentId: string | undefined
}

/** False when it is there already: the form was sent twice. */
export async function addQuestion(work: Work, asked: NewQuestion): Promise<boolean> {
  const { childId, itemId, matterId, question, to } = asked
  const { unitId, secrecyUnitId } = work.actor
  if (!unitId || !secrecyUnitId) throw new Error('only staff ask')
  const body = 'adultId' in to ? { question, yes: to.yes, ...to.why } : { question }
  const added = await addItem(work, {
    childId,
    itemId,
    matterId,
    kind: 'source_question',
    secrecyUnitId,
    body,
  })
  if (!added) return false
  await work.trx
    .insertInto('source_question')
    .values({
      child_id: childId,
      item_id: itemId,
      matter_id: matterId,
      from_unit_id: unitId,
      ...('adultId' in to ? { to_adult_id: to.adultId, legal_ground: to.ground } : { to_unit_id: to.unitId }),
      area: asked.area,
      consent_id: asked.consentId ?? null,
      due_on: asked.dueOn,
    })
    .execute()
  return true
}

export type Answered = {
  childId: string
  itemId: string
  answer: SourceAnswerKind
  answerItemId: string | undefined
  byTelephone: boolean
}

/** Notes the answer. False when it has been answered already. */
export async function setAnswer({ trx, at }: Work, given: Answered): Promise<boolean> {
  const answered = await trx
    .updateTable('source_question')
    .set({
      answer: given.answer,
      answer_item_id: given.answerItemId ?? null,
      answered_at: at,
      by_telephone: given.byTelephone,
    })
    .where('child_id', '=', given.childId)
    .where('item_id', '=', given.itemId)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return answered.numUpdatedRows === 1n
}

/** Until when, and on what, my unit may read the question: the answer lives as long. */
export const findQuestionGrant = ({ trx, actor }: Work, childId: string, itemId: string) =>
  trx
    .selectFrom('access_grant as g')
    .select(['g.valid_to', 'g.legal_ground'])
    .where('g.child_id', '=', childId)
    .where('g.item_id', '=', itemId)
    .where('g.to_unit_id', '=', actor.unitId ?? null)
    .where(sql<boolean>`grant_lives(g)`)
    .executeTakeFirst()

export type AnswerGrant = {
  childId: string
  itemId: string
  toUnitId: string
  ground: string
  why: SharingTest | undefined
  until: Date
}

/**
 * Gives the answer to the unit that asked. With the family's yes it stands on the same yes as the question, and ends
 * with it.
 */
export async function grantAnswer(work: Work, grant: AnswerGrant): Promise<void> {
  const { trx, at, actor, newId } = work
  const id = newId()
  const place = { table: 'access_grant', column: 'sharing_test', row: id, version: 1 }
  const { why } = grant
  await trx
    .insertInto('access_grant')
    .values({
      child_id: grant.childId,
      id,
      kind: 'item_version',
      item_id: grant.itemId,
      item_version: 1,
      from_secrecy_unit_id: actor.secrecyUnitId ?? '',
      to_unit_id: grant.toUnitId,
      legal_ground: grant.ground,
      sharing_test: why ? (await work.box(grant.childId)).seal(place, why) : null,
      decided_by: actor.personId,
      decided_at: at,
      valid_to: grant.until,
    })
    .execute()
}
