import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { printedName } from '#shared/person.ts'
import type { AppointmentKind } from '#shared/schema.ts'
import type { Invitation, Proposal } from './administration.ts'

type NewProposal = {
  id: string
  organisationId: string
  unitId?: string
  kind: AppointmentKind
  holder: string
  standIn?: string
  ends: boolean
}

export const addProposal = (
  { trx, actor, at }: Work,
  { id, organisationId, unitId, kind, holder, standIn, ends }: NewProposal,
) =>
  trx
    .insertInto('appointment')
    .values({
      id,
      authority_id: organisationId,
      unit_id: unitId ?? null,
      kind,
      holder,
      stand_in: standIn ?? null,
      ends,
      proposed_by: actor.personId,
      proposed_at: at,
    })
    .execute()

/** Would somebody both meet children and lead the county's process, in one and the same work? */
export async function clashes(
  { trx }: Work,
  { kind, holder, standIn }: Pick<NewProposal, 'kind' | 'holder' | 'standIn'>,
): Promise<boolean> {
  const { rows } = await sql<{ clash: boolean }>`
    select clashes(${kind}, ${[holder, standIn ?? holder]}::uuid[]) as clash`.execute(trx)
  return rows[0]?.clash ?? false
}

/** What waits for an answer, the oldest first; or just one, also one's own. */
export async function listProposals({ trx, actor }: Work, id?: string): Promise<Proposal[]> {
  let query = trx
    .selectFrom('appointment as a')
    .leftJoin('unit_here as u', 'u.id', 'a.unit_id')
    .innerJoin('engagement_here as e', 'e.id', 'a.holder')
    .innerJoin('person_here as p', 'p.id', 'e.person_id')
    .innerJoin('person_here as by', 'by.id', 'a.proposed_by')
    .leftJoin('engagement_here as se', 'se.id', 'a.stand_in')
    .leftJoin('person_here as s', 's.id', 'se.person_id')
    .select([
      'a.id',
      'a.kind',
      'a.unit_id',
      'a.ends',
      'a.proposed_by',
      'a.proposed_at',
      'u.name as unit_name',
      'p.given_name',
      'p.family_name',
      'by.given_name as by_given',
      'by.family_name as by_family',
      'a.stand_in',
      's.given_name as s_given',
      's.family_name as s_family',
    ])
    .where('a.decided_at', 'is', null)
  if (id !== undefined) query = query.where('a.id', '=', id)
  const rows = await query.orderBy('a.proposed_at').orderBy('a.id').limit(50).execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    unitId: row.unit_id ?? undefined,
    unitName: row.unit_name ?? undefined,
    holder: printedName(row),
    standIn: row.stand_in ? printedName({ given_name: row.s_given, family_name: row.s_family }) : undefined,
    ends: row.ends,
    proposedBy: printedName({ given_name: row.by_given, family_name: row.by_family }),
    isMine: row.proposed_by === actor.personId,
    proposedAt: row.proposed_at,
  }))
}

/** What the database said: 'decided', or why not. */
export async function decideProposal({ trx }: Work, id: string, yes: boolean): Promise<string> {
  const { rows } = await sql<{ said: string }>`
    select decide_appointment(${id}::uuid, ${yes}) as said`.execute(trx)
  return rows[0]?.said ?? 'not-found'
}

type NewInvitation = Invitation & { organisationId: string; engagementId: string; codeHash: string }

export const addInvitation = (
  { trx, actor, at }: Work,
  { id, organisationId, engagementId, codeHash, expiresAt }: NewInvitation,
) =>
  trx
    .insertInto('invitation')
    .values({
      id,
      authority_id: organisationId,
      engagement_id: engagementId,
      code_hash: codeHash,
      made_by: actor.personId,
      made_at: at,
      expires_at: expiresAt,
    })
    .execute()

/** The one that still can be used, and whether one has been used. */
export async function findInvitation({ trx, at }: Work, engagementId: string) {
  const rows = await trx
    .selectFrom('invitation')
    .select(['id', 'expires_at', 'used_at'])
    .where('engagement_id', '=', engagementId)
    .orderBy('made_at', 'desc')
    .execute()
  const fromDirectory = await trx
    .selectFrom('directory_user')
    .select('id')
    .where('engagement_id', '=', engagementId)
    .executeTakeFirst()
  const open = rows.find((row) => row.used_at === null && row.expires_at > at)
  return {
    /** By an administrator, or by the directory, which gives no link. */
    invited: rows.length > 0 || fromDirectory !== undefined,
    used: rows.some((row) => row.used_at !== null),
    open: open && { id: open.id, expiresAt: open.expires_at },
  }
}
