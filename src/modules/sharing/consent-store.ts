import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { nilId } from '#shared/asking.ts'
import { personOf } from '#shared/person.ts'
import type { ChildPart, ConsentWay, WheelArea } from '#shared/schema.ts'
import { type SealedText, sealedText } from '#shared/sealed.ts'
import { exceptionKinds } from './consent.ts'
import { measureCodes } from './exception.ts'
import type { ReadIn } from './read-in.ts'
import { type Answer, type GuardianOfChild, placeOf } from './sheet.ts'

/** The child's guardians at this moment, as those who carry the matter know them. */
export async function findGuardians(
  { trx, today }: Work,
  childId: string,
  matterId: string | undefined,
): Promise<GuardianOfChild[]> {
  const rows = await trx
    .selectFrom('guardianship as g')
    .innerJoin('person_here as p', 'p.id', 'g.person_id')
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.protection', 'g.kind', 'g.called'])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('family_talk as t')
            .select('t.id')
            .whereRef('t.child_id', '=', 'g.child_id')
            .whereRef('t.person_id', '=', 'g.person_id')
            .where('t.matter_id', '=', matterId ?? nilId),
        )
        .as('told'),
      sql<boolean>`exists (select from bar b where b.child_id = g.child_id and b.person_id = g.person_id
        and b.thing_id is null and b.ended_at is null)`.as('barred'),
      sql<string[]>`array(select b.thing_id::text from bar b where b.child_id = g.child_id
        and b.person_id = g.person_id and b.thing_id is not null and b.ended_at is null)`.as('barred_from'),
    ])
    .where('g.child_id', '=', childId)
    .where('g.valid_from', '<=', today)
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', today)]))
    .orderBy('g.called')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    person: personOf(row),
    kind: row.kind,
    called: row.called,
    told: Boolean(row.told),
    barred: row.barred,
    barredFrom: row.barred_from,
  }))
}

/** The areas that were taken up for the open matter: what there is to share about. */
export async function findGatheredAreas(
  { trx }: Work,
  childId: string,
  matterId: string,
): Promise<WheelArea[]> {
  const row = await trx
    .selectFrom('gathering')
    .select(sql<WheelArea[]>`areas::text[]`.as('areas'))
    .where('child_id', '=', childId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst()
  return row?.areas ?? []
}

export type NewConsent = {
  id: string
  childId: string
  matterId: string
  purpose: SealedText
  textVersion: string
  language: string
  interpreter: boolean
  childPart: ChildPart
  validTo: Date
  lines: readonly { unitId: string; areas: readonly WheelArea[] }[]
  signers: { guardians: readonly string[]; child: boolean }
  basis: ConsentBasis
}

/** Why just these answer: how the child understands, and what a guardian's exception rests on. For the carrying unit only. */
const basisBody = z.object({
  maturity: sealedText.optional(),
  exceptions: z.array(z.object({ personId: z.string(), kind: z.enum(exceptionKinds) })),
  why: sealedText.optional(),
  decidedBy: sealedText.optional(),
  decidedOn: z.iso.date().optional(),
  number: sealedText.optional(),
  measure: z.enum(measureCodes).optional(),
  until: z.iso.date().optional(),
})
export type ConsentBasis = z.infer<typeof basisBody>

/** What the child's consents rest on, by consent; empty for everybody but the carrying unit. */
export async function findBases(work: Work, childId: string): Promise<ReadonlyMap<string, ConsentBasis>> {
  const rows = await work.trx
    .selectFrom('consent_basis')
    .select(['consent_id', 'body'])
    .where('child_id', '=', childId)
    .execute()
  if (rows.length === 0) return new Map()
  const box = await work.box(childId)
  return new Map(
    rows.map(({ consent_id: id, body }) => [id, box.open(placeOf('consent_basis', id), body, basisBody)]),
  )
}

/** False when it is there already: the form was sent twice. */
export async function addConsent(work: Work, consent: NewConsent): Promise<boolean> {
  const { trx, at, actor, newId } = work
  const { id, childId, basis, signers } = consent
  const box = await work.box(childId)
  const added = await trx
    .insertInto('consent')
    .values({
      child_id: childId,
      id,
      matter_id: consent.matterId,
      secrecy_unit_id: actor.secrecyUnitId ?? '',
      body: box.seal(placeOf('consent', id), { purpose: consent.purpose }),
      text_version: consent.textVersion,
      language: consent.language,
      interpreter: consent.interpreter,
      child_part: consent.childPart,
      valid_from: at,
      valid_to: consent.validTo,
      asked_by: actor.personId,
      asked_at: at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return false
  await trx
    .insertInto('consent_basis')
    .values({ child_id: childId, consent_id: id, body: box.seal(placeOf('consent_basis', id), basis) })
    .execute()
  await trx
    .insertInto('consent_unit')
    .values(
      consent.lines.map(({ unitId, areas }) => ({
        child_id: childId,
        consent_id: id,
        unit_id: unitId,
        areas: [...areas],
      })),
    )
    .execute()
  const guardians = signers.guardians.map((personId) => ({ person_id: personId, is_child: false }))
  const child = signers.child ? [{ person_id: null, is_child: true }] : []
  await trx
    .insertInto('consent_signer')
    .values(
      [...guardians, ...child].map((signer) => ({
        child_id: childId,
        consent_id: id,
        id: newId(),
        ...signer,
      })),
    )
    .execute()
  return true
}

export type NewAnswer = {
  unitId: string
  answer: Answer['answer']
  struck: readonly WheelArea[]
}

/** Who saw it and where the paper lies, when somebody else noted it; and who interpreted. */
export type HowItWasSaid = {
  witness?: SealedText | undefined
  where?: SealedText | undefined
  interpreter?: SealedText | undefined
}

export type AnswersOf = {
  childId: string
  consentId: string
  signerId: string
  /** The form's own id: the first of the answers gets it. */
  submission: string
  way: ConsentWay
  answeredAt: Date
  told: HowItWasSaid | undefined
  readIn: ReadIn
  answers: readonly NewAnswer[]
}

export async function addAnswers(work: Work, said: AnswersOf): Promise<void> {
  const { trx, at, actor, newId } = work
  const { childId, consentId, signerId } = said
  const box = said.told && (await work.box(childId))
  for (const [index, { unitId, answer, struck }] of said.answers.entries()) {
    const id = index === 0 ? said.submission : newId()
    await trx
      .insertInto('consent_answer')
      .values({
        child_id: childId,
        consent_id: consentId,
        id,
        signer_id: signerId,
        unit_id: unitId,
        answer,
        struck_areas: [...struck],
        way: said.way,
        body: box ? box.seal(placeOf('consent_answer', id), said.told) : null,
        language: said.readIn.language,
        machine_translated: said.readIn.machineTranslated,
        interpreted: said.told?.interpreter !== undefined,
        answered_at: said.answeredAt,
        noted_by: actor.personId,
        noted_at: at,
      })
      .execute()
  }
}

/** A no from the child that does not sign, to each of the units. What they were let in to on this consent ends. */
export async function addChildsNo(
  work: Work,
  said: Omit<AnswersOf, 'signerId' | 'answers' | 'readIn'> & { unitIds: readonly string[] },
): Promise<void> {
  const { trx, at, actor, newId } = work
  const { childId, consentId } = said
  const box = said.told && (await work.box(childId))
  for (const [index, unitId] of said.unitIds.entries()) {
    const id = index === 0 ? said.submission : newId()
    await trx
      .insertInto('consent_child_no')
      .values({
        child_id: childId,
        consent_id: consentId,
        id,
        unit_id: unitId,
        way: said.way,
        body: box ? box.seal(placeOf('consent_child_no', id), said.told) : null,
        said_at: said.answeredAt,
        noted_by: actor.personId,
        noted_at: at,
      })
      .execute()
  }
}

/** Has this form been taken already? */
export async function isAnswered({ trx }: Work, childId: string, submission: string): Promise<boolean> {
  const tables = ['consent_answer', 'consent_child_no'] as const
  const found = await Promise.all(
    tables.map((table) =>
      trx
        .selectFrom(table)
        .select('id')
        .where('child_id', '=', childId)
        .where('id', '=', submission)
        .executeTakeFirst(),
    ),
  )
  return found.some((row) => row !== undefined)
}

/** Puts it on the BBA's list that all have answered, or that somebody has changed their mind. */
export async function tellLead(
  { trx, newId }: Work,
  told: {
    childId: string
    consentId: string
    step: 'consent_answered' | 'consent_withdrawn'
    dueOn: string
  },
): Promise<void> {
  await sql`select tell_lead_of_answer(${told.childId}, ${told.consentId}, ${told.step}::task_kind, ${newId()},
    ${told.dueOn}::date)`.execute(trx)
}

/** What waits for somebody about the child's consents. */
export async function findWaitingSteps({ trx }: Work, childId: string) {
  const rows = await trx
    .selectFrom('task')
    .select(['kind', 'about_id'])
    .where('child_id', '=', childId)
    .where('kind', 'in', ['consent_answered', 'consent_withdrawn'])
    .where('done_at', 'is', null)
    .execute()
  return rows.flatMap(({ kind, about_id }) => (about_id ? [{ kind, consentId: about_id }] : []))
}
