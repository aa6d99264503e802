import { sql } from 'kysely'
import type { Work } from '#modules/audit'
import { listAllEmployees } from '../administration-store.ts'
import type { Known } from './plan.ts'

/** Everybody who works, has worked or will work in the organisation; the latest employment that a directory keeps. */
export async function listKnown(work: Work, organisationId: string): Promise<Known[]> {
  const employees = await listAllEmployees(work, organisationId)
  const kept = await work.trx
    .selectFrom('directory_user')
    .select(['engagement_id', 'user_name'])
    .where('authority_id', '=', organisationId)
    .where('deleted_at', 'is', null)
    .execute()
  const names = new Map(kept.map((row) => [row.engagement_id, row.user_name]))
  return employees.map((one) => ({ ...one, userName: names.get(one.id) }))
}

/** One file at a time in an organisation: what is read before is what is changed. */
export const holdPeople = ({ trx }: Work, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${organisationId}, 40))`.execute(trx)

type Noted = { organisationId: string; engagementId: string; userName: string }

export const noteUser = ({ trx, at, newId }: Work, { organisationId, engagementId, userName }: Noted) =>
  trx
    .insertInto('directory_user')
    .values({
      id: newId(),
      authority_id: organisationId,
      engagement_id: engagementId,
      user_name: userName,
      made_at: at,
      changed_at: at,
    })
    .execute()

export const moveUser = ({ trx, at }: Work, organisationId: string, from: string, to: string) =>
  trx
    .updateTable('directory_user')
    .set({ engagement_id: to, changed_at: at })
    .where('authority_id', '=', organisationId)
    .where('engagement_id', '=', from)
    .where('deleted_at', 'is', null)
    .execute()
