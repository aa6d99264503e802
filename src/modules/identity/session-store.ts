import { sql } from 'kysely'
import type { UnsignedWork, Work } from '#modules/audit'
import type { SessionKind } from '#shared/schema.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Language } from '#ui/languages.ts'
import { type Engagement, idleMinutes, longestHours, type Session } from './session.ts'
import type { SignIn } from './sign-ins.ts'

export type NewSession = {
  hash: string
  /** The session that the browser had before. */
  replaced: string
  kind: SessionKind
  issuer: string
  subject: string
  authenticatedAt: Date
}

/** Whose session it became; undefined when nobody is known by that issuer and subject. */
export async function startSession({ trx, at, newId }: UnsignedWork, wanted: NewSession) {
  const until = new Date(at.getTime() + longestHours * 3_600_000)
  const { rows } = await sql<{ who: string | null }>`
    select start_session(${wanted.hash}, ${wanted.replaced}, ${newId()}::uuid, ${wanted.kind}::session_kind,
      ${wanted.issuer}, ${wanted.subject}, ${at.toISOString()}::timestamptz,
      ${wanted.authenticatedAt.toISOString()}::timestamptz, ${idleMinutes[wanted.kind]}::int,
      ${until.toISOString()}::timestamptz) as who`.execute(trx)
  return rows[0]?.who ?? undefined
}

/** My places of work that open nothing until I have signed. */
export async function listUnsigned({ trx }: Work): Promise<{ id: string; unit: string }[]> {
  return trx
    .selectFrom('engagement as e')
    .innerJoin('unit_directory as u', 'u.id', 'e.unit_id')
    .select(['e.id', 'u.name as unit'])
    .where(sql<boolean>`e.id in (select unnest(my_unsigned()))`)
    .orderBy('u.name')
    .execute()
}

export async function addUndertakings(
  { trx, actor, at }: Work,
  engagements: readonly string[],
  textVersion: number,
): Promise<void> {
  await trx
    .insertInto('undertaking')
    .values(
      engagements.map((engagement_id) => ({
        engagement_id,
        text_version: textVersion,
        signed_by: actor.personId,
        signed_at: at,
      })),
    )
    .execute()
}

/** Binds who somebody is to the place that waits for them; what cannot be taken changes nothing. */
export async function takeInvitation(
  { trx, at }: UnsignedWork,
  codeHash: string,
  issuer: string,
  subject: string,
): Promise<void> {
  await sql`select take_invitation(${codeHash}, ${issuer}, ${subject}, ${at.toISOString()}::timestamptz)`.execute(
    trx,
  )
}

/** A guardian of whom the register has told comes for the first time: who it is stands here already. */
export async function knowGuardian({ trx, at }: UnsignedWork, issuer: string, subject: string, hash: Buffer) {
  await sql`select know_guardian(${issuer}, ${subject}, ${hash}::bytea, ${at.toISOString()}::timestamptz)`.execute(
    trx,
  )
}

/** The register's person and ours are the same from now on. */
export async function noteNumber({ trx }: UnsignedWork, issuer: string, subject: string, hash: Buffer) {
  await sql`select note_person_number(${issuer}, ${subject}, ${hash}::bytea)`.execute(trx)
}

/** My sessions that still live, the latest first; a child's only this one, as with its sign-ins. */
export async function listMySessions({ trx, at, actor }: Work, hash: string): Promise<Session[]> {
  const rows = await trx
    .selectFrom('session as s')
    .leftJoin('engagement as e', 'e.id', 's.engagement_id')
    .leftJoin('unit_directory as u', 'u.id', 'e.unit_id')
    .select(['s.id', 's.kind', 's.authenticated_at', 's.last_seen_at', 's.token_hash', 'e.title', 'u.name'])
    .where('s.person_id', '=', actor.personId)
    .where('s.ended_at', 'is', null)
    .where('s.ends_at', '>', at)
    .where(
      sql<boolean>`s.last_seen_at + make_interval(mins => s.idle_minutes) > ${at.toISOString()}::timestamptz`,
    )
    .where(sql<boolean>`(s.token_hash = ${hash} or not (select i_am_a_child()))`)
    .orderBy('s.last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    authenticatedAt: row.authenticated_at,
    lastSeenAt: row.last_seen_at,
    acting: row.title && row.name ? `${row.title}, ${row.name}` : undefined,
    isThis: row.token_hash === hash,
  }))
}

/** My latest sign-ins, this one among them. None for a child: whoever else holds its eID would read when the child is here. */
export async function listMySignIns({ trx, actor, at }: Work, hash: string): Promise<SignIn[]> {
  const rows = await trx
    .selectFrom('session')
    .select(['issuer', 'authenticated_at', 'token_hash'])
    .where('person_id', '=', actor.personId)
    .where('authenticated_at', '<=', at)
    .where(sql<boolean>`not (select i_am_a_child())`)
    .orderBy('authenticated_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    at: row.authenticated_at,
    issuer: row.issuer,
    isThis: row.token_hash === hash,
  }))
}

/** Ends one of my sessions, or all. When the request's own is among them it ends as the last thing that happens. */
export function endSessions(
  { trx, at, actor, atLast }: Work,
  which: { id: string } | { hash: string } | 'all',
) {
  const mine = trx
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', actor.personId)
    .where('ended_at', 'is', null)
  if (which === 'all') atLast(mine.compile())
  else if ('id' in which) atLast(mine.where('id', '=', which.id).compile())
  else atLast(mine.where('token_hash', '=', which.hash).compile())
}

/** Where I work today. */
export async function listMyEngagements({ trx, actor, today }: Work): Promise<Engagement[]> {
  const rows = await trx
    .selectFrom('engagement as e')
    .innerJoin('unit_directory as u', 'u.id', 'e.unit_id')
    .select(['e.id', 'e.title', 'u.name as unit'])
    .where('e.person_id', '=', actor.personId)
    .where('e.valid_from', '<=', today)
    .where((eb) => eb.or([eb('e.valid_to', 'is', null), eb('e.valid_to', '>=', today)]))
    .orderBy('e.valid_from')
    .orderBy('u.name')
    .execute()
  return rows.map((row) => ({ ...row, isActing: row.id === actor.engagementId }))
}

/** From now on the session acts for another of my engagements. */
export async function actFor({ trx, actor }: Work, hash: string, engagementId: string): Promise<void> {
  await trx
    .updateTable('session')
    .set({ engagement_id: engagementId })
    .where('person_id', '=', actor.personId)
    .where('token_hash', '=', hash)
    .execute()
}

/** The issuer that vouched for me when the session began. */
export async function findMyIssuer({ trx, actor }: Work, hash: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('session')
    .select('issuer')
    .where('person_id', '=', actor.personId)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row?.issuer
}

export async function isMe({ trx }: Work, issuer: string, subject: string): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`select is_me(${issuer}, ${subject}) as same`.execute(trx)
  return rows[0]?.same ?? false
}

/** The session goes on with another token, as the last thing that happens. */
export function renewSession({ trx, atLast }: Work, newHash: string, authenticatedAt: Date) {
  const at = authenticatedAt.toISOString()
  atLast(sql`select renew_session(${newHash}, ${at}::timestamptz)`.compile(trx))
}

/** Sent twice it is one reason. */
export async function addLookUpReason(
  work: Work,
  { submission, why }: { submission: string; why: SealedText },
): Promise<void> {
  const { trx, at, actor } = work
  if (!actor.engagementId || !actor.unitId) throw new Error('nobody at work')
  const place = { table: 'look_up_reason', column: 'body', row: submission, version: 1 }
  await trx
    .insertInto('look_up_reason')
    .values({
      person_id: actor.personId,
      id: submission,
      engagement_id: actor.engagementId,
      unit_id: actor.unitId,
      body: (await work.box(actor.personId)).seal(place, { why }),
      at,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function saveLanguage({ trx, actor }: Work, language: Language): Promise<void> {
  await trx
    .insertInto('reading_language')
    .values({ person_id: actor.personId, language })
    .onConflict((already) => already.column('person_id').doUpdateSet({ language }))
    .execute()
}
