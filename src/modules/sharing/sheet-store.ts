import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '#modules/audit'
import { swedishDay } from '#shared/dates.ts'
import { personOf } from '#shared/person.ts'
import type { WheelArea } from '#shared/schema.ts'
import { sealedText } from '#shared/sealed.ts'
import { type Answer, type Line, placeOf, type Sheet, type Signer } from './sheet.ts'

const bodySchema = z.object({ purpose: sealedText })

/** The sheets that the person may see, newest first; one of them, if asked for. */
export async function findSheets(work: Work, childId: string, consentId?: string): Promise<Sheet[]> {
  const { trx } = work
  let query = trx
    .selectFrom('consent')
    .select(['id', 'body', 'text_version', 'language', 'interpreter', 'child_part', 'asked_at', 'valid_to'])
    .where('child_id', '=', childId)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
  if (consentId) query = query.where('id', '=', consentId)
  const [consents, lines, signers, answers, childsNos] = await Promise.all([
    query.execute(),
    findLines(work, childId),
    findSigners(work, childId),
    findAnswers(work, childId),
    findChildsNos(work, childId),
  ])
  if (consents.length === 0) return []
  const box = await work.box(childId)
  return consents.map((row) => {
    const mine = answers.filter(({ consentId: of }) => of === row.id)
    const nos = childsNos.filter(({ consentId: of }) => of === row.id)
    return {
      id: row.id,
      childId,
      purpose: box.open(placeOf('consent', row.id), row.body, bodySchema).purpose,
      textVersion: row.text_version,
      language: row.language,
      interpreter: row.interpreter,
      childPart: row.child_part,
      askedOn: swedishDay(row.asked_at),
      lastDay: swedishDay(new Date(row.valid_to.getTime() - 1)),
      over: row.valid_to <= work.at,
      lines: lines
        .filter(({ consentId: of }) => of === row.id)
        .map(({ consentId: _, ...line }) => ({
          ...line,
          answers: latest(mine, line.unitId),
          childSaidNoOn: nos.find(({ unitId }) => unitId === line.unitId)?.saidOn,
        })),
      signers: signers
        .filter(({ consentId: of }) => of === row.id)
        .map(({ consentId: _, ...signer }) => signer),
      answered: mine.length + nos.length,
    }
  })
}

type Found<T> = T & { consentId: string }
type FoundAnswer = Found<Answer & { unitId: string; seq: number }>

const latest = (answers: readonly FoundAnswer[], unitId: string): Answer[] =>
  answers
    .filter((answer) => answer.unitId === unitId)
    .filter((answer, _, all) => !all.some((o) => o.signerId === answer.signerId && o.seq > answer.seq))

async function findLines(
  { trx }: Work,
  childId: string,
): Promise<Found<Omit<Line, 'answers' | 'childSaidNoOn'>>[]> {
  const rows = await trx
    .selectFrom('consent_unit as cu')
    .innerJoin('unit_here as u', 'u.id', 'cu.unit_id')
    .innerJoin('secrecy_unit as w', 'w.id', 'u.secrecy_unit_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('access_grant as g')
          .select(['g.id', 'g.part', sql<boolean>`grant_lives(g)`.as('lives')])
          .whereRef('g.child_id', '=', 'cu.child_id')
          .whereRef('g.consent_id', '=', 'cu.consent_id')
          .whereRef('g.to_unit_id', '=', 'cu.unit_id')
          .where('g.kind', '=', 'party')
          .orderBy('g.decided_at', 'desc')
          .limit(1)
          .as('g'),
      (join) => join.onTrue(),
    )
    .select(['cu.consent_id', 'u.id', 'u.name', 'u.kind', 'w.kind as secrecy_kind'])
    .select(['g.id as grant_id', 'g.part', 'g.lives'])
    .select([
      sql<WheelArea[]>`cu.areas::text[]`.as('areas'),
      sql<WheelArea[]>`consented_areas(cu)::text[]`.as('left'),
    ])
    .where('cu.child_id', '=', childId)
    .orderBy(sql`u.name collate "sv-SE-x-icu"`)
    .execute()
  return rows.map((row) => ({
    consentId: row.consent_id,
    unitId: row.id,
    name: row.name,
    kind: row.kind,
    secrecyKind: row.secrecy_kind,
    areas: row.areas,
    left: row.left,
    grant: row.lives && row.grant_id && row.part ? { id: row.grant_id, part: row.part } : undefined,
    wasLetIn: row.grant_id !== null,
  }))
}

async function findSigners({ trx }: Work, childId: string): Promise<Found<Signer>[]> {
  const rows = await trx
    .selectFrom('consent_signer as s')
    .leftJoin('person_here as p', 'p.id', 's.person_id')
    .select(['s.consent_id', 's.id', 's.is_child', 'p.id as person_id'])
    .select(['p.given_name', 'p.family_name', 'p.protection'])
    .select(
      sql<string | null>`(select g.called from guardianship g where g.child_id = s.child_id
        and g.person_id = s.person_id order by g.valid_from desc limit 1)`.as('called'),
    )
    .where('s.child_id', '=', childId)
    .orderBy('s.is_child')
    .orderBy('called')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    consentId: row.consent_id,
    id: row.id,
    isChild: row.is_child,
    person:
      row.person_id && row.protection
        ? personOf({ ...row, id: row.person_id, protection: row.protection })
        : undefined,
    called: row.called ?? undefined,
  }))
}

/** The newest first. */
async function findChildsNos({ trx }: Work, childId: string) {
  const rows = await trx
    .selectFrom('consent_child_no')
    .select(['consent_id', 'unit_id', 'said_at'])
    .where('child_id', '=', childId)
    .orderBy('said_at', 'desc')
    .execute()
  return rows.map((row) => ({
    consentId: row.consent_id,
    unitId: row.unit_id,
    saidOn: swedishDay(row.said_at),
  }))
}

async function findAnswers({ trx }: Work, childId: string): Promise<FoundAnswer[]> {
  const rows = await trx
    .selectFrom('consent_answer as a')
    .innerJoin('person_here as p', 'p.id', 'a.noted_by')
    .select(['a.consent_id', 'a.signer_id', 'a.unit_id', 'a.seq', 'a.answer', 'a.way', 'a.answered_at'])
    .select(['a.language', 'a.interpreted'])
    .select(['p.id', 'p.given_name', 'p.family_name', 'p.protection'])
    .select(sql<WheelArea[]>`a.struck_areas::text[]`.as('struck'))
    .where('a.child_id', '=', childId)
    .execute()
  return rows.map((row) => {
    const noter = personOf(row)
    return {
      consentId: row.consent_id,
      signerId: row.signer_id,
      unitId: row.unit_id,
      seq: row.seq,
      answer: row.answer,
      struck: row.struck,
      way: row.way,
      answeredOn: swedishDay(row.answered_at),
      language: row.language,
      interpreted: row.interpreted,
      notedBy: noter.kind === 'visible' ? noter.name : '',
    }
  })
}
