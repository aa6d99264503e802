import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { type Day, swedishDay } from '#shared/dates.ts'
import { printedName } from '#shared/person.ts'
import type { ConsentAnswerKind, GrantKind, PartyPart, ResponsibilityKind } from '#shared/schema.ts'
import type { Answered, Given, Talk, Tenure } from './story.ts'

type Named = { given_name: string | null; family_name: string | null }

/** When the child itself was told. */
export async function findTalks({ trx }: Work, childId: string): Promise<Talk[]> {
  const { rows } = await sql<Named & { told_on: Day }>`
    select t.told_on, p.given_name, p.family_name from family_talk t join person_here p on p.id = t.noted_by
    where t.child_id = ${childId} and t.is_child order by t.told_on, t.noted_at`.execute(trx)
  return rows.map((row) => ({ on: row.told_on, by: printedName(row) }))
}

/** Everybody who has been responsible, each from its first day to its last. */
export async function findTenures({ trx }: Work, childId: string): Promise<Tenure[]> {
  type Row = Named & {
    kind: ResponsibilityKind
    since: Date
    until: Date | null
    title: string | null
    unit_name: string | null
  }
  const { rows } = await sql<Row>`
    select r.kind, lower(r.during) as since, upper(r.during) as until, p.given_name, p.family_name, e.title,
      u.name as unit_name
    from responsibility r
      join engagement_here e on e.id = r.engagement_id
      join person_here p on p.id = e.person_id
      left join unit_here u on u.id = r.unit_id
    where r.child_id = ${childId} order by lower(r.during), r.id`.execute(trx)
  return rows.map((row) => ({
    kind: row.kind,
    since: swedishDay(row.since),
    until: row.until ? swedishDay(row.until) : undefined,
    name: printedName(row),
    title: row.title ?? undefined,
    unitName: row.unit_name ?? undefined,
  }))
}

/** What the child itself has answered about each unit. */
export async function findOwnAnswers({ trx }: Work, childId: string): Promise<Answered[]> {
  type Row = { answer: ConsentAnswerKind; answered_at: Date; unit_name: string | null }
  const { rows } = await sql<Row>`
    select a.answer, a.answered_at, u.name as unit_name
    from consent_answer a
      join consent_signer s on s.child_id = a.child_id and s.consent_id = a.consent_id and s.id = a.signer_id
      join consent_unit cu on cu.child_id = a.child_id and cu.consent_id = a.consent_id and cu.unit_id = a.unit_id
      left join unit_here u on u.id = a.unit_id
    where a.child_id = ${childId} and s.is_child order by a.answered_at, a.seq`.execute(trx)
  return rows.map((row) => ({
    on: swedishDay(row.answered_at),
    answer: row.answer,
    unitName: row.unit_name ?? undefined,
  }))
}

/** Units that have been given something, and until when; not what the police is told without a yes (see the receipt). */
export async function findGiven({ trx }: Work, childId: string): Promise<Given[]> {
  type Row = {
    kind: GrantKind
    part: PartyPart | null
    unit_name: string | null
    since: Date
    until: Date
    legal_ground: string
  }
  const { rows } = await sql<Row>`
    select g.kind, g.part, u.name as unit_name, g.decided_at as since, coalesce(g.ended_at, g.valid_to) as until,
      g.legal_ground
    from access_grant g left join unit_here u on u.id = g.to_unit_id
    where g.child_id = ${childId} and g.to_unit_id is not null
      and (u.kind is distinct from 'police' or g.legal_ground = 'samtycke')
    order by g.decided_at, g.id`.execute(trx)
  return rows.map((row) => ({
    what: row.kind === 'party' ? (row.part ?? 'own') : 'words',
    unitName: row.unit_name ?? undefined,
    since: swedishDay(row.since),
    until: swedishDay(row.until),
    byConsent: row.legal_ground === 'samtycke',
  }))
}
