import { type CompiledQuery, sql } from 'kysely'
import type { Actor, Deps, Trx } from '#shared/db.ts'
import type { Typed } from '#shared/form-reading.ts'
import { alone } from '#shared/pool.ts'
import type { Box } from '#shared/vault.ts'
import { type Draft, draftBody, keepable, keptDays, mostDrafts, timeInWords } from './draft.ts'

/** Somebody who writes, in one transaction. */
type Writer = { trx: Trx; at: Date; actor: Actor; box: (subjectId: string) => Promise<Box> }

const placeOf = (form: string) => ({ table: 'draft', column: 'body', row: form, version: 1 })

export const sealDraft = (box: Box, form: string, typed: Typed): Buffer =>
  box.seal(placeOf(form), { typed: keepable(typed) })

/** My draft of a form, from the unit I act for. */
export async function findDraft(
  { trx, at, actor, box }: Writer,
  { address, continued }: { address: string; continued: boolean },
): Promise<Draft | undefined> {
  const row = await trx
    .selectFrom('draft')
    .select(['saved_at', 'body'])
    .where('person_id', '=', actor.personId)
    .where('form', '=', address)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  if (!row) return undefined
  const { typed } = (await box(actor.personId)).open(placeOf(address), row.body, draftBody)
  return { address, savedAt: timeInWords(row.saved_at, at), typed, continued }
}

/** Keeps what I have written so far. Nothing is kept of a child's own words. False: not kept. */
export async function keepDraft(
  { trx, at, actor, box }: Writer,
  form: string,
  typed: Typed,
): Promise<boolean> {
  const expires = new Date(at.getTime() + keptDays * 86_400_000).toISOString()
  const sealed = sealDraft(await box(actor.personId), form, typed)
  // What has run out goes when something new comes.
  const swept = trx
    .deleteFrom('draft')
    .where('person_id', '=', actor.personId)
    .where('expires_at', '<=', at)
    .execute()
  const kept = sql`
    insert into draft (person_id, form, engagement_id, body, saved_at, expires_at)
    select ${actor.personId}::uuid, ${form}, ${actor.engagementId ?? null}::uuid, ${sealed}::bytea,
      ${at.toISOString()}::timestamptz, ${expires}::timestamptz
    where not i_am_a_child() and (select count(*) from draft) < ${mostDrafts}
    on conflict (person_id, form, engagement_id) do update
      set body = excluded.body, saved_at = excluded.saved_at, expires_at = excluded.expires_at`.execute(trx)
  const [{ numAffectedRows }] = await Promise.all([kept, swept])
  return numAffectedRows === 1n
}

/** The statement that throws a draft of mine away. */
export const forgetDraft = ({ trx, actor }: Pick<Writer, 'trx' | 'actor'>, form: string): CompiledQuery =>
  trx.deleteFrom('draft').where('person_id', '=', actor.personId).where('form', '=', form).compile()

/** The key of whose session this was, for a day after it ran out. */
export async function findLapsedKey(trx: Trx, session: string, at: Date) {
  const { rows } = await sql<{ person_id: string; kek_version: number; wrapped: Buffer }>`
    select * from key_of_lapsed_session(${session}, ${at.toISOString()}::timestamptz)`.execute(trx)
  const [row] = rows
  return row && { personId: row.person_id, key: { version: row.kek_version, wrapped: row.wrapped } }
}

export async function keepLapsedDraft(trx: Trx, session: string, at: Date, form: string, sealed: Buffer) {
  await sql`select keep_draft_of_lapsed_session(${session}, ${at.toISOString()}::timestamptz, ${form},
    ${sealed}::bytea)`.execute(trx)
}

/** Throws away everybody's drafts whose time is over, and answers with how many. */
export const forgetExpiredDrafts = (deps: Pick<Deps, 'pool' | 'now'>): Promise<number> =>
  alone(deps, async (line) => {
    const rows = await line.unsafe('select public.forget_expired_drafts($1::text::timestamptz) as gone', [
      deps.now().toISOString(),
    ])
    return (rows as { gone: number }[])[0]?.gone ?? 0
  })
